package nines.result;

/**
 * What the run cost. Nothing of it enters the fingerprint.
 *
 * @param replications complete replications that entered the estimates
 * @param simulatedYears in all of them, of 8760 h
 * @param events changes of the structure's state
 * @param wallSeconds on the clock on the wall
 * @param cpuSeconds of all threads
 * @param threads that ran replications
 * @param stoppedBecause why it ended
 * @param precisionWanted relative half-width asked for; NaN when none was
 * @param precisionReached relative half-width of the request unavailability of the headline journey; NaN when unknown
 * @param startedAt ISO 8601 instant; empty when unknown
 * @param java version of the virtual machine; empty when unknown
 */
public record Effort(
        int replications,
        double simulatedYears,
        long events,
        double wallSeconds,
        double cpuSeconds,
        int threads,
        StoppedBecause stoppedBecause,
        double precisionWanted,
        double precisionReached,
        String startedAt,
        String java) {}
