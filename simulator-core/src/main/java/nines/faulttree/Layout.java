package nines.faulttree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nines.blueprint.AlsoHit;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Machine;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Plan;
import nines.blueprint.Shock;
import nines.blueprint.StandIn;
import nines.blueprint.Takeover;
import nines.blueprint.Tolerance;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a blueprint as truths over basic events, once all has settled: everybody has noticed, standbys have taken
 * over, stores are empty. A node's truth here is that it is <em>down</em>.
 */
final class Layout {
    private static final int OPEN = Integer.MIN_VALUE;
    private static final int IN_WORK = OPEN + 1;

    final Formula formula = new Formula();
    final List<BasicEvent> events = new ArrayList<>();
    /** What makes the share of time of each event less than exact. */
    final List<Set<String>> caveats = new ArrayList<>();
    /** For each event the shock that it is, or null. */
    final List<@Nullable Shock> shockOf = new ArrayList<>();
    /** Events with the same number never hold at the same time. */
    final List<Integer> blockOf = new ArrayList<>();
    /** The event of the failures of each mode's unit, or -1. */
    final int[] eventOfMode;
    /** What the nodes looked at leave out besides. */
    final Set<String> leftOut = new LinkedHashSet<>();

    private final Blueprint blueprint;
    private final Rates rates;
    private final List<List<Integer>> holding = new ArrayList<>();
    private final List<List<Takeover>> takeovers = new ArrayList<>();
    private final List<List<StandIn>> standIns = new ArrayList<>();
    private final List<List<Tolerance>> tolerances = new ArrayList<>();
    /** Whether an event that is no basic event breaks what holds the node down. */
    private final boolean[] broken;

    private final int[] down;

    Layout(Blueprint blueprint) {
        this.blueprint = blueprint;
        rates = new Rates(blueprint);
        eventOfMode = new int[blueprint.modes().size()];
        down = new int[blueprint.nodes().size()];
        broken = new boolean[down.length];
        for (int n = 0; n < down.length; n++) {
            down[n] = OPEN;
            holding.add(new ArrayList<>());
            takeovers.add(new ArrayList<>());
            standIns.add(new ArrayList<>());
            tolerances.add(new ArrayList<>());
        }
        blueprint.takeovers().forEach(each -> {
            takeovers.get(each.works()).add(each);
            Arrays.stream(each.fills()).forEach(fills -> takeovers.get(fills).add(each));
        });
        blueprint.standIns().forEach(each -> standIns.get(each.works()).add(each));
        blueprint.tolerances().forEach(each -> tolerances.get(each.holds()).add(each));
        modes();
        shocks();
        plans();
        machines();
    }

    private int event(BasicEvent event, Set<String> why, @Nullable Shock shock) {
        events.add(event);
        caveats.add(why);
        shockOf.add(shock);
        blockOf.add(formula.events());
        return formula.event();
    }

    private int chance(String name, double chance) {
        return event(new BasicEvent(name, BasicEvent.Kind.CHANCE, chance, 0), Set.of(), null);
    }

    // ---------------------------------------------------------------- events

    /** The modes that hold the same node of the same unit are one event; one that takes others along is its own. */
    private void modes() {
        Map<String, List<Integer>> together = new LinkedHashMap<>();
        boolean[] takesOthers = new boolean[eventOfMode.length];
        boolean[] shocked = new boolean[eventOfMode.length];
        blueprint.alsoHits().forEach(hit -> takesOthers[hit.mode()] = true);
        blueprint.shocks().forEach(shock -> Arrays.stream(shock.modes()).forEach(m -> shocked[m] = true));
        for (int m = 0; m < eventOfMode.length; m++) {
            eventOfMode[m] = -1;
            Mode mode = blueprint.modes().get(m);
            boolean never = mode.timeToFailure().mean() == Double.POSITIVE_INFINITY;
            if (mode.effect() == Effect.DEGRADED || never && !shocked[m]) {
                continue;
            }
            String key = takesOthers[m] ? "mode " + m : mode.unit() + ">" + mode.holds();
            together.computeIfAbsent(key, k -> new ArrayList<>()).add(m);
        }
        for (List<Integer> members : together.values()) {
            Set<String> why = new LinkedHashSet<>();
            Mode first = blueprint.modes().get(members.get(0));
            Node held = blueprint.nodes().get(first.holds());
            int event = event(rates.unit(name(members, takesOthers), kind(held), members, why), why, null);
            holding.get(first.holds()).add(event);
            members.forEach(m -> eventOfMode[m] = event);
        }
        for (AlsoHit hit : blueprint.alsoHits()) {
            int event = eventOfMode[hit.mode()];
            if (event < 0 || hit.followers().length == 0) {
                continue;
            }
            // One draw takes all of them along or none.
            int[] held = Arrays.stream(hit.followers())
                    .map(follower -> blueprint.modes().get(follower).holds())
                    .toArray();
            String name = events.get(event).name() + " takes "
                    + blueprint.nodes().get(held[0]).name() + " along";
            int along = hit.chance() >= 1 ? event : formula.all(event, chance(name, hit.chance()));
            for (int node : held) {
                holding.get(node).add(along);
            }
        }
    }

