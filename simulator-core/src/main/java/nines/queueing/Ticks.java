package nines.queueing;

import nines.check.Require;

/** Chances of k events of a Poisson process, from the likeliest outwards; what is left out is below 1e-17 of the whole. */
final class Ticks {
    private final int first;
    private final double[] chance;

    Ticks(double mean) {
        Require.nonNegative(mean, "mean");
        int mode = (int) mean;
        double spread = 10 * Math.sqrt(mean + 1) + 40;
        first = (int) Math.max(0, mean - spread);
        chance = new double[(int) Math.ceil(mean + spread) - first + 1];
        chance[mode - first] = 1;
        double sum = 1;
        for (int k = mode; k > first; k--) {
            chance[k - 1 - first] = chance[k - first] * (k / mean);
            sum += chance[k - 1 - first];
        }
        for (int k = mode; k < last(); k++) {
            chance[k + 1 - first] = chance[k - first] * (mean / (k + 1));
            sum += chance[k + 1 - first];
        }
        for (int i = 0; i < chance.length; i++) {
            chance[i] /= sum;
        }
    }

    int last() {
        return first + chance.length - 1;
    }

    double chance(int k) {
        return k < first || k > last() ? 0 : chance[k - first];
    }
}
