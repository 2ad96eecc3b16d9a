package nines.analytic;

import org.jspecify.annotations.Nullable;

/**
 * Stationary probabilities of an irreducible chain: small ones by {@link Elimination}; large ones by Gauss–Seidel sweeps
 * on the chain and, to move probability between regions that hardly talk to each other, on chains of groups of its
 * states (multilevel aggregation, Horton and Leutenegger 1994). Only sums, products and quotients of positive numbers.
 *
 * <p>The sweeps' answer is accepted on balance, never on change: what flows into each state and what flows out of it
 * must agree, and so must what flows into and out of each group at every level; the second asks it of slow exchanges
 * too, which are lost in the flows of single states.
 */
final class Stationary {
    private static final int SMALL = 700;
    private static final double BANDED_WORK_MAX = 3e8;
    private static final int ROUNDS_MAX = 3_000;
    /** Balance is looked at after so many rounds each time; so many looks without progress are given up on. */
    private static final int JUDGED_EVERY = 3;

    private static final int LOOKS_IN_VAIN = 70;
    private static final double BALANCED = 2e-12;

    /** Sweeps between looks at how far they have come; they pay when the change is that much smaller. */
    private static final int SWEEPS = 8;

    private static final int SWEEPS_MIN = 40;

    private static final double PAYS = 0.93;
    private static final double CHANGED = 1e-13;
    private static final int SWEEPS_MAX = 3_000;

    private Stationary() {}

    /** The probabilities, or null when the sweeps did not come to balance. */
    static double @Nullable [] of(Chain chain) {
        if (chain.states <= SMALL) {
            return Elimination.full(chain);
        }
        if (Elimination.bandedWork(chain) < BANDED_WORK_MAX) {
            return Elimination.banded(chain);
        }
        return swept(chain);
    }

    /** By sweeps, whatever the size. */
    static double @Nullable [] swept(Chain chain) {
        Chain turned = chain.turned();
        Level level = new Level(turned, chain.exit, guess(turned, chain.exit));
        level.normalise();
        Leap leap = new Leap(chain.states);
        double best = Double.POSITIVE_INFINITY;
        int since = 0;
        for (int round = 0; round < ROUNDS_MAX && since < LOOKS_IN_VAIN; round++) {
            boolean judged = round % JUDGED_EVERY == JUDGED_EVERY - 1;
            double worst = level.round(judged);
            level.normalise();
            if (judged && worst < BALANCED) {
                return level.factor;
            }
            leap.after(level.factor);
            if (!judged) {
                continue;
            }
            since = worst < best ? 0 : since + 1;
            best = Math.min(best, worst);
        }
        return null;
    }

    /**
     * Plain sweeps from the first state on, in the order in which the states were found: where repairs are much faster than
     * failures each of them brings what flows out of a state to those further away, and few are needed. They go on for as
     * long as they pay; the groups take over from there.
     */
    private static double[] guess(Chain turned, double[] exit) {
        double[] p = new double[turned.states];
        p[0] = 1;
        double before = Double.POSITIVE_INFINITY;
        for (int sweep = 1; sweep <= SWEEPS_MAX; sweep++) {
            double change = 0;
            // At first there is nothing but the first state, and nothing flows back to it.
            for (int j = sweep == 1 ? 1 : 0; j < p.length; j++) {
                double sum = 0;
                for (int k = turned.from[j]; k < turned.from[j + 1]; k++) {
                    sum += p[turned.to[k]] * turned.rate[k];
                }
                double next = Math.max(sum / exit[j], Level.RAREST);
                change = Math.max(change, Math.abs(next - p[j]) / next);
                p[j] = next;
            }
            if (sweep % SWEEPS == 0) {
                if (change < CHANGED || sweep > SWEEPS_MIN && change > PAYS * before) {
                    break;
                }
                before = change;
                scale(p);
            }
        }
        return p;
    }

    private static void scale(double[] p) {
        double sum = 0;
        for (double one : p) {
            sum += one;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
    }
}
