package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * The law without memory: at any age the rate of ending is 1/mean.
 *
 * @param mean in seconds
 */
public record Exponential(double mean) implements Distribution {

    public static final Family<Exponential> FAMILY = Family.<Exponential>of("exponential")
            .form(v -> new Exponential(v[0]), law -> new double[] {law.mean}, Family.value("mean"))
            .onlyRead(v -> new Exponential(v[0]), Family.rate("rate"))
            .onlyRead(v -> new Exponential(v[0] / StrictMath.log(2)), Family.value("median"));

    public Exponential {
        Require.positive(mean, "mean");
    }

    @Override
    public double variance() {
        return mean * mean;
    }

    @Override
    public double cumulativeHazard(double t) {
        return t <= 0 ? 0 : t / mean;
    }

    @Override
    public double inverseHazard(double h) {
        return h * mean;
    }

    @Override
    public double hazard(double t) {
        return t < 0 ? 0 : 1 / mean;
    }

    @Override
    public double residual(double age, double left) {
        return left * mean;
    }

    @Override
    public boolean isExponential() {
        return true;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
