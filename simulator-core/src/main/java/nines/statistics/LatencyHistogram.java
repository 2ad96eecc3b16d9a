package nines.statistics;

import java.util.Arrays;
import nines.check.Require;

/**
 * Counts of response times in buckets of a relative width of at most {@value #BUCKET}: the exponent of the number and the
 * first ten bits behind its leading one. A bucket is found without a logarithm; merging adds counts and therefore gives
 * the same in any order. Times below a nanosecond count as none.
 */
public final class LatencyHistogram {
    /** Relative width of a bucket, part of every interval of a percentile. */
    public static final double BUCKET = 0x1.0p-10;

    private static final int BITS = 10;
    private static final int SHIFT = 52 - BITS;

    /** Bucket of 2^-30 s, about a nanosecond; bucket 0 holds what is shorter. */
    private static final int FIRST = (1023 - 30) << BITS;

    /** Up to 2^34 s, about five centuries. */
    private static final int BUCKETS = 64 << BITS;

    private final int[] counts = new int[BUCKETS];
    private long count;
    private int lowest = BUCKETS;
    private int highest = -1;

    /** Adds a time in seconds, not negative. */
    public void add(double seconds) {
        int bucket = (int) (Double.doubleToRawLongBits(seconds) >> SHIFT) - FIRST;
        if (bucket < 0) {
            bucket = 0;
        } else if (bucket >= BUCKETS) {
            throw new IllegalArgumentException("seconds must be finite and below five centuries: " + seconds);
        }
        counts[bucket]++;
        count++;
        if (bucket < lowest) {
            lowest = bucket;
        }
        if (bucket > highest) {
            highest = bucket;
        }
    }

    /** Adds everything the other one has seen. */
    public void merge(Counts other) {
        for (int i = 0; i < other.buckets.length; i++) {
            counts[other.buckets[i]] += other.counts[i];
        }
        if (other.buckets.length > 0) {
            lowest = Math.min(lowest, other.buckets[0]);
            highest = Math.max(highest, other.buckets[other.buckets.length - 1]);
        }
        count += other.count;
    }

    public void clear() {
        if (highest >= lowest) {
            Arrays.fill(counts, lowest, highest + 1, 0);
        }
        count = 0;
        lowest = BUCKETS;
        highest = -1;
    }

    public long count() {
        return count;
    }

    /** The time in seconds that the share p of all times does not exceed: the middle of its bucket; NaN when there is none. */
    public double quantile(double p) {
        Require.share(p, "p");
        if (count == 0) {
            return Double.NaN;
        }
        long wanted = Math.max(1, (long) Math.ceil(p * count));
        long seen = 0;
        for (int bucket = lowest; bucket < highest; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return middle(bucket);
            }
        }
        return middle(highest);
    }

    /** How many times lie above a limit, in seconds, up to the width of a bucket. */
    public long countAbove(double limit) {
        long above = 0;
        for (int bucket = highest; bucket >= lowest && middle(bucket) > limit; bucket--) {
            above += counts[bucket];
        }
        return above;
    }

    private static double middle(int bucket) {
        return bucket == 0 ? 0 : 0.5 * (edge(bucket) + edge(bucket + 1));
    }

    private static double edge(int bucket) {
        return Double.longBitsToDouble((long) (bucket + FIRST) << SHIFT);
    }

    /** What was counted, in little room. */
    public Counts counts() {
        int some = 0;
        for (int bucket = lowest; bucket <= highest; bucket++) {
            some += counts[bucket] > 0 ? 1 : 0;
        }
        int[] buckets = new int[some];
        int[] of = new int[some];
        int i = 0;
        for (int bucket = lowest; bucket <= highest; bucket++) {
            if (counts[bucket] > 0) {
                buckets[i] = bucket;
                of[i++] = counts[bucket];
            }
        }
        return new Counts(buckets, of, count);
    }

    /** The buckets of a histogram that are not empty. */
    public static final class Counts {
        private final int[] buckets;
        private final int[] counts;
        private final long count;

        private Counts(int[] buckets, int[] counts, long count) {
            this.buckets = buckets;
            this.counts = counts;
            this.count = count;
        }

        public long count() {
            return count;
        }

        /** What this one and another have counted. */
        public Counts plus(Counts other) {
            if (other.count == 0 || count == 0) {
                return count == 0 ? other : this;
            }
            int[] both = new int[buckets.length + other.buckets.length];
            int[] sums = new int[both.length];
            int n = 0;
            int i = 0;
            int k = 0;
            while (i < buckets.length || k < other.buckets.length) {
                int mine = i < buckets.length ? buckets[i] : Integer.MAX_VALUE;
                int its = k < other.buckets.length ? other.buckets[k] : Integer.MAX_VALUE;
                both[n] = Math.min(mine, its);
                sums[n] = (mine <= its ? counts[i] : 0) + (its <= mine ? other.counts[k] : 0);
                i += mine <= its ? 1 : 0;
                k += its <= mine ? 1 : 0;
                n++;
            }
            return new Counts(Arrays.copyOf(both, n), Arrays.copyOf(sums, n), count + other.count);
        }

        /** The time in seconds that the share p of all times does not exceed: the middle of its bucket; NaN when there is none. */
        public double quantile(double p) {
            Require.share(p, "p");
            long wanted = Math.max(1, (long) Math.ceil(p * count));
            long seen = 0;
            for (int i = 0; i < buckets.length; i++) {
                seen += counts[i];
                if (seen >= wanted) {
                    return middle(buckets[i]);
                }
            }
            return Double.NaN;
        }

        /** How many times lie above a limit, in seconds, up to the width of a bucket. */
        public long countAbove(double limit) {
            long above = 0;
            for (int i = buckets.length - 1; i >= 0 && middle(buckets[i]) > limit; i--) {
                above += counts[i];
            }
            return above;
        }
    }
}
