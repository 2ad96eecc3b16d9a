package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A law drawn again until the value lies within bounds.
 *
 * @param of the law
 * @param from the least value, in seconds
 * @param to the greatest value, in seconds; infinite where only {@code from} bounds
 */
public record Truncated(Distribution of, double from, double to) implements Distribution {

    public Truncated {
        Require.nonNegative(from, "from");
        Require.that(from < to, "to", "greater than from (" + from + ")", to);
        double before = of.cumulativeHazard(Math.nextDown(from));
        Require.that(
                before < of.cumulativeHazard(to) || (to == Double.POSITIVE_INFINITY && before < to),
                "the law",
                "possible between " + from + " and " + to,
                of.text());
    }

    @Override
    public double mean() {
        return to == Double.POSITIVE_INFINITY && of.mean() == to ? to : Moments.mean(this);
    }

    @Override
    public double variance() {
        return to == Double.POSITIVE_INFINITY && of.variance() == to ? to : Moments.variance(this, mean());
    }

    /** Hazard of the law that is consumed before the least value. */
    private double before() {
        return of.cumulativeHazard(Math.nextDown(from));
    }

    /** Hazard of the law between the bounds. */
    private double width() {
        return to == Double.POSITIVE_INFINITY ? to : of.cumulativeHazard(to) - before();
    }

    @Override
    public double cumulativeHazard(double t) {
        if (t < from) {
            return 0;
        }
        if (t >= to) {
            return Double.POSITIVE_INFINITY;
        }
        double consumed = of.cumulativeHazard(t) - before();
        double width = width();
        if (width == Double.POSITIVE_INFINITY) {
            return consumed;
        }
        // S = (e^-consumed - e^-width)/(1 - e^-width).
        return consumed < 0.5 * width
                ? -StrictMath.log1p(StrictMath.expm1(-consumed) / -StrictMath.expm1(-width))
                : consumed - StrictMath.log(StrictMath.expm1(consumed - width) / StrictMath.expm1(-width));
    }

    @Override
    public double inverseHazard(double h) {
        return Math.min(to, Math.max(from, of.inverseHazard(before() + untruncated(h, width()))));
    }

    /** Hazard of the law itself that stands for h of the truncated one, so much being left to the bound. */
    private static double untruncated(double h, double width) {
        if (width == Double.POSITIVE_INFINITY) {
            return h;
        }
        return h < 1
                ? -StrictMath.log1p(-StrictMath.expm1(-h) * StrictMath.expm1(-width))
                : -StrictMath.log(StrictMath.exp(-width) - StrictMath.exp(-h) * StrictMath.expm1(-width));
    }

    @Override
    public double residual(double age, double left) {
        if (age < from) {
            return inverseHazard(left) - Math.max(0, age);
        }
        if (age >= to) {
            return 0;
        }
        double width = to == Double.POSITIVE_INFINITY ? to : of.cumulativeHazard(to) - of.cumulativeHazard(age);
        return Math.min(to - age, of.residual(age, untruncated(left, width)));
    }

    @Override
    public double hazard(double t) {
        if (t < from) {
            return 0;
        }
        if (t >= to) {
            return Double.POSITIVE_INFINITY;
        }
        double width = width();
        double hazard = of.hazard(t);
        if (width == Double.POSITIVE_INFINITY) {
            return hazard;
        }
        return hazard / -StrictMath.expm1(of.cumulativeHazard(t) - before() - width);
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
        String operand = DistributionText.operand(of, dimension);
        if (to == Double.POSITIVE_INFINITY) {
            return operand + " at-least " + dimension.exact(from);
        }
        if (from == 0) {
            return operand + " at-most " + dimension.exact(to);
        }
        return operand + " between " + dimension.exact(from) + " and " + dimension.exact(to);
    }
}
