package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * Survival falls as a power of time from a minimum on: a few last very long.
 *
 * @param shape the power; the mean is infinite up to 1, the variance up to 2
 * @param minimum the shortest, in seconds
 */
public record Pareto(double shape, double minimum) implements Distribution {

    public static final Family<Pareto> FAMILY = Family.<Pareto>of("pareto")
            .form(
                    v -> new Pareto(v[0], v[1]),
                    law -> new double[] {law.shape, law.minimum},
                    Family.number("shape"),
                    Family.value("minimum"))
            .form(
                    v -> ofShapeAndMean(v[0], v[1]),
                    law -> new double[] {law.shape, law.mean()},
                    Family.number("shape"),
                    Family.value("mean"));

    public Pareto {
        Require.positive(shape, "shape");
        Require.positive(minimum, "minimum");
    }

    /** The law with this shape, above 1, and mean (s). */
    public static Pareto ofShapeAndMean(double shape, double mean) {
        Require.positive(mean, "mean");
        Require.that(shape > 1, "shape", "above 1 for a finite mean", shape);
        return new Pareto(shape, mean * (shape - 1) / shape);
    }

    @Override
    public double mean() {
        return shape <= 1 ? Double.POSITIVE_INFINITY : minimum * shape / (shape - 1);
    }

    @Override
    public double variance() {
        if (shape <= 2) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = mean();
        return mean * mean / (shape * (shape - 2));
    }

    @Override
    public double cumulativeHazard(double t) {
        return t <= minimum ? 0 : shape * StrictMath.log1p((t - minimum) / minimum);
    }

    @Override
    public double inverseHazard(double h) {
        return minimum * StrictMath.exp(h / shape);
    }

    @Override
    public double hazard(double t) {
        return t < minimum ? 0 : shape / t;
    }

    @Override
    public double residual(double age, double left) {
        return age < minimum ? Distribution.super.residual(age, left) : age * StrictMath.expm1(left / shape);
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
