package nines.structure;

import nines.blueprint.Found;
import nines.blueprint.Plan;

/** Scripted, planned and random events: their steps, whom they hold, and for how long. */
final class Plans {
    private final World world;
    private final Wiring wiring;
    private final Chance chance;
    private final Clocks clocks;
    private final int[] nodeFalls;
    private final int[] postHolder;
    private final int[] planStep;
    private final int[] planPhase;
    private final long[] planNumber;
    private final double[] planSince;
    private final int[][] planHeld;
    private final int[] planHeldCount;
    private final int[] planOn;
    private final int[] plannedOn;
    private final double[] planErrors;

    Plans(World world) {
        this.world = world;
        wiring = world.wiring;
        chance = world.chance;
        clocks = world.clocks;
        nodeFalls = world.nodeFalls;
        postHolder = world.postHolder;
        planStep = world.planStep;
        planPhase = world.planPhase;
        planNumber = world.planNumber;
        planSince = world.planSince;
        planHeld = world.planHeld;
        planHeldCount = world.planHeldCount;
        planOn = world.planOn;
        plannedOn = world.plannedOn;
        planErrors = world.planErrors;
    }

    void begins(int p) {
        Plan plan = wiring.plans[p];
        planNumber[p]++;
        if (plan.every() != null) {
            world.start(wiring.clock(Wiring.PLAN_NEXT, p), wiring.planEvery[p]);
        }
        if (planStep[p] < 0 && world.happens(Wiring.PLAN_NEXT, p, plan.chance())) {
            beginStep(p, 0);
        }
    }

    private void beginStep(int p, int step) {
        Plan plan = wiring.plans[p];
        int asked = 0;
        for (int k = 0; k < step; k++) {
            asked += plan.steps()[k].length;
        }
        for (int k = step; k < plan.steps().length; k++) {
            planStep[p] = k;
            planSince[p] = clocks.now;
            Plan.Target[] targets = plan.steps()[k];
            for (int i = 0; i < targets.length; i++) {
                // Targets are numbered through all steps: each is hit or spared for itself.
                if (plan.share() >= 1
                        || chance.hits(
                                world.branchSource(Wiring.PLAN_END, p), planNumber[p], asked + i, plan.share())) {
                    apply(p, targets[i]);
                }
            }
            asked += targets.length;
            if (enterPhase(p, 0)) {
                return;
            }
        }
        planStep[p] = -1;
    }

    private void apply(int p, Plan.Target target) {
        Plan plan = wiring.plans[p];
        int node = target.node();
        if (target.takeover() >= 0) {
            node = inRole(target);
            if (node < 0) {
                return;
            }
        }
        switch (plan.verb()) {
            case INSPECT -> world.repairs.discover(node, Found.BY_INSPECTION);
            case BREAK -> world.repairs.breaks(target.mode(), plan.cause());
            case HOLD -> {
                planHeld[p][planHeldCount[p]++] = node;
                planOn[node]++;
                plannedOn[wiring.unitOf[node]] += plan.planned() ? 1 : 0;
                int falls = nodeFalls[node];
                world.hold(node, 1, plan.cause());
                if (plan.planned() && wiring.planLaw[p].length > 0) {
                    nodeFalls[node] = falls; // planned work is no failure
                }
            }
            case DEGRADE -> {
                planHeld[p][planHeldCount[p]++] = node;
                planErrors[node] = 1 - (1 - planErrors[node]) * (1 - plan.errors());
                planOn[node]++;
                world.repairs.recountErrors(node);
            }
        }
    }

    private int inRole(Plan.Target target) {
        int t = target.takeover();
        int[] members = wiring.takeovers[t].members();
        for (int i = 0; i < members.length; i++) {
            boolean holder = false;
            for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
                holder |= postHolder[q] == i;
            }
            if (holder == target.holder()) {
                return wiring.unitOf[members[i]];
            }
        }
        return -1;
    }

    /** Starts a phase of the current step; false when the step takes no time and is over. */
    private boolean enterPhase(int p, int from) {
        for (int k = from; k < wiring.planLaw[p].length; k++) {
            planPhase[p] = k;
            world.scores.labelsChanged();
            Law law = wiring.planLaw[p][k];
            if (law.mean() > 0) {
                world.start(wiring.clock(Wiring.PLAN_END, p), law);
                return true;
            }
        }
        Plan plan = wiring.plans[p];
        for (int i = 0; i < planHeldCount[p]; i++) {
            int node = planHeld[p][i];
            planOn[node]--;
            if (plan.verb() == Plan.Verb.DEGRADE) {
                double others = 1 - plan.errors();
                planErrors[node] = planOn[node] == 0 || others == 0 ? 0 : 1 - (1 - planErrors[node]) / others;
                world.repairs.recountErrors(node);
            } else {
                plannedOn[wiring.unitOf[node]] -= plan.planned() ? 1 : 0;
                world.hold(node, -1, -1);
            }
        }
        planHeldCount[p] = 0;
        return false;
    }

    void phaseEnds(int p) {
        if (!enterPhase(p, planPhase[p] + 1)) {
            beginStep(p, planStep[p] + 1);
        }
    }
}
