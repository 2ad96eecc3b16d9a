package nines.structure;

import java.util.Arrays;
import nines.blueprint.Effect;
import nines.blueprint.Stage;

/**
 * The {@link Leaves} that are not in order, sorted into crowds of alike ones: the same fault in the same stage, and the
 * same things outside that hold them down. Kept from event to event: a leaf to which something happened is marked, and
 * sorted anew when somebody asks next. So a loss with ten thousand culprits is explained by a handful of numbers.
 */
final class Crowds {
    /** What outside a leaf holds it down: a node, the fault that others are mended with, or planned work. */
    static final int NODE = 0;

    static final int LEADER = 1;
    static final int PLAN = 2;
    private static final int KIND_BITS = 2;

    private static final int REASONS_MAX = 4;
    private static final int NO_FAULT = -1;
    /** Leaves that no crowd is made of, each for itself: answering wrongly, or with two faults of their own at once. */
    private static final int MIXED = -2;

    private final World world;
    private final Wiring wiring;
    private final Leaves leaves;
    private final int views;

    // Leaves.
    private final int[] crowdOf;
    private final int[] next;
    private final int[] previous;
    private final int[] faultOf;
    private final long[] distrustOf;
    private final int[] marked;
    private final boolean[] isMarked;
    private int markedCount;

    // Crowds; at most as many as leaves.
    private final int[] container;
    private final int[] faultKind;
    private final int[] cell;
    private final boolean[] serving;
    private final int[] reasonCount;
    private final int[] reasonAt;
    private final int[] size;
    private final int[] first;
    private final int[] distrusts;
    private final int[] free;
    private int freeCount;

    // The crowds of each container, in the order of what they are about.
    private final int[][] list;
    private final int[] listed;

    // What was found out about a leaf.
    private int itsKind;
    private int itsFault;
    private int itsCell;
    private boolean itsServing;
    private long itsDistrust;
    private int itsReasonCount;
    private final int[] itsReasons = new int[REASONS_MAX];

    Crowds(World world) {
        this.world = world;
        wiring = world.wiring;
        leaves = wiring.leaves;
        int n = leaves.count;
        crowdOf = new int[n];
        next = new int[n];
        previous = new int[n];
        faultOf = new int[n];
        distrustOf = new long[n];
        marked = new int[n];
        isMarked = new boolean[n];
        container = new int[n];
        faultKind = new int[n];
        cell = new int[n];
        serving = new boolean[n];
        reasonCount = new int[n];
        reasonAt = new int[n * REASONS_MAX];
        size = new int[n];
        first = new int[n];
        int most = 0;
        for (int t = 0; t < wiring.tiers.length; t++) {
            most = Math.max(most, leaves.isCrowdedTier[t] ? wiring.tiers[t].watches().length : 0);
        }
        views = most;
        distrusts = new int[n * views];
        free = new int[n];
        list = new int[n == 0 ? 0 : leaves.containers()][];
        listed = new int[list.length];
        for (int leaf = 0; leaf < n; leaf++) {
            if (list[leaves.container[leaf]] == null) {
                list[leaves.container[leaf]] = new int[4];
            }
        }
    }

    /** Everything in order. */
    void clear() {
        Arrays.fill(crowdOf, -1);
        Arrays.fill(isMarked, false);
        Arrays.fill(listed, 0);
        markedCount = 0;
        freeCount = free.length;
        for (int c = 0; c < free.length; c++) {
            free[c] = free.length - 1 - c;
        }
    }

    /** Something happened to a node or to what is believed or done about it. */
    void mark(int node) {
        int leaf = leaves.ofNode[node];
        if (leaf >= 0 && !isMarked[leaf]) {
            isMarked[leaf] = true;
            marked[markedCount++] = leaf;
        }
    }

    /** Sorts the marked leaves; must come before anything is asked. */
    void sort() {
        while (markedCount > 0) {
            int leaf = marked[--markedCount];
            isMarked[leaf] = false;
            if (crowdOf[leaf] >= 0) {
                leave(leaf);
            }
            if (lookAt(leaf)) {
                join(leaf);
            }
        }
    }

    // ---------------------------------------------------------------- what is asked

    /** How many crowds a tier or group has. */
    int count(int ofContainer) {
        return listed[ofContainer];
    }

    int at(int ofContainer, int i) {
        return list[ofContainer][i];
    }

    int size(int crowd) {
        return size[crowd];
    }

    /** Whether its leaves must be looked at one by one. */
    boolean isMixed(int crowd) {
        return faultKind[crowd] == MIXED;
    }

    /** Whether each leaf has a fault of its own, rather than only being held down from outside. */
    boolean hasFault(int crowd) {
        return faultKind[crowd] != NO_FAULT;
    }

    /** Cause and stage of the faults. */
    int cell(int crowd) {
        return cell[crowd];
    }

    /** Whether the members answer, and only some senders do not trust them. */
    boolean isServing(int crowd) {
        return serving[crowd];
    }

