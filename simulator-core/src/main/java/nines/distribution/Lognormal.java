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

    public static final Family<Lognormal> FAMILY = Family.<Lognormal>of("lognormal")
            .form(
                    v -> new Lognormal(v[0], v[1]),
                    law -> new double[] {law.median, law.sigma},
                    Family.value("median"),
                    Family.number("sigma"))
            .form(
                    v -> ofMeanAndCv(v[0], v[1]),
                    law -> new double[] {law.mean(), Math.sqrt(StrictMath.expm1(law.sigma * law.sigma))},
                    Family.value("mean"),
                    Family.number("cv"))
            .form(
                    v -> ofMedianAndMean(v[1], v[0]),
                    law -> new double[] {law.mean(), law.median},
                    Family.value("mean"),
                    Family.value("median"))
            .onlyRead(v -> ofMedianAndPercentile(v[0], v[1], v[2]), Family.value("median"), Family.percentile())
            .onlyRead(v -> ofMeanAndPercentile(v[0], v[1], v[2]), Family.value("mean"), Family.percentile());

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

    /** The law with this median and mean (s). */
    public static Lognormal ofMedianAndMean(double median, double mean) {
        Require.positive(median, "median");
        Require.positive(mean, "mean");
        Require.that(mean > median, "mean of a lognormal law", "above its median (" + median + ")", mean);
        return new Lognormal(median, Math.sqrt(2 * StrictMath.log(mean / median)));
    }

    /** The law with this median (s) of which a share stays below a value (s). */
    public static Lognormal ofMedianAndPercentile(double median, double value, double share) {
        Percentile.requireBeside(median, value, share);
        double z = Gaussian.inverseHazard(-StrictMath.log1p(-share));
        return new Lognormal(median, StrictMath.log(value / median) / z);
    }

    /** The law with this mean (s) of which a share stays below a value (s); of two, the narrower. */
    public static Lognormal ofMeanAndPercentile(double mean, double value, double share) {
        Require.positive(mean, "mean");
        Require.positive(value, Percentile.name(share));
        // ln value = ln mean − σ²/2 + zσ.
        double z = Gaussian.inverseHazard(-StrictMath.log1p(-share));
        double logRatio = StrictMath.log(value / mean);
        double root = z * z - 2 * logRatio;
        Require.that(
                root >= 0,
                Percentile.name(share) + " of a lognormal law",
                "at most " + Dimension.NUMBER.rounded(StrictMath.exp(0.5 * z * z)) + " times its mean (" + mean + ")",
                value);
        double sigma = logRatio > 0 && z > 0 ? z - Math.sqrt(root) : z + Math.sqrt(root);
        Require.that(
                sigma > 0,
                Percentile.name(share) + " of a lognormal law",
                "possible with its mean (" + mean + ")",
                value);
        return new Lognormal(mean * StrictMath.exp(-0.5 * sigma * sigma), sigma);
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
    public double fromUniform(double u) {
        return median * StrictMath.exp(sigma * Gaussian.fromUniform(u));
    }

    @Override
    public double hazard(double t) {
        return t <= 0 ? 0 : Gaussian.hazard(standardised(t)) / (sigma * t);
    }

    private double standardised(double t) {
        return StrictMath.log(t / median) / sigma;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
