package nines.structure;

import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Mode;
import nines.blueprint.Phase;
import nines.blueprint.Renewal;
import nines.blueprint.Stage;

/** How a unit's failure modes break, are found and are mended: the clocks of failures and of the stages of repairs. */
final class Repairs {
    private final World world;
    private final Wiring wiring;
    private final Chance chance;
    private final Clocks clocks;
    private final int[] modePhase;
    private final int[] modeRoot;
    private final double[] modeSince;
    private final int[] leader;
    private final int[] followers;
    private final double[] duty;
    private final double[] haste;
    private final int[] frozen;
    private final double[] errors;
    private final double[] planErrors;
    private final Reserves reserves;

    Repairs(World world) {
        this.world = world;
        wiring = world.wiring;
        chance = world.chance;
        clocks = world.clocks;
        modePhase = world.modePhase;
        modeRoot = world.modeRoot;
        modeSince = world.modeSince;
        leader = world.leader;
        followers = world.followers;
        duty = world.duty;
        haste = world.haste;
        frozen = world.frozen;
        errors = world.errors;
        planErrors = world.underWay.errors;
        reserves = new Reserves(world);
    }

    /** The stage that a broken mode's repair is in. */
    Stage stageOf(int m) {
        int s = modePhase[m];
        if (s == World.HIDDEN) {
            return Stage.DETECTION;
        }
        Mode mode = wiring.modes[m];
        if (s < 1 || s > mode.repair().size()) {
            return Stage.REPAIR;
        }
        if (!clocks.armed[wiring.clock(Wiring.STAGE, m)] || world.crews.preempted[m]) {
            return mode.repair().get(s - 1).resource() == Phase.Resource.DATA
                    ? world.datasets.restores.stageBefore(m)
                    : Stage.WAITING;
        }
        return mode.repair().get(s - 1).stage();
    }

    /** Sets the speeds of a mode's clocks by what is alive, on duty, frozen or at work. */
    void retime(int m) {
        Mode mode = wiring.modes[m];
        if (modePhase[m] == World.UP) {
            double speed = 1;
            if (frozen[mode.unit()] > 0 || mode.onlyWhile() >= 0 && !world.isTrue(mode.onlyWhile())) {
                speed = 0;
            } else if (mode.operating()) {
                speed = world.isTrue(mode.unit()) ? duty[mode.unit()] * haste[mode.unit()] : 0;
            }
            clocks.run(wiring.clock(Wiring.FAIL, m), speed);
        } else {
            world.crowds.mark(mode.holds());
            if (mode.crew() >= 0 && mode.site() >= 0) {
                world.crews.placeChanged(m);
            }
            boolean goesOn =
                    frozen[mode.unit()] == 0 && (mode.site() < 0 || world.isTrue(mode.site())) && world.crews.atWork(m);
            clocks.run(wiring.clock(Wiring.STAGE, m), goesOn ? 1 : 0);
        }
    }

    void renew(int m) {
        int clock = wiring.clock(Wiring.FAIL, m);
        clocks.arm(clock, 0, chance.duration(clock, wiring.failLaw[m]));
        retime(m);
    }

    /** A mode breaks: by its own clock, a shock or a script. */
    void breaks(int m, int cause) {
        if (modePhase[m] != World.UP) {
            return;
        }
        Mode mode = wiring.modes[m];
        int clock = wiring.clock(Wiring.FAIL, m);
        clocks.stop(clock);
        world.crowds.mark(mode.holds());
        modeRoot[m] = cause;
        modeSince[m] = clocks.now;
        leader[m] = -1;
        modePhase[m] = mode.mendable() ? World.HIDDEN : World.LOST;
        if (mode.effect() == Effect.DEGRADED) {
            recountErrors(mode.unit());
        } else {
            world.hold(mode.holds(), 1, cause);
        }
        if (wiring.data.losesData[m]) {
            world.datasets.restores.broke(m, cause);
        }
        world.vaults.broke(m);
        for (int h : wiring.alsoHitsOf[m]) {
            if (world.branches.happens(Wiring.FAIL, m, wiring.alsoHits[h].chance())) {
                leader[m] = m;
                for (int follower : wiring.alsoHits[h].followers()) {
                    follow(follower, m, cause);
                }
            }
        }
        if (mode.mendable() && isKnown(mode)) {
            learn(m);
        }
    }

    /** Whether somebody knows of a fault the moment it comes. */
    private boolean isKnown(Mode mode) {
        return switch (mode.found()) {
            case AT_ONCE -> true;
            case BY_PROBE -> isRemoved(mode.unit());
            case ON_DEMAND -> !reserves.waits(mode.unit());
            case BY_INSPECTION -> false;
        };
    }

    /** A mode breaks with another one and is mended with it. */
    void follow(int m, int first, int cause) {
        Mode mode = wiring.modes[m];
        if (modePhase[m] != World.UP) {
            return;
        }
        clocks.drop(wiring.clock(Wiring.FAIL, m));
        modeRoot[m] = cause;
        modeSince[m] = clocks.now;
        modePhase[m] = World.FOLLOWS;
        leader[m] = first;
        followers[first]++;
        world.crowds.mark(mode.holds());
        world.crowds.mark(wiring.modes[first].holds());
        if (mode.effect() == Effect.DEGRADED) {
            recountErrors(mode.unit());
        } else {
            world.hold(mode.holds(), 1, cause);
        }
    }

