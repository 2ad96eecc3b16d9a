package nines.queueing;

import java.util.function.DoubleUnaryOperator;
import nines.check.Require;

/** Where a falling function of time reaches a value, by bisection down to neighbouring numbers. */
final class Percentile {
    private Percentile() {}

    /**
     * The smallest time by which a share p is over.
     *
     * @param beyond chance of lasting longer than a time, falling to 0
     * @param guess some time of the right size, positive
     */
    static double of(double p, DoubleUnaryOperator beyond, double guess) {
        Require.openShare(p, "p");
        double left = 1 - p;
        double low = 0;
        double high = guess;
        while (beyond.applyAsDouble(high) > left) {
            low = high;
            high *= 2;
        }
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high || high - low < 1e-15 * high) {
                return high;
            }
            if (beyond.applyAsDouble(middle) > left) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
