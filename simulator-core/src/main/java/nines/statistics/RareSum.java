package nines.statistics;

import nines.check.Require;

/**
 * Limits for the expected total of few, unequal contributions that come at random, such as the requests lost in outages.
 *
 * <p>Fay and Feuer (1997) treat such a total as a scaled Poisson count: with total y, variance v and the weight w of one
 * more contribution the limits are gamma quantiles of shape y²/v and (y+w)²/(v+w²). For equal contributions they are the
 * exact Poisson limits; for many they are Student's.
 *
 * <p>Departures, chosen in the coverage laboratory ({@code docs/intervals.md}): v is the variance between replications,
 * widened by (t/z)²; what every replication has at least is taken off first, as it is no chance; w is the
 * excess of the worst replication while there are few contributions and the average weight v/y when there are many,
 * widened by 1 + 2.5/n, with n = y²/v the effective number of contributions.
 */
public final class RareSum {
    private static final double FEW = 12;
    private static final double UNSEEN = 2.5;

    private RareSum() {}

    /**
     * The interval of the expected sum of all values.
     *
     * @param values one per replication, at least two
     */
    public static Interval interval(double[] values, double level) {
        return interval(Tally.of(values), level);
    }

    /** The interval of the expected sum of all values tallied, one per replication. */
    public static Interval interval(Tally tally, double level) {
        Require.that(tally.count() >= 2, "replications", "at least two", tally.count());
        double replications = tally.count();
        double base = tally.min() * replications;
        double excess = (tally.mean() - tally.min()) * replications;
        double p = 0.5 + level / 2;
        double widen = CriticalValue.student(p, replications - 1.0) / CriticalValue.normal(p);
        double variance = replications * tally.variance() * widen * widen;
        if (!(variance > 0) || !(excess > 0)) {
            return new Interval(base, base, level, "every replication gave the same");
        }
        double weight = weight(tally.max() - tally.mean(), excess, variance, FEW);
        double low = base + scaledGamma(1 - p, excess, variance);
        double high = base + scaledGamma(p, excess + weight, variance + weight * weight);
        return new Interval(low, high, level, "gamma limits over replications (Fay and Feuer)");
    }

    /** The effective number of equal contributions, total² / variance; 0 for a total of 0. */
    public static double effectiveCount(Tally tally) {
        double total = tally.mean() * tally.count();
        double variance = tally.variance() * tally.count();
        return total <= 0 ? 0 : variance <= 0 ? Double.POSITIVE_INFINITY : total * total / variance;
    }

    /** The weight of one more contribution to a sum that is not zero. */
    static double weight(Tally tally) {
        double replications = tally.count();
        double excess = (tally.mean() - tally.min()) * replications;
        double variance = tally.variance() * replications;
        return variance > 0 && excess > 0 ? weight(tally.max() - tally.mean(), excess, variance, FEW) : tally.max();
    }

    /** The weight of one more contribution: how far the worst replication stands out, up to {@code few} of them. */
    static double weight(double worst, double total, double variance, double few) {
        double effective = total * total / variance;
        double average = variance / total;
        double most = Math.max(average, worst);
        return (average + (most - average) * Math.min(1, few / effective)) * (1 + UNSEEN / effective);
    }

    /** The quantile of a gamma distribution with the given mean and variance. */
    static double scaledGamma(double p, double mean, double variance) {
        double scale = variance / mean;
        return scale * CriticalValue.gamma(p, mean / scale);
    }
}
