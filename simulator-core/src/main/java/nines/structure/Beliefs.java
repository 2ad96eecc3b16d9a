package nines.structure;

import nines.blueprint.Found;
import nines.blueprint.Watch;

/** What observers think of their targets: it follows the truth after a delay, or leaves it by a false alarm. */
final class Beliefs {
    private final World world;
    private final Wiring wiring;
    private final Clocks clocks;
    private final int[] root;
    private final int[] modePhase;
    private final boolean[] trusted;
    private final int[] beliefRoot;
    private final double[] beliefSince;
    private final byte[] beliefClock;
    private final int[] plannedOn;

    Beliefs(World world) {
        this.world = world;
        wiring = world.wiring;
        clocks = world.clocks;
        root = world.root;
        modePhase = world.modePhase;
        trusted = world.trusted;
        beliefRoot = world.beliefRoot;
        beliefSince = world.beliefSince;
        beliefClock = world.beliefClock;
        plannedOn = world.underWay.plannedOn;
    }

    /** The way back after a false alarm, as {@link World#beliefClock} has it. */
    private static final byte FALSELY = 3;

    void settle(int b) {
        world.crowds.mark(wiring.beliefTarget[b]);
        Watch watch = wiring.watches[wiring.beliefWatch[b]];
        int clock = wiring.clock(Wiring.BELIEF, b);
        boolean truth = world.isTrue(wiring.beliefTarget[b]);
        if (watch.observer() >= 0 && !world.isTrue(watch.observer())) {
            // An observer that is down learns nothing; when it is back it begins by trusting everybody, or nobody.
            clocks.drop(clock);
            if (trusted[b] == watch.untrusting()) {
                trusted[b] = !watch.untrusting();
                beliefRoot[b] = root[watch.observer()];
                beliefSince[b] = clocks.now;
                beliefClock[b] = 2;
                world.rotation.beliefChanged(b);
            }
            return;
        }
        if (trusted[b] != truth && plannedOn[wiring.unitOf[wiring.beliefTarget[b]]] > 0 && !truth) {
            clocks.drop(clock);
            beliefBegins(b);
            setTrusted(b, false);
            return;
        }
        int w = wiring.beliefWatch[b];
        Law law;
        if (trusted[b] && truth) {
            law = wiring.falseAlarm[w];
        } else if (trusted[b]) {
            law = world.isTrue(wiring.beliefAlive[b]) ? wiring.fallHangs[w] : wiring.fallRefused[w];
        } else if (truth) {
            law = beliefClock[b] == FALSELY ? wiring.falseEnds[w] : wiring.rise[w];
        } else {
            clocks.drop(clock);
            beliefClock[b] = 2;
            return;
        }
        int wanted = trusted[b] ? truth ? 0 : 1 : beliefClock[b] == FALSELY ? FALSELY : 2;
        if (clocks.armed[clock] && beliefClock[b] == wanted) {
            return;
        }
        clocks.drop(clock);
        beliefClock[b] = (byte) wanted;
        if (wanted == 1) {
            beliefBegins(b);
        }
        if (law.mean() == Double.POSITIVE_INFINITY) {
            return;
        }
        if (law.mean() == 0) {
            changeMind(b);
        } else {
            world.start(clock, law);
        }
    }

    /** A dead observer believes nothing that could cost a request. */
    boolean isWatching(int watch) {
        int observer = wiring.watches[watch].observer();
        return observer < 0 || world.isTrue(observer);
    }

    /** What is believed from now on, right or wrong, stands for the fault of the target. */
    private void beliefBegins(int b) {
        beliefRoot[b] = root[wiring.beliefTarget[b]];
        beliefSince[b] = clocks.now;
    }

    void changeMind(int b) {
        boolean truth = world.isTrue(wiring.beliefTarget[b]);
        if (trusted[b] && truth) {
            beliefRoot[b] = wiring.watches[wiring.beliefWatch[b]].cause();
            beliefSince[b] = clocks.now;
            beliefClock[b] = FALSELY;
            setTrusted(b, false);
        } else {
            setTrusted(b, truth);
        }
        world.touchedBeliefs.note(b);
    }

    private void setTrusted(int b, boolean belief) {
        trusted[b] = belief;
        world.rotation.beliefChanged(b);
        if (!belief) {
            for (int m : wiring.modesOf[wiring.unitOf[wiring.beliefTarget[b]]]) {
                if (modePhase[m] == World.HIDDEN && wiring.modes[m].found() == Found.BY_PROBE) {
                    world.repairs.learn(m);
                }
            }
        }
    }
}
