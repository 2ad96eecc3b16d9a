package nines.experiment;

/**
 * How far a run is. The estimate is that of all complete replications so far.
 *
 * @param phase what is being computed: "years", "first outages" …
 * @param replications complete in order
 * @param simulatedYears in them
 * @param eventsPerSecond changes of state per second on the wall
 * @param journey whose unavailability follows: the least precise one
 * @param unavailability of requests; NaN before it is known
 * @param low lower end of its interval
 * @param high upper end
 * @param secondsLeft until the run is expected to end; NaN when unknown
 */
public record Progress(
        String phase,
        int replications,
        double simulatedYears,
        double eventsPerSecond,
        String journey,
        double unavailability,
        double low,
        double high,
        double secondsLeft) {}
