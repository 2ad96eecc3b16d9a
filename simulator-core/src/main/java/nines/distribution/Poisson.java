package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A whole number from 0: how many independent rare things happen.
 *
 * @param mean expected number, at most a million
 */
public record Poisson(double mean) implements Distribution {

    public static final Family<Poisson> FAMILY = Family.<Poisson>of("poisson")
            .form(v -> new Poisson(v[0]), law -> new double[] {law.mean}, Family.value("mean"))
            .only(Dimension.COUNT);

    public Poisson {
        Require.positive(mean, "mean");
        Require.that(mean <= 1e6, "mean", "at most a million", mean);
    }

    @Override
    public double variance() {
        return mean;
    }

    /** P(N &gt; n) is the lower tail of a gamma law of shape n + 1. */
    @Override
    public double cumulativeHazard(double t) {
        return t < 0 ? 0 : -GammaFunction.logLowerTail(Math.floor(t) + 1, mean);
    }

    @Override
    public double inverseHazard(double h) {
        if (h == Double.POSITIVE_INFINITY) {
            return h;
        }
        double below = -1;
        double above = Math.max(1, mean);
        while (cumulativeHazard(above) < h) {
            below = above;
            above *= 2;
        }
        above = Math.floor(above);
        while (above - below > 1) {
            double middle = Math.floor(0.5 * (above + below));
            if (cumulativeHazard(middle) < h) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }

    /** 0: only whole numbers have a chance. */
    @Override
    public double hazard(double t) {
        return 0;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
