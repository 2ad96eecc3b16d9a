package nines.structure;

import java.util.Arrays;

/**
 * Impairments that count alike: of members of one tier or group that matter to journeys in no other way, each down for one
 * reason or falsely believed in the same way. Whatever is lost without one of them is lost without any other, so that
 * their Shapley values are the same. Large tiers and groups have {@link Crowds} for that; this is for smaller ones.
 */
final class Peers {
    /** So many cases are looked at, several times as many as by coming one after the other. */
    private static final int CASES_MAX = 64;

    private final World world;
    private final Wiring wiring;
    private final Impairments impairments;
    private final Leaves leaves;
    /** For each impairment the first of its peers, how many are of the first one's kind, and which of them it is. */
    private final int[] of;

    private final int[] size;
    private final int[] rank;

    // Sets of peers.
    private final int[] set;
    private final int[] setSize;
    private final int[] setPresent;
    private final double[] setLost;
    private final double[] setDown;
    private final AmongCrowds among;
    private final AmongCrowds.Loss loss;

    Peers(World world, Impairments impairments, AmongCrowds.Loss loss) {
        this.world = world;
        this.impairments = impairments;
        wiring = world.wiring;
        leaves = wiring.peers;
        of = new int[Impairments.MAX];
        size = new int[Impairments.MAX];
        rank = new int[Impairments.MAX];
        set = new int[Impairments.MAX];
        setSize = new int[Impairments.MAX];
        setPresent = new int[Impairments.MAX];
        setLost = new double[Impairments.MAX];
        setDown = new double[Impairments.MAX];
        this.loss = loss;
        among = new AmongCrowds(setSize, setPresent, this::lossOfSets, setLost, setDown);
    }

    /**
     * Shares exactly where few cases tell how many of each set of peers are there; false where there are too many. Finds the
     * peers for {@link #even} in any case.
     */
    boolean share(
            int j,
            double lost0,
            double down0,
            double lostAll,
            double downAll,
            double upAt,
            double[] lostShare,
            double[] downShare) {
        find();
        int sets = 0;
        long cases = 1;
        for (int i = 0; i < impairments.count; i++) {
            if (of[i] == i) {
                setSize[sets] = size[i];
                set[i] = sets++;
                cases = Math.min(2 * CASES_MAX, cases * (size[i] + 1L));
            } else {
                set[i] = set[of[i]];
            }
        }
        if (cases > CASES_MAX) {
            return false;
        }
        among.share(j, sets, lost0, down0, lostAll, downAll, upAt);
        for (int i = 0; i < impairments.count; i++) {
            lostShare[i] = setLost[set[i]] / size[of[i]];
            downShare[i] = setDown[set[i]] / size[of[i]];
        }
        return true;
    }

    private double lossOfSets(int j) {
        for (int i = 0; i < impairments.count; i++) {
            impairments.present[i] = rank[i] < setPresent[set[i]] ? 1 : 0;
        }
        return loss.of(j);
    }

    /** Gives each the mean of what it and its peers have; sums stay what they are. */
    void even(double[] lostShare, double[] downShare) {
        for (int i = 0; i < impairments.count; i++) {
            if (of[i] != i || size[i] == 1) {
                continue;
            }
            double lost = 0;
            double down = 0;
            for (int k = i; k < impairments.count; k++) {
                lost += of[k] == i ? lostShare[k] : 0;
                down += of[k] == i ? downShare[k] : 0;
            }
            for (int k = i; k < impairments.count; k++) {
                if (of[k] == i) {
                    lostShare[k] = lost / size[i];
                    downShare[k] = down / size[i];
                }
            }
        }
    }

    /** Finds the first peer of each; itself when it has none before it. */
    private void find() {
        Arrays.fill(size, 0, impairments.count, 0);
        for (int i = 0; i < impairments.count; i++) {
            int leaf = leafOf(i);
            of[i] = i;
            for (int k = 0; k < i && leaf >= 0 && of[i] == i; k++) {
                if (of[k] == k && impairments.kind[k] == impairments.kind[i]) {
                    int other = leafOf(k);
                    of[i] = other >= 0 && areAlike(impairments.kind[i], leaf, other) ? k : i;
                }
            }
            rank[i] = size[of[i]]++;
        }
    }

    /** The leaf whose only trouble an impairment is, or -1. */
    private int leafOf(int i) {
        int element = impairments.index[i];
        if (impairments.kind[i] == Wiring.BELIEF) {
            int target = wiring.beliefTarget[element];
            int leaf = leaves.ofNode[target];
            return leaf >= 0 && leaves.slot[leaf] >= 0 && isRight(target) ? leaf : -1;
        }
        if (impairments.kind[i] != Wiring.STAGE || world.followers[element] > 0) {
            return -1;
        }
        int node = wiring.modes[element].holds();
        int leaf = leaves.ofNode[node];
        if (leaf < 0 || !isRight(leaves.root[leaf])) {
            return -1;
        }
        for (int each : leaves.nodes[leaf]) {
            if (world.bad[each] > 1) {
                return -1;
            }
        }
        return world.bad[node] == 1 ? leaf : -1;
    }

    private boolean isRight(int node) {
        return world.errors[world.unitBehind(node)] == 0;
    }

    private boolean areAlike(int kind, int one, int other) {
        if (leaves.container[one] != leaves.container[other]
                || world.isTrue(leaves.root[one]) != world.isTrue(leaves.root[other])
                || kind == Wiring.STAGE && world.isTrue(leaves.root[one])) {
            return false;
        }
        int slot = leaves.slot[one];
        if (slot < 0) {
            return true;
        }
        int t = leaves.container[one];
        int first = wiring.slotBase[t];
        for (int w : wiring.tiers[t].watches()) {
            int base = wiring.beliefBase[w] - first;
            if (world.trusted[base + slot] != world.trusted[base + leaves.slot[other]]) {
                return false;
            }
        }
        return true;
    }
}
