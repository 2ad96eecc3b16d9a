package nines.analytic;

import org.jspecify.annotations.Nullable;

/**
 * How likely a unit is down at every time up to a horizon, from new, by its renewal equation: solved once for the horizon and
 * for its half, quarter, eighth, …, on grids of as many cells each, so that the first seconds are known as well as the last
 * years. Of each solution the second half is kept; between its points runs a polynomial of degree five.
 */
final class RenewalCurve {
    private static final int CELLS_MIN = 128;
    private static final int CELLS_MAX = 4_096;
    /** Fixed durations are met to twelve digits once a cell is no longer than they are. */
    private static final int CELLS_MAX_FIXED = 8_192;

    private static final int HALVINGS = 30;
    private static final int POINTS = 6;
    private static final double AGREES = 1e-9;
    private static final double USELESS = 1e-3;

    private final double horizon;
    /** Of each piece, the values at equal distances from its beginning to its end. */
    private final double[][] pieces;

    private final double worst;

    private RenewalCurve(double horizon, double[][] pieces, double worst) {
        this.horizon = horizon;
        this.pieces = pieces;
        this.worst = worst;
    }

    /** The curve of a unit up to a time at least; null when the finest grids do not agree on it. */
    static @Nullable RenewalCurve of(Renewals unit, double atLeast) {
        // Corners of the curve, at multiples of a fixed duration, must lie where a piece begins, or on lines of its
        // grid.
        double fixed = unit.fixed();
        double horizon = fixed > 0 ? Math.scalb(fixed, Math.max(0, Math.getExponent(atLeast / fixed) + 1)) : atLeast;
        double[][] pieces = new double[HALVINGS + 1][];
        double worst = 0;
        int most = fixed > 0 ? CELLS_MAX_FIXED : CELLS_MAX;
        for (int p = 0; p <= HALVINGS; p++) {
            double time = Math.scalb(horizon, -p);
            int n = CELLS_MIN;
            double[] one = unit.secondHalf(time, n);
            double[] two = unit.secondHalf(time, 2 * n);
            double[] before = extrapolated(one, two);
            double off = Double.POSITIVE_INFINITY;
            while (off > AGREES && 4 * n <= most) {
                n *= 2;
                double[] finer = unit.secondHalf(time, 2 * n);
                double[] here = extrapolated(two, finer);
                off = difference(before, here);
                two = finer;
                before = here;
            }
            // What happens in a billionth of the horizon weighs as little.
            worst = Math.max(worst, off * Math.min(1, Math.scalb(1.0, 2 - p)));
            pieces[p] = before;
        }
        return worst > USELESS ? null : new RenewalCurve(horizon, pieces, worst);
    }

    /** At the points of the coarser grid. */
    private static double[] extrapolated(double[] coarse, double[] fine) {
        double[] better = new double[coarse.length];
        for (int i = 0; i < better.length; i++) {
            better[i] = (4 * fine[2 * i] - coarse[i]) / 3;
        }
        return better;
    }

    /** The largest relative difference at all points of the finer one, those included that lie between points. */
    private static double difference(double[] coarse, double[] fine) {
        double worst = 0;
        for (int i = 0; i < fine.length; i++) {
            double off = Math.abs(between(coarse, i / 2.0) - fine[i]);
            worst = Math.max(worst, off / Math.max(fine[i], 1e-300));
        }
        return worst;
    }

    /** Chance to be down at a time up to the horizon. */
    double at(double time) {
        int p = 0;
        double end = horizon;
        while (time <= end / 2 && p < HALVINGS) {
            end /= 2;
            p++;
        }
        double[] piece = pieces[p];
        double begin = end / 2;
        if (time < begin) {
            // Before all pieces: as good as nothing, and on the line from nothing at time 0.
            return piece[0] * time / begin;
        }
        return Math.max(0, between(piece, (time - begin) / begin * (piece.length - 1)));
    }

    /** Bound on the relative error. */
    double relativeError() {
        return worst;
    }

    /** Lagrange's polynomial through the points around a place. */
    private static double between(double[] values, double place) {
        int first = (int) Math.floor(place) - POINTS / 2 + 1;
        first = Math.max(0, Math.min(first, values.length - POINTS));
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double weight = 1;
            for (int k = 0; k < POINTS; k++) {
                weight *= k == i ? 1 : (place - first - k) / (i - k);
            }
            sum += weight * values[first + i];
        }
        return sum;
    }
}
