package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A law and a constant behind it.
 *
 * @param of the random part
 * @param plus what is added, in seconds
 */
public record Shifted(Distribution of, double plus) implements Distribution {

    public Shifted {
        Require.nonNegative(plus, "plus");
    }

    @Override
    public double mean() {
        return of.mean() + plus;
    }

    @Override
    public double variance() {
        return of.variance();
    }

    @Override
    public double cumulativeHazard(double t) {
        return of.cumulativeHazard(t - plus);
    }

    @Override
    public double inverseHazard(double h) {
        return of.inverseHazard(h) + plus;
    }

    @Override
    public double fromUniform(double u) {
        return of.fromUniform(u) + plus;
    }

    @Override
    public double hazard(double t) {
        return t < plus ? 0 : of.hazard(t - plus);
    }

    @Override
    public double residual(double age, double left) {
        return age > plus ? of.residual(age - plus, left) : inverseHazard(left) - Math.max(0, age);
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
        return DistributionText.operand(of, dimension) + " plus " + dimension.exact(plus);
    }
}
