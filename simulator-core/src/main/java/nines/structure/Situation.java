package nines.structure;

import nines.blueprint.Effect;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;

/**
 * All that the shares of blame of a journey depend on, as a list of numbers: who is down and by what, who holds a post,
 * who believes what. Equal lists mean equal shares, so that the few situations that come again and again need to be
 * thought through only once. Only what is not in order is listed; the walk goes where {@link Otherwise} may ask.
 */
final class Situation {
    private static final int LENGTH_MAX = 256;

    // What an entry is about, in its low bits.
    private static final int NODE = 0;
    private static final int MODE = 1;
    private static final int PLAN = 2;
    private static final int RESTART = 3;
    private static final int MACHINE = 4;
    private static final int TOLERANCE = 5;
    private static final int TAKEOVER = 6;
    private static final int POST = 7;
    private static final int STAND_IN = 8;
    private static final int TIER = 9;
    private static final int SLOT = 10;
    private static final int FACTS = 11;
    private static final int KIND_BITS = 4;

    private final World world;
    private final Wiring wiring;
    private final Rotation rotation;
    private final Holders holders;
    private final long[] visited;
    private long walk;

    final int[] entries = new int[LENGTH_MAX];
    int length;

    Situation(World world, Rotation rotation) {
        this.world = world;
        this.rotation = rotation;
        holders = world.wiring.holders;
        wiring = world.wiring;
        visited = new long[wiring.nodes.length];
    }

    /** Describes the present situation of a journey; false when it is too long to be worth it. */
    boolean describe(int j) {
        walk++;
        length = 0;
        put(NODE, j);
        for (int node : wiring.nodesOfJourney[j]) {
            node(node);
        }
        for (int tier : wiring.tiersOfJourney[j]) {
            tier(tier);
        }
        return length < LENGTH_MAX;
    }

    private void put(int kind, int what) {
        if (length < LENGTH_MAX) {
            entries[length++] = what << KIND_BITS | kind;
        }
    }

    private void node(int n) {
        if (world.isTrue(n) || visited[n] == walk) {
            return;
        }
        visited[n] = walk;
        put(NODE, n);
        for (int m : wiring.modesHolding[n]) {
            if (world.modePhase[m] != World.UP && wiring.modes[m].effect() != Effect.DEGRADED) {
                put(MODE, world.modePhase[m] == World.FOLLOWS ? world.leader[m] : m);
            }
        }
        for (int p = 0; world.underWay.on[n] > 0 && p < wiring.plans.length; p++) {
            if (world.underWay.holds(p, n)) {
                put(PLAN, p);
            }
        }
        int r = holders.restart[n];
        if (r >= 0 && world.restarting[r] && world.isTrue(wiring.restarts[r].outside())) {
            put(RESTART, r);
        }
        int k = holders.machine[n];
        if (k >= 0 && !wiring.machines[k].works()[world.machineState[k]]) {
            put(MACHINE, k);
        }
        for (int t : holders.tolerances[n]) {
            if (world.tolerancePhase[t] == World.EMPTY) {
                put(TOLERANCE, t);
                node(wiring.tolerances[t].need());
            }
        }
        int t = holders.takeover[n];
        if (t >= 0 && world.takeoverHolds[t]) {
            takeover(t);
        }
        int filled = holders.post[n];
        if (filled >= 0 && world.postEmpty[filled]) {
            takeover(wiring.postTakeover[filled]);
        }
        int s = holders.standIn[n];
        if (s >= 0 && world.standInHolds[s]) {
            put(STAND_IN, 2 * s + (world.standInPhase[s] == World.IDLE ? 1 : 0));
        }
        for (int input : wiring.nodes[n].inputs()) {
            node(input);
        }
    }

    private void takeover(int t) {
        Takeover takeover = wiring.takeovers[t];
        put(TAKEOVER, t);
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            int holder = takeover.members()[world.postHolder[q]];
            int how = world.postPhase[q] == World.HELD && world.isTrue(holder) ? 1 : 0;
            how += world.takeovers.isUnderWay(q, holder) ? 2 : 0;
            how += world.postPhase[q] > takeover.stages().size() ? 4 : 0;
            how += world.postPhase[q] != World.HELD ? 8 : 0;
            put(POST, world.postHolder[q] << 4 | how);
        }
        for (int member : takeover.members()) {
            node(member);
        }
        if (takeover.controller() >= 0) {
            node(takeover.controller());
        }
    }

    private void tier(int t) {
        Tier tier = wiring.tiers[t];
        put(TIER, t);
        for (int k = 0; k < rotation.offCount[t]; k++) {
            int slot = rotation.off[t][k];
            int i = slot - wiring.slotBase[t];
            put(SLOT, slot);
            put(FACTS, rotation.isServing(slot) ? 1 : 0);
            for (int w : tier.watches()) {
                int trusted = world.trusted[wiring.beliefBase[w] + i] ? 1 : 0;
                put(FACTS, world.beliefs.isWatching(w) ? 2 + trusted : trusted);
            }
            node(tier.members()[i]);
            errors(world.unitBehind(tier.members()[i]));
        }
        for (int sender : tier.senders()) {
            if (sender >= 0) {
                node(sender);
            }
        }
    }

    private void errors(int unit) {
        if (world.errors[unit] == 0) {
            return;
        }
        put(FACTS, 4);
        for (int m : wiring.modesOf[unit]) {
            if (world.modePhase[m] != World.UP && wiring.modes[m].effect() == Effect.DEGRADED) {
                put(MODE, m);
            }
        }
        for (int p = 0; world.underWay.on[unit] > 0 && p < wiring.plans.length; p++) {
            if (world.underWay.degrades(p, unit)) {
                put(PLAN, p);
            }
        }
    }
}
