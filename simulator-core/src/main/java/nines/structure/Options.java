package nines.structure;

/**
 * What a replication is asked to note beyond the standard sums.
 *
 * @param warmUp seconds simulated at least before measuring starts, and up to three times as many, drawn for each
 *     replication; 0 for a fresh start
 * @param at times after the start of measuring at which the state is noted, ascending, in seconds
 * @param windows lengths of windows whose downtime is noted, in seconds
 * @param untilFirstOutage whether to stop at the first outage of any journey
 * @param durations whether every outage's start and length are kept
 */
public record Options(double warmUp, double[] at, double[] windows, boolean untilFirstOutage, boolean durations) {
    /** A fresh start, no extra times, no windows. */
    public static Options plain() {
        return new Options(0, new double[0], new double[0], false, true);
    }
}
