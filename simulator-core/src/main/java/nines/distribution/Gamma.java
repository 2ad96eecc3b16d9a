package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * The sum of {@code shape} exponential steps, where the shape need not be whole.
 *
 * @param shape 1 is exponential
 * @param scale mean of one step, in seconds
 */
public record Gamma(double shape, double scale) implements Distribution {

    public static final Family<Gamma> FAMILY = Family.<Gamma>of("gamma")
            .form(
                    v -> new Gamma(v[0], v[1]),
                    law -> new double[] {law.shape, law.scale},
                    Family.number("shape"),
                    Family.value("scale"))
            .form(
                    v -> ofShapeAndMean(v[0], v[1]),
                    law -> new double[] {law.shape, law.mean()},
                    Family.number("shape"),
                    Family.value("mean"))
            .form(
                    v -> ofMeanAndCv(v[0], v[1]),
                    law -> new double[] {law.mean(), 1 / Math.sqrt(law.shape)},
                    Family.value("mean"),
                    Family.number("cv"));

    public Gamma {
        Require.positive(shape, "shape");
        Require.that(shape <= 1e8, "shape", "at most 100 million", shape);
        Require.positive(scale, "scale");
    }

    /** The law with this shape and mean (s). */
    public static Gamma ofShapeAndMean(double shape, double mean) {
        Require.positive(shape, "shape");
        Require.positive(mean, "mean");
        return new Gamma(shape, mean / shape);
    }

    /** The law with this mean (s) and coefficient of variation. */
    public static Gamma ofMeanAndCv(double mean, double cv) {
        Require.positive(mean, "mean");
        Require.positive(cv, "cv");
        return new Gamma(1 / (cv * cv), mean * cv * cv);
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public double variance() {
        return shape * scale * scale;
    }

    @Override
    public double cumulativeHazard(double t) {
        return GammaFunction.cumulativeHazard(shape, t / scale);
    }

    @Override
    public double inverseHazard(double h) {
        return inverseHazard(this, shape, scale, h);
    }

    /** Shared with Erlang, whose law this is for a whole shape. */
    static double inverseHazard(Distribution law, double shape, double scale, double h) {
        return Inversion.solve(law, h, 0, Double.POSITIVE_INFINITY, scale * GammaFunction.guessInverse(shape, h));
    }

    @Override
    public double hazard(double t) {
        return t < 0 ? 0 : GammaFunction.hazard(shape, t / scale) / scale;
    }

    @Override
    public boolean isExponential() {
        return shape == 1;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
