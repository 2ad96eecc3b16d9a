package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * The Pareto law moved to start at zero; an exponential whose rate differs from one to the next by a
 * gamma law.
 *
 * @param shape the power of the tail; the mean is infinite up to 1, the variance up to 2
 * @param scale in seconds
 */
public record Lomax(double shape, double scale) implements Distribution {

    public static final Family<Lomax> FAMILY = Family.<Lomax>of("lomax")
            .form(
                    v -> new Lomax(v[0], v[1]),
                    law -> new double[] {law.shape, law.scale},
                    Family.number("shape"),
                    Family.value("scale"))
            .form(
                    v -> ofShapeAndMean(v[0], v[1]),
                    law -> new double[] {law.shape, law.mean()},
                    Family.number("shape"),
                    Family.value("mean"));

    public Lomax {
        Require.positive(shape, "shape");
        Require.positive(scale, "scale");
    }

    /** The law with this shape, above 1, and mean (s). */
    public static Lomax ofShapeAndMean(double shape, double mean) {
        Require.positive(mean, "mean");
        Require.that(shape > 1, "shape", "above 1 for a finite mean", shape);
        return new Lomax(shape, mean * (shape - 1));
    }

    @Override
    public double mean() {
        return shape <= 1 ? Double.POSITIVE_INFINITY : scale / (shape - 1);
    }

    @Override
    public double variance() {
        if (shape <= 2) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = mean();
        return mean * mean * shape / (shape - 2);
    }

    @Override
    public double cumulativeHazard(double t) {
        return t <= 0 ? 0 : shape * StrictMath.log1p(t / scale);
    }

    @Override
    public double inverseHazard(double h) {
        return scale * StrictMath.expm1(h / shape);
    }

    @Override
    public double hazard(double t) {
        return t < 0 ? 0 : shape / (scale + t);
    }

    @Override
    public double residual(double age, double left) {
        return (scale + Math.max(0, age)) * StrictMath.expm1(left / shape);
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
