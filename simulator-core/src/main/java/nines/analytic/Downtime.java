package nines.analytic;

import java.util.Arrays;
import nines.quantity.Figures;

/**
 * How much of a time a chain spends down: the distribution of a reward that accumulates (after de Souza e Silva and Gail
 * 1986). Up and down time are uniformised apart: the chain is down for at most x up to t exactly when its time up reaches
 * t − x before its time down exceeds x. Sums of positive numbers.
 */
final class Downtime {
    private static final double FASTER = 1.02;
    private static final double NEGLIGIBLE = 1e-17;

    private Downtime() {}

    /**
     * Chance that the time down up to {@code time} is at most {@code most}.
     *
     * @param up whether each state counts as up
     * @param start chances of the states at time 0
     */
    static Answer atMost(Chain chain, boolean[] up, double[] start, double time, double most, double workMax) {
        if (most >= time) {
            return new Answer.Exact(1, 0);
        }
        if (most < 0) {
            return new Answer.Exact(0, 0);
        }
        int n = chain.states;
        double fastestUp = 0;
        double fastestDown = 0;
        for (int i = 0; i < n; i++) {
            if (up[i]) {
                fastestUp = Math.max(fastestUp, chain.exit[i]);
            } else {
                fastestDown = Math.max(fastestDown, chain.exit[i]);
            }
        }
        double upTicking = FASTER * fastestUp;
        double downTicking = FASTER * fastestDown;
        double[] enough = atLeast(new Poisson(downTicking * most));
        int least = enough.length;
        double work = (upTicking * (time - most) + 1) * least * (chain.to.length + n);
        if (work > workMax) {
            return new Answer.NotApplicable("following "
                    + Figures.count(upTicking * (time - most)) + " ticks of the time up and "
                    + Figures.count(least) + " of the time down through " + chain.states + " states takes too long");
        }
        Poisson ticks = new Poisson(upTicking * (time - most));
        double[][] here = new double[least][n];
        here[0] = start.clone();
        down(chain, up, here, downTicking);
        double value = 0;
        for (int m = 0; m <= ticks.last(); m++) {
            double kept = 0;
            for (int k = 0; k < least; k++) {
                kept += enough[k] * Transient.sum(here[k]);
            }
            value += ticks.chance(m) * kept;
            if (m < ticks.last()) {
                here = next(chain, up, here, upTicking);
                down(chain, up, here, downTicking);
            }
        }
        return new Answer.Exact(Math.min(1, value), Poisson.ERROR + NEGLIGIBLE * least);
    }

    /** Chance of at least k events, for all k that matter. */
    private static double[] atLeast(Poisson poisson) {
        double[] chances = new double[poisson.last() + 2];
        int k = 0;
        while (k < chances.length && poisson.chanceOfAtLeast(k) > NEGLIGIBLE) {
            chances[k] = poisson.chanceOfAtLeast(k);
            k++;
        }
        return Arrays.copyOf(chances, k);
    }

    /** One tick of the time up, from the states that are up. */
    private static double[][] next(Chain chain, boolean[] up, double[][] here, double ticking) {
        double[][] next = new double[here.length][chain.states];
        for (int k = 0; k < here.length; k++) {
            for (int i = 0; i < chain.states; i++) {
                if (here[k][i] > 0 && up[i]) {
                    leave(chain, i, here[k][i], ticking, next[k], next[k]);
                }
            }
        }
        return next;
    }

    /** Ticks of the time down, until all are up; those that have no time left for it are dropped. */
    private static void down(Chain chain, boolean[] up, double[][] here, double ticking) {
        for (int k = 0; k < here.length; k++) {
            double[] further = k + 1 < here.length ? here[k + 1] : new double[chain.states];
            for (int i = 0; i < chain.states; i++) {
                double chance = here[k][i];
                if (chance > 0 && !up[i]) {
                    here[k][i] = 0;
                    if (ticking > 0) {
                        leave(chain, i, chance, ticking, further, further);
                    }
                }
            }
        }
    }

    private static void leave(Chain chain, int i, double chance, double ticking, double[] to, double[] stays) {
        stays[i] += ticking == 0 ? chance : chance * (1 - chain.exit[i] / ticking);
        for (int t = chain.from[i]; t < chain.from[i + 1]; t++) {
            to[chain.to[t]] += chance * (chain.rate[t] / ticking);
        }
    }
}
