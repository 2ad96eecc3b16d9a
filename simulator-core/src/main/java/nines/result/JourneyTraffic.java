package nines.result;

import java.util.List;

/**
 * The requests of one journey.
 *
 * @param name of the journey
 * @param offered requests in all replications
 * @param succeeded of them, or of those under way at the start
 * @param inFlightAtStart requests under way when measuring began, in all replications
 * @param inFlightAtEnd requests under way at the end, without those that have piled up and count as failed
 * @param offeredPerSecond arrivals
 * @param goodput requests answered rightly and in time, per second
 * @param response mean time from a request to its answer, of those that succeeded, in seconds
 * @param percentiles of the same time
 * @param failures by cause, the most frequent first
 * @param attemptsPerRequest how many attempts clients make
 * @param inFlight mean number of requests under way
 * @param targets promises about response times, and verdicts
 * @param hops where the mean response goes; empty unless asked for
 */
public record JourneyTraffic(
        String name,
        long offered,
        long succeeded,
        long inFlightAtStart,
        long inFlightAtEnd,
        Estimate offeredPerSecond,
        Estimate goodput,
        Estimate response,
        List<Quantile> percentiles,
        List<Failure> failures,
        Estimate attemptsPerRequest,
        Estimate inFlight,
        List<Target> targets,
        List<Hop> hops) {
    public JourneyTraffic {
        hops = List.copyOf(hops);
        percentiles = List.copyOf(percentiles);
        failures = List.copyOf(failures);
        targets = List.copyOf(targets);
    }

    /** How many failed, of whatever cause. */
    public long failed() {
        return failures.stream().mapToLong(Failure::requests).sum();
    }
}
