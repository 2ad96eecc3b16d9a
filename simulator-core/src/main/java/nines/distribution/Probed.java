package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * Time from a random moment until the last of so many probes to come, when each interval between two probes is uniform
 * within a share of its mean: how long a death goes unnoticed. The first interval is one that was hit, so longer than
 * usual; what is left of it has the density P(I &gt; t)/mean (Cox, Renewal Theory, 1962, 5.2). With S(k) the length of k
 * intervals the cdf is (E(t − S(n−1))⁺ − E(t − S(n))⁺)/mean, where sums of uniform numbers follow Irwin and Hall.
 *
 * @param interval mean time between probes, in seconds
 * @param jitter the shortest and the longest interval differ from the mean by this share, above 0 and at most 1
 * @param count how many probes, from 1 to {@link #COUNT_MAX}
 */
public record Probed(double interval, double jitter, int count) implements Distribution {

    /** The alternating sums of Irwin and Hall keep twelve digits up to here. */
    public static final int COUNT_MAX = 20;

    /** Newton's method needs four steps on average; where the density vanishes each leaves at most 19/20 of the way. */
    private static final int STEPS_MAX = 1_000;

    public static final Family<Probed> FAMILY = Family.<Probed>of("probed")
            .form(
                    v -> new Probed(v[0], v[1], (int) v[2]),
                    law -> new double[] {law.interval, law.jitter, law.count},
                    Family.value("every"),
                    Family.number("jitter"),
                    Family.at("count", "count", Family.Kind.COUNT))
            .only(Dimension.DURATION);

    public Probed {
        Require.positive(interval, "interval");
        Require.that(jitter > 0 && jitter <= 1, "jitter", "above 0 and at most 1", jitter);
        Require.between(count, 1, COUNT_MAX, "count");
    }

    private double shortest() {
        return interval * (1 - jitter);
    }

    private double longest() {
        return interval * (1 + jitter);
    }

    /** Seconds from the shortest to the longest interval: the unit in which sums of uniform numbers are counted. */
    private double width() {
        return 2 * jitter * interval;
    }

    @Override
    public double mean() {
        return interval * (count - 0.5 + jitter * jitter / 6);
    }

    @Override
    public double variance() {
        double square = jitter * jitter;
        return interval * interval * (1.0 / 12 + square / 6 - square * square / 36 + (count - 1) * square / 3);
    }

    @Override
    public double cdf(double t) {
        if (t <= (count - 1) * shortest()) {
            return 0;
        }
        return t >= count * longest()
                ? 1
                : 2
                        * jitter
                        * (above(count - 1, (t - (count - 1) * shortest()) / width())
                                - above(count, (t - count * shortest()) / width()));
    }

    @Override
    public double survival(double t) {
        if (t <= (count - 1) * shortest()) {
            return 1;
        }
        return 2
                * jitter
                * (above(count, (count * longest() - t) / width())
                        - above(count - 1, ((count - 1) * longest() - t) / width()));
    }

    @Override
    public double cumulativeHazard(double t) {
        if (t >= count * longest()) {
            return Double.POSITIVE_INFINITY;
        }
        // Each logarithm where it keeps its digits.
        double below = cdf(t);
        return below < 0.5 ? -StrictMath.log1p(-below) : -StrictMath.log(survival(t));
    }

    @Override
    public double inverseHazard(double h) {
        double t = inTheMiddle(-StrictMath.expm1(-h));
        return isInTheMiddle(t) ? t : Inversion.solve(this, h, (count - 1) * shortest(), count * longest(), t);
    }

    @Override
    public double fromUniform(double u) {
        double t = inTheMiddle(u);
        if (isInTheMiddle(t)) {
            return t;
        }
        if ((count - 1) * longest() > count * shortest()) {
            return Distribution.super.fromUniform(u);
        }
        return u < 0.5 ? early(u, t) : late(1 - u, t);
    }

    /**
     * The time before the middle, where there is one, at which the cdf is p. Up to the middle the density grows to its
     * largest, 1/interval: the cdf is convex there and above its tangent in the middle, whose quantile is {@code from}.
     * Newton's method therefore comes down to the quantile from there without ever stepping over it.
     */
    private double early(double p, double from) {
        double t = from;
        for (int step = 0; step < STEPS_MAX && p > 0; step++) {
            double next = t - (cdf(t) - p) / density(t);
            if (!(next < t)) {
                return t;
            }
            t = next;
        }
        return p > 0 ? t : (count - 1) * shortest();
    }

    /** The time after the middle at which the survival is q; the same mirrored. */
    private double late(double q, double from) {
        double t = from;
        for (int step = 0; step < STEPS_MAX; step++) {
            double next = t + (survival(t) - q) / density(t);
            if (!(next > t)) {
                return t;
            }
            t = next;
        }
        return t;
    }

    /** The quantile where no sum of intervals that matters begins or ends: there the law is uniform. */
    private double inTheMiddle(double p) {
        return (count - 1 + p) * interval;
    }

    private boolean isInTheMiddle(double t) {
        return t >= (count - 1) * longest() && t <= count * shortest();
    }

    @Override
    public double hazard(double t) {
        if (t < (count - 1) * shortest()) {
            return 0;
        }
        if (t >= count * longest()) {
            return Double.POSITIVE_INFINITY;
        }
        return density(t) / survival(t);
    }

    /** Chance of ending in the second around t, which is in the range of the law. */
    private double density(double t) {
        double share = t < inTheMiddle(0.5)
                ? below(count - 1, (t - (count - 1) * shortest()) / width())
                        - below(count, (t - count * shortest()) / width())
                : below(count, (count * longest() - t) / width())
                        - below(count - 1, ((count - 1) * longest() - t) / width());
        return share / interval;
    }

    /** E(x − S)⁺ of the sum S of k uniform numbers below 1. */
    private static double above(int k, double x) {
        if (x <= 0) {
            return 0;
        }
        if (2 * x > k) {
            return x - 0.5 * k + (x < k ? alternating(k, k - x, k + 1) : 0);
        }
        return alternating(k, x, k + 1);
    }

    /** P(S ≤ x) of the sum S of k uniform numbers below 1; of none, where x is above 0. */
    private static double below(int k, double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= k) {
            return 1;
        }
        return 2 * x > k ? 1 - alternating(k, k - x, k) : alternating(k, x, k);
    }

    /** Sum over m &lt; x of (−1)^m·C(k, m)·(x − m)^p/p!, for x up to k/2. */
    private static double alternating(int k, double x, int p) {
        double sum = 0;
        double choose = 1;
        for (int m = 0; m < x; m++) {
            double term = choose;
            for (int q = 1; q <= p; q++) {
                term *= (x - m) / q;
            }
            sum += term;
            choose *= -(double) (k - m) / (m + 1);
        }
        return sum;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
