package nines.statistics;

import nines.check.Require;

/** Distribution-free intervals of a quantile from independent values: the ranks follow a binomial law. */
public final class OrderStatistics {
    private OrderStatistics() {}

    /** The smallest value that at least the share p of the sorted values does not exceed. */
    public static double quantile(double[] sorted, double p) {
        Require.count(sorted.length, "values");
        Require.share(p, "p");
        int rank = (int) Math.ceil(p * sorted.length * (1 - 1e-12));
        return sorted[Math.max(1, rank) - 1];
    }

    /**
     * The interval of the p-quantile; an end that no value can bound is 0 or +∞.
     *
     * @param sorted ascending
     * @param independent how many independent values these are worth, at most their number
     */
    public static Interval interval(double[] sorted, double p, double level, double independent) {
        Require.openShare(p, "p");
        long[] ranks = ranks(Math.max(1, (long) independent), p, level);
        double n = sorted.length / Math.max(1, Math.floor(independent));
        double low = ranks[0] == 0 ? 0 : sorted[rank(ranks[0] * n, sorted.length)];
        double high =
                ranks[1] > (long) independent ? Double.POSITIVE_INFINITY : sorted[rank(ranks[1] * n, sorted.length)];
        return new Interval(low, high, level, "order statistics");
    }

    private static int rank(double position, int size) {
        return Math.max(0, Math.min(size, (int) Math.ceil(position * (1 - 1e-12))) - 1);
    }

    /**
     * The ranks (from 1) whose values enclose the p-quantile of n independent values with at least the given
     * probability, half of the rest on either side: 0 and n + 1 stand for the ends of the range.
     */
    static long[] ranks(long n, double p, double level) {
        double tail = (1 - level) / 2;
        long low = 0;
        long notLow = n + 1;
        while (notLow - low > 1) {
            long middle = (low + notLow) >>> 1;
            if (atMost(middle - 1, n, p) <= tail) {
                low = middle;
            } else {
                notLow = middle;
            }
        }
        long notHigh = low;
        long high = n + 1;
        while (high - notHigh > 1) {
            long middle = (notHigh + high) >>> 1;
            if (1 - atMost(middle - 1, n, p) <= tail) {
                high = middle;
            } else {
                notHigh = middle;
            }
        }
        return new long[] {low, high};
    }

    /** P(B ≤ k) for B binomial (n, p): how many of n values lie below the p-quantile. */
    static double atMost(long k, long n, double p) {
        if (k < 0) {
            return 0;
        }
        if (k >= n) {
            return 1;
        }
        return SpecialFunctions.beta(1 - p, (double) n - k, k + 1.0);
    }
}
