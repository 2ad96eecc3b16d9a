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
    private static final double BALANCED = 2e-12;

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
        Level level = new Level(chain.turned(), chain.exit);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            double worst = level.round();
            level.normalise();
            if (worst < BALANCED) {
                return level.factor;
            }
        }
        return null;
    }
}
