package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * One of two exponential laws, a frequent short and a rare long one that contribute equally to the
 * mean ("balanced means": Whitt, Management Science 27 (1981) 608).
 *
 * @param mean in seconds
 * @param cv coefficient of variation, above 1
 */
public record Hyperexponential(double mean, double cv) implements Distribution {

    public static final Family<Hyperexponential> FAMILY = Family.<Hyperexponential>of("hyperexponential")
            .form(
                    v -> new Hyperexponential(v[0], v[1]),
                    law -> new double[] {law.mean, law.cv},
                    Family.value("mean"),
                    Family.number("cv"));

    public Hyperexponential {
        Require.positive(mean, "mean");
        Require.that(cv > 1 && cv <= 1e6, "cv of a hyperexponential law", "above 1 (at 1 it is exponential)", cv);
    }

    /** Chance of the long branch. */
    public double longShare() {
        // (1 - √r)/2 with r = (cv² - 1)/(cv² + 1), without cancellation.
        double root = Math.sqrt((cv * cv - 1) / (cv * cv + 1));
        return 1 / ((cv * cv + 1) * (1 + root));
    }

    @Override
    public double variance() {
        return cv * cv * mean * mean;
    }

    @Override
    public double cumulativeHazard(double t) {
        if (t <= 0) {
            return 0;
        }
        double rare = longShare();
        double x = 2 * t / mean;
        double fast = (1 - rare) * x;
        double slow = rare * x;
        if (fast < 0.5) {
            return -StrictMath.log1p((1 - rare) * StrictMath.expm1(-fast) + rare * StrictMath.expm1(-slow));
        }
        return slow - StrictMath.log(rare + (1 - rare) * StrictMath.exp(slow - fast));
    }

    @Override
    public double inverseHazard(double h) {
        // The hazard falls with age, so both its start and its end bound the answer from below.
        double rare = longShare();
        double start = h * mean / (2 * (rare * rare + (1 - rare) * (1 - rare)));
        double end = (h + StrictMath.log(rare)) * mean / (2 * rare);
        double low = Math.max(start, end);
        return Inversion.solve(this, h, 0, Double.POSITIVE_INFINITY, low);
    }

    @Override
    public double hazard(double t) {
        if (t < 0) {
            return 0;
        }
        double rare = longShare();
        double x = 2 * t / mean;
        double ratio = (1 - rare) / rare * StrictMath.exp((2 * rare - 1) * x);
        return 2 / mean * (ratio * (1 - rare) + rare) / (ratio + 1);
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
