package nines.analytic;

/**
 * Goes on by itself where an iteration has come to a steady pace: when the steps have shrunk by the same factor λ for some
 * rounds, all that are still to come add up to the last one times λ / (1 − λ) (Lyusternik 1947). What comes out is a guess like
 * any other: whether it is an answer, balance decides.
 */
final class Leap {
    private static final double STEADY = 0.1;
    private static final double SLOW = 0.3;
    private static final double FASTEST = 0.98;
    private static final int REST = 2;

    private final double[] before;
    private double size = Double.NaN;
    private double factor = Double.NaN;
    private int rounds;

    Leap(int states) {
        before = new double[states];
    }

    /** Looks at the chances after a round, and leaps when that seems to pay. */
    void after(double[] p) {
        double step = 0;
        for (int i = 0; i < p.length; i++) {
            step += Math.abs(p[i] - before[i]);
        }
        double shrunk = step / size;
        boolean steady = Math.abs(shrunk - factor) < STEADY * factor;
        boolean leaps = rounds >= REST && steady && shrunk > SLOW && shrunk < FASTEST;
        double further = shrunk / (1 - shrunk);
        for (int i = 0; i < p.length; i++) {
            double here = p[i];
            if (leaps) {
                p[i] = Math.max(here / 2, Math.min(2 * here, here + (here - before[i]) * further));
            }
            before[i] = p[i];
        }
        rounds = leaps ? 0 : rounds + 1;
        factor = leaps ? Double.NaN : shrunk;
        size = leaps ? Double.NaN : step;
    }
}
