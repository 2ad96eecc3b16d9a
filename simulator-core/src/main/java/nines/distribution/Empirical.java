package nines.distribution;

import nines.quantity.Dimension;

/**
 * A value as observed, each drawn with its weight.
 *
 * @param observed the values
 */
public record Empirical(Observations observed) implements Distribution {

    @Override
    public double mean() {
        return observed.mean();
    }

    @Override
    public double variance() {
        return observed.variance();
    }

    @Override
    public double cumulativeHazard(double t) {
        return observed.cumulativeHazard(t);
    }

    @Override
    public double inverseHazard(double h) {
        return observed.inverseHazard(h);
    }

    @Override
    public double hazard(double t) {
        return observed.hazard(t);
    }

    @Override
    public String text(Dimension dimension) {
        return "empirical" + observed.text(dimension);
    }
}
