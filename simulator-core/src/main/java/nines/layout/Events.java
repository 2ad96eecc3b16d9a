package nines.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Draft;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Mode;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Renewal;
import nines.blueprint.Slowing;
import nines.blueprint.Stage;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Never;
import nines.model.Event;
import nines.model.Hits;
import nines.model.Scenario;
import nines.model.Selector;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/** Scripted faults, planned work and disasters. */
final class Events {
    private final Draft draft;
    private final Scenario scenario;
    private final Names names;
    private final Losses losses;

    private final boolean withRequests;

    /** @param withRequests whether service times and numbers of requests matter */
    Events(Draft draft, Scenario scenario, Names names, Losses losses, boolean withRequests) {
        this.losses = losses;
        this.withRequests = withRequests;
        this.draft = draft;
        this.scenario = scenario;
        this.names = names;
    }

    /** Lays them out; what cannot be is left out, and told. */
    List<Refusal> layOut() {
        List<Refusal> refused = new ArrayList<>();
        for (Event event : scenario.events().values()) {
            try {
                event(event);
            } catch (NotLaidOut cannot) {
                if (cannot.refusals().isEmpty()) {
                    throw cannot;
                }
                refused.addAll(cannot.refusals());
            }
        }
        return refused;
    }

    private void event(Event event) {
        Verb verb = event.verb();
        if (verb instanceof Verb.Fail fail) {
            fail(event, fail);
        } else if (verb instanceof Verb.Pause pause) {
            hold(event, pause.pause(), Names.Facet.SERVES);
        } else if (verb instanceof Verb.Isolate isolate) {
            hold(event, isolate.isolate(), Names.Facet.REACHED);
        } else if (verb instanceof Verb.Degrade degrade) {
            boolean slow = degrade.slow() != 1 || degrade.serviceTime() != null;
            if (slow && withRequests) {
                slow(event, degrade);
            } else if (degrade.errors() > 0) {
                degrade(event, degrade);
            }
        } else if (verb instanceof Verb.Surge) {
            surge(event);
        } else if (verb instanceof Verb.Maintain maintain) {
            plan(
                    event,
                    Plan.Verb.HOLD,
                    oneAfterTheOther(maintain),
                    List.of(Phase.of(Stage.PLANNED, lasting(event))),
                    true,
                    1,
                    0);
        } else if (verb instanceof Verb.Inspect inspect) {
            plan(
                    event,
                    Plan.Verb.INSPECT,
                    steps(targets(inspect.inspect(), Names.Facet.LIVES, true)),
                    List.of(),
                    false,
                    1,
                    0,
                    inspect.success());
        } else if (verb instanceof Verb.Corrupt corrupt) {
            corrupt(event, corrupt);
        } else if (verb instanceof Verb.Deploy deploy) {
            new Deploys(draft, names, this).deploy(event, deploy);
        }
    }

    private void fail(Event event, Verb.Fail fail) {
        if (fail.mode() != null) {
            broken(event, modes(event, fail.fail(), fail.mode()), List.of());
            return;
        }
        List<Plan.Target> targets = targets(fail.fail(), Names.Facet.LIVES, false);
        if (fail.losesData()) {
            loses(event, fail);
        }
        List<Plan.Group> groups = new ArrayList<>();
        fail.alsoHits()
                .forEach((name, chance) -> groups.add(new Plan.Group(
                        names.targets(Selector.of(name), Names.Facet.LIVES, true)
                                .toArray(Plan.Target[]::new),
                        chance)));
        if (event.over().mean() > 0) {
            oneByOne(event, targets, groups, Effect.DOWN, 0);
            return;
        }
        int[][] staying = new int[fail.notReturning() > 0 ? targets.size() : 0][];
        for (int i = 0; i < staying.length; i++) {
            staying[i] = staying(event, targets.get(i).node());
        }
        plan(
                event,
                Plan.Verb.HOLD,
                steps(targets),
                List.of(Phase.of(Stage.REPAIR, lasting(event))),
                false,
                1,
                0,
                1,
                new Plan.Reach(count(event), 0, fail.notReturning(), staying, groups));
    }

