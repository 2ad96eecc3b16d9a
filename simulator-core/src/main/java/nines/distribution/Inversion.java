package nines.distribution;

/** Finds the time at which a cumulative hazard reaches a value, for laws that have no formula for it. */
final class Inversion {
    private static final int MAX_STEPS = 300;

    private Inversion() {}

    /**
     * The smallest t in (low, high] with {@code law.cumulativeHazard(t) ≥ h}: Newton's method on
     * logarithms of both, kept inside a shrinking bracket by bisection, which also finds jumps.
     *
     * @param low a time where less than h is consumed, or 0
     * @param high a time where h is consumed; may be infinite
     * @param guess where to start
     */
    static double solve(Distribution law, double h, double low, double high, double guess) {
        if (!(h > 0) || guess == 0) {
            return low;
        }
        if (h == Double.POSITIVE_INFINITY) {
            return high;
        }
        double t = guess > low && guess < high ? guess : middle(low, high);
        for (int step = 0; step < MAX_STEPS; step++) {
            double consumed = law.cumulativeHazard(t);
            if (consumed < h) {
                low = t;
            } else {
                high = t;
            }
            if (Math.nextUp(low) >= high) {
                return high;
            }
            double miss = StrictMath.log(h / consumed);
            double move = miss * (consumed / (law.hazard(t) * t));
            double next = t * StrictMath.exp(move);
            if (next > low && next < high) {
                if (Math.abs(move) < 1e-9 && Math.abs(miss) < 1e-7) {
                    return next;
                }
                t = next;
            } else if (Math.abs(move) < 1e-15 && Math.abs(miss) < 1e-7) {
                return t;
            } else {
                t = middle(low, high);
            }
        }
        return high;
    }

    private static double middle(double low, double high) {
        if (high == Double.POSITIVE_INFINITY) {
            return low > 0 ? Math.min(low * 16, Double.MAX_VALUE) : 1;
        }
        if (low > 0 && high > 4 * low) {
            return Math.sqrt(low) * Math.sqrt(high);
        }
        double middle = low + 0.5 * (high - low);
        return middle > low ? middle : high;
    }
}
