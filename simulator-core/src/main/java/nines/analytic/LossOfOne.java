package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Journey;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Part;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Shock;
import nines.blueprint.StandIn;
import nines.blueprint.Step;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;
import nines.blueprint.Tolerance;

/**
 * What is left of each journey when one thing is lost: every instance, every place, every common cause and every planned
 * step is taken away by itself, once everybody has noticed, standbys have taken over and stores are empty. What it finds
 * are single points of failure; what happens until then is the simulation's business.
 */
public final class LossOfOne {
    private static final double YEAR = 8760 * 3600.0;
    private static final int ROUNDS = 50;

    private final Blueprint blueprint;
    private final int[] order;
    private final double[] untouched;

    public LossOfOne(Blueprint blueprint) {
        this.blueprint = blueprint;
        order = blueprint.inputsFirst();
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
        for (int n = 0; n < blueprint.nodes().size(); n++) {
            Node node = blueprint.nodes().get(n);
            if (!isUnit(node)) {
                continue;
            }
            int index = n;
            double perYear = 0;
            double away = 0;
            for (Mode mode : blueprint.modes()) {
                if (mode.unit() == index && mode.effect() != Effect.DEGRADED) {
                    double rate = YEAR / mode.timeToFailure().mean();
                    perYear += rate;
                    away += rate * (mode.mendable() ? length(mode.repair()) : Double.POSITIVE_INFINITY);
                }
            }
            Set<Integer> lost = new LinkedHashSet<>(Set.of(index));
            blueprint.modes().stream()
                    .filter(mode -> mode.unit() == index && mode.effect() == Effect.DOWN)
                    .forEach(mode -> lost.add(mode.holds()));
            losses.add(new Loss(
                    node.name(),
                    kind(index, node),
                    true,
                    perYear,
                    perYear > 0 ? away / perYear : Double.NaN,
                    served(lost)));
        }
    }

    private String kind(int index, Node node) {
        for (Part part : blueprint.parts()) {
            for (int instance : part.instances()) {
                if (instance == index) {
                    return part.kind();
                }
            }
        }
        return node.kind() == Node.Kind.PLACE ? "place" : "";
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
        BitSet own = (BitSet) held.clone();
        boolean[] truth = truth(held);
        for (int round = 0; round < ROUNDS; round++) {
            BitSet next = settled(own, truth);
            if (next.equals(held)) {
                break;
            }
            held = next;
            truth = truth(held);
        }
        boolean[] settled = truth;
        Settled state = new Settled(blueprint, index -> settled[index]);
        double[] served = new double[blueprint.journeys().size()];
        for (int j = 0; j < served.length; j++) {
            Journey journey = blueprint.journeys().get(j);
            for (Step.Kind kind : journey.step().kinds()) {
                served[j] += kind.share()
                        * kind.step().attempt(state)
                        * Math.min(1, kind.step().carried(state));
            }
        }
        return served;
    }

    private boolean[] truth(BitSet held) {
        boolean[] truth = new boolean[blueprint.nodes().size()];
        for (int index : order) {
            Node node = blueprint.nodes().get(index);
            int missing = 0;
            for (int input : node.inputs()) {
                missing += truth[input] ? 0 : 1;
            }
            truth[index] = !held.get(index) && missing <= node.slack();
        }
        return truth;
    }

    /** What is held down when take-overs are over, stand-ins have started and stores are empty. */
    private BitSet settled(BitSet own, boolean[] truth) {
        BitSet held = (BitSet) own.clone();
        for (Takeover takeover : blueprint.takeovers()) {
            int living = 0;
            for (int member : takeover.members()) {
                living += truth[member] ? 1 : 0;
            }
            if (living < takeover.needed()) {
                held.set(takeover.works());
            }
            for (int post = living; post < takeover.fills().length; post++) {
                held.set(takeover.fills()[post]);
            }
        }
        for (StandIn standIn : blueprint.standIns()) {
            boolean called = standIn.primary() >= 0 && !truth[standIn.primary()];
            if (!called || !truth[standIn.unit()]) {
                held.set(standIn.works());
            }
        }
        for (Tolerance tolerance : blueprint.tolerances()) {
            if (!truth[tolerance.need()]) {
                held.set(tolerance.holds());
            }
        }
        return held;
    }

    /** A state in which everybody believes the truth. */
    private record Settled(Blueprint blueprint, IntPredicate truth) implements Step.State {
        @Override
        public boolean works(int node) {
            return truth.test(node);
        }

        @Override
        public double attempt(int tier) {
            Tier of = blueprint.tiers().get(tier);
            if (living(of) < Math.max(1, of.needed()) || !hasSender(of)) {
                return 0;
            }
            return of.blind() ? of.tried((double) living(of) / of.members().length) : 1;
        }

        @Override
        public double carried(int tier) {
            Tier of = blueprint.tiers().get(tier);
            return of.capacity() == Double.POSITIVE_INFINITY || of.load() <= 0
                    ? 1
                    : of.carried(living(of), of.blind() ? attempt(tier) : 1, 1);
        }

        private int living(Tier tier) {
            return (int) Arrays.stream(tier.members()).filter(truth).count();
        }

        private boolean hasSender(Tier tier) {
            return tier.senders().length == 0
                    || Arrays.stream(tier.senders()).anyMatch(sender -> sender < 0 || truth.test(sender));
        }
    }
}