    /** Whoever is hit has lost its data as well. */
    private void loses(Event event, Verb.Fail fail) {
        if (!(event.hits() instanceof Hits.All) || event.over().mean() > 0) {
            throw doesNotAct(event, "loses-data", "`loses-data` together with `hits` or `over`");
        }
        for (Plan.Target target : targets(fail.fail(), Names.Facet.LIVES, true)) {
            if (target.node() < 0) {
                throw doesNotAct(event, "loses-data", "`loses-data` for whoever has a role");
            }
            losses.byPlan(draft.planCount(), target.node(), false);
        }
    }

    /** Data becomes wrong and nobody notices: nothing is held down until somebody does. */
    private void corrupt(Event event, Verb.Corrupt corrupt) {
        if (!(event.hits() instanceof Hits.All)) {
            throw doesNotAct(event, "hits", "`hits` with `corrupt`");
        }
        for (Plan.Target target : targets(corrupt.corrupt(), Names.Facet.LIVES, true)) {
            if (target.node() < 0) {
                throw new NotLaidOut(
                        Refusal.Why.CONTRADICTS,
                        event.name() + ".corrupt",
                        "`corrupt` reaches every replica at once; name the component, not a role.");
            }
            losses.byPlan(draft.planCount(), target.node(), true);
        }
        plan(
                event,
                Plan.Verb.HOLD,
                steps(List.of()),
                List.of(Phase.of(Stage.DETECTION, corrupt.detection())),
                false,
                1,
                0);
    }

    private void hold(Event event, List<Selector> who, Names.Facet facet) {
        List<Plan.Target> targets = targets(who, facet, facet != Names.Facet.LIVES);
        if (event.over().mean() > 0) {
            oneByOne(event, targets, List.of(), Effect.DOWN, 0);
            return;
        }
        plan(event, Plan.Verb.HOLD, steps(targets), List.of(Phase.of(Stage.REPAIR, lasting(event))), false, 1, 0);
    }

    private void degrade(Event event, Verb.Degrade degrade) {
        List<Plan.Target> targets = targets(degrade.degrade(), Names.Facet.LIVES, true);
        if (event.over().mean() > 0) {
            oneByOne(event, targets, List.of(), Effect.DEGRADED, degrade.errors());
            return;
        }
        plan(
                event,
                Plan.Verb.DEGRADE,
                steps(targets),
                List.of(Phase.of(Stage.REPAIR, lasting(event))),
                false,
                1,
                degrade.errors());
    }

    /** Each instance gets a fault of its own, which makes it slow and perhaps wrong. */
    private void slow(Event event, Verb.Degrade degrade) {
        List<Plan.Target> targets = targets(degrade.degrade(), Names.Facet.LIVES, true);
        if (targets.size() > 1 && !(lasting(event) instanceof Deterministic)) {
            throw new NotLaidOut(
                    Refusal.Why.NOT_YET,
                    event.name() + ".for",
                    "`for` as a law, with `slow` and several targets, does not act yet when requests are simulated.");
        }
        int before = draft.modeCount();
        oneByOne(event, targets, List.of(), Effect.DEGRADED, degrade.errors());
        for (int m = before; m < draft.modeCount(); m++) {
            draft.slowing(new Slowing(m, draft.modeAt(m).unit(), degrade.slow(), degrade.serviceTime()));
        }
    }

    /** A surge holds down a node that says whether it is calm. */
    private void surge(Event event) {
        plan(
                event,
                Plan.Verb.HOLD,
                steps(List.of(new Plan.Target(draft.calm(event.name()), -1, -1, false))),
                List.of(Phase.of(Stage.REPAIR, lasting(event))),
                false,
                1,
                0);
    }

