package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * The logarithm of the duration is normal: many small factors multiply, as in repairs by people.
 *
 * @param median half the durations are shorter, in seconds
 * @param sigma standard deviation of the natural logarithm
 */
public record Lognormal(double median, double sigma) implements Distribution {

    public Lognormal {
        Require.positive(median, "median");
        Require.positive(sigma, "sigma");
    }

    /** The law with this mean (s) and coefficient of variation. */
    public static Lognormal ofMeanAndCv(double mean, double cv) {
        Require.positive(mean, "mean");
        Require.positive(cv, "cv");
        return new Lognormal(mean / Math.sqrt(1 + cv * cv), Math.sqrt(StrictMath.log1p(cv * cv)));
    }

    @Override
    public double mean() {
        return median * StrictMath.exp(0.5 * sigma * sigma);
    }

    @Override
    public double variance() {
        double mean = mean();
        return mean * mean * StrictMath.expm1(sigma * sigma);
    }

    @Override
    public double cumulativeHazard(double t) {
        return t <= 0 ? 0 : Gaussian.cumulativeHazard(standardised(t));
    }

    @Override
    public double inverseHazard(double h) {
        return median * StrictMath.exp(sigma * Gaussian.inverseHazard(h));
    }

    @Override
    public double hazard(double t) {
        return t <= 0 ? 0 : Gaussian.hazard(standardised(t)) / (sigma * t);
    }

    private double standardised(double t) {
        return StrictMath.log(t / median) / sigma;
    }

    @Override
    public String text() {
        return "lognormal median " + Dimension.DURATION.exact(median) + " sigma " + Dimension.NUMBER.exact(sigma);
    }
}
