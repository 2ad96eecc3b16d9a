package nines.result;

/**
 * What is known about one time after a fresh start.
 *
 * @param time in seconds
 * @param up probability of being at or above the threshold at that instant: point availability A(t)
 * @param served mean served share at that instant
 * @param upUntil mean share of [0, t] at or above the threshold: interval availability
 * @param servedUntil requests served / offered in [0, t]
 * @param reliability probability of no outage in [0, t]
 * @param downtime spread of the time below the threshold in [0, t]
 * @param lost spread of the share of requests lost in [0, t] × t, in seconds
 */
public record Moment(
        double time,
        Estimate up,
        Estimate served,
        Estimate upUntil,
        Estimate servedUntil,
        Estimate reliability,
        Spread downtime,
        Spread lost) {}