    /** Targets that are hit one by one, each for as long as the event lasts: each gets a fault of its own. */
    private void oneByOne(
            Event event, List<Plan.Target> targets, List<Plan.Group> groups, Effect effect, double errors) {
        broken(
                event,
                faults(event, targets, effect, errors),
                groups.stream()
                        .map(group -> new Plan.Group(
                                faults(event, List.of(group.targets()), effect, errors)
                                        .toArray(Plan.Target[]::new),
                                group.chance()))
                        .toList());
    }

    private List<Plan.Target> faults(Event event, List<Plan.Target> targets, Effect effect, double errors) {
        List<Plan.Target> faults = new ArrayList<>();
        for (Plan.Target target : targets) {
            int node = target.node();
            int mode = draft.mode(new Mode(
                    draft.name(node) + "/" + event.name(),
                    node,
                    node,
                    draft.cause(event.name(), ""),
                    draft.node(node).component(),
                    new Never(),
                    false,
                    -1,
                    -1,
                    effect,
                    errors,
                    List.of(Phase.of(Stage.REPAIR, lasting(event))),
                    true,
                    -1,
                    -1,
                    Found.AT_ONCE,
                    Renewal.OWN_MODE,
                    0));
            faults.add(new Plan.Target(node, mode, -1, false));
        }
        return faults;
    }

    private void broken(Event event, List<Plan.Target> faults, List<Plan.Group> groups) {
        Plan.Reach reach = new Plan.Reach(count(event), event.over().mean(), 0, new int[0][], groups);
        plan(event, Plan.Verb.BREAK, steps(faults), List.of(), false, 1, 0, 1, reach);
    }

    /** How each instance in reach of a target would stay broken: by its own failure that takes longest to mend. */
    private int[] staying(Event event, int node) {
        List<Integer> modes = new ArrayList<>();
        for (Copy copy : names.all()) {
            for (int i = 0; i < copy.instances(); i++) {
                if (copy.units()[i] == node || names.places.contains(node, copy.placed()[i])) {
                    modes.add(longest(event, copy.units()[i]));
                }
            }
        }
        return modes.stream().mapToInt(Integer::intValue).toArray();
    }

    private int longest(Event event, int unit) {
        int longest = -1;
        double most = -1;
        for (int m = 0; m < draft.modeCount(); m++) {
            Mode mode = draft.modeAt(m);
            boolean own = mode.unit() == unit
                    && mode.mendable()
                    && !mode.repair().isEmpty()
                    && !(mode.timeToFailure() instanceof Never);
            double mean = mode.repair().stream()
                    .mapToDouble(phase -> phase.law().mean())
                    .sum();
            if (own && mean > most) {
                most = mean;
                longest = m;
            }
        }
        if (longest < 0) {
            throw new NotLaidOut(
                    Refusal.Why.MISSING,
                    event.name() + ".not-returning",
                    "`not-returning` leaves " + draft.name(unit)
                            + " broken, but nothing says how it is mended. Give it a failure with a repair.");
        }
        return longest;
    }

    static @Nullable Distribution count(Event event) {
        return event.hits() instanceof Hits.Some some ? some.count() : null;
    }

    private static NotLaidOut doesNotAct(Event event, String key, String what) {
        return new NotLaidOut(
                Refusal.Why.NOT_YET,
                event.name() + "." + key,
                what + " does not act yet when failures are simulated. Leave it out.");
    }

    private static Distribution lasting(Event event) {
        Distribution lasting = event.lasting();
        if (lasting == null && event.verb() instanceof Verb.Fail fail && fail.losesData()) {
            return new Deterministic(0);
        }
        if (lasting == null) {
            throw new IllegalStateException("event " + event.name() + " needs `for`: how long it lasts");
        }
        return lasting;
    }

