package nines.structure;

import java.util.Arrays;
import nines.blueprint.Plan;

/** Which plans are under way: how far each has come, and whom it holds or makes answer wrongly. */
final class UnderWay {
    private final Wiring wiring;
    /** The step of each plan; -1 while it is not under way. */
    final int[] step;

    final int[] phase;
    /** How often each plan has begun. */
    final long[] number;

    /** When its step began, in seconds. */
    final double[] since;

    final int[][] held;
    /** Which targets are held, numbered through all steps. */
    final int[][] heldTarget;

    final int[] heldCount;
    /** How many plans have a node in their hands, and how many of those that are planned work a unit. */
    final int[] on;

    final int[] plannedOn;
    /** The share of wrong answers that plans make a node give. */
    final double[] errors;
    /** How far each step of a release has come: not out yet, running, doing harm. */
    final byte[] releaseStep;

    UnderWay(Wiring wiring) {
        this.wiring = wiring;
        int plans = wiring.plans.length;
        step = new int[plans];
        phase = new int[plans];
        number = new long[plans];
        since = new double[plans];
        held = new int[plans][];
        heldTarget = new int[plans][];
        for (int p = 0; p < plans; p++) {
            int most = most(wiring.plans[p]);
            held[p] = new int[most];
            heldTarget[p] = new int[most];
        }
        heldCount = new int[plans];
        on = new int[wiring.nodes.length];
        plannedOn = new int[wiring.nodes.length];
        errors = new double[wiring.nodes.length];
        releaseStep = new byte[wiring.planLaws.hitPlan.length];
    }

    /** How many nodes a plan can hold at once: those of one step, of all where a release spreads, and the groups. */
    private static int most(Plan plan) {
        int most = 0;
        for (Plan.Target[] targets : plan.steps()) {
            most = plan.reach().rollout() == null ? Math.max(most, targets.length) : most + targets.length;
        }
        for (Plan.Group group : plan.reach().groups()) {
            most += group.targets().length;
        }
        return most;
    }

    void clear() {
        Arrays.fill(step, -1);
        Arrays.fill(number, 0);
        Arrays.fill(heldCount, 0);
        Arrays.fill(on, 0);
        Arrays.fill(plannedOn, 0);
        Arrays.fill(errors, 0);
        Arrays.fill(releaseStep, (byte) 0);
    }

    /** Names everything that the future depends on. */
    void remember(Memory memory) {
        memory.of(step, phase, heldCount, on, plannedOn);
        memory.of(held);
        memory.of(heldTarget);
        memory.of(errors);
        memory.of(releaseStep);
    }

    /** How many nodes a plan can hold at once. */
    int most(int p) {
        return held[p].length;
    }

    /** Whether a plan holds a node down just now. */
    boolean holds(int p, int node) {
        return wiring.plans[p].verb() == Plan.Verb.HOLD && isTargetNow(p, node);
    }

    /** Whether a plan makes a node answer wrongly just now. */
    boolean degrades(int p, int node) {
        return wiring.plans[p].verb() == Plan.Verb.DEGRADE && isTargetNow(p, node);
    }

    private boolean isTargetNow(int p, int node) {
        for (int i = 0; i < heldCount[p]; i++) {
            if (held[p][i] == node) {
                return true;
            }
        }
        return false;
    }
}
