package nines.structure;

/** Which clocks decide how long the faults of a crowd last: what is drawn for them beyond the mean is taken out again. */
final class CrowdClocks {
    private final World world;
    private final Wiring wiring;
    private final Leaves leaves;
    private final Crowds crowds;

    CrowdClocks(World world) {
        this.world = world;
        wiring = world.wiring;
        leaves = wiring.leaves;
        crowds = world.crowds;
    }

    /** What a clock that was started counts for the faults of a crowd: 1, 0, or the part of one of several beliefs. */
    double weight(int clock, int crowd) {
        int i = wiring.clockIndex[clock];
        return switch (wiring.clockKind[clock]) {
            case Wiring.STAGE -> weightOfMode(i, crowd);
            case Wiring.BELIEF -> weightOfBelief(i, crowd);
            case Wiring.RESTART -> {
                int leaf = leaves.ofNode[wiring.restarts[i].unit()];
                yield leaf >= 0 && crowds.crowdOf(leaf) == crowd && crowds.faultKind(crowd) == Wiring.RESTART ? 1 : 0;
            }
            default -> 0;
        };
    }

    private double weightOfMode(int m, int crowd) {
        int leaf = leaves.ofNode[wiring.modes[m].holds()];
        if (leaf < 0 || crowds.crowdOf(leaf) != crowd) {
            return 0;
        }
        if (crowds.faultKind(crowd) == Wiring.STAGE) {
            return crowds.faultOf(leaf) == m ? 1 : 0;
        }
        // Where nobody else could answer, not the observer but the repair decides when the loss ends.
        boolean decides = crowds.faultKind(crowd) == Wiring.BELIEF
                && !crowds.isServing(crowd)
                && world.rotation.isLastResort(leaves.slot[leaf])
                && decisive(leaf) == m;
        return decides ? 1 : 0;
    }

    /** The first repair that goes on for a leaf. */
    private int decisive(int leaf) {
        for (int m : wiring.modesHolding[leaves.root[leaf]]) {
            if (world.modePhase[m] > 0) {
                return m;
            }
        }
        return -1;
    }

    private double weightOfBelief(int b, int crowd) {
        int target = wiring.beliefTarget[b];
        int leaf = leaves.ofNode[target];
        if (leaf < 0
                || crowds.crowdOf(leaf) != crowd
                || crowds.faultKind(crowd) != Wiring.BELIEF
                || !crowds.isServing(crowd) && world.rotation.isLastResort(leaves.slot[leaf])) {
            return 0;
        }
        boolean truth = world.isTrue(target);
        int i = b - wiring.beliefBase[wiring.beliefWatch[b]];
        int wrong = 0;
        for (int w : wiring.tiers[leaves.container[leaf]].watches()) {
            wrong += world.trusted[wiring.beliefBase[w] + i] != truth ? 1 : 0;
        }
        return world.trusted[b] != truth ? 1.0 / wrong : 0;
    }
}
