package nines.queueing;

import java.util.function.DoubleUnaryOperator;

/** Integrals by the adaptive rule of Simpson with Richardson's correction, to about 12 digits of smooth functions. */
final class Integral {
    private static final int PIECES = 8;
    private static final int DEPTH_MAX = 30;
    private static final double TOLERANCE = 1e-14;

    private Integral() {}

    static double of(DoubleUnaryOperator f, double from, double to) {
        double[] at = new double[2 * PIECES + 1];
        double scale = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = f.applyAsDouble(from + (to - from) * i / (at.length - 1));
            scale = Math.max(scale, Math.abs(at[i]));
        }
        double sum = 0;
        for (int i = 0; i < PIECES; i++) {
            double a = from + (to - from) * i / PIECES;
            double b = from + (to - from) * (i + 1) / PIECES;
            sum += piece(f, a, b, at[2 * i], at[2 * i + 1], at[2 * i + 2], TOLERANCE * scale, DEPTH_MAX);
        }
        return sum;
    }

    private static double piece(
            DoubleUnaryOperator f, double a, double b, double fa, double fm, double fb, double tolerance, int depth) {
        double m = 0.5 * (a + b);
        double fl = f.applyAsDouble(0.5 * (a + m));
        double fr = f.applyAsDouble(0.5 * (m + b));
        double whole = (b - a) / 6 * (fa + 4 * fm + fb);
        double halves = (b - a) / 12 * (fa + 4 * fl + 2 * fm + 4 * fr + fb);
        if (depth == 0 || Math.abs(halves - whole) <= 15 * tolerance * (b - a)) {
            return halves + (halves - whole) / 15;
        }
        return piece(f, a, m, fa, fl, fm, tolerance, depth - 1) + piece(f, m, b, fm, fr, fb, tolerance, depth - 1);
    }
}
