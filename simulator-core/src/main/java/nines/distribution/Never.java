package nines.distribution;

import nines.quantity.Dimension;

/** It does not happen. */
public record Never() implements Distribution {

    @Override
    public double mean() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double cumulativeHazard(double t) {
        return 0;
    }

    /** +∞ for every hazard, 0 included. */
    @Override
    public double inverseHazard(double h) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double fromUniform(double u) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double hazard(double t) {
        return 0;
    }

    @Override
    public String text(Dimension dimension) {
        return "never";
    }
}
