package nines.result;

/**
 * What one design gives for what it costs: the same few figures of each, so that they can be held against each other. What the run
 * could not tell is not known, with the reason.
 *
 * @param reads requests served / offered of the worst journey that only reads data
 * @param writes of the worst journey that writes data
 * @param loss seconds of writing that 95 % of take-overs and restores stay below (RPO); of the worst component
 * @param recovery seconds that 95 % of interruptions stay below (RTO): of the data where a run watches it, else of the worst journey
 * @param lossOfAllPerYear chance that an object, or the data of a database, does not outlive a year; of the worst component
 * @param writeTime 99th percentile of the response time of the worst journey that writes, in seconds
 * @param instances of all components
 * @param overhead bytes kept for each byte, of the store that keeps most; NaN without stores
 * @param costPerMonth of all instances and places; NaN where nothing is said, or in several currencies
 * @param currency of that; may be empty
 */
public record TradeOff(
        Estimate reads,
        Estimate writes,
        Estimate loss,
        Estimate recovery,
        Estimate lossOfAllPerYear,
        Estimate writeTime,
        int instances,
        double overhead,
        double costPerMonth,
        String currency) {}