    private String name(List<Integer> members, boolean[] takesOthers) {
        Mode first = blueprint.modes().get(members.get(0));
        String unit = blueprint.nodes().get(first.unit()).name();
        if (takesOthers[members.get(0)]) {
            return unit + ": " + blueprint.causes().get(first.cause()).name();
        }
        return first.holds() == first.unit()
                ? unit
                : unit + ": " + blueprint.causes().get(first.cause()).name();
    }

    private static BasicEvent.Kind kind(Node held) {
        return switch (held.kind()) {
            case PLACE -> BasicEvent.Kind.PLACE;
            case FACET -> BasicEvent.Kind.FACET;
            default -> BasicEvent.Kind.INSTANCE;
        };
    }

    private void shocks() {
        Map<String, Long> named =
                blueprint.shocks().stream().collect(Collectors.groupingBy(this::label, Collectors.counting()));
        for (Shock shock : blueprint.shocks()) {
            Set<String> why = new LinkedHashSet<>();
            String name = named.getOrDefault(label(shock), 1L) == 1 ? label(shock) : shock.stream();
            int event = event(rates.shock(shock, name, why), why, shock);
            for (int mode : shock.modes()) {
                holding.get(blueprint.modes().get(mode).holds()).add(event);
            }
        }
    }

    private String label(Shock shock) {
        return blueprint.causes().get(shock.cause()).label();
    }

    private void plans() {
        for (Plan plan : blueprint.plans()) {
            var every = plan.every();
            if (plan.verb() == Plan.Verb.BREAK && every != null && every.mean() < Double.POSITIVE_INFINITY) {
                broken(plan);
            }
            if (plan.verb() != Plan.Verb.HOLD || every == null || every.mean() == Double.POSITIVE_INFINITY) {
                continue;
            }
            int first = -1;
            boolean spreads = plan.reach().rollout() != null;
            Plan.Target[][] steps = spreads ? together(plan) : plan.steps();
            for (int step = 0; step < steps.length; step++) {
                Set<String> why = new LinkedHashSet<>();
                if (spreads) {
                    why.add("a bad release is taken to hit all it may reach, from the first harm on");
                }
                String name = blueprint.causes().get(plan.cause()).label()
                        + (steps.length > 1 ? " (step " + (step + 1) + ")" : "");
                int event = event(rates.plan(plan, name, every.mean(), why), why, null);
                first = first < 0 ? event : first;
                blockOf.set(event, first);
                double share = share(plan, steps[step].length, why);
                for (Plan.Target target : steps[step]) {
                    int node = target(target, why);
                    if (node >= 0) {
                        String hit =
                                name + " hits " + blueprint.nodes().get(node).name();
                        holding.get(node).add(share >= 1 ? event : formula.all(event, chance(hit, share)));
                    }
                }
                if (step == 0) {
                    plan.reach().groups().forEach(group -> along(group, event, name, why));
                }
            }
        }
    }

    private static Plan.Target[][] together(Plan plan) {
        return new Plan.Target[][] {
            Arrays.stream(plan.steps()).flatMap(Arrays::stream).toArray(Plan.Target[]::new)
        };
    }

    /** Notes what an event breaks, whose own repair ends it: not a basic event. */
    private void broken(Plan plan) {
        Stream<Plan.Target> targets = Stream.concat(
                Arrays.stream(plan.steps()).flatMap(Arrays::stream),
                plan.reach().groups().stream().flatMap(group -> Arrays.stream(group.targets())));
        targets.filter(target -> target.mode() >= 0)
                .forEach(target -> broken[blueprint.modes().get(target.mode()).holds()] = true);
    }

    /** Chance of each target of an event to be hit. */
    private static double share(Plan plan, int targets, Set<String> why) {
        if (plan.reach().stays() > 0) {
            why.add("what does not return after an event is left out");
        }
        var count = plan.reach().count();
        if (count == null) {
            return plan.share();
        }
        why.add("of a number of targets that an event hits, each is taken to be hit for itself");
        return plan.share() * Math.min(1, count.mean() / targets);
    }

