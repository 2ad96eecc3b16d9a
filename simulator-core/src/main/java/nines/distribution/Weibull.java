package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * H(t) = (t/scale)^shape: failures get rarer with age below shape 1, more frequent above.
 *
 * @param shape 1 is exponential
 * @param scale the 63rd percentile, in seconds
 */
public record Weibull(double shape, double scale) implements Distribution {

    public Weibull {
        Require.positive(shape, "shape");
        Require.positive(scale, "scale");
    }

    /** The law with this shape and mean (s). */
    public static Weibull ofShapeAndMean(double shape, double mean) {
        Require.positive(shape, "shape");
        Require.positive(mean, "mean");
        return new Weibull(shape, mean / StrictMath.exp(GammaFunction.logGammaOfOnePlus(1 / shape)));
    }

    @Override
    public double mean() {
        return scale * StrictMath.exp(GammaFunction.logGammaOfOnePlus(1 / shape));
    }

    @Override
    public double variance() {
        double mean = mean();
        double logRatio = GammaFunction.logGammaOfOnePlus(2 / shape) - 2 * GammaFunction.logGammaOfOnePlus(1 / shape);
        return mean * mean * StrictMath.expm1(logRatio);
    }

    @Override
    public double cumulativeHazard(double t) {
        return t <= 0 ? 0 : power(t / scale, shape);
    }

    @Override
    public double inverseHazard(double h) {
        return scale * power(h, 1 / shape);
    }

    @Override
    public double hazard(double t) {
        if (t < 0) {
            return 0;
        }
        return shape / scale * power(t / scale, shape - 1);
    }

    /** Not {@link StrictMath#pow}, which allocates arrays on every call before JDK 21. */
    private static double power(double base, double exponent) {
        return exponent == 1 ? base : StrictMath.exp(exponent * StrictMath.log(base));
    }

    @Override
    public double residual(double age, double left) {
        double consumed = cumulativeHazard(age);
        if (consumed == Double.POSITIVE_INFINITY) {
            return 0;
        }
        // The difference of two powers, written so that old ages keep their digits.
        return left < consumed
                ? age * StrictMath.expm1(StrictMath.log1p(left / consumed) / shape)
                : Math.max(0, inverseHazard(consumed + left) - Math.max(0, age));
    }

    @Override
    public boolean isExponential() {
        return shape == 1;
    }

    @Override
    public String text() {
        return "weibull shape " + Dimension.NUMBER.exact(shape) + " scale " + Dimension.DURATION.exact(scale);
    }
}
