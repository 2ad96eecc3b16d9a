package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A random share: a hit ratio, a chance that differs from one to the next.
 *
 * @param alpha weight of one
 * @param beta weight of zero
 */
public record Beta(double alpha, double beta) implements Distribution {

    public static final Family<Beta> FAMILY = Family.<Beta>of("beta")
            .form(
                    v -> new Beta(v[0], v[1]),
                    law -> new double[] {law.alpha, law.beta},
                    Family.number("alpha"),
                    Family.number("beta"))
            .form(
                    v -> ofMeanAndCv(v[0], v[1]),
                    law -> new double[] {law.mean(), Math.sqrt(law.variance()) / law.mean()},
                    Family.value("mean"),
                    Family.number("cv"))
            .only(Dimension.SHARE);

    public Beta {
        Require.positive(alpha, "alpha");
        Require.positive(beta, "beta");
    }

    /** The law with this mean and coefficient of variation. */
    public static Beta ofMeanAndCv(double mean, double cv) {
        Require.openShare(mean, "mean of a beta law");
        Require.positive(cv, "cv");
        double weight = (1 - mean) / (mean * cv * cv) - 1;
        Require.that(
                weight > 0,
                "cv of a beta law of mean " + Dimension.SHARE.exact(mean),
                "below " + Dimension.NUMBER.rounded(Math.sqrt((1 - mean) / mean)),
                cv);
        return new Beta(mean * weight, (1 - mean) * weight);
    }

    @Override
    public double mean() {
        return alpha / (alpha + beta);
    }

    @Override
    public double variance() {
        double sum = alpha + beta;
        return alpha * beta / (sum * sum * (sum + 1));
    }

    @Override
    public double cumulativeHazard(double t) {
        if (t <= 0) {
            return 0;
        }
        if (t >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (t < (alpha + 1) / (alpha + beta + 2)) {
            double cdf = StrictMath.exp(logLeadingFactor(t)) / alpha * continuedFraction(alpha, beta, t);
            return -StrictMath.log1p(-cdf);
        }
        return -(logLeadingFactor(t) + StrictMath.log(continuedFraction(beta, alpha, 1 - t) / beta));
    }

    @Override
    public double inverseHazard(double h) {
        return Inversion.solve(this, h, 0, 1, h < 1e-3 ? h : mean());
    }

    @Override
    public double hazard(double t) {
        if (t < 0) {
            return 0;
        }
        if (t >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return StrictMath.exp(logLeadingFactor(t) - StrictMath.log(t) - StrictMath.log1p(-t) + cumulativeHazard(t));
    }

    /** ln of t^α·(1 − t)^β/B(α, β). */
    private double logLeadingFactor(double t) {
        double logBeta =
                GammaFunction.logGamma(alpha) + GammaFunction.logGamma(beta) - GammaFunction.logGamma(alpha + beta);
        return alpha * StrictMath.log(t) + beta * StrictMath.log1p(-t) - logBeta;
    }

    /** The fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8) by Lentz's method. */
    private static double continuedFraction(double a, double b, double x) {
        double c = 1;
        double d = guarded(1 - (a + b) * x / (a + 1));
        d = 1 / d;
        double product = d;
        for (int m = 1; m < 100_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / guarded(1 + even * d);
            c = guarded(1 + even / c);
            product *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / guarded(1 + odd * d);
            c = guarded(1 + odd / c);
            double factor = d * c;
            product *= factor;
            if (Math.abs(factor - 1) < 1e-15) {
                break;
            }
        }
        return product;
    }

    private static double guarded(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