    /** How many members one sender does not trust. */
    int distrusted(int crowd, int view) {
        return distrusts[crowd * views + view];
    }

    int reasons(int crowd) {
        return reasonCount[crowd];
    }

    int reason(int crowd, int k) {
        return reasonAt[crowd * REASONS_MAX + k];
    }

    static int kind(int reason) {
        return reason & (1 << KIND_BITS) - 1;
    }

    static int element(int reason) {
        return reason >> KIND_BITS;
    }

    /** The first leaf of a crowd; go on with {@link #next}. */
    int first(int crowd) {
        return first[crowd];
    }

    int next(int leaf) {
        return next[leaf];
    }

    /** The earliest time at which a fault of a crowd began; with sign -1, minus the latest. */
    double began(int crowd, int sign) {
        double best = Double.POSITIVE_INFINITY;
        for (int leaf = first[crowd]; leaf >= 0; leaf = next[leaf]) {
            int fault = faultOf[leaf];
            double since = switch (faultKind[crowd]) {
                case Wiring.BELIEF -> world.beliefSince[fault];
                case Wiring.STAGE -> world.modeSince[fault];
                default -> world.restartSince[fault];
            };
            best = Math.min(best, sign * since);
        }
        return best;
    }

    /** The crowd a leaf belongs to, or -1 for one in order. */
    int crowdOf(int leaf) {
        return crowdOf[leaf];
    }

    /** The mode, belief or restart that is a leaf's fault. */
    int faultOf(int leaf) {
        return faultOf[leaf];
    }

    /** Of what kind the faults of a crowd are: a kind of clock of {@link Wiring}. */
    int faultKind(int crowd) {
        return faultKind[crowd];
    }

    // ---------------------------------------------------------------- a leaf

    /** Finds out about a leaf; false when it is in order. */
    private boolean lookAt(int leaf) {
        itsKind = NO_FAULT;
        itsFault = -1;
        itsCell = -1;
        itsDistrust = 0;
        itsReasonCount = 0;
        itsServing = world.isTrue(leaves.root[leaf]);
        if (leaves.slot[leaf] >= 0) {
            return lookAtSlot(leaf);
        }
        if (itsServing) {
            return false;
        }
        findReasons(leaf);
        return true;
    }

    private boolean lookAtSlot(int leaf) {
        int t = leaves.container[leaf];
        int i = leaves.slot[leaf] - wiring.slotBase[t];
        int[] watches = wiring.tiers[t].watches();
        int wrong = -1;
        for (int k = 0; k < watches.length; k++) {
            int b = wiring.beliefBase[watches[k]] + i;
            if (!world.trusted[b]) {
                itsDistrust |= 1L << k;
            }
            if (wrong < 0 && world.trusted[b] != itsServing && world.beliefs.isWatching(watches[k])) {
                wrong = b;
            }
        }
        boolean isSick = world.errors[world.unitBehind(leaves.root[leaf])] > 0;
        if (itsServing && itsDistrust == 0 && !isSick) {
            return false;
        }
        if (isSick || itsServing && wrong < 0) {
            itsKind = MIXED;
        } else if (wrong >= 0) {
            itsKind = Wiring.BELIEF;
            itsFault = wrong;
            itsCell = cell(world.beliefRoot[wrong], Stage.DETECTION);
        } else {
            findReasons(leaf);
        }
        return true;
    }

    private int cell(int cause, Stage stage) {
        return (cause < 0 ? wiring.overloadCause : cause) * Journal.STAGES + stage.column();
    }

    private void findReasons(int leaf) {
        for (int n : leaves.nodes[leaf]) {
            if (!world.isTrue(n)) {
                findReasonsOf(n, leaf);
            }
        }
        if (itsKind == MIXED) {
            itsReasonCount = 0;
            itsCell = -1;
        }
    }

    private void findReasonsOf(int n, int leaf) {
        for (int m : wiring.modesHolding[n]) {
            if (world.modePhase[m] == World.UP || wiring.modes[m].effect() == Effect.DEGRADED) {
                continue;
            }
            if (world.modePhase[m] == World.FOLLOWS || world.followers[m] > 0) {
                because(LEADER, world.modePhase[m] == World.FOLLOWS ? world.leader[m] : m);
            } else {
                fault(Wiring.STAGE, m, world.modeRoot[m], world.repairs.stageOf(m));
            }
        }
        for (int p = 0; world.underWay.on[n] > 0 && p < wiring.plans.length; p++) {
            if (world.underWay.holds(p, n)) {
                because(PLAN, p);
            }
        }
        int r = wiring.holders.restart[n];
        if (r >= 0 && world.restarting[r] && world.isTrue(wiring.restarts[r].outside())) {
            fault(Wiring.RESTART, r, world.restartRoot[r], Stage.RESTART);
        }
        for (int input : wiring.nodes[n].inputs()) {
            if (!world.isTrue(input) && leaves.ofNode[input] != leaf) {
                because(NODE, input);
            }
        }
    }

