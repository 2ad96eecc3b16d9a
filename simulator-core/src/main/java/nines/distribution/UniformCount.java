package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A whole number between two bounds, all equally likely.
 *
 * @param from the least
 * @param to the greatest
 */
public record UniformCount(int from, int to) implements Distribution {

    public static final Family<UniformCount> FAMILY = Family.<UniformCount>of("uniform")
            .form(
                    v -> new UniformCount((int) v[0], (int) v[1]),
                    law -> new double[] {law.from, law.to},
                    Family.at("from", "", Family.Kind.COUNT),
                    Family.at("to", "to", Family.Kind.COUNT))
            .only(Dimension.COUNT);

    public UniformCount {
        Require.nonNegative(from, "from");
        Require.that(from < to, "to", "greater than from (" + from + ")", to);
    }

    private double size() {
        return (double) to - from + 1;
    }

    @Override
    public double mean() {
        return 0.5 * ((double) from + to);
    }

    @Override
    public double variance() {
        return (size() * size() - 1) / 12;
    }

    @Override
    public double cumulativeHazard(double t) {
        if (t < from) {
            return 0;
        }
        return t >= to ? Double.POSITIVE_INFINITY : -StrictMath.log1p(-(Math.floor(t) - from + 1) / size());
    }

    @Override
    public double inverseHazard(double h) {
        double number = Math.min(to, Math.max(from, from + Math.ceil(-size() * StrictMath.expm1(-h)) - 1));
        if (number > from && cumulativeHazard(number - 1) >= h) {
            return number - 1;
        }
        return cumulativeHazard(number) < h ? number + 1 : number;
    }

    /** 0 below the greatest: only whole numbers have a chance. */
    @Override
    public double hazard(double t) {
        return t < to ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
