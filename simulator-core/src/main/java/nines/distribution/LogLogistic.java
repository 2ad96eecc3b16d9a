package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * The odds to have ended grow as a power of time: like a lognormal law with a heavier tail.
 *
 * @param median in seconds
 * @param shape the power; the mean is infinite up to 1, the variance up to 2
 */
public record LogLogistic(double median, double shape) implements Distribution {

    public static final Family<LogLogistic> FAMILY = Family.<LogLogistic>of("log-logistic")
            .form(
                    v -> new LogLogistic(v[0], v[1]),
                    law -> new double[] {law.median, law.shape},
                    Family.value("median"),
                    Family.number("shape"))
            .onlyRead(v -> ofMedianAndPercentile(v[0], v[1], v[2]), Family.value("median"), Family.percentile());

    public LogLogistic {
        Require.positive(median, "median");
        Require.positive(shape, "shape");
    }

    /** The law with this median (s) of which a share stays below a value (s). */
    public static LogLogistic ofMedianAndPercentile(double median, double value, double share) {
        Percentile.requireBeside(median, value, share);
        return new LogLogistic(median, StrictMath.log(share / (1 - share)) / StrictMath.log(value / median));
    }

    @Override
    public double mean() {
        return shape <= 1 ? Double.POSITIVE_INFINITY : median * inverseSinc(Math.PI / shape);
    }

    @Override
    public double variance() {
        if (shape <= 2) {
            return Double.POSITIVE_INFINITY;
        }
        double first = inverseSinc(Math.PI / shape);
        return median * median * (inverseSinc(2 * Math.PI / shape) - first * first);
    }

    private static double inverseSinc(double x) {
        return x / StrictMath.sin(x);
    }

    @Override
    public double cumulativeHazard(double t) {
        if (t <= 0) {
            return 0;
        }
        double logOdds = logOdds(t);
        return logOdds > 0
                ? logOdds + StrictMath.log1p(StrictMath.exp(-logOdds))
                : StrictMath.log1p(StrictMath.exp(logOdds));
    }

    @Override
    public double inverseHazard(double h) {
        double logOdds = h > 1 ? h + StrictMath.log1p(-StrictMath.exp(-h)) : StrictMath.log(StrictMath.expm1(h));
        return median * StrictMath.exp(logOdds / shape);
    }

    @Override
    public double hazard(double t) {
        if (t <= 0) {
            return t < 0 || shape > 1 ? 0 : shape == 1 ? 1 / median : Double.POSITIVE_INFINITY;
        }
        return shape / t / (1 + StrictMath.exp(-logOdds(t)));
    }

    private double logOdds(double t) {
        return shape * StrictMath.log(t / median);
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
