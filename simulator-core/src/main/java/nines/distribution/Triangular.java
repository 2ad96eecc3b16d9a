package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * The density rises in a line to the most likely value and falls in a line: three guesses of an
 * expert.
 *
 * @param min the shortest, in seconds
 * @param mode the most likely, in seconds
 * @param max the longest, in seconds
 */
public record Triangular(double min, double mode, double max) implements Distribution {

    public static final Family<Triangular> FAMILY = Family.<Triangular>of("triangular")
            .form(
                    v -> new Triangular(v[0], v[1], v[2]),
                    law -> new double[] {law.min, law.mode, law.max},
                    Family.at("min", "", Family.Kind.VALUE),
                    Family.at("mode", "", Family.Kind.VALUE),
                    Family.at("max", "", Family.Kind.VALUE));

    public Triangular {
        Require.nonNegative(min, "min");
        Require.nonNegative(max, "max");
        Require.that(min < max, "max", "greater than min (" + min + ")", max);
        Require.between(mode, min, max, "mode");
    }

    @Override
    public double mean() {
        return min + ((mode - min) + (max - min)) / 3;
    }

    @Override
    public double variance() {
        double width = max - min;
        double rise = mode - min;
        return (width * width - width * rise + rise * rise) / 18;
    }

    @Override
    public double cumulativeHazard(double t) {
        if (t <= min) {
            return 0;
        }
        if (t >= max) {
            return Double.POSITIVE_INFINITY;
        }
        if (t < mode) {
            return -StrictMath.log1p(-(t - min) / (max - min) * ((t - min) / (mode - min)));
        }
        double rest = (max - t) / (max - mode);
        // Each logarithm where it keeps its digits.
        return hazardAtMode() - 2 * (rest < 0.5 ? StrictMath.log(rest) : StrictMath.log1p(-(t - mode) / (max - mode)));
    }

    @Override
    public double inverseHazard(double h) {
        double below = -StrictMath.expm1(-h);
        if (below * (max - min) < mode - min) {
            return min + Math.sqrt(below * (max - min) * (mode - min));
        }
        if (mode == max) {
            return max;
        }
        return mode - (max - mode) * StrictMath.expm1(-0.5 * Math.max(0, h - hazardAtMode()));
    }

    private double hazardAtMode() {
        return -StrictMath.log1p(-(mode - min) / (max - min));
    }

    @Override
    public double hazard(double t) {
        if (t < min) {
            return 0;
        }
        if (t >= max) {
            return Double.POSITIVE_INFINITY;
        }
        if (t < mode) {
            double density = 2 * (t - min) / ((max - min) * (mode - min));
            return density / (1 - 0.5 * density * (t - min));
        }
        return 2 / (max - t);
    }

    @Override
    public double residual(double age, double left) {
        if (age >= mode && age < max) {
            return -(max - age) * StrictMath.expm1(-0.5 * left);
        }
        return Distribution.super.residual(age, left);
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
