package nines.analytic;

import org.jspecify.annotations.Nullable;

/**
 * A chain as it goes on from a given start, by uniformisation (Jensen 1953): the chain looked at whenever a Poisson
 * process faster than its fastest state ticks. Sums of positive numbers; what is cut off is bounded. Long times in small
 * chains are left to {@link Doubling}.
 */
final class Transient {
    private static final double FASTER = 1.02;
    private static final double WORK_MAX = 2e10;
    private static final double WORK_WORTH_DOUBLING = 3e8;

    /** Values at a time: what the states weigh there, and the mean over the time up to it. */
    record At(double now, double mean, double error) {}

    private Transient() {}

    /**
     * The expected weight at a time and up to it.
     *
     * @param start chances of the states at time 0
     * @param weight of each state
     * @return null when that would take too long
     */
    static @Nullable At at(Chain chain, double time, double[] start, double[] weight) {
        int n = chain.states;
        double fastest = 0;
        for (double exit : chain.exit) {
            fastest = Math.max(fastest, exit);
        }
        if (fastest == 0 || time == 0) {
            double held = dot(start, weight);
            return new At(held, held, 0);
        }
        double ticking = FASTER * fastest;
        double work = ticking * time * (chain.to.length + n);
        if (work > WORK_WORTH_DOUBLING && n <= Doubling.STATES_MAX) {
            return Doubling.at(chain, time, start, weight);
        }
        if (work > WORK_MAX) {
            return null;
        }
        Chain turned = chain.turned();
        Poisson ticks = new Poisson(ticking * time);
        double[] stay = new double[n];
        for (int i = 0; i < n; i++) {
            stay[i] = 1 - chain.exit[i] / ticking;
        }
        double[] now = start.clone();
        double[] next = new double[n];
        double value = 0;
        double area = 0;
        for (int k = 0; k <= ticks.last(); k++) {
            double held = dot(now, weight);
            if (k >= ticks.first) {
                value += ticks.chance[k - ticks.first] * held;
                area += ticks.beyond[k - ticks.first] * held;
            } else {
                area += held;
            }
            step(turned, now, next, stay, ticking);
            double[] swap = now;
            now = next;
            next = swap;
        }
        return new At(value, area / (ticking * time), Poisson.ERROR);
    }

    private static void step(Chain turned, double[] now, double[] next, double[] stay, double ticking) {
        int[] into = turned.from;
        for (int j = 0; j < next.length; j++) {
            double sum = 0;
            for (int k = into[j]; k < into[j + 1]; k++) {
                sum += now[turned.to[k]] * turned.rate[k];
            }
            next[j] = now[j] * stay[j] + sum / ticking;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
