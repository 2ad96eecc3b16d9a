package nines.analytic;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.quantity.Figures;
import org.jspecify.annotations.Nullable;

/**
 * A unit that lives and is mended in turn, by any two laws, from new: how likely it is down at a time, and for how much of
 * the time up to it. The renewal equations f = F + F∗r, r = G∗f for the expected numbers of failures f and repairs r are
 * solved on a grid whose cells carry constant intensities; the kernels are averaged over each cell, so that repairs much
 * shorter than a cell are right too (product integration; cf. Xie 1989). Grids are refined until two extrapolations agree.
 */
final class Renewals {
    private static final int CELLS_MIN = 128;
    private static final int CELLS_MAX = 8_192;
    private static final double AGREES = 1e-10;
    private static final double USELESS = 1e-3;

    /** Products that may be summed for all times asked about together: about half a second. */
    private static final long WORK_MAX = 500_000_000L;

    private final Distribution life;
    private final Distribution repair;
    private long work;

    Renewals(Distribution life, Distribution repair) {
        this.life = life;
        this.repair = repair;
    }

    /** Chance to be down at a time, and the mean share of the time up to it. */
    record At(double now, double mean, double nowError, double meanError) {}

    /** The answers for a time; null when the grids do not agree, or when so much was asked already that it would take long. */
    @Nullable
    At at(double time) {
        if (work > WORK_MAX) {
            return null;
        }
        int cells = aligned(time);
        double[] one = grid(time, cells);
        double[] two = grid(time, 2 * cells);
        double[] before = extrapolated(one, two);
        for (int n = 4 * cells; n <= CELLS_MAX; n *= 2) {
            double[] finer = grid(time, n);
            double[] here = extrapolated(two, finer);
            double nowError = Math.abs(here[0] - before[0]);
            double meanError = Math.abs(here[1] - before[1]);
            boolean agree = nowError <= AGREES * here[0] && meanError <= AGREES * here[1];
            if (agree || 2 * n > CELLS_MAX) {
                boolean useless = nowError > USELESS * here[0] || meanError > USELESS * here[1];
                return useless ? null : new At(here[0], here[1], nowError, meanError);
            }
            two = finer;
            before = here;
        }
        return null;
    }

    /** The laws; units of the same laws have the same curve. */
    List<Distribution> laws() {
        return List.of(life, repair);
    }

    /** What it is about, in words. */
    private String text() {
        return life.text() + " and " + repair.text();
    }

    String whyNot(double time) {
        return work > WORK_MAX
                ? "the renewal equation of " + text() + " would have to be solved for too many times"
                : "the renewal equation of " + text() + " needs more than " + Figures.count(CELLS_MAX) + " cells for "
                        + Figures.duration(time);
    }

    private static double[] extrapolated(double[] coarse, double[] fine) {
        return new double[] {(4 * fine[0] - coarse[0]) / 3, (4 * fine[1] - coarse[1]) / 3};
    }

    /** A duration that is always the same, or 0. */
    double fixed() {
        return repair instanceof Deterministic ? repair.mean() : life instanceof Deterministic ? life.mean() : 0;
    }

    /** A number of cells of which a fixed duration is a whole number: jumps must not lie within a cell. */
    private int aligned(double time) {
        double fixed = fixed();
        for (int n = CELLS_MIN; n <= 16 * CELLS_MIN && fixed > 0; n++) {
            double cells = fixed / time * n;
            if (cells >= 1 && Math.abs(cells - Math.rint(cells)) < 1e-9) {
                return n;
            }
        }
        return CELLS_MIN;
    }

    /** Down at the end, and the mean up to it, on a grid of so many cells. */
    private double[] grid(double time, int n) {
        work += (long) n * n;
        double h = time / n;
        Kernels kernels = kernels(h, n);
        double[] fresh = failures(kernels, h, n);
        double now = 0;
        double total = 0;
        for (int k = 1; k <= n; k++) {
            now += kernels.down[n - k] * fresh[k];
            total += kernels.downtime[n - k] * fresh[k];
        }
        return new double[] {now, total / time};
    }

    /** Chance to be down at the end of each cell in the second half of a time; entry 0 belongs to its middle. */
    double[] secondHalf(double time, int n) {
        double h = time / n;
        Kernels kernels = kernels(h, n);
        double[] fresh = failures(kernels, h, n);
        double[] now = new double[n / 2 + 1];
        for (int i = n / 2; i <= n; i++) {
            double sum = 0;
            for (int k = 1; k <= i; k++) {
                sum += kernels.down[i - k] * fresh[k];
            }
            now[i - n / 2] = sum;
        }
        return now;
    }

    /** Means over each cell: of the chances to have failed, to be mended, to be down still, and of the time down by then. */
    private record Kernels(double[] life, double[] repair, double[] down, double[] downtime) {}

    private Kernels kernels(double h, int n) {
        double[] averageLife = new double[n];
        double[] averageRepair = new double[n];
        double[] averageDown = new double[n];
        double[] averageDowntime = new double[n];
        double spent = 0;
        for (int j = 0; j < n; j++) {
            double from = j * h;
            double to = (j + 1) * h;
            averageLife[j] = integral(life::cdf, from, to, j == 0) / h;
            averageDown[j] = integral(repair::survival, from, to, j == 0) / h;
            averageRepair[j] = 1 - averageDown[j];
            // The mean over the cell of the expected downtime since its beginning: what was spent before, and x·S
            // inside.
            double inside = integral(x -> (to - x) * repair.survival(x), from, to, j == 0) / h;
            averageDowntime[j] = spent + inside;
            spent += averageDown[j] * h;
        }
        return new Kernels(averageLife, averageRepair, averageDown, averageDowntime);
    }

    /** Failures expected in each cell; entry 0 stays empty. */
    private double[] failures(Kernels kernels, double h, int n) {
        double[] failures = new double[n + 1];
        double[] repairs = new double[n + 1];
        double[] newFailures = new double[n + 1];
        double[] newRepairs = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            double failed = life.cdf(i * h);
            double mended = 0;
            for (int k = 1; k < i; k++) {
                failed += kernels.life[i - k] * newRepairs[k];
                mended += kernels.repair[i - k] * newFailures[k];
            }
            // Two equations for the last cell: f = failed + a (r − r'), r = mended + b (f − f').
            double a = kernels.life[0];
            double b = kernels.repair[0];
            failures[i] = (failed + a * (mended - b * failures[i - 1] - repairs[i - 1])) / (1 - a * b);
            repairs[i] = mended + b * (failures[i] - failures[i - 1]);
            newFailures[i] = failures[i] - failures[i - 1];
            newRepairs[i] = repairs[i] - repairs[i - 1];
        }
        return newFailures;
    }

    /** Gauss–Legendre, on both sides of a jump; the first cell in pieces that grow from its beginning. */
    private double integral(DoubleUnaryOperator of, double from, double to, boolean first) {
        for (double jump : new double[] {life instanceof Deterministic ? life.mean() : 0, fixed()}) {
            if (from < jump && jump < to) {
                return integral(of, from, jump, first) + integral(of, jump, to, false);
            }
        }
        if (!first) {
            return Quadrature.piece(of, from, to);
        }
        double sum = 0;
        double end = to;
        for (int i = 0; i < 40; i++) {
            double start = i == 39 ? from : end / 2;
            sum += Quadrature.piece(of, start, end);
            end = start;
        }
        return sum;
    }
}
