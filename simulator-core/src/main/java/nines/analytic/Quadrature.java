package nines.analytic;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * The mean of a smooth function over a time that may change quickly at first and hardly at all later: Gauss–Legendre sums
 * with 10 and 20 points on pieces that are halved until both agree.
 */
final class Quadrature {
    private static final int FEW = 10;
    private static final int MANY = 20;
    private static final double AGREES = 1e-11;
    private static final int PIECES_MAX = 400;

    private static final double[][] COARSE = rule(FEW);
    private static final double[][] FINE = rule(MANY);

    private Quadrature() {}

    /** The mean of the answers at all times up to {@code time}; an answer that is missing is handed on. */
    static Answer mean(double time, DoubleFunction<Answer> at) {
        Sum sum = new Sum(at);
        // The first pieces grow by a constant factor, so that what happens in seconds and what happens in years are
        // both met.
        double from = 0;
        double to = time * 1e-9;
        double error = 0;
        Answer last = at.apply(time);
        if (!(last instanceof Answer.Exact end)) {
            return last;
        }
        double scale = Math.abs(end.value());
        while (from < time) {
            error += sum.add(from, to, scale * AGREES);
            if (sum.missing != null) {
                return sum.missing;
            }
            from = to;
            to = Math.min(time, 8 * to);
        }
        return new Answer.Exact(sum.total / time, error / time + sum.error, end.method());
    }

    /** The integral of a function over a short piece. */
    static double piece(DoubleUnaryOperator of, double from, double to) {
        double half = (to - from) / 2;
        double sum = 0;
        for (int i = 0; i < FEW; i++) {
            sum += COARSE[1][i] * of.applyAsDouble(from + half * (1 + COARSE[0][i]));
        }
        return half * sum;
    }

    private static final class Sum {
        private final DoubleFunction<Answer> at;
        private double total;
        private double error;
        private int pieces;
        private @org.jspecify.annotations.Nullable Answer missing;

        Sum(DoubleFunction<Answer> at) {
            this.at = at;
        }

        /** Adds a piece of the integral; the disagreement that is left. */
        double add(double from, double to, double tolerance) {
            double coarse = integral(COARSE, from, to);
            double fine = integral(FINE, from, to);
            double off = Math.abs(fine - coarse);
            boolean agrees = off <= Math.max(tolerance, AGREES * Math.abs(fine) / (to - from)) * (to - from);
            if (missing != null || agrees || ++pieces > PIECES_MAX) {
                total += fine;
                return off;
            }
            double middle = (from + to) / 2;
            return add(from, middle, tolerance) + add(middle, to, tolerance);
        }

        private double integral(double[][] rule, double from, double to) {
            double half = (to - from) / 2;
            double sum = 0;
            for (int i = 0; i < rule[0].length && missing == null; i++) {
                Answer answer = at.apply(from + half * (1 + rule[0][i]));
                if (answer instanceof Answer.Exact exact) {
                    sum += rule[1][i] * exact.value();
                    error = Math.max(error, exact.error());
                } else {
                    missing = answer;
                }
            }
            return half * sum;
        }
    }

    /** Points and weights of Gauss–Legendre quadrature on [−1, 1], by Newton's method (Davis and Rabinowitz 1984). */
    private static double[][] rule(int n) {
        double[] points = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = StrictMath.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            for (int round = 0; round < 100; round++) {
                double before = 1;
                double here = x;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * x * here - (k - 1) * before) / k;
                    before = here;
                    here = next;
                }
                slope = n * (x * here - before) / (x * x - 1);
                double step = here / slope;
                x -= step;
                if (Math.abs(step) < 1e-16) {
                    break;
                }
            }
            points[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
        return new double[][] {points, weights};
    }
}
