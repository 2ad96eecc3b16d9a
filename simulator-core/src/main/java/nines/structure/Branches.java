package nines.structure;

import java.util.Arrays;

/** Chances taken: how often each element was asked, and how often the rarer answer came. */
final class Branches {
    private final Wiring wiring;
    private final Chance chance;
    private final long[] asked;
    private final long[] taken;

    Branches(Wiring wiring, Chance chance) {
        this.wiring = wiring;
        this.chance = chance;
        asked = new long[wiring.clocks];
        taken = new long[wiring.clocks];
    }

    void clear() {
        Arrays.fill(asked, 0);
        Arrays.fill(taken, 0);
    }

    /** The stream of an element's branches. */
    int source(int kind, int index) {
        return wiring.sourceOfBranches + wiring.clock(kind, index);
    }

    /** Whether something of the chance {@code p} happens to an element. */
    boolean happens(int kind, int index, double p) {
        if (p >= 1 || p <= 0) {
            return p > 0;
        }
        int clock = wiring.clock(kind, index);
        asked[clock]++;
        boolean yes = chance.happens(wiring.sourceOfBranches + clock, p);
        if (yes == (p < 0.5)) {
            taken[clock]++;
        }
        return yes;
    }

    void writeTo(Journal journal) {
        System.arraycopy(asked, 0, journal.branchAsked, 0, asked.length);
        System.arraycopy(taken, 0, journal.branchTaken, 0, taken.length);
    }
}
