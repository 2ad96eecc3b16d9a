package nines.statistics;

import nines.check.Require;

/**
 * Limits for the mean of few, unequal contributions whose number is random too, such as the mean duration of outages:
 * sum / count over replications.
 *
 * <p>The gamma limits of {@link RareSum}, with the variance of the residuals (contribution − mean × count), and Student's
 * factor for the number of contributions. For few exponential durations they come close to the exact limits, where Student's
 * interval, on the logarithm too, covers 84 to 92 % ({@code docs/intervals.md}).
 */
public final class RareMean {
    private static final double HELPS_BELOW = 0.5;
    private static final double FEW = 30;

    private RareMean() {}

    /**
     * The interval of sum / count for sums in which known means stand for draws, given the raw ones. Where that does not
     * halve the variance it may have turned the skew round (an outage that ends with the first of two repairs), and
     * the interval covers that of the raw sums too.
     */
    public static Interval interval(double[] sums, double[] raw, double[] counts, double level) {
        Interval corrected = interval(sums, counts, level);
        if (residuals(sums, counts) <= HELPS_BELOW * residuals(raw, counts)) {
            return corrected;
        }
        Interval plain = interval(raw, counts, level);
        return new Interval(
                Math.min(corrected.low(), plain.low()),
                Math.max(corrected.high(), plain.high()),
                level,
                corrected.method());
    }

    private static double residuals(double[] sums, double[] counts) {
        double mean = Tally.of(sums).sum() / Tally.of(counts).sum();
        double squares = 0;
        for (int i = 0; i < sums.length; i++) {
            double residual = sums[i] - mean * counts[i];
            squares += residual * residual;
        }
        return squares;
    }

    /**
     * The interval of sum / count.
     *
     * @param sums one a replication, at least two
     * @param counts as many; together at least 2
     */
    public static Interval interval(double[] sums, double[] counts, double level) {
        Require.that(sums.length >= 2, "replications", "at least two", sums.length);
        Require.that(counts.length == sums.length, "counts", "as many as sums, " + sums.length, counts.length);
        double sum = Tally.of(sums).sum();
        // A plain sum: counts are whole numbers, and two must not become 1.9999999999999998.
        double count = 0;
        for (double each : counts) {
            count += each;
        }
        Require.that(count >= 2, "contributions", "at least two", count);
        double mean = sum / count;
        double squares = 0;
        double worst = 0;
        for (int i = 0; i < sums.length; i++) {
            double residual = sums[i] - mean * counts[i];
            squares += residual * residual;
            worst = Math.max(worst, residual);
        }
        double replications = sums.length;
        double p = 0.5 + level / 2;
        double freedom = Math.min(replications, count) - 1;
        double widen = CriticalValue.student(p, freedom) / CriticalValue.normal(p);
        double variance = squares * replications / (replications - 1) * count / (count - 1) * widen * widen;
        // One more contribution of a kind not seen, twice as long: known means can make the rest vanish.
        double least = 1 / count;
        String method = "gamma limits over replications (Fay and Feuer)";
        if (!(variance > 0) || !(sum > 0)) {
            return new Interval(mean * (1 - least), mean * (1 + least), level, method);
        }
        double weight = RareSum.weight(worst, sum, variance, FEW);
        double low = RareSum.scaledGamma(1 - p, sum, variance) / count;
        double high = RareSum.scaledGamma(p, sum + weight, variance + weight * weight) / count;
        return new Interval(Math.min(low, mean * (1 - least)), Math.max(high, mean * (1 + least)), level, method);
    }
}