    List<Plan.Target> targets(List<Selector> who, Names.Facet facet, boolean insidePlaces) {
        List<Plan.Target> targets = new ArrayList<>();
        for (Selector selector : who) {
            targets.addAll(names.targets(selector, facet, insidePlaces));
        }
        return targets;
    }

    private static List<Plan.Target[]> steps(List<Plan.Target> targets) {
        List<Plan.Target[]> steps = new ArrayList<>();
        steps.add(targets.toArray(Plan.Target[]::new));
        return steps;
    }

    private List<Plan.Target> modes(Event event, List<Selector> who, String mode) {
        List<Plan.Target> targets = new ArrayList<>();
        for (Plan.Target target : targets(who, Names.Facet.LIVES, false)) {
            String stream = draft.name(target.node()) + "/" + mode;
            for (int m = 0; m < draft.modeCount(); m++) {
                if (draft.modeAt(m).stream().equals(stream)) {
                    targets.add(new Plan.Target(target.node(), m, -1, false));
                }
            }
        }
        if (targets.isEmpty()) {
            throw new NotLaidOut(
                    Refusal.Why.NOT_THERE,
                    event.name() + ".mode",
                    "nothing that it fails has a failure mode called `" + mode + "`.");
        }
        return targets;
    }

    /** Planned work drains one domain at a time. */
    private List<Plan.Target[]> oneAfterTheOther(Verb.Maintain maintain) {
        List<Plan.Target> targets = targets(maintain.maintain(), Names.Facet.LIVES, true);
        Map<String, List<Plan.Target>> groups = new LinkedHashMap<>();
        for (Plan.Target target : targets) {
            String key = String.valueOf(target.node());
            if (!maintain.onePer().equals("instance")) {
                int place = names.places.around(names.placeOf(target.node()), maintain.onePer());
                key = place < 0 ? "anywhere" : draft.name(place);
            }
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(target);
        }
        return groups.values().stream()
                .map(group -> group.toArray(Plan.Target[]::new))
                .toList();
    }

    private void plan(
            Event event,
            Plan.Verb verb,
            List<Plan.Target[]> steps,
            List<Phase> phases,
            boolean planned,
            double chance,
            double errors) {
        plan(event, verb, steps, phases, planned, chance, errors, 1);
    }

    private void plan(
            Event event,
            Plan.Verb verb,
            List<Plan.Target[]> steps,
            List<Phase> phases,
            boolean planned,
            double chance,
            double errors,
            double found) {
        Distribution count = count(event);
        if (count != null && steps.size() > 1) {
            throw new NotLaidOut(
                    Refusal.Why.NOT_YET,
                    event.name() + ".hits",
                    "`hits` as a number does not act where targets are hit one after the other; write a share.");
        }
        Plan.Reach reach = count == null ? Plan.Reach.PLAIN : new Plan.Reach(count, 0, 0, new int[0][], List.of());
        plan(event, verb, steps, phases, planned, chance, errors, found, reach);
    }

    private void plan(
            Event event,
            Plan.Verb verb,
            List<Plan.Target[]> steps,
            List<Phase> phases,
            boolean planned,
            double chance,
            double errors,
            double found,
            Plan.Reach reach) {
        // An inspection finds what it looks at with its own chance as well.
        double share = event.hits() instanceof Hits.Each each ? each.chance() * found : found;
        String name = event.name();
        boolean second = chance < 1 && verb != Plan.Verb.INSPECT;
        draft.plan(new Plan(
                second ? name + "/bad" : name,
                draft.cause(name, second ? "bad release" : ""),
                first(event),
                event.every(),
                verb,
                steps.toArray(Plan.Target[][]::new),
                phases,
                share,
                planned,
                chance,
                errors,
                reach));
    }

    static double first(Event event) {
        if (event.at() != null) {
            return event.at();
        }
        Double first = event.first();
        if (first != null) {
            return first;
        }
        @Nullable Distribution every = event.every();
        return every instanceof Deterministic ? every.mean() : Double.NaN;
    }
}
