package nines.statistics;

import nines.check.Require;
import org.HdrHistogram.Histogram;

/**
 * Counts of durations in buckets of 0.1 % width, from a microsecond up. Merging adds counts and therefore gives the same
 * in any order; a percentile is exact up to the bucket.
 */
public final class DurationHistogram {
    /** Relative width of a bucket, part of every interval of a percentile. */
    public static final double BUCKET = 1e-3;

    private static final double PER_SECOND = 1e6;
    private static final int DIGITS = 3;

    private final Histogram counts = new Histogram(DIGITS);

    /** Adds a duration in seconds. */
    public void add(double seconds) {
        Require.nonNegative(seconds, "seconds");
        counts.recordValue((long) Math.rint(seconds * PER_SECOND));
    }

    public void merge(DurationHistogram other) {
        counts.add(other.counts);
    }

    public long count() {
        return counts.getTotalCount();
    }

    /** The duration in seconds that the share p of all durations does not exceed; NaN when there is none. */
    public double quantile(double p) {
        Require.share(p, "p");
        return count() == 0 ? Double.NaN : counts.getValueAtPercentile(100 * p) / PER_SECOND;
    }

    /** How many lie in [from, to), in seconds, up to the width of the buckets at the ends. */
    public long countBetween(double from, double to) {
        if (count() == 0 || to * PER_SECOND < 1) {
            return 0;
        }
        long first = (long) Math.ceil(from * PER_SECOND);
        long last = (long) Math.ceil(to * PER_SECOND) - 1;
        return last < first ? 0 : counts.getCountBetweenValues(first, last);
    }

    public double max() {
        return counts.getMaxValue() / PER_SECOND;
    }
}
