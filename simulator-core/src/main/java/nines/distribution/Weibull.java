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

    public static final Family<Weibull> FAMILY = Family.<Weibull>of("weibull")
            .form(
                    v -> new Weibull(v[0], v[1]),
                    law -> new double[] {law.shape, law.scale},
                    Family.number("shape"),
                    Family.value("scale"))
            .form(
                    v -> ofShapeAndMean(v[0], v[1]),
                    law -> new double[] {law.shape, law.mean()},
                    Family.number("shape"),
                    Family.value("mean"))
            .form(
                    v -> ofShapeAndMedian(v[0], v[1]),
                    law -> new double[] {law.shape, law.quantile(0.5)},
                    Family.number("shape"),
                    Family.value("median"))
            .form(
                    v -> ofMeanAndCv(v[0], v[1]),
                    law -> new double[] {law.mean(), Math.sqrt(law.variance()) / law.mean()},
                    Family.value("mean"),
                    Family.number("cv"))
            .onlyRead(v -> ofMedianAndPercentile(v[0], v[1], v[2]), Family.value("median"), Family.percentile());

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

    /** The law with this shape and median (s). */
    public static Weibull ofShapeAndMedian(double shape, double median) {
        Require.positive(shape, "shape");
        Require.positive(median, "median");
        return new Weibull(shape, median / power(StrictMath.log(2), 1 / shape));
    }

    /** The law with this median (s) of which a share stays below a value (s). */
    public static Weibull ofMedianAndPercentile(double median, double value, double share) {
        Percentile.requireBeside(median, value, share);
        double shape = StrictMath.log(-StrictMath.log1p(-share) / StrictMath.log(2)) / StrictMath.log(value / median);
        return ofShapeAndMedian(shape, median);
    }

    /** The law with this mean (s) and coefficient of variation. */
    public static Weibull ofMeanAndCv(double mean, double cv) {
        Require.positive(mean, "mean");
        Require.between(cv, 1e-3, 1e3, "cv of a weibull law");
        double target = StrictMath.log1p(cv * cv);
        double low = 0.05;
        double high = 2000;
        for (int step = 0; step < 200 && Math.nextUp(low) < high; step++) {
            double shape = Math.sqrt(low * high);
            if (logSecondMomentRatio(shape) > target) {
                low = shape;
            } else {
                high = shape;
            }
        }
        return ofShapeAndMean(high, mean);
    }

    /** ln(1 + cv²), which falls as the shape grows. */
    private static double logSecondMomentRatio(double shape) {
        return GammaFunction.logGammaOfOnePlus(2 / shape) - 2 * GammaFunction.logGammaOfOnePlus(1 / shape);
    }

    @Override
    public double mean() {
        return scale * StrictMath.exp(GammaFunction.logGammaOfOnePlus(1 / shape));
    }

    @Override
    public double variance() {
        double mean = mean();
        return mean * mean * StrictMath.expm1(logSecondMomentRatio(shape));
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
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
