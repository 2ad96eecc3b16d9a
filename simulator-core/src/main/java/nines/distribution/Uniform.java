package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * Every duration between two bounds is equally likely.
 *
 * @param from the shortest, in seconds
 * @param to the longest, in seconds
 */
public record Uniform(double from, double to) implements Distribution {

    public Uniform {
        Require.nonNegative(from, "from");
        Require.nonNegative(to, "to");
        if (!(from < to)) {
            throw new IllegalArgumentException("to must be greater than from (" + from + "): " + to);
        }
    }

    @Override
    public double mean() {
        return from + 0.5 * (to - from);
    }

    @Override
    public double variance() {
        return (to - from) * (to - from) / 12;
    }

    @Override
    public double cumulativeHazard(double t) {
        if (t <= from) {
            return 0;
        }
        if (t >= to) {
            return Double.POSITIVE_INFINITY;
        }
        return -StrictMath.log1p(-(t - from) / (to - from));
    }

    @Override
    public double inverseHazard(double h) {
        return from - (to - from) * StrictMath.expm1(-h);
    }

    @Override
    public double hazard(double t) {
        if (t < from) {
            return 0;
        }
        return t >= to ? Double.POSITIVE_INFINITY : 1 / (to - t);
    }

    @Override
    public double residual(double age, double left) {
        if (age <= from) {
            return inverseHazard(left) - Math.max(0, age);
        }
        return age >= to ? 0 : -(to - age) * StrictMath.expm1(-left);
    }

    @Override
    public String text() {
        return "uniform " + Dimension.DURATION.exact(from) + " to " + Dimension.DURATION.exact(to);
    }
}
