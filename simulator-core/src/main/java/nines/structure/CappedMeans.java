package nines.structure;

import nines.distribution.Distribution;

/**
 * Means of a law whose draws are cut off: E min(D, c), the integral of the survival from 0 to c, by the rule of Gauss with
 * seven points, halved until the halves agree with the whole. The integrals up to marks a factor of two apart are worked out once, when they are
 * first asked for.
 */
final class CappedMeans {
    // Nodes and weights on [-1, 1] (Abramowitz and Stegun 1964, table 25.4).
    private static final double[] NODES = {0.949107912342759, 0.741531185599394, 0.405845151377397, 0};
    private static final double[] WEIGHTS = {0.129484966168870, 0.279705391489277, 0.381830050505119, 0.417959183673469
    };
    /** Draws above the span happen less than once in ten million. */
    private static final double SPAN_HAZARD = 16;
    /** The first mark, in means. */
    private static final double FIRST = 1.0 / 1024;
    /** Marks up to 2^60 times the first. */
    private static final int MARKS = 61;
    /** Error of an integral, as a share of its upper bound. */
    private static final double ERROR = 1e-10;

    private static final int HALVINGS = 30;

    private final Distribution law;
    private final double mean;
    private final double span;
    private final boolean constant;
    private final double[] until = new double[MARKS];
    private boolean known;

    /** @param mean of the law, in seconds; zero or infinite: never asked for */
    CappedMeans(Distribution law, double mean) {
        this.law = law;
        this.mean = mean;
        span = mean > 0 && mean < Double.POSITIVE_INFINITY ? law.inverseHazard(SPAN_HAZARD) : 0;
        constant = span == mean && law.inverseHazard(0) == mean;
    }

    /** A duration in seconds that practically no draw exceeds. */
    double span() {
        return span;
    }

    /** Mean of draws of which nothing counts beyond {@code cap} seconds. */
    double of(double cap) {
        if (constant) {
            return Math.min(mean, cap);
        }
        if (!known) {
            known = true;
            until[0] = between(0, mark(0));
            for (int i = 1; i < MARKS; i++) {
                until[i] = mark(i) < span ? until[i - 1] + between(mark(i - 1), mark(i)) : mean;
            }
        }
        int below = Math.min(MARKS - 1, Math.getExponent(cap / mark(0)));
        return below < 0 ? between(0, cap) : until[below] + between(mark(below), cap);
    }

    private double mark(int i) {
        return Math.scalb(mean * FIRST, i);
    }

    private double between(double from, double to) {
        return to > from ? halved(from, to, gauss(from, to), ERROR * to, HALVINGS) : 0;
    }

    private double halved(double from, double to, double whole, double error, int left) {
        double middle = 0.5 * (from + to);
        double low = gauss(from, middle);
        double high = gauss(middle, to);
        if (left == 0 || Math.abs(low + high - whole) <= error) {
            return low + high;
        }
        return halved(from, middle, low, error, left - 1) + halved(middle, to, high, error, left - 1);
    }

    private double gauss(double from, double to) {
        double half = 0.5 * (to - from);
        double middle = from + half;
        double sum = WEIGHTS[3] * law.survival(middle);
        for (int i = 0; i < 3; i++) {
            sum += WEIGHTS[i] * (law.survival(middle - half * NODES[i]) + law.survival(middle + half * NODES[i]));
        }
        return sum * half;
    }
}
