package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A law whose values above a bound are set to it: whatever is not done by then is ended.
 *
 * @param of the law
 * @param at the bound, in seconds
 */
public record Capped(Distribution of, double at) implements Distribution {

    public Capped {
        Require.positive(at, "capped-at");
    }

    @Override
    public double mean() {
        return Moments.mean(this);
    }

    @Override
    public double variance() {
        return Moments.variance(this, mean());
    }

    @Override
    public double cumulativeHazard(double t) {
        return t >= at ? Double.POSITIVE_INFINITY : of.cumulativeHazard(t);
    }

    @Override
    public double inverseHazard(double h) {
        return Math.min(at, of.inverseHazard(h));
    }

    @Override
    public double fromUniform(double u) {
        return Math.min(at, of.fromUniform(u));
    }

    @Override
    public double hazard(double t) {
        return t >= at ? Double.POSITIVE_INFINITY : of.hazard(t);
    }

    @Override
    public double residual(double age, double left) {
        return age >= at ? 0 : Math.min(at - Math.max(0, age), of.residual(age, left));
    }

    @Override
    public boolean isDrawnOnce() {
        return of.isDrawnOnce();
    }

    @Override
    public boolean isPlayed() {
        return of.isPlayed();
    }

    @Override
    public String text(Dimension dimension) {
        return DistributionText.operand(of, dimension) + " capped-at " + dimension.exact(at);
    }
}
