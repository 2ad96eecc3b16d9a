package nines.structure;

import java.util.List;
import nines.blueprint.Found;
import nines.blueprint.Plan;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/** Scripted, planned and random events: their steps, whom they hold, and for how long. */
final class Plans {
    /** No phase: the next step is waited for, and nothing is held. */
    private static final int BETWEEN_STEPS = -2;

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
    private final int[][] planHeldTarget;
    private final int[] planHeldCount;
    private final int[] planOn;
    private final int[] plannedOn;
    private final double[] planErrors;
    private final Releases releases;

    /** How many targets a plan hits; null where not a number of them. */
    private final @Nullable Law[] counts;

    Plans(World world) {
        this.world = world;
        wiring = world.wiring;
        chance = world.chance;
        clocks = world.clocks;
        nodeFalls = world.nodeFalls;
        postHolder = world.postHolder;
        planStep = world.underWay.step;
        planPhase = world.underWay.phase;
        planNumber = world.underWay.number;
        planSince = world.underWay.since;
        planHeld = world.underWay.held;
        planHeldTarget = world.underWay.heldTarget;
        planHeldCount = world.underWay.heldCount;
        planOn = world.underWay.on;
        plannedOn = world.underWay.plannedOn;
        planErrors = world.underWay.errors;
        releases = new Releases(world, this);
        counts = new Law[wiring.plans.length];
        for (int p = 0; p < counts.length; p++) {
            Distribution count = wiring.plans[p].reach().count();
            counts[p] = count == null ? null : Law.of(count);
        }
    }

    /** Every plan that no other brings along waits for its first time. */
    void begin() {
        for (int p = 0; p < wiring.plans.length; p++) {
            int clock = wiring.clock(Wiring.PLAN_NEXT, p);
            double first = wiring.plans[p].first();
            if (wiring.plans[p].with() >= 0) {
                continue;
            }
            if (Double.isNaN(first)) {
                world.start(clock, wiring.planLaws.every[p]);
            } else {
                clocks.start(clock, first);
            }
        }
    }

    void begins(int p) {
        if (wiring.plans[p].every() != null) {
            world.start(wiring.clock(Wiring.PLAN_NEXT, p), wiring.planLaws.every[p]);
        }
        beginsNow(p);
        for (int other = 0; other < wiring.plans.length; other++) {
            if (wiring.plans[other].with() == p) {
                beginsNow(other);
            }
        }
    }

    private void beginsNow(int p) {
        Plan plan = wiring.plans[p];
        planNumber[p]++;
        if (plan.reach().rollout() != null) {
            releases.takesItsPlace(p);
        }
        if (planStep[p] < 0 && world.branches.happens(Wiring.PLAN_NEXT, p, plan.chance())) {
            if (plan.reach().rollout() != null) {
                releases.begins(p);
            } else {
                world.datasets.restores.spoils(p);
                beginStep(p, 0);
                world.datasets.restores.began(p);
                world.vaults.began(p);
            }
        }
    }

    private void beginStep(int p, int step) {
        Plan plan = wiring.plans[p];
        int asked = asked(p, step);
        for (int k = step; k < plan.steps().length; k++) {
            planStep[p] = k;
            planSince[p] = clocks.now;
            Plan.Target[] targets = plan.steps()[k];
            if (plan.reach().count() != null) {
                applyToSome(p, targets);
            } else {
                applyTo(p, targets, asked);
            }
            asked += targets.length;
            if (k == 0) {
                applyToGroups(p);
            }
            if (enterPhase(p, 0) || waits(p)) {
                return;
            }
        }
        planStep[p] = -1;
    }

    /** Targets are numbered through all steps: how many come before a step. */
    private int asked(int p, int step) {
        int asked = 0;
        for (int k = 0; k < step; k++) {
            asked += wiring.plans[p].steps()[k].length;
        }
        return asked;
    }

    /** The targets of a step, each hit or spared for itself. */
    void applyTo(int p, int step) {
        applyTo(p, wiring.plans[p].steps()[step], asked(p, step));
    }

    private void applyTo(int p, Plan.Target[] targets, int asked) {
        Plan plan = wiring.plans[p];
        for (int i = 0; i < targets.length; i++) {
            if (plan.share() >= 1
                    || chance.hits(world.branches.source(Wiring.PLAN_END, p), planNumber[p], asked + i, plan.share())) {
                apply(p, targets[i], asked + i);
            }
        }
    }

    /** A number of targets, each subset of that size equally likely (Knuth 1969, algorithm S). */
    private void applyToSome(int p, Plan.Target[] targets) {
        Plan plan = wiring.plans[p];
        Law count = counts[p];
        int source = world.branches.source(Wiring.PLAN_END, p);
        int left = count == null ? targets.length : chance.count(source, count, targets.length);
        for (int i = 0; i < targets.length && left > 0; i++) {
            if (chance.happens(source, (double) left / (targets.length - i))) {
                left--;
                if (plan.share() >= 1 || chance.hits(source, planNumber[p], i, plan.share())) {
                    apply(p, targets[i], i);
                }
            }
        }
    }

