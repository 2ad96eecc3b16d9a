package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Journey;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Part;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Shock;
import nines.blueprint.Step;

/**
 * What is left of each journey when one thing is lost: every instance, every place, every common cause and every planned
 * step is taken away by itself, once everybody has noticed, standbys have taken over and stores are empty. What it finds
 * are single points of failure; what happens until then is the simulation's business.
 */
public final class LossOfOne {
    private static final double YEAR = 8760 * 3600.0;

    private final Blueprint blueprint;
    private final Settling settling;
    private final double[] untouched;

    public LossOfOne(Blueprint blueprint) {
        this.blueprint = blueprint;
        settling = new Settling(blueprint);
        untouched = served(Set.of());
    }

    /**
     * One thing that can be lost.
     *
     * @param name {@code db-1}, {@code zone-a}, {@code web: node}
     * @param what its kind; {@code all at once}, {@code planned} or {@code event} where it is no unit
     * @param unit whether it is one instance or place
     * @param perYear how often by itself; 0 when the scenario never takes it away
     * @param meanAway seconds until it is back, NaN when not known
     * @param served share of the requests of each journey that is served without it
     */
    public record Loss(String name, String what, boolean unit, double perYear, double meanAway, double[] served) {}

    /** Share of each journey served when nothing is lost. */
    public double[] untouched() {
        return untouched.clone();
    }

    /** Every loss that costs some journey something, in the order of the blueprint. */
    public List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        units(losses);
        commonCauses(losses);
        plans(losses);
        return losses.stream().filter(loss -> costs(loss.served())).toList();
    }

    /** How many instances and places were taken away, one by one. */
    public int tried() {
        return (int) blueprint.nodes().stream().filter(LossOfOne::isUnit).count();
    }

    private boolean costs(double[] served) {
        for (int j = 0; j < served.length; j++) {
            if (served[j] < untouched[j] - 1e-9) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnit(Node node) {
        return node.kind() == Node.Kind.INSTANCE || node.kind() == Node.Kind.PLACE;
    }

    private void units(List<Loss> losses) {
        Map<Integer, List<Mode>> modes = blueprint.modes().stream().collect(Collectors.groupingBy(Mode::unit));
        Map<Integer, String> kinds = new HashMap<>();
        for (Part part : blueprint.parts()) {
            for (int instance : part.instances()) {
                kinds.putIfAbsent(instance, part.kind());
            }
        }
        for (int n = 0; n < blueprint.nodes().size(); n++) {
            Node node = blueprint.nodes().get(n);
            if (!isUnit(node)) {
                continue;
            }
            int index = n;
            double perYear = 0;
            double away = 0;
            List<Mode> own = modes.getOrDefault(index, List.of());
            for (Mode mode : own) {
                if (mode.effect() != Effect.DEGRADED) {
                    double rate = YEAR / mode.timeToFailure().mean();
                    perYear += rate;
                    away += rate * (mode.mendable() ? length(mode.repair()) : Double.POSITIVE_INFINITY);
                }
            }
            Set<Integer> lost = new LinkedHashSet<>(Set.of(index));
            own.stream().filter(mode -> mode.effect() == Effect.DOWN).forEach(mode -> lost.add(mode.holds()));
            losses.add(new Loss(
                    node.name(),
                    kinds.getOrDefault(index, node.kind() == Node.Kind.PLACE ? "place" : ""),
                    true,
                    perYear,
                    perYear > 0 ? away / perYear : Double.NaN,
                    served(lost)));
        }
    }

    private void commonCauses(List<Loss> losses) {
        Map<String, Loss> byName = new LinkedHashMap<>();
        for (Shock shock : blueprint.shocks()) {
            Set<Integer> lost = new LinkedHashSet<>();
            double longest = 0;
            for (int mode : shock.modes()) {
                lost.add(blueprint.modes().get(mode).holds());
                longest = Math.max(longest, length(blueprint.modes().get(mode).repair()));
            }
            String name = blueprint.causes().get(shock.cause()).label();
            Loss loss = new Loss(name, hits(shock), false, YEAR / shock.law().mean(), longest, served(lost));
            byName.merge(name, loss, (one, other) -> one);
        }
        losses.addAll(byName.values());
    }

    private static String hits(Shock shock) {
        return switch (shock.hits()) {
            case ALL -> "all at once";
            case SHARE, COUNT -> "if it hits all";
        };
    }

    private void plans(List<Loss> losses) {
        for (Plan plan : blueprint.plans()) {
            if (plan.verb() != Plan.Verb.HOLD) {
                continue;
            }
            String name = blueprint.causes().get(plan.cause()).label();
            Loss worst = null;
            Plan.Target[][] steps = plan.reach().rollout() == null
                    ? plan.steps()
                    : new Plan.Target[][] {
                        Arrays.stream(plan.steps()).flatMap(Arrays::stream).toArray(Plan.Target[]::new)
                    };
            for (Plan.Target[] step : steps) {
                Set<Integer> lost = new LinkedHashSet<>();
                for (Plan.Target target : step) {
                    if (target.node() >= 0) {
                        lost.add(target.node());
                    } else if (target.takeover() >= 0) {
                        int[] members =
                                blueprint.takeovers().get(target.takeover()).members();
                        lost.add(members[target.holder() ? 0 : members.length - 1]);
                    }
                }
                double perYear = plan.every() == null
                        ? 0
                        : plan.chance() * YEAR / plan.every().mean();
                Loss loss = new Loss(
                        name,
                        plan.planned() ? "planned" : "event",
                        false,
                        perYear,
                        length(plan.phases()),
                        served(lost));
                if (worst == null || total(loss) < total(worst)) {
                    worst = loss;
                }
            }
            if (worst != null) {
                losses.add(worst);
            }
        }
    }

    private static double total(Loss loss) {
        return Arrays.stream(loss.served()).sum();
    }

    private static double length(List<Phase> phases) {
        return phases.stream().mapToDouble(phase -> phase.law().mean()).sum();
    }

    /** Share of each journey served once the nodes are lost for good and all has settled. */
    private double[] served(Set<Integer> lost) {
        BitSet held = new BitSet();
        lost.forEach(held::set);
        settling.lose(held);
        double[] served = new double[blueprint.journeys().size()];
        for (int j = 0; j < served.length; j++) {
            Journey journey = blueprint.journeys().get(j);
            for (Step.Kind kind : journey.step().kinds()) {
                served[j] += kind.share()
                        * kind.step().attempt(settling)
                        * Math.min(1, kind.step().carried(settling));
            }
        }
        return served;
    }
}
