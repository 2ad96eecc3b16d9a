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

    public static final Family<Uniform> FAMILY = Family.<Uniform>of("uniform")
            .form(
                    v -> new Uniform(v[0], v[1]),
                    law -> new double[] {law.from, law.to},
                    Family.at("from", "", Family.Kind.VALUE),
                    Family.at("to", "to", Family.Kind.VALUE))
            .onlyRead(v -> ofMeanAndCv(v[0], v[1]), Family.value("mean"), Family.number("cv"))
            .except(Dimension.COUNT);

    public Uniform {
        Require.nonNegative(from, "from");
        Require.nonNegative(to, "to");
        Require.that(from < to, "to", "greater than from (" + from + ")", to);
    }

    /** The law with this mean (s) and coefficient of variation, at most 1/√3. */
    public static Uniform ofMeanAndCv(double mean, double cv) {
        Require.positive(mean, "mean");
        Require.positive(cv, "cv");
        double half = mean * cv * Math.sqrt(3);
        Require.that(half <= mean, "cv of a uniform law", "at most 0.577, or it would reach below zero", cv);
        return new Uniform(mean - half, mean + half);
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
        double rest = (to - t) / (to - from);
        // Each logarithm where it keeps its digits.
        return rest < 0.5 ? -StrictMath.log(rest) : -StrictMath.log1p(-(t - from) / (to - from));
    }

    @Override
    public double inverseHazard(double h) {
        return from - (to - from) * StrictMath.expm1(-h);
    }

    @Override
    public double fromUniform(double u) {
        return from + (to - from) * u;
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
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
