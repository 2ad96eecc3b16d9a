package nines.structure;

import nines.blueprint.Found;
import nines.blueprint.Tolerance;

/** Stores that bridge a missing need until they are empty, and the time units need to come back afterwards. */
final class Stores {
    private final World world;
    private final Wiring wiring;
    private final Chance chance;
    private final Clocks clocks;
    private final int[] root;
    private final int[] tolerancePhase;
    private final double[] toleranceUsed;
    private final boolean[] restarting;
    private final int[] restartRoot;
    private final double[] restartSince;

    Stores(World world) {
        this.world = world;
        wiring = world.wiring;
        chance = world.chance;
        clocks = world.clocks;
        root = world.root;
        tolerancePhase = world.tolerancePhase;
        toleranceUsed = world.toleranceUsed;
        restarting = world.restarting;
        restartRoot = world.restartRoot;
        restartSince = world.restartSince;
    }

    void settle(int t) {
        Tolerance tolerance = wiring.tolerances[t];
        int clock = wiring.clock(Wiring.TOLERANCE, t);
        boolean there = world.isTrue(tolerance.need());
        if (there) {
            if (tolerancePhase[t] == World.RIDING || tolerancePhase[t] == World.EMPTY) {
                if (tolerancePhase[t] == World.RIDING) {
                    toleranceUsed[t] += clocks.ageNow(clock);
                } else {
                    world.hold(tolerance.holds(), -1, -1);
                }
                tolerancePhase[t] = World.RECHARGING;
                if (toleranceUsed[t] > 0) {
                    clocks.start(clock, toleranceUsed[t]);
                } else {
                    clocks.drop(clock);
                    tolerancePhase[t] = World.FULL;
                }
            }
            return;
        }
        boolean helper = tolerance.with() < 0 || world.isTrue(tolerance.with());
        if (!helper) {
            discoverBelow(tolerance.with());
        }
        if (tolerancePhase[t] == World.FULL || tolerancePhase[t] == World.RECHARGING) {
            double missing = 0;
            if (tolerancePhase[t] == World.RECHARGING) {
                missing = toleranceUsed[t] - clocks.ageNow(clock);
                clocks.drop(clock);
            }
            toleranceUsed[t] = missing;
            if (!helper || !world.branches.happens(Wiring.TOLERANCE, t, tolerance.success())) {
                exhausted(t);
                return;
            }
            double store = chance.duration(clock, wiring.toleranceLaw[t]);
            if (store <= missing) {
                exhausted(t);
            } else {
                tolerancePhase[t] = World.RIDING;
                clocks.start(clock, store - missing);
            }
        } else if (tolerancePhase[t] == World.RIDING && !helper) {
            toleranceUsed[t] += clocks.ageNow(clock);
            clocks.drop(clock);
            exhausted(t);
        }
    }

    private void discoverBelow(int node) {
        world.repairs.discover(node, Found.ON_DEMAND);
        for (int input : wiring.nodes[node].inputs()) {
            world.repairs.discover(wiring.unitOf[input], Found.ON_DEMAND);
        }
    }

    private void exhausted(int t) {
        tolerancePhase[t] = World.EMPTY;
        world.hold(wiring.tolerances[t].holds(), 1, root[wiring.tolerances[t].need()]);
    }

    void ends(int t) {
        int clock = wiring.clock(Wiring.TOLERANCE, t);
        if (tolerancePhase[t] == World.RECHARGING) {
            tolerancePhase[t] = World.FULL;
            toleranceUsed[t] = 0;
        } else {
            toleranceUsed[t] += clocks.target(clock);
            exhausted(t);
        }
    }

    void settleRestart(int r) {
        var restart = wiring.restarts[r];
        int clock = wiring.clock(Wiring.RESTART, r);
        boolean outside = world.isTrue(restart.outside());
        if (!outside) {
            if (restarting[r]) {
                clocks.drop(clock);
            } else {
                restarting[r] = true;
                restartRoot[r] = root[restart.outside()];
                restartSince[r] = clocks.now;
                world.hold(restart.unit(), 1, restartRoot[r]);
            }
        } else if (restarting[r] && !clocks.armed[clock]) {
            world.start(clock, wiring.restartLaw[r]);
        }
    }
}
