package nines.distribution;

import nines.quantity.Dimension;

/**
 * A law that is drawn once, its value then being kept: a bad batch stays bad.
 *
 * <p>The methods are those of the draw itself; who keeps the value is up to the user of the law.
 *
 * @param of the law
 * @param per for whom one value is drawn
 */
public record Once(Distribution of, Per per) implements Distribution {

    /** For whom one value is drawn. */
    public enum Per {
        /** Each instance draws its own. */
        INSTANCE("once"),
        /** All instances of a component share one draw. */
        COMPONENT("once-per-batch");

        private final String word;

        Per(String word) {
            this.word = word;
        }

        /** The last word of the text. */
        public String word() {
            return word;
        }
    }

    @Override
    public double mean() {
        return of.mean();
    }

    @Override
    public double variance() {
        return of.variance();
    }

    @Override
    public double cumulativeHazard(double t) {
        return of.cumulativeHazard(t);
    }

    @Override
    public double inverseHazard(double h) {
        return of.inverseHazard(h);
    }

    @Override
    public double hazard(double t) {
        return of.hazard(t);
    }

    @Override
    public double residual(double age, double left) {
        return of.residual(age, left);
    }

    @Override
    public boolean isDrawnOnce() {
        return true;
    }

    @Override
    public boolean isPlayed() {
        return of.isPlayed();
    }

    @Override
    public String text(Dimension dimension) {
        return DistributionText.operand(of, dimension) + " " + per.word();
    }
}
