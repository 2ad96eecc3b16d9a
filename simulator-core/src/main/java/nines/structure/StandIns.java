package nines.structure;

import nines.blueprint.Found;
import nines.blueprint.StandIn;

/** Instances that idle until something else is gone: called, started, out of fuel, sent home. */
final class StandIns {
    private final World world;
    private final Wiring wiring;
    private final Clocks clocks;
    private final int[] root;
    private final int[] standInPhase;
    private final boolean[] standInHolds;
    private final int[] standInRoot;
    private final double[] standInSince;

    StandIns(World world) {
        this.world = world;
        wiring = world.wiring;
        clocks = world.clocks;
        root = world.root;
        standInPhase = world.standInPhase;
        standInHolds = world.standInHolds;
        standInRoot = world.standInRoot;
        standInSince = world.standInSince;
    }

    /** Nobody is stood in for yet. */
    void begin() {
        for (int s = 0; s < wiring.standIns.length; s++) {
            StandIn standIn = wiring.standIns[s];
            world.duty[standIn.unit()] = standIn.dormancy();
            standInHolds[s] = true;
            world.hold(standIn.works(), 1, -1);
        }
    }

    void settle(int s) {
        StandIn standIn = wiring.standIns[s];
        int clock = wiring.clock(Wiring.STAND_IN, s);
        boolean called = !world.isTrue(standIn.primary());
        boolean lives = world.isTrue(standIn.unit());
        if (!called) {
            if (standInPhase[s] != World.IDLE) {
                clocks.drop(clock);
                clocks.drop(wiring.clock(Wiring.FUEL, s));
                standInPhase[s] = World.IDLE;
                world.repairs.setDuty(standIn.unit(), standIn.dormancy());
            }
        } else if (!lives) {
            if (standInPhase[s] != World.DRY) {
                clocks.drop(clock);
                clocks.drop(wiring.clock(Wiring.FUEL, s));
                standInPhase[s] = World.IDLE;
                world.repairs.setDuty(standIn.unit(), standIn.dormancy());
            }
            world.repairs.discover(standIn.unit(), Found.ON_DEMAND);
        } else if (standInPhase[s] == World.IDLE) {
            standInRoot[s] = root[standIn.primary()];
            standInSince[s] = clocks.now;
            world.repairs.discover(standIn.unit(), Found.ON_DEMAND);
            enter(s, firstStage(standIn));
        }
        boolean holds = standInPhase[s] != World.RUNNING;
        if (holds != standInHolds[s]) {
            standInHolds[s] = holds;
            world.hold(standIn.works(), holds ? 1 : -1, standInRoot[s]);
        }
    }

    /** Nobody needs to notice planned work: what stands in for it is started at once. */
    private int firstStage(StandIn standIn) {
        boolean planned = world.underWay.plannedOn[wiring.unitOf[standIn.primary()]] > 0;
        int first = 1;
        while (planned
                && first <= standIn.stages().size()
                && !standIn.stages().get(first - 1).committed()) {
            first++;
        }
        return first;
    }

    private void enter(int s, int from) {
        StandIn standIn = wiring.standIns[s];
        int stages = standIn.stages().size();
        for (int k = from; k <= stages; k++) {
            standInPhase[s] = k;
            Law law = wiring.standInLaw[s][k - 1];
            if (law.mean() > 0) {
                world.start(wiring.clock(Wiring.STAND_IN, s), law);
                return;
            }
            if (!stageWorks(s, k)) {
                return;
            }
        }
        if (stages == 0 && !world.branches.happens(Wiring.STAND_IN, s, standIn.success())) {
            byHand(s, 1);
            return;
        }
        runs(s);
    }

    private boolean stageWorks(int s, int stage) {
        StandIn standIn = wiring.standIns[s];
        if (world.branches.happens(
                Wiring.STAND_IN, s, standIn.stages().get(stage - 1).success())) {
            return true;
        }
        byHand(s, standIn.stages().size() + 1);
        return false;
    }

    private void byHand(int s, int from) {
        StandIn standIn = wiring.standIns[s];
        int stages = standIn.stages().size();
        for (int k = from; k <= stages + standIn.byHand().size(); k++) {
            standInPhase[s] = k;
            Law law = wiring.standInByHand[s][k - stages - 1];
            if (law.mean() > 0) {
                world.start(wiring.clock(Wiring.STAND_IN, s), law);
                return;
            }
        }
        runs(s);
    }

    void stageEnds(int s) {
        int stages = wiring.standIns[s].stages().size();
        int k = standInPhase[s];
        if (k > stages) {
            byHand(s, k + 1);
        } else if (stageWorks(s, k)) {
            enter(s, k + 1);
        }
        world.touchedStandIns.note(s);
    }

    private void runs(int s) {
        StandIn standIn = wiring.standIns[s];
        standInPhase[s] = World.RUNNING;
        world.repairs.setDuty(standIn.unit(), 1);
        if (standIn.runsFor() < Double.POSITIVE_INFINITY) {
            clocks.start(wiring.clock(Wiring.FUEL, s), standIn.runsFor());
        }
        world.touchedStandIns.note(s);
    }
}
