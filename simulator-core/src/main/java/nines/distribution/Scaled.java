package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A law with every value multiplied.
 *
 * @param of the law
 * @param times the factor
 */
public record Scaled(Distribution of, double times) implements Distribution {

    public Scaled {
        Require.positive(times, "times");
    }

    @Override
    public double mean() {
        return of.mean() * times;
    }

    @Override
    public double variance() {
        return of.variance() * times * times;
    }

    @Override
    public double cumulativeHazard(double t) {
        return of.cumulativeHazard(t / times);
    }

    @Override
    public double inverseHazard(double h) {
        return of.inverseHazard(h) * times;
    }

    @Override
    public double fromUniform(double u) {
        return of.fromUniform(u) * times;
    }

    @Override
    public double hazard(double t) {
        return of.hazard(t / times) / times;
    }

    @Override
    public double residual(double age, double left) {
        return of.residual(age / times, left) * times;
    }

    @Override
    public boolean isExponential() {
        return of.isExponential();
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
        return DistributionText.operand(of, dimension) + " times " + Dimension.NUMBER.exact(times);
    }
}