    private boolean isRemoved(int unit) {
        for (int slot : wiring.slotsOfUnit[unit]) {
            if (world.rotation.isRemoved(slot)) {
                return true;
            }
        }
        return false;
    }

    /** Somebody knows: the repair begins. */
    void learn(int m) {
        if (modePhase[m] == World.HIDDEN) {
            enterStage(m, 1);
        }
    }

    void enterStage(int m, int from) {
        Mode mode = wiring.modes[m];
        int stages = mode.repair().size();
        for (int s = from; s <= stages; s++) {
            Phase phase = mode.repair().get(s - 1);
            modePhase[m] = s;
            world.crowds.mark(mode.holds());
            world.scores.labelsChanged();
            if (phase.resource() == Phase.Resource.SPARE && !world.shelves.takeSpare(m)) {
                return;
            }
            if (phase.resource() == Phase.Resource.CREW && !world.crews.holdsCrew[m]) {
                world.crews.ask(m);
                return;
            }
            if (phase.resource() == Phase.Resource.DATA) {
                double time = world.datasets.restores.time(m);
                if (time > 0) {
                    clocks.arm(wiring.clock(Wiring.STAGE, m), 0, time);
                    retime(m);
                }
                if (time != 0) {
                    return;
                }
            } else if (startStage(m, s)) {
                return;
            }
        }
        mended(m);
    }

    /** Starts the clock of a stage; false when it takes no time and is over already. */
    boolean startStage(int m, int s) {
        Law law = wiring.stageLaw[m][s - 1];
        if (law.mean() > 0) {
            int clock = wiring.clock(Wiring.STAGE, m);
            double drawn = chance.duration(clock, law);
            clocks.arm(clock, 0, drawn);
            world.corrections.started(clock, law, drawn);
            retime(m);
            return true;
        }
        return !stageDone(m, s);
    }

    /** A crew has come to a job that waited. */
    void workBegins(int m) {
        if (!startStage(m, modePhase[m])) {
            enterStage(m, modePhase[m] + 1);
        }
    }

    void stageEnds(int m) {
        int s = modePhase[m];
        if (stageDone(m, s)) {
            enterStage(m, s + 1);
        }
    }

    /** Ends a stage; false when the repair must be done again and goes on. */
    private boolean stageDone(int m, int s) {
        Mode mode = wiring.modes[m];
        Phase phase = mode.repair().get(s - 1);
        if (phase.stage() == Stage.REPAIR && world.branches.happens(Wiring.STAGE, m, mode.failsAgain())) {
            int clock = wiring.clock(Wiring.STAGE, m);
            Law law = wiring.stageLaw[m][s - 1];
            if (law.mean() > 0) {
                double drawn = chance.duration(clock, law);
                clocks.arm(clock, 0, drawn);
                world.corrections.started(clock, law, drawn);
                retime(m);
                return false;
            }
        }
        if (world.crews.holdsCrew[m]
                && (s == mode.repair().size() || mode.repair().get(s).resource() != Phase.Resource.CREW)) {
            world.crews.release(m);
        }
        return true;
    }

    private void mended(int m) {
        Mode mode = wiring.modes[m];
        if (modePhase[m] == World.FOLLOWS) {
            followers[leader[m]]--;
        }
        modePhase[m] = World.UP;
        world.crowds.mark(mode.holds());
        if (mode.effect() == Effect.DEGRADED) {
            recountErrors(mode.unit());
        } else {
            world.hold(mode.holds(), -1, -1);
        }
        int clock = wiring.clock(Wiring.FAIL, m);
        if (mode.renewal() == Renewal.NOTHING) {
            double age = clocks.age(clock);
            clocks.arm(clock, age, age + wiring.failLaw[m].distribution().residual(age, chance.hazard(clock)));
            retime(m);
        } else {
            renew(m);
        }
        if (mode.renewal() == Renewal.WHOLE_UNIT) {
            for (int other : wiring.modesOf[mode.unit()]) {
                if (other != m && modePhase[other] == World.UP) {
                    renew(other);
                }
            }
        }
        if (leader[m] == m) {
            for (int other = 0; other < leader.length && followers[m] > 0; other++) {
                if (other != m && modePhase[other] == World.FOLLOWS && leader[other] == m) {
                    mended(other);
                }
            }
        }
    }

    void recountErrors(int unit) {
        double right = 1 - planErrors[unit];
        for (int m : wiring.modesOf[unit]) {
            if (modePhase[m] != World.UP && wiring.modes[m].effect() == Effect.DEGRADED) {
                right *= 1 - wiring.modes[m].errors();
            }
        }
        errors[unit] = 1 - right;
        for (int slot : wiring.slotsOfUnit[unit]) {
            world.rotation.slotChanged(slot);
        }
    }

    void discover(int unit, Found how) {
        for (int m : wiring.modesOf[unit]) {
            if (modePhase[m] == World.HIDDEN && (how == Found.BY_INSPECTION || wiring.modes[m].found() == how)) {
                learn(m);
            }
        }
    }

    void setDuty(int unit, double speed) {
        if (duty[unit] != speed) {
            duty[unit] = speed;
            for (int m : wiring.modesOf[unit]) {
                world.touchedModes.note(m);
            }
        }
    }
}
