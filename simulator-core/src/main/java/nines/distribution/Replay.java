package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * Recorded values in their order, then from the start again. Who draws counts the draws and asks
 * {@link #at}; the law itself, and {@link #sample}, are those of the values in any order.
 *
 * @param trace the values
 */
public record Replay(Observations trace) implements Distribution {

    @Override
    public boolean isPlayed() {
        return true;
    }

    /** The value of draw number n, from 0. */
    public double at(long n) {
        Require.nonNegative(n, "n");
        return trace.value((int) (n % trace.size()));
    }

    @Override
    public double mean() {
        return trace.mean();
    }

    @Override
    public double variance() {
        return trace.variance();
    }

    @Override
    public double cumulativeHazard(double t) {
        return trace.cumulativeHazard(t);
    }

    @Override
    public double inverseHazard(double h) {
        return trace.inverseHazard(h);
    }

    @Override
    public double hazard(double t) {
        return trace.hazard(t);
    }

    @Override
    public String text(Dimension dimension) {
        return "replay" + trace.text(dimension);
    }
}
