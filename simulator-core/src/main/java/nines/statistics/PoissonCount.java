package nines.statistics;

import nines.check.Require;

/** Exact limits for the mean of a Poisson count (Garwood 1936): they cover at least as often as they say. */
public final class PoissonCount {
    private PoissonCount() {}

    /** Two-sided limits; for a count of 0 at 95 % they are [0, 3.689]. */
    public static Interval interval(long count, double level) {
        Require.nonNegative(count, "count");
        Require.openShare(level, "level");
        double tail = (1 - level) / 2;
        double low = count == 0 ? 0 : CriticalValue.gamma(tail, (double) count);
        return new Interval(low, CriticalValue.gamma(1 - tail, count + 1.0), level, "exact Poisson limits");
    }

    /** The one-sided upper limit; for a count of 0 at 95 % it is 2.9957. */
    public static double upper(long count, double level) {
        Require.nonNegative(count, "count");
        return CriticalValue.gamma(level, count + 1.0);
    }
}
