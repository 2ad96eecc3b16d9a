package nines.structure;

import java.util.Arrays;
import nines.blueprint.Effect;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;

/**
 * The impairments behind the present loss of a journey: a broken mode, a wrong belief, a take-over under way, planned
 * work, a restart. Each is there or, where it is asked what would be without it, not there; of a crowd of alike ones some
 * may be there.
 */
final class Impairments {
    static final int MAX = 512;
    /** What an impairment is that stands for a whole crowd; beside the kinds of clocks. */
    static final int CROWD = 30;

    private final World world;
    private final Wiring wiring;
    private final Leaves leaves;
    private final Crowds crowds;
    private final Holders holders;

    /** How many there are. */
    int count;

    /** What each is: a kind of clock of {@link Wiring}, or {@link #CROWD}. */
    final byte[] kind = new byte[MAX];

    final int[] index = new int[MAX];
    final double[] startedAt = new double[MAX];
    /** How many alike ones each stands for: 1 but for crowds. */
    final int[] size = new int[MAX];
    /** How many of those are there in the case being asked about. */
    final int[] present = new int[MAX];

    private final int[] ofClock;
    private final long[] clockStamp;
    private final int[] ofMachine;
    private final long[] machineStamp;
    private final int[] ofCrowd;
    private final long[] visited;
    private long stamp;

    Impairments(World world) {
        this.world = world;
        wiring = world.wiring;
        holders = wiring.holders;
        leaves = wiring.leaves;
        crowds = world.crowds;
        ofClock = new int[wiring.clocks];
        clockStamp = new long[wiring.clocks];
        ofMachine = new int[wiring.machines.length];
        machineStamp = new long[wiring.machines.length];
        ofCrowd = new int[leaves.count];
        visited = new long[wiring.nodes.length];
    }

    /** Finds all that a journey's present loss may come from. */
    void find(int j) {
        count = 0;
        stamp++;
        for (int node : wiring.nodesOfJourney[j]) {
            node(node);
        }
        for (int tier : wiring.tiersOfJourney[j]) {
            if (leaves.isCrowdedTier[tier]) {
                crowds(leaves.ofTier(tier));
            } else {
                tier(tier);
            }
        }
    }

    void nobodyIsPresent() {
        Arrays.fill(present, 0, count, 0);
    }

    /** Whether an impairment is there; one that is not known never goes away. */
    boolean isPresent(int playerKind, int element) {
        int clock = wiring.clock(playerKind, playerKind == Wiring.BELIEF ? wiring.beliefOfSlot[element] : element);
        return clockStamp[clock] != stamp || present[ofClock[clock]] > 0;
    }

    boolean isMachinePresent(int k) {
        return machineStamp[k] != stamp || present[ofMachine[k]] > 0;
    }

    /** How many of a crowd are there; all where it was not counted among the impairments. */
    int present(int crowd) {
        int i = ofCrowd[crowd];
        return i < 0 ? crowds.size(crowd) : present[i];
    }

    private void add(int clock, int playerKind, int element, double since) {
        if (clockStamp[clock] == stamp || count == MAX) {
            return;
        }
        clockStamp[clock] = stamp;
        ofClock[clock] = count;
        put(playerKind, element, 1, since);
    }

    private void add(int playerKind, int element, double since) {
        add(wiring.clock(playerKind, element), playerKind, element, since);
    }

    private void put(int playerKind, int element, int howMany, double since) {
        kind[count] = (byte) playerKind;
        index[count] = element;
        size[count] = howMany;
        startedAt[count] = since;
        count++;
    }

    private void crowds(int container) {
        for (int c = 0; c < crowds.count(container); c++) {
            int crowd = crowds.at(container, c);
            ofCrowd[crowd] = -1;
            if (crowds.isMixed(crowd)) {
                for (int leaf = crowds.first(crowd); leaf >= 0; leaf = crowds.next(leaf)) {
                    if (leaves.slot[leaf] >= 0) {
                        slot(container, leaves.slot[leaf]);
                    } else {
                        node(leaves.root[leaf]);
                    }
                }
                continue;
            }
            if (crowds.hasFault(crowd) && count < MAX) {
                ofCrowd[crowd] = count;
                put(CROWD, crowd, crowds.size(crowd), Double.NaN);
            }
            for (int k = 0; k < crowds.reasons(crowd); k++) {
                int reason = crowds.reason(crowd, k);
                int element = Crowds.element(reason);
                switch (Crowds.kind(reason)) {
                    case Crowds.NODE -> node(element);
                    case Crowds.LEADER -> add(Wiring.STAGE, element, world.modeSince[element]);
                    default -> add(Wiring.PLAN_END, element, world.underWay.since[element]);
                }
            }
        }
    }