    private void fault(int kind, int fault, int cause, Stage stage) {
        if (itsKind != NO_FAULT) {
            itsKind = MIXED;
            return;
        }
        itsKind = kind;
        itsFault = fault;
        itsCell = cell(cause, stage);
    }

    /** Keeps reasons in order, each once. */
    private void because(int kind, int element) {
        int reason = element << KIND_BITS | kind;
        int at = itsReasonCount;
        while (at > 0 && itsReasons[at - 1] > reason) {
            at--;
        }
        if (at > 0 && itsReasons[at - 1] == reason) {
            return;
        }
        if (itsReasonCount == REASONS_MAX) {
            itsKind = MIXED;
            return;
        }
        System.arraycopy(itsReasons, at, itsReasons, at + 1, itsReasonCount - at);
        itsReasons[at] = reason;
        itsReasonCount++;
    }

    // ---------------------------------------------------------------- crowds

    private void leave(int leaf) {
        int crowd = crowdOf[leaf];
        crowdOf[leaf] = -1;
        if (previous[leaf] >= 0) {
            next[previous[leaf]] = next[leaf];
        } else {
            first[crowd] = next[leaf];
        }
        if (next[leaf] >= 0) {
            previous[next[leaf]] = previous[leaf];
        }
        count(crowd, leaf, -1);
        if (size[crowd] == 0) {
            int of = container[crowd];
            int at = 0;
            while (list[of][at] != crowd) {
                at++;
            }
            System.arraycopy(list[of], at + 1, list[of], at, --listed[of] - at);
            free[freeCount++] = crowd;
        }
    }

    private void join(int leaf) {
        int crowd = crowdLike(leaves.container[leaf]);
        crowdOf[leaf] = crowd;
        faultOf[leaf] = itsFault;
        distrustOf[leaf] = itsDistrust;
        previous[leaf] = -1;
        next[leaf] = first[crowd];
        if (next[leaf] >= 0) {
            previous[next[leaf]] = leaf;
        }
        first[crowd] = leaf;
        count(crowd, leaf, 1);
    }

    private void count(int crowd, int leaf, int step) {
        size[crowd] += step;
        int slot = leaves.slot[leaf];
        if (slot < 0) {
            return;
        }
        int itsViews = wiring.tiers[container[crowd]].watches().length;
        long distrust = distrustOf[leaf];
        for (int view = 0; view < itsViews; view++) {
            distrusts[crowd * views + view] += (distrust >>> view & 1) != 0 ? step : 0;
        }
    }

    /** The crowd for what was found out about a leaf. */
    private int crowdLike(int of) {
        int at = 0;
        int order = -1;
        while (at < listed[of] && (order = compare(list[of][at])) < 0) {
            at++;
        }
        if (at < listed[of] && order == 0) {
            return list[of][at];
        }
        int crowd = free[--freeCount];
        container[crowd] = of;
        faultKind[crowd] = itsKind;
        cell[crowd] = itsCell;
        serving[crowd] = itsServing;
        reasonCount[crowd] = itsReasonCount;
        System.arraycopy(itsReasons, 0, reasonAt, crowd * REASONS_MAX, itsReasonCount);
        size[crowd] = 0;
        first[crowd] = -1;
        Arrays.fill(distrusts, crowd * views, (crowd + 1) * views, 0);
        if (listed[of] == list[of].length) {
            list[of] = Arrays.copyOf(list[of], 2 * listed[of]);
        }
        System.arraycopy(list[of], at, list[of], at + 1, listed[of]++ - at);
        list[of][at] = crowd;
        return crowd;
    }

    private int compare(int crowd) {
        if (faultKind[crowd] != itsKind) {
            return Integer.compare(faultKind[crowd], itsKind);
        }
        if (itsKind == MIXED) {
            return 0;
        }
        if (cell[crowd] != itsCell) {
            return Integer.compare(cell[crowd], itsCell);
        }
        if (serving[crowd] != itsServing) {
            return Boolean.compare(serving[crowd], itsServing);
        }
        int from = crowd * REASONS_MAX;
        return Arrays.compare(reasonAt, from, from + reasonCount[crowd], itsReasons, 0, itsReasonCount);
    }

    // ---------------------------------------------------------------- audit

    /** Whether every leaf is where it would be sorted if all were looked at now; looks at all of them. */
    boolean isFresh() {
        boolean fresh = markedCount == 0;
        for (int leaf = 0; leaf < leaves.count; leaf++) {
            int crowd = crowdOf[leaf];
            boolean odd = lookAt(leaf);
            fresh &= odd == crowd >= 0;
            fresh &= !odd
                    || crowd >= 0
                            && compare(crowd) == 0
                            && faultOf[leaf] == itsFault
                            && distrustOf[leaf] == itsDistrust
                            && container[crowd] == leaves.container[leaf];
        }
        return fresh;
    }
}