    /** Those who are hit as groups: one draw for each event and group. */
    private void applyToGroups(int p) {
        List<Plan.Group> groups = wiring.plans[p].reach().groups();
        for (int g = 0; g < groups.size(); g++) {
            Plan.Group group = groups.get(g);
            if (group.chance() >= 1
                    || chance.hits(world.branches.source(Wiring.PLAN_NEXT, p), planNumber[p], g, group.chance())) {
                for (Plan.Target target : group.targets()) {
                    apply(p, target, -1);
                }
            }
        }
    }

    /** One of the spread hits of an event, or a step of a release. */
    void hits(int hit) {
        int p = wiring.planLaws.hitPlan[hit];
        Plan plan = wiring.plans[p];
        if (plan.reach().rollout() != null) {
            releases.goesOn(p, hit - wiring.planLaws.hitBase[p]);
            return;
        }
        world.repairs.breaks(plan.steps()[0][hit - wiring.planLaws.hitBase[p]].mode(), plan.cause());
    }

    private void apply(int p, Plan.Target target, int number) {
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
            case BREAK -> {
                double spread = plan.reach().spread();
                if (spread > 0 && number >= 0) {
                    int clock = wiring.clock(Wiring.PLAN_HIT, wiring.planLaws.hitBase[p] + number);
                    int source = world.branches.source(Wiring.PLAN_END, p);
                    clocks.start(clock, spread * chance.spread(source, planNumber[p], number));
                } else {
                    world.repairs.breaks(target.mode(), plan.cause());
                }
            }
            case HOLD -> {
                planHeldTarget[p][planHeldCount[p]] = number;
                planHeld[p][planHeldCount[p]++] = node;
                planOn[node]++;
                plannedOn[wiring.unitOf[node]] += plan.planned() ? 1 : 0;
                int falls = nodeFalls[node];
                world.hold(node, 1, plan.cause());
                if (plan.planned() && wiring.planLaws.law[p].length > 0) {
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

    /** The node to be held down for a truth of a member: facets stand one above the other, the unit below all. */
    private int held(int member, Plan.Target.Truth truth) {
        int unit = wiring.unitOf[member];
        return switch (truth) {
            case LIVES -> unit;
            case REACHED -> member == unit ? unit : below(member, unit);
            case SERVES -> member;
        };
    }

    /** What serves stands on what is reached, where an instance has both. */
    private int below(int member, int unit) {
        int next = wiring.nodes[member].inputs()[0];
        return next == unit ? member : next;
    }

    private int inRole(Plan.Target target) {
        int t = target.takeover();
        int[] members = wiring.takeovers[t].members();
        int nth = 0;
        for (int i = 0; i < members.length; i++) {
            // The first, second, … member in that role at this moment.
            boolean holder = false;
            for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
                holder |= postHolder[q] == i;
            }
            if (holder == target.holder() && nth++ == target.nth()) {
                return held(members[i], target.truth());
            }
        }
        return -1;
    }

    /** Starts a phase of the current step; false when the step takes no time and is over. */
    boolean enterPhase(int p, int from) {
        for (int k = from; k < wiring.planLaws.law[p].length; k++) {
            planPhase[p] = k;
            world.scores.labelsChanged();
            Law law = wiring.planLaws.law[p][k];
            if (law.mean() > 0) {
                world.start(wiring.clock(Wiring.PLAN_END, p), law);
                return true;
            }
        }
        Plan plan = wiring.plans[p];
        for (int i = 0; i < planHeldCount[p]; i++) {
            if (plan.reach().stays() > 0 && planHeldTarget[p][i] >= 0) {
                keepSome(p, planHeldTarget[p][i]);
            }
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
        world.datasets.restores.noticed(p);
        return false;
    }

    /** Some of what was held does not come back by itself. */
    private void keepSome(int p, int target) {
        Plan.Reach reach = wiring.plans[p].reach();
        int number = 0;
        for (int before = 0; before < target; before++) {
            number += reach.staying()[before].length;
        }
        int groups = reach.groups().size();
        for (int mode : reach.staying()[target]) {
            // The groups have the first numbers of this source.
            if (chance.hits(
                    world.branches.source(Wiring.PLAN_NEXT, p), planNumber[p], groups + number++, reach.stays())) {
                world.repairs.breaks(mode, wiring.plans[p].cause());
            }
        }
    }

    void phaseEnds(int p) {
        Plan plan = wiring.plans[p];
        if (plan.reach().rollout() != null) {
            releases.phaseEnds(p);
            return;
        }
        if (planPhase[p] == BETWEEN_STEPS) {
            beginStep(p, planStep[p] + 1);
        } else if (!enterPhase(p, planPhase[p] + 1) && !waits(p)) {
            beginStep(p, planStep[p] + 1);
        }
    }

    /** Whether the next step has to wait a while. */
    private boolean waits(int p) {
        Plan plan = wiring.plans[p];
        double gap = plan.reach().gapAfter(planStep[p]);
        if (gap <= 0 || planStep[p] + 1 >= plan.steps().length) {
            return false;
        }
        planPhase[p] = BETWEEN_STEPS;
        clocks.start(wiring.clock(Wiring.PLAN_END, p), gap);
        return true;
    }
}
