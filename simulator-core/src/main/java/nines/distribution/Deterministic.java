package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * Always the same duration.
 *
 * @param value the duration, in seconds
 */
public record Deterministic(double value) implements Distribution {

    /** The word that says that a constant is meant, where it might be a mistake. */
    public static final Family<Deterministic> FAMILY = Family.<Deterministic>of("fixed")
            .form(
                    v -> new Deterministic(v[0]),
                    law -> new double[] {law.value},
                    Family.at("value", "", Family.Kind.VALUE));

    public Deterministic {
        Require.nonNegative(value, "value");
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public double cumulativeHazard(double t) {
        return t < value ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double inverseHazard(double h) {
        return value;
    }

    @Override
    public double fromUniform(double u) {
        return value;
    }

    @Override
    public double hazard(double t) {
        return t < value ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double residual(double age, double left) {
        return Math.max(0, value - age);
    }

    @Override
    public String text(Dimension dimension) {
        return dimension.exact(value);
    }
}