    private void tier(int t) {
        for (int k = 0; k < world.rotation.offCount[t]; k++) {
            slot(t, world.rotation.off[t][k]);
        }
    }

    private void slot(int t, int slot) {
        Tier tier = wiring.tiers[t];
        int i = slot - wiring.slotBase[t];
        int member = tier.members()[i];
        boolean wrong = false;
        boolean truth = world.isTrue(member);
        for (int w : tier.watches()) {
            int b = wiring.beliefBase[w] + i;
            if (world.trusted[b] != truth && !wrong && world.beliefs.isWatching(w)) {
                wrong = true;
                add(wiring.clock(Wiring.BELIEF, wiring.beliefOfSlot[b]), Wiring.BELIEF, b, world.beliefSince[b]);
            }
        }
        if (!truth && !wrong) {
            node(member);
        }
        errors(world.unitBehind(member));
    }

    private void errors(int unit) {
        if (world.errors[unit] == 0) {
            return;
        }
        for (int m : wiring.modesOf[unit]) {
            if (world.modePhase[m] != World.UP && wiring.modes[m].effect() == Effect.DEGRADED) {
                add(Wiring.STAGE, m, world.modeSince[m]);
            }
        }
        for (int p = 0; world.underWay.on[unit] > 0 && p < wiring.plans.length; p++) {
            if (world.underWay.degrades(p, unit)) {
                add(Wiring.PLAN_END, p, world.underWay.since[p]);
            }
        }
    }

    private void node(int n) {
        if (world.isTrue(n) || visited[n] == stamp) {
            return;
        }
        visited[n] = stamp;
        for (int m : wiring.modesHolding[n]) {
            if (world.modePhase[m] != World.UP && wiring.modes[m].effect() != Effect.DEGRADED) {
                int decisive = world.modePhase[m] == World.FOLLOWS ? world.leader[m] : m;
                add(Wiring.STAGE, decisive, world.modeSince[m]);
            }
        }
        for (int p = 0; world.underWay.on[n] > 0 && p < wiring.plans.length; p++) {
            if (world.underWay.holds(p, n)) {
                add(Wiring.PLAN_END, p, world.underWay.since[p]);
            }
        }
        int r = holders.restart[n];
        if (r >= 0 && world.restarting[r] && world.isTrue(wiring.restarts[r].outside())) {
            add(Wiring.RESTART, r, world.restartSince[r]);
        }
        int k = holders.machine[n];
        if (k >= 0 && !wiring.machines[k].works()[world.machineState[k]] && machineStamp[k] != stamp && count < MAX) {
            machineStamp[k] = stamp;
            ofMachine[k] = count;
            put(Wiring.MACHINE, k, 1, world.machineSince[k]);
        }
        for (int t : holders.tolerances[n]) {
            if (world.tolerancePhase[t] == World.EMPTY) {
                node(wiring.tolerances[t].need());
            }
        }
        if (holders.takeover[n] >= 0 && world.takeoverHolds[holders.takeover[n]]) {
            takeover(holders.takeover[n]);
        }
        if (holders.post[n] >= 0 && world.postEmpty[holders.post[n]]) {
            post(wiring.postTakeover[holders.post[n]], holders.post[n]);
        }
        int s = holders.standIn[n];
        if (s >= 0 && world.standInHolds[s] && world.standInPhase[s] != World.IDLE) {
            add(Wiring.STAND_IN, s, world.standInSince[s]);
        }
        if (leaves.isCrowdedGate[n]) {
            crowds(leaves.ofGate(n));
            for (int input : leaves.others[n]) {
                node(input);
            }
        } else {
            for (int input : wiring.nodes[n].inputs()) {
                node(input);
            }
        }
    }

    private void takeover(int t) {
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            post(t, q);
        }
    }

    private void post(int t, int q) {
        Takeover takeover = wiring.takeovers[t];
        int holder = takeover.members()[world.postHolder[q]];
        if (world.takeovers.isUnderWay(q, holder)) {
            add(Wiring.POST, q, world.postSince[q]);
        } else if (world.postPhase[q] != World.HELD || !world.isTrue(holder)) {
            for (int member : takeover.members()) {
                node(member);
            }
            if (takeover.controller() >= 0) {
                node(takeover.controller());
            }
        }
    }
}
