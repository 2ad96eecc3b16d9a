package nines.layout;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Plan;
import nines.blueprint.Watch;

/**
 * Faults that only a probe finds and that no probe ever would: nobody looks, whoever looks does not see them, or whoever
 * looks is dead as long as they are not found. Such a unit would stay dead for ever, which is never meant.
 */
final class Unfound {
    private final Blueprint blueprint;
    private final int[] inputsFirst;
    private final int[] unitOf;

    private Unfound(Blueprint blueprint) {
        this.blueprint = blueprint;
        inputsFirst = blueprint.inputsFirst();
        unitOf = new int[blueprint.nodes().size()];
        for (int node : inputsFirst) {
            int[] inputs = blueprint.nodes().get(node).inputs();
            boolean facet = blueprint.nodes().get(node).kind() == Node.Kind.FACET && inputs.length > 0;
            unitOf[node] = facet ? unitOf[inputs[0]] : node;
        }
    }

    /** Every such fault, once for each mode of the scenario. */
    static List<Refusal> in(Blueprint blueprint) {
        return new Unfound(blueprint).all();
    }

    private List<Refusal> all() {
        Map<String, Refusal> found = new LinkedHashMap<>();
        List<Mode> probed = blueprint.modes().stream()
                .filter(mode -> mode.found() == Found.BY_PROBE && mode.mendable() && !isInspected(mode))
                .toList();
        for (Mode mode : probed) {
            if (blueprint.watches().stream().noneMatch(watch -> looksAt(watch, mode))) {
                says(
                        found,
                        mode,
                        "nobody probes it. Write `found: at-once`, or put whoever has a"
                                + " `health-check` in front of it");
            } else if (mode.effect() == Effect.DEGRADED
                    || blueprint.watches().stream().noneMatch(watch -> sees(watch, mode))) {
                says(found, mode, "no probe sees this effect. Write `probe: http` or `found: at-once`");
            }
        }
        if (found.isEmpty()) {
            deadWithTheirObservers(found, probed);
        }
        return List.copyOf(found.values());
    }

    /** The instances of a component, and its copies, share their modes. */
    private void says(Map<String, Refusal> found, Mode mode, String why) {
        String owner = blueprint.parts().get(mode.part()).name().replaceAll("@.*$", "");
        String path = owner + ".fails." + mode.stream().substring(mode.stream().lastIndexOf('/') + 1);
        found.putIfAbsent(
                path,
                new Refusal(
                        Refusal.Why.NOT_THERE,
                        path + ".found",
                        List.of(path),
                        mode.stream().replace('/', ' ') + ": `found: by-probe`, but " + why
                                + ": else it is never found."));
    }

    /**
     * What is left after taking out, again and again, faults with an observer that lives while all the others are there:
     * these can wait for each other for ever.
     */
    private void deadWithTheirObservers(Map<String, Refusal> found, List<Mode> probed) {
        List<Mode> stuck = probed;
        while (!stuck.isEmpty()) {
            boolean[] alive = aliveWithout(stuck);
            List<Mode> left = stuck.stream()
                    .filter(mode -> blueprint.watches().stream()
                            .noneMatch(watch -> sees(watch, mode) && (watch.observer() < 0 || alive[watch.observer()])))
                    .toList();
            if (left.size() == stuck.size()) {
                stuck.forEach(mode -> says(
                        found,
                        mode,
                        "whoever probes it is dead with it, or waits to be found as well. Write `found: at-once` for"
                                + " the observer"));
                return;
            }
            stuck = left;
        }
    }

    private boolean looksAt(Watch watch, Mode mode) {
        return Arrays.stream(watch.targets()).anyMatch(target -> unitOf[target] == mode.unit());
    }

    private boolean sees(Watch watch, Mode mode) {
        boolean[] alive = aliveWithout(List.of(mode));
        return Arrays.stream(watch.targets()).anyMatch(target -> unitOf[target] == mode.unit() && !alive[target]);
    }

    /** Truths while these faults are there and nothing else is wrong. */
    private boolean[] aliveWithout(List<Mode> broken) {
        int[] bad = new int[unitOf.length];
        broken.forEach(mode -> bad[mode.holds()]++);
        boolean[] alive = new boolean[bad.length];
        for (int node : inputsFirst) {
            for (int input : blueprint.nodes().get(node).inputs()) {
                bad[node] += alive[input] ? 0 : 1;
            }
            alive[node] = bad[node] <= blueprint.nodes().get(node).slack();
        }
        return alive;
    }

    /** Inspections find whatever is hidden, sooner or later. */
    private boolean isInspected(Mode mode) {
        return blueprint.plans().stream()
                .filter(plan -> plan.verb() == Plan.Verb.INSPECT && plan.every() != null && plan.share() > 0)
                .flatMap(plan -> Arrays.stream(plan.steps()))
                .flatMap(Arrays::stream)
                .anyMatch(target -> target.node() == mode.unit());
    }
}
