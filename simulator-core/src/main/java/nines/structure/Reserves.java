package nines.structure;

import java.util.Arrays;
import nines.blueprint.StandIn;
import nines.blueprint.Takeover;

/**
 * Units that wait to be called: members of a take-over without a post, stand-ins that are not needed, what a store is fed
 * from while it is full. All others are called upon all the time, so that a fault found on demand is found at once.
 */
final class Reserves {
    private final World world;
    private final Wiring wiring;
    private final int[] takeoverOf;
    private final int[] memberOf;
    private final int[] standInOf;

    Reserves(World world) {
        this.world = world;
        wiring = world.wiring;
        takeoverOf = new int[wiring.nodes.length];
        memberOf = new int[takeoverOf.length];
        standInOf = new int[takeoverOf.length];
        Arrays.fill(takeoverOf, -1);
        Arrays.fill(standInOf, -1);
        for (int t = 0; t < wiring.takeovers.length; t++) {
            Takeover takeover = wiring.takeovers[t];
            for (int i = 0; i < takeover.members().length && takeover.posts() < takeover.members().length; i++) {
                int unit = wiring.unitOf[takeover.members()[i]];
                takeoverOf[unit] = t;
                memberOf[unit] = i;
            }
        }
        for (int s = 0; s < wiring.standIns.length; s++) {
            StandIn standIn = wiring.standIns[s];
            standInOf[standIn.unit()] = s;
        }
    }

    /** Whether nobody calls upon a unit just now. */
    boolean waits(int unit) {
        int t = takeoverOf[unit];
        if (t >= 0) {
            for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
                if (world.postHolder[q] == memberOf[unit]) {
                    return false;
                }
            }
            return true;
        }
        int s = standInOf[unit];
        if (s >= 0) {
            return world.standInPhase[s] == World.IDLE || world.standInPhase[s] == World.DRY;
        }
        for (var tolerance : wiring.tolerances) {
            if (tolerance.with() >= 0 && world.isTrue(tolerance.need()) && feeds(tolerance.with(), unit)) {
                return true;
            }
        }
        return false;
    }

    private boolean feeds(int store, int unit) {
        if (store == unit) {
            return true;
        }
        for (int input : wiring.nodes[store].inputs()) {
            if (wiring.unitOf[input] == unit) {
                return true;
            }
        }
        return false;
    }
}
