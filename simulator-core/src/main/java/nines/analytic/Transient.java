package nines.analytic;

import org.jspecify.annotations.Nullable;

/**
 * A chain as it goes on from a given start, by uniformisation (Jensen 1953): the chain looked at whenever a Poisson
 * process faster than its fastest state ticks. Sums of positive numbers; what is cut off is bounded.
 *
 * <p>A chain that has settled need not be followed any further. How far each state's chance is from its stationary one,
 * as a ratio, never grows from tick to tick (it is a mean over the states that it comes from), so that the largest
 * deviation seen bounds all later ones. Where the walk is too long all the same, small chains are left to
 * {@link Doubling}.
 */
final class Transient {
    private static final double FASTER = 1.02;
    private static final double WORK_WORTH_DOUBLING = 3e8;
    private static final double SETTLED = 1e-12;
    private static final int LOOK_EVERY = 128;

    /** What part of the work may be spent on waiting until a chain settles that is too long to follow to the end. */
    private static final double PATIENCE = 0.5;

    /** Values at a time: what the states weigh there, and the mean over the time up to it. */
    record At(double now, double mean, double error) {}

    private Transient() {}

    /**
     * The expected weights at a time and up to it.
     *
     * @param start chances of the states at time 0
     * @param weights of each state, one array a question
     * @param stationary chances in the long run, or null when they are not known
     * @param workMax multiplications it may cost
     * @return one a question; null when it would cost more
     */
    static At @Nullable [] at(
            Chain chain,
            double time,
            double[] start,
            double[][] weights,
            double @Nullable [] stationary,
            double workMax) {
        int n = chain.states;
        double ticking = FASTER * fastest(chain);
        double all = ticking * time;
        if (all == 0) {
            return each(weights, start, 0);
        }
        double tick = chain.to.length + n;
        double waiting = n <= Doubling.STATES_MAX ? Math.min(workMax, WORK_WORTH_DOUBLING) : PATIENCE * workMax;
        double affordable = (n <= Doubling.STATES_MAX || all * tick > workMax ? waiting : workMax) / tick;
        if (all > affordable && stationary == null) {
            return orDoubling(chain, time, start, weights, workMax);
        }
        Chain turned = chain.turned();
        Poisson ticks = new Poisson(all);
        double[] stay = stay(chain, ticking);
        double[] now = start.clone();
        double[] next = new double[n];
        double[] value = new double[weights.length];
        double[] area = new double[weights.length];
        double counted = 0;
        for (int k = 0; k <= ticks.last(); k++) {
            if (stationary != null && k % LOOK_EVERY == 0) {
                double away = away(now, stationary);
                if (away < SETTLED) {
                    double later = ticks.chanceOfAtLeast(k);
                    At[] settled = each(weights, stationary, 0);
                    for (int q = 0; q < weights.length; q++) {
                        double held = settled[q].now;
                        settled[q] = new At(
                                value[q] + later * held,
                                (area[q] + (all - counted) * held) / all,
                                Poisson.ERROR + away * held + outside(now, stationary));
                    }
                    return settled;
                }
                if (k > affordable) {
                    return orDoubling(chain, time, start, weights, workMax);
                }
            }
            double chance = ticks.chance(k);
            double beyond = ticks.beyond(k);
            for (int q = 0; q < weights.length; q++) {
                double held = dot(now, weights[q]);
                value[q] += chance * held;
                area[q] += beyond * held;
            }
            counted += beyond;
            step(turned, now, next, stay, ticking);
            double[] swap = now;
            now = next;
            next = swap;
        }
        At[] at = new At[weights.length];
        for (int q = 0; q < at.length; q++) {
            at[q] = new At(value[q], area[q] / all, Poisson.ERROR);
        }
        return at;
    }

    /**
     * Chances of the states at a time.
     *
     * @param left multiplications that may still be spent; what is spent is taken off
     * @return null when it would cost more
     */
    static Behaviour.@Nullable Chances chances(
            Chain chain, double time, double[] start, double @Nullable [] stationary, double[] left) {
        int n = chain.states;
        double ticking = FASTER * fastest(chain);
        double all = ticking * time;
        if (all == 0) {
            return new Behaviour.Chances(start.clone(), 0);
        }
        double tick = chain.to.length + n;
        double affordable = left[0] / tick;
        if (all > affordable && stationary == null) {
            return null;
        }
        Chain turned = chain.turned();
        Poisson ticks = new Poisson(all);
        double[] stay = stay(chain, ticking);
        double[] now = start.clone();
        double[] next = new double[n];
        double[] chances = new double[n];
        for (int k = 0; k <= ticks.last(); k++) {
            left[0] -= tick;
            if (stationary != null && k % LOOK_EVERY == 0) {
                double away = away(now, stationary);
                if (away < SETTLED) {
                    double later = ticks.chanceOfAtLeast(k);
                    for (int i = 0; i < n; i++) {
                        chances[i] += later * stationary[i];
                    }
                    return new Behaviour.Chances(chances, Poisson.ERROR + away);
                }
                if (k > affordable) {
                    return null;
                }
            }
            double chance = ticks.chance(k);
            for (int i = 0; i < n && chance > 0; i++) {
                chances[i] += chance * now[i];
            }
            step(turned, now, next, stay, ticking);
            double[] swap = now;
            now = next;
            next = swap;
        }
        return new Behaviour.Chances(chances, Poisson.ERROR);
    }

