package nines.distribution;

import nines.quantity.Dimension;

/**
 * The time to leave a chain of exponential phases.
 *
 * @param phases the chain
 */
public record PhaseType(Phases phases) implements Distribution {

    @Override
    public double mean() {
        return phases.mean();
    }

    @Override
    public double variance() {
        return phases.variance();
    }

    @Override
    public double cumulativeHazard(double t) {
        return phases.cumulativeHazard(t);
    }

    @Override
    public double inverseHazard(double h) {
        return Inversion.solve(this, h, 0, Double.POSITIVE_INFINITY, h * phases.mean());
    }

    @Override
    public double hazard(double t) {
        return phases.hazard(t);
    }

    @Override
    public boolean isExponential() {
        return phases.size() == 1;
    }

    @Override
    public String text(Dimension dimension) {
        var text = new StringBuilder("phase-type start");
        for (int i = 0; i < phases.size(); i++) {
            text.append(' ').append(Dimension.SHARE.exact(phases.start(i)));
        }
        for (int i = 0; i < phases.size(); i++) {
            text.append(i == 0 ? " rates" : " then");
            for (int j = 0; j < phases.size(); j++) {
                text.append(' ').append(Dimension.RATE.exact(phases.rate(i, j)));
            }
        }
        return text.toString();
    }
}
