package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import nines.result.BudgetPoint;

/**
 * How the downtime of a window comes together: the requests lost until each of its steps, over all windows. Counts stand in
 * classes of 1.5 % width, so that the memory does not grow with the number of windows.
 */
final class Burn {
    private static final int PER_DECADE = 160;
    private static final double LEAST = 1e-6;
    private static final int CLASSES = 16 * PER_DECADE;
    /** Windows below which percentiles of 5 % say nothing. */
    private static final int FEWEST = 40;

    /** How a year is stepped through: 73 steps of five days. */
    private static final int YEAR_STEPS = 73;

    private static final int MONTH_STEPS = 30;

    private final double length;
    private final int steps;
    private final long[] none;
    private final int[][] counts;
    private long windows;

    Burn(double length) {
        this.length = length;
        steps = steps(length);
        none = new long[steps];
        counts = new int[steps][CLASSES];
    }

    /** How many steps a window is looked at in; 0: none. */
    static int steps(double length) {
        return length == Settings.YEAR ? YEAR_STEPS : length == Settings.MONTH ? MONTH_STEPS : 0;
    }

    /** Adds the windows of a replication: what was lost in each step, in seconds, step after step. */
    void add(double[] lost) {
        for (int from = 0; from + steps <= lost.length; from += steps) {
            double sum = 0;
            for (int step = 0; step < steps; step++) {
                sum += lost[from + step];
                if (sum < LEAST) {
                    none[step]++;
                } else {
                    int at = (int) (PER_DECADE * StrictMath.log10(sum / LEAST));
                    counts[step][Math.min(CLASSES - 1, at)]++;
                }
            }
            windows++;
        }
    }

    /** The percentiles after each step, from the beginning; none where there were too few windows. */
    List<BudgetPoint> points() {
        if (windows < FEWEST) {
            return List.of();
        }
        List<BudgetPoint> points = new ArrayList<>();
        points.add(new BudgetPoint(0, 0, 0, 0, 0, 0));
        for (int step = 0; step < steps; step++) {
            double[] at = {0.05, 0.25, 0.5, 0.75, 0.95};
            for (int q = 0; q < at.length; q++) {
                at[q] = quantile(step, at[q]);
            }
            points.add(new BudgetPoint(length * (step + 1) / steps, at[0], at[1], at[2], at[3], at[4]));
        }
        return points;
    }

    private double quantile(int step, double share) {
        double wanted = share * windows;
        double seen = none[step];
        if (seen >= wanted) {
            return 0;
        }
        for (int at = 0; at < CLASSES; at++) {
            seen += counts[step][at];
            if (seen >= wanted) {
                return LEAST * StrictMath.pow(10, (at + 0.5) / PER_DECADE);
            }
        }
        return Double.NaN;
    }
}