    /** A group that an event takes along, all of it or none. */
    private void along(Plan.Group group, int event, String name, Set<String> why) {
        int[] nodes = Arrays.stream(group.targets())
                .mapToInt(target -> target(target, why))
                .filter(node -> node >= 0)
                .toArray();
        if (nodes.length == 0) {
            return;
        }
        String hit = name + " takes " + blueprint.nodes().get(nodes[0]).name() + " along";
        int with = group.chance() >= 1 ? event : formula.all(event, chance(hit, group.chance()));
        for (int node : nodes) {
            holding.get(node).add(with);
        }
    }

    private int target(Plan.Target target, Set<String> why) {
        if (target.node() >= 0 || target.takeover() < 0) {
            return target.node();
        }
        why.add("what hits whoever holds a post is taken to hit who holds it at first");
        var takeover = blueprint.takeovers().get(target.takeover());
        int at = target.nth() + (target.holder() ? 0 : takeover.posts());
        return at < takeover.members().length ? takeover.members()[at] : -1;
    }

    private void machines() {
        for (Machine machine : blueprint.machines()) {
            Set<String> why = new LinkedHashSet<>();
            int event = event(rates.machine(machine, why), why, null);
            holding.get(machine.holds()).add(event);
        }
    }

    /** Whether the instance behind a node, or one that may hold its post, answers wrongly at times. */
    boolean answersWrongly(int node) {
        Set<Integer> asked = new LinkedHashSet<>();
        asked.add(instance(node));
        for (Takeover takeover : takeovers.get(node)) {
            Arrays.stream(takeover.members()).forEach(member -> asked.add(instance(member)));
        }
        boolean wrong = blueprint.modes().stream()
                .anyMatch(mode -> mode.errors() > 0
                        && asked.contains(mode.unit())
                        && mode.timeToFailure().mean() < Double.POSITIVE_INFINITY);
        return wrong
                || blueprint.plans().stream()
                        .filter(plan -> plan.verb() == Plan.Verb.DEGRADE && plan.errors() > 0)
                        .flatMap(plan -> Arrays.stream(plan.steps()).flatMap(Arrays::stream))
                        .anyMatch(target -> target.node() < 0 || asked.contains(target.node()));
    }

    private int instance(int node) {
        int at = node;
        while (blueprint.nodes().get(at).kind() == Node.Kind.FACET) {
            at = blueprint.nodes().get(at).inputs()[0];
        }
        return at;
    }

    // ---------------------------------------------------------------- nodes

    /** Reference of the truth that a node is down. */
    int down(int node) throws Circle {
        if (down[node] == IN_WORK) {
            throw new Circle(blueprint.nodes().get(node).name());
        }
        if (down[node] == OPEN) {
            down[node] = IN_WORK;
            down[node] = whyDown(node);
        }
        return down[node];
    }

    int[] down(int[] nodes) throws Circle {
        int[] references = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            references[i] = down(nodes[i]);
        }
        return references;
    }

    private int whyDown(int index) throws Circle {
        Node node = blueprint.nodes().get(index);
        List<Integer> reasons = new ArrayList<>();
        if (node.slack() < node.inputs().length) {
            reasons.add(formula.atLeast(node.slack() + 1, down(node.inputs())));
        }
        reasons.addAll(holding.get(index));
        if (broken[index]) {
            leftOut.add("events that hit their targets one after the other (`over`) are left out");
        }
        for (Takeover takeover : takeovers.get(index)) {
            int[] members = down(takeover.members());
            int needed = takeover.needed();
            for (int post = 0; post < takeover.fills().length; post++) {
                // Once all has settled the first posts are filled, as far as there are living members.
                needed = takeover.fills()[post] == index ? post + 1 : needed;
            }
            reasons.add(formula.atLeast(members.length - needed + 1, members));
            if (takeover.success() < 1
                    || takeover.stages().stream().anyMatch(stage -> stage.law().mean() > 0 || stage.success() < 1)) {
                leftOut.add("take-overs succeed and take no time");
            }
        }
        for (StandIn standIn : standIns.get(index)) {
            if (standIn.primary() < 0) {
                reasons.add(formula.atLeast(0));
            } else {
                // Idle while what it stands in for is there.
                reasons.add(formula.not(down(standIn.primary())));
                reasons.add(down(standIn.unit()));
            }
            if (!standIn.stages().isEmpty() || standIn.success() < 1) {
                leftOut.add("stand-ins start without fail and in no time");
            }
            if (standIn.runsFor() < Double.POSITIVE_INFINITY) {
                leftOut.add("stand-ins run as long as they are needed");
            }
        }
        for (Tolerance tolerance : tolerances.get(index)) {
            reasons.add(down(tolerance.need()));
            leftOut.add("batteries, tokens and other stores are empty");
        }
        return formula.any(reasons.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Conditions that wait for each other. */
    static final class Circle extends Exception {
        private static final long serialVersionUID = 1;

        Circle(String node) {
            super("needs form a circle through " + node);
        }
    }
}
