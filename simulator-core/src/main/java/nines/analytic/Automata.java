package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Node;
import nines.blueprint.Plan;
import nines.blueprint.Tier;

/**
 * Everything of a blueprint that changes by itself, numbered through: modes, shocks, beliefs, take-overs and so on; and
 * for every node which of them have a say in its truth.
 */
final class Automata {
    final Blueprint blueprint;
    final int modes;
    final int shocks;
    final int beliefs;
    final int takeovers;
    final int standIns;
    final int tolerances;
    final int restarts;
    final int sharings;
    final int plans;
    final int machines;
    final int crews;
    final int shelves;
    final int count;
    /** First belief of each watch. */
    final int[] beliefBase;

    /** Automata that may hold each node down themselves. */
    final BitSet[] holders;
    /** Automata that have a say in each node's truth, through its inputs too. */
    final BitSet[] influence;
    /** Automata that make each node's instance answer wrongly. */
    final BitSet[] errors;
    /** The instance behind a facet, or the node itself. */
    final int[] unitOf;

    final int[] order;

    Automata(Blueprint blueprint) {
        this.blueprint = blueprint;
        modes = 0;
        shocks = modes + blueprint.modes().size();
        beliefs = shocks + blueprint.shocks().size();
        beliefBase = new int[blueprint.watches().size() + 1];
        for (int w = 0; w < blueprint.watches().size(); w++) {
            beliefBase[w + 1] = beliefBase[w] + blueprint.watches().get(w).targets().length;
        }
        takeovers = beliefs + beliefBase[blueprint.watches().size()];
        standIns = takeovers + blueprint.takeovers().size();
        tolerances = standIns + blueprint.standIns().size();
        restarts = tolerances + blueprint.tolerances().size();
        sharings = restarts + blueprint.restarts().size();
        plans = sharings + blueprint.loadSharings().size();
        machines = plans + blueprint.plans().size();
        crews = machines + blueprint.machines().size();
        shelves = crews + blueprint.crews().size();
        count = shelves + blueprint.shelves().size();

        int n = blueprint.nodes().size();
        order = blueprint.inputsFirst();
        unitOf = new int[n];
        Arrays.setAll(unitOf, i -> i);
        for (int i : order) {
            Node node = blueprint.nodes().get(i);
            if (node.kind() == Node.Kind.FACET && node.inputs().length > 0) {
                unitOf[i] = unitOf[node.inputs()[0]];
            }
        }
        holders = sets(n);
        errors = sets(n);
        hold();
        influence = sets(n);
        for (int i : order) {
            influence[i].or(holders[i]);
            for (int input : blueprint.nodes().get(i).inputs()) {
                influence[i].or(influence[input]);
            }
        }
    }

    private static BitSet[] sets(int n) {
        BitSet[] sets = new BitSet[n];
        Arrays.setAll(sets, i -> new BitSet());
        return sets;
    }

    private void hold() {
        each(blueprint.modes(), (mode, m) -> {
            if (mode.effect() == Effect.DEGRADED) {
                errors[mode.unit()].set(modes + m);
            } else {
                holders[mode.holds()].set(modes + m);
            }
        });
        each(blueprint.takeovers(), (takeover, t) -> {
            holders[takeover.works()].set(takeovers + t);
            for (int fills : takeover.fills()) {
                holders[fills].set(takeovers + t);
            }
        });
        each(blueprint.standIns(), (standIn, s) -> holders[standIn.works()].set(standIns + s));
        each(blueprint.tolerances(), (tolerance, t) -> holders[tolerance.holds()].set(tolerances + t));
        each(blueprint.restarts(), (restart, r) -> holders[restart.unit()].set(restarts + r));
        each(blueprint.machines(), (machine, k) -> holders[machine.holds()].set(machines + k));
        each(blueprint.plans(), (plan, p) -> {
            for (int node : nodesOf(plan)) {
                if (plan.verb() == Plan.Verb.HOLD) {
                    holders[node].set(plans + p);
                } else if (plan.verb() == Plan.Verb.DEGRADE) {
                    errors[node].set(plans + p);
                }
            }
        });
    }

    interface With<T> {
        void accept(T item, int index);
    }

    static <T> void each(List<T> items, With<T> with) {
        for (int i = 0; i < items.size(); i++) {
            with.accept(items.get(i), i);
        }
    }

    /** Everything that a plan may hit, in groups too. */
    static List<Plan.Target> targets(Plan plan) {
        List<Plan.Target> targets = new ArrayList<>();
        for (Plan.Target[] step : plan.steps()) {
            targets.addAll(Arrays.asList(step));
        }
        plan.reach().groups().forEach(group -> targets.addAll(Arrays.asList(group.targets())));
        return targets;
    }

    /** The nodes that a plan may hit, in whatever role. */
    List<Integer> nodesOf(Plan plan) {
        List<Integer> nodes = new ArrayList<>();
        for (Plan.Target target : targets(plan)) {
            if (target.takeover() >= 0) {
                for (int member : blueprint.takeovers().get(target.takeover()).members()) {
                    nodes.add(unitOf[member]);
                }
            } else if (target.node() >= 0) {
                nodes.add(target.node());
            }
        }
        return nodes;
    }

    int belief(int watch, int target) {
        return beliefs + beliefBase[watch] + target;
    }

    /** Whether a belief can ever differ from trust in something that lives. */
    boolean isIdle(int watch, int target) {
        var of = blueprint.watches().get(watch);
        return of.falseAlarm() == null
                && !of.untrusting()
                && influence[of.targets()[target]].isEmpty()
                && (of.observer() < 0 || influence[of.observer()].isEmpty());
    }

    /** What has a say in how a member of a tier looks, its node's truth left aside. */
    BitSet slot(Tier tier, int member) {
        BitSet all = new BitSet();
        int node = tier.members()[member];
        all.or(errors[unitOf[node]]);
        for (var takeover : blueprint.takeovers()) {
            // Whoever holds a post answers, right or wrong.
            boolean post = takeover.works() == node && takeover.posts() == 1
                    || Arrays.stream(takeover.fills()).anyMatch(fills -> fills == node);
            for (int i = 0; post && i < takeover.members().length; i++) {
                all.or(errors[unitOf[takeover.members()[i]]]);
            }
        }
        for (int w : tier.watches()) {
            if (!isIdle(w, member)) {
                all.set(belief(w, member));
            }
        }
        return all;
    }
}