    private static At[] each(double[][] weights, double[] chances, double error) {
        At[] at = new At[weights.length];
        for (int q = 0; q < at.length; q++) {
            double held = dot(chances, weights[q]);
            at[q] = new At(held, held, error);
        }
        return at;
    }

    private static At @Nullable [] orDoubling(
            Chain chain, double time, double[] start, double[][] weights, double workMax) {
        int n = chain.states;
        if (n > Doubling.STATES_MAX || 60.0 * n * n * n > workMax) {
            return null;
        }
        At[] at = new At[weights.length];
        for (int q = 0; q < at.length; q++) {
            at[q] = Doubling.at(chain, time, start, weights[q]);
        }
        return at;
    }

    /**
     * Chance that a chain has left for good by a time: transitions are those among the states that count as there, and
     * {@code leaving} are the rates out of them.
     *
     * @param start chances of the states at time 0; what is missing to 1 has left already
     * @return null when it would cost more than {@code workMax}
     */
    static @Nullable At left(Chain chain, double[] leaving, double time, double[] start, double workMax) {
        int n = chain.states;
        double fastest = 0;
        for (int i = 0; i < n; i++) {
            fastest = Math.max(fastest, chain.exit[i] + leaving[i]);
        }
        double gone = 1;
        for (double chance : start) {
            gone -= chance;
        }
        gone = Math.max(0, gone);
        if (fastest == 0 || time == 0) {
            return new At(gone, gone, 0);
        }
        double ticking = FASTER * fastest;
        double tick = chain.to.length + n;
        double all = ticking * time;
        Chain turned = chain.turned();
        Poisson ticks = new Poisson(all);
        double[] stay = new double[n];
        for (int i = 0; i < n; i++) {
            stay[i] = 1 - (chain.exit[i] + leaving[i]) / ticking;
        }
        double[] now = start.clone();
        double[] next = new double[n];
        for (int k = 0; k <= ticks.last(); k++) {
            if (k % LOOK_EVERY == LOOK_EVERY - 1 && k < ticks.first) {
                step(turned, now, next, stay, ticking);
                double there = sum(now);
                double decay = dot(now, leaving) / ticking / there;
                double uneven = uneven(now, next, decay);
                if (uneven < SETTLED * Math.max(decay, 1e-3)) {
                    // From here on every tick takes the same share: the Poisson sum is an exponential.
                    double left = gone - there * StrictMath.expm1(-all * decay - k * StrictMath.log1p(-decay));
                    return new At(left, left, Poisson.ERROR + there * Math.min(1, all * uneven));
                }
            }
            if (k > (all * tick > workMax ? PATIENCE : 1) * workMax / tick) {
                return null;
            }
            gone += ticks.beyond(k) * dot(now, leaving) / ticking;
            step(turned, now, next, stay, ticking);
            double[] swap = now;
            now = next;
            next = swap;
        }
        return new At(gone, gone, Poisson.ERROR);
    }

    /** How much more or less than the mean share any state loses in a tick. */
    static double uneven(double[] now, double[] next, double decay) {
        double worst = 0;
        for (int i = 0; i < now.length; i++) {
            if (now[i] > 0 || next[i] > 0) {
                worst = Math.max(worst, Math.abs(next[i] / now[i] - (1 - decay)));
            }
        }
        return worst;
    }

    static double fastest(Chain chain) {
        double fastest = 0;
        for (double exit : chain.exit) {
            fastest = Math.max(fastest, exit);
        }
        return fastest;
    }

    static double[] stay(Chain chain, double ticking) {
        double[] stay = new double[chain.states];
        for (int i = 0; i < stay.length; i++) {
            stay[i] = 1 - chain.exit[i] / ticking;
        }
        return stay;
    }

    /** The largest relative distance from the stationary chances. */
    private static double away(double[] now, double[] stationary) {
        double worst = outside(now, stationary);
        for (int i = 0; i < now.length && worst < SETTLED; i++) {
            if (stationary[i] > 0) {
                worst = Math.max(worst, Math.abs(now[i] / stationary[i] - 1));
            }
        }
        return worst;
    }

    /** Chance of states that are left for good some time. */
    private static double outside(double[] now, double[] stationary) {
        double sum = 0;
        for (int i = 0; i < now.length; i++) {
            sum += stationary[i] > 0 ? 0 : now[i];
        }
        return sum;
    }

    static void step(Chain turned, double[] now, double[] next, double[] stay, double ticking) {
        int[] into = turned.from;
        for (int j = 0; j < next.length; j++) {
            double sum = 0;
            for (int k = into[j]; k < into[j + 1]; k++) {
                sum += now[turned.to[k]] * turned.rate[k];
            }
            next[j] = now[j] * stay[j] + sum / ticking;
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double sum(double[] a) {
        double sum = 0;
        for (double one : a) {
            sum += one;
        }
        return sum;
    }
}
