package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * The percentile curve x(p) = a·e^(b·p), by which field studies publish how much one member of a
 * fleet differs from another: drawn once for each instance.
 *
 * @param a the smallest value, in seconds
 * @param b logarithm of the largest over the smallest
 */
public record PercentileExponential(double a, double b) implements Distribution {

    public static final Family<PercentileExponential> FAMILY = Family.<PercentileExponential>of(
                    "percentile-exponential")
            .form(
                    v -> new PercentileExponential(v[0], v[1]),
                    law -> new double[] {law.a, law.b},
                    Family.value("a"),
                    Family.number("b"));

    public PercentileExponential {
        Require.positive(a, "a");
        Require.positive(b, "b");
    }

    @Override
    public double mean() {
        return a * StrictMath.expm1(b) / b;
    }

    @Override
    public double variance() {
        double mean = mean();
        return a * a * StrictMath.expm1(2 * b) / (2 * b) - mean * mean;
    }

    @Override
    public double cumulativeHazard(double t) {
        return t <= a ? 0 : t >= a * StrictMath.exp(b) ? Double.POSITIVE_INFINITY : -StrictMath.log1p(-share(t));
    }

    @Override
    public double inverseHazard(double h) {
        return a * StrictMath.exp(-b * StrictMath.expm1(-h));
    }

    @Override
    public double hazard(double t) {
        if (t < a) {
            return 0;
        }
        double share = share(t);
        return share >= 1 ? Double.POSITIVE_INFINITY : 1 / (b * t * (1 - share));
    }

    private double share(double t) {
        return StrictMath.log(t / a) / b;
    }

    @Override
    public boolean isDrawnOnce() {
        return true;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
