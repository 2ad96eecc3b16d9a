package nines.analytic;

import nines.check.Require;

/**
 * Chances of k events of a Poisson process, for the k that matter, computed from the most likely one outwards (Fox and
 * Glynn 1988). What is left out on both sides together is below {@link #ERROR}.
 */
final class Poisson {
    /** Chance left out. */
    static final double ERROR = 1e-15;

    /** The first k that counts. */
    final int first;

    /** Chance of first, first + 1, … */
    final double[] chance;

    /** Chance of more than k events: entry k - first, for the same k. */
    final double[] beyond;

    Poisson(double mean) {
        Require.nonNegative(mean, "mean");
        int mode = (int) mean;
        double spread = 10 * Math.sqrt(mean + 1) + 40;
        first = (int) Math.max(0, mean - spread);
        int last = (int) Math.ceil(mean + spread);
        chance = new double[last - first + 1];
        chance[mode - first] = 1;
        for (int k = mode; k > first; k--) {
            chance[k - 1 - first] = chance[k - first] * (k / mean);
        }
        for (int k = mode; k < last; k++) {
            chance[k + 1 - first] = chance[k - first] * (mean / (k + 1));
        }
        double total = sum(chance);
        beyond = new double[chance.length];
        double tail = 0;
        for (int i = chance.length - 1; i >= 0; i--) {
            beyond[i] = tail;
            chance[i] /= total;
            tail += chance[i];
        }
    }

    /** Small ones first. */
    private static double sum(double[] numbers) {
        int low = 0;
        int high = numbers.length - 1;
        double sum = 0;
        while (low <= high) {
            sum += numbers[low] < numbers[high] ? numbers[low++] : numbers[high--];
        }
        return sum;
    }

    /** Chance of exactly k events. */
    double chance(int k) {
        return k < first || k > last() ? 0 : chance[k - first];
    }

    /** Chance of more than k events. */
    double beyond(int k) {
        return k < first ? 1 : k > last() ? 0 : beyond[k - first];
    }

    /** Chance of k events or more. */
    double chanceOfAtLeast(int k) {
        return beyond(k) + chance(k);
    }

    int last() {
        return first + chance.length - 1;
    }
}
