package nines.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.model.Automaton;
import nines.model.Balancer;
import nines.model.Call;
import nines.model.Common;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Crew;
import nines.model.Database;
import nines.model.Dns;
import nines.model.Event;
import nines.model.Failover;
import nines.model.Group;
import nines.model.HealthCheck;
import nines.model.HowMany;
import nines.model.Journey;
import nines.model.Mode;
import nines.model.Place;
import nines.model.Placement;
import nines.model.Selector;
import nines.model.Traffic;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/** What no single key can tell: circles, contradictions, more needed than there is. */
final class Checks {

    private final Map<String, Map<String, Object>> bound;
    private final Map<String, Spot> spots;
    private final Problems problems;

    /**
     * @param bound the entries that could be read, by section and name; others are not checked
     * @param spots where each path was written
     */
    Checks(Map<String, Map<String, Object>> bound, Map<String, Spot> spots, Problems problems) {
        this.bound = bound;
        this.spots = spots;
        this.problems = problems;
    }

    void all() {
        section("places", Place.class).forEach(this::place);
        circles("places", "in", this::parents, Code.N109, "places form a circle");
        section("components", Component.class).forEach(this::component);
        circles("components", "needs", this::needs, Code.N128, "needs form a circle");
        circles("components", "stands-by-for", this::standsByFor, Code.N128, "stand-bys form a circle");
        circles("places", "stands-by-for", this::standsByForPlace, Code.N128, "stand-bys form a circle");
        circles("components", "failover.controller", this::controllers, Code.N128, "controllers form a circle");
        section("groups", Group.class).forEach((name, group) -> modes(name, group.fails()));
        section("journeys", Journey.class).forEach(this::journey);
        section("traffic", Traffic.class).forEach(this::traffic);
        section("crews", Crew.class).forEach(this::crew);
        section("events", Event.class).forEach(this::event);
        instances();
    }

    private <T> Map<String, T> section(String section, Class<T> type) {
        Map<String, T> map = new LinkedHashMap<>();
        bound.getOrDefault(section, Map.of()).forEach((name, value) -> map.put(name, type.cast(value)));
        return map;
    }

    private void add(Code code, String path, String message) {
        problems.add(code, spot(path), path, message);
    }

    /** Where a path was written, or else the nearest block around it. */
    private Spot spot(String path) {
        for (String p = path; ; p = p.substring(0, p.lastIndexOf('.'))) {
            Spot spot = spots.get(p);
            if (spot != null && (spot.line() > 0 || !p.contains("."))) {
                return spot;
            }
            if (!p.contains(".")) {
                return Spot.NOWHERE;
            }
        }
    }

    // Places

    private void place(String name, Place place) {
        modes(name, place.fails());
        failover(name + ".failover", place.failover());
    }

    private List<String> parents(String name) {
        Place place = places(name);
        return place == null ? List.of() : place.in().stream().map(this::base).toList();
    }

    private @Nullable Place places(String name) {
        return bound.getOrDefault("places", Map.of()).get(name) instanceof Place place ? place : null;
    }

    /** A place without the number of its instance. */
    private String base(String name) {
        return bound.getOrDefault("places", Map.of()).containsKey(name) ? name : name.replaceAll("-[1-9][0-9]*$", "");
    }

    private List<String> standsByForPlace(String name) {
        Place place = places(name);
        String other = place == null ? null : place.standsByFor();
        return other == null ? List.of() : List.of(other);
    }

    // Circles

    private interface Edges {
        List<String> from(String name);
    }

    private void circles(String section, String key, Edges edges, Code code, String what) {
        Set<String> done = new HashSet<>();
        for (String start : bound.getOrDefault(section, Map.of()).keySet()) {
            List<String> circle = circle(start, edges, done);
            if (!circle.isEmpty()) {
                String verb = code == Code.N109 ? " in " : key.equals("needs") ? " needs " : " → ";
                add(code, circle.get(0) + "." + key, what + ": " + String.join(verb, circle) + ".");
            }
        }
    }

    /** The first circle met on the way from a name, its first name repeated at the end; none: empty. */
    private static List<String> circle(String start, Edges edges, Set<String> done) {
        // A stack of our own: a chain may be as long as the file.
        Set<String> path = new LinkedHashSet<>(Set.of(start));
        Deque<Iterator<String>> open = new ArrayDeque<>();
        open.push(
                done.add(start)
                        ? edges.from(start).iterator()
                        : List.<String>of().iterator());
        Deque<String> names = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                path.remove(names.pop());
                continue;
            }
            String next = open.peek().next();
            if (path.contains(next)) {
                List<String> circle = new ArrayList<>(path);
                circle = circle.subList(circle.indexOf(next), circle.size());
                circle.add(next);
                return circle;
            }
            if (done.add(next)) {
                path.add(next);
                names.push(next);
                open.push(edges.from(next).iterator());
            }
        }
        return List.of();
    }

    private @Nullable Component component(String name) {
        return bound.getOrDefault("components", Map.of()).get(name) instanceof Component component ? component : null;
    }

    private List<String> needs(String name) {
        Component component = component(name);
        List<String> names = new ArrayList<>();
        if (component != null && component.common().needs() != null && !(component instanceof Automaton)) {
            named(component.common().needs(), selector -> names.add(selector.name()));
        }
        return names;
    }

    private List<String> standsByFor(String name) {
        Component component = component(name);
        String other = component == null ? null : component.common().standsByFor();
        return other == null ? List.of() : List.of(other);
    }

    private List<String> controllers(String name) {
        Component component = component(name);
        Failover failover = component == null ? null : component.common().failover();
        String controller = failover == null ? null : failover.controller();
        return controller == null ? List.of() : List.of(controller);
    }

    private interface Named {
        void selector(Selector selector);
    }

    private static void named(@Nullable Condition condition, Named each) {
        if (condition instanceof Condition.Works works) {
            each.selector(works.who());
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(c -> named(c, each));
        } else if (condition instanceof Condition.Any any) {
            any.of().forEach(c -> named(c, each));
        } else if (condition instanceof Condition.AtLeast atLeast) {
            atLeast.of().forEach(c -> named(c, each));
        }
    }

    // Components

    private void component(String name, Component component) {
        Common common = component.common();
        int instances = common.instances();
        counted(name, "needed", common.needed(), instances);
        counted(name, "active", common.active(), instances);
        int active = common.active().of(instances);
        int needed = common.needed().of(instances);
        if (active < needed && active <= instances && needed <= instances) {
            add(
                    Code.N108,
                    name + ".needed",
                    "`needed: " + common.needed().text() + "` of " + active + " active instances: can never work."
                            + " Lower `needed` or raise `active`.");
        }
        placed(name, common);
        if (name.equals(common.standsByFor())) {
            add(Code.N128, name + ".stands-by-for", "`" + name + "` cannot stand by for itself.");
        }
        if (common.loadSharing().size() > instances) {
            add(
                    Code.N130,
                    name + ".load-sharing",
                    "`load-sharing` has " + common.loadSharing().size() + " factors for " + instances
                            + " instances: the last ones can never act.");
        }
        modes(name, common.fails());
        failover(name + ".failover", common.failover());
        conditions(name + ".needs", common.needs());
        if (component instanceof Database database && database.replication().acks() > Math.max(1, instances - 1)) {
            add(
                    Code.N108,
                    name + ".replication.acks",
                    "`acks: " + database.replication().acks() + "` with " + (instances - 1)
                            + " replicas: can never be met.");
        }
        if (component instanceof Balancer balancer) {
            check(name + ".health-check", balancer.healthCheck());
        } else if (component instanceof Dns dns) {
            check(name + ".health-check", dns.healthCheck());
        } else if (component instanceof Automaton automaton) {
            automaton(name, automaton);
        }
    }

    private void counted(String name, String key, HowMany wanted, int instances) {
        int count = wanted.of(instances);
        if (count > instances) {
            String advice =
                    key.equals("needed") ? "can never work. Lower `needed` or raise `instances`." : "there are fewer.";
            add(
                    Code.N108,
                    name + "." + key,
                    "`" + key + ": " + wanted.text() + "` of `instances: " + instances + "`: " + advice);
        }
        if (count < 1) {
            add(Code.N126, name + "." + key, "`" + key + ": " + wanted.text() + "`: it must be at least 1.");
        }
    }

    private void placed(String name, Common common) {
        int sum = 0;
        boolean counts = false;
        for (Placement placement : common.in()) {
            if (placement.count() != null) {
                counts = true;
                sum += placement.count();
            }
        }
        if (counts && sum != common.instances()) {
            add(
                    Code.N130,
                    name + ".instances",
                    "`instances: " + common.instances() + "`, but the counts of `in` add up to " + sum
                            + ". Write one of them.");
        }
    }

    private void modes(String path, Map<String, Mode> modes) {
        modes.forEach((mode, m) -> {
            double sum = m.commonCause().stream().mapToDouble(s -> s.share()).sum();
            if (sum > 1 + 1e-9) {
                add(
                        Code.N126,
                        path + ".fails." + mode + ".common-cause",
                        "the shares of `common-cause` add up to " + Percents.of(sum)
                                + "; at most all failures are common.");
            }
        });
    }

    private void failover(String path, @Nullable Failover failover) {
        if (failover == null) {
            return;
        }
        boolean both = failover.healthCheck() != null && failover.detection() != null;
        if (both) {
            add(Code.N130, path + ".detection", "a failover has `detection` or a `health-check`, not both.");
        }
        check(path + ".health-check", failover.healthCheck());
    }

    private void check(String path, @Nullable HealthCheck check) {
        if (check != null && check.timeout() > check.interval()) {
            add(
                    Code.N130,
                    path + ".timeout",
                    "the `timeout` of a probe is longer than its `interval`: the next one would start before it ends.");
        }
    }

    private void conditions(String path, @Nullable Condition condition) {
        if (condition instanceof Condition.AtLeast atLeast) {
            int members = atLeast.of().stream().mapToInt(this::members).sum();
            if (atLeast.count() > members) {
                add(
                        Code.N108,
                        path,
                        "`at-least: " + atLeast.count() + "` of " + members
                                + ": can never hold. Names count each of their" + " instances.");
            }
            atLeast.of().forEach(c -> conditions(path, c));
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(c -> conditions(path, c));
        } else if (condition instanceof Condition.Any any) {
            any.of().forEach(c -> conditions(path, c));
        } else if (condition instanceof Condition.Works works) {
            exists(path, works.who());
        }
    }

    private int members(Condition condition) {
        if (condition instanceof Condition.Works works
                && works.who().instance() == null
                && works.who().role() == null) {
            Component component = component(works.who().name());
            return component == null ? 1_000_000 : component.common().instances();
        }
        return 1;
    }

    /** An instance of a component must be one of those there are. */
    private void exists(String path, Selector selector) {
        Component component = component(selector.name());
        if (component != null
                && selector.instance() != null
                && selector.instance() > component.common().instances()) {
            add(
                    Code.N102,
                    path,
                    "there is no `" + selector.text() + "`: `" + selector.name() + "` has "
                            + component.common().instances() + " instances.");
        }
    }

    private void automaton(String name, Automaton automaton) {
        Set<String> states = automaton.states().keySet();
        state(name + ".start", automaton.start(), states);
        int number = 1;
        for (Automaton.Move move : automaton.moves()) {
            String path = name + ".moves." + number++;
            move.from().forEach(state -> state(path, state, states));
            move.to().keySet().forEach(state -> state(path, state, states));
            conditions(path, move.during());
            conditions(path, move.unless());
        }
    }

    private void state(String path, String state, Set<String> states) {
        if (!states.contains(state)) {
            add(
                    Code.N102,
                    path,
                    "there is no state `" + state + "`. States are " + String.join(", ", states) + "."
                            + DidYouMean.hint(state, states));
        }
    }

    // Journeys, traffic, crews

    private void journey(String name, Journey journey) {
        if (journey.through().isEmpty() && journey.calls().isEmpty() && journey.needs() == null) {
            add(
                    Code.N120,
                    name,
                    "journey `" + name + "` goes nowhere: it has neither `through` nor `calls` nor `needs`.");
        }
        calls(name + ".through", journey.through());
        calls(name + ".calls", journey.calls());
        conditions(name + ".needs", journey.needs());
    }

    private void calls(String path, List<Call> calls) {
        for (Call call : calls) {
            boolean parallel = !call.parallel().isEmpty();
            if ((call.to() == null) != parallel) {
                add(
                        parallel ? Code.N130 : Code.N120,
                        path,
                        parallel
                                ? "a call has `to` or `parallel`, not both."
                                : "a call needs `to`, the component that is asked.");
            }
            calls(path, call.calls());
            calls(path, call.parallel());
            if (call.onMiss() != null) {
                calls(path, List.of(call.onMiss()));
            }
        }
    }

    private void traffic(String name, Traffic traffic) {
        if (traffic.rate() != null && traffic.users() != null) {
            add(Code.N130, name + ".users", "traffic has a `rate` (open) or `users` (closed), not both.");
        }
        if (!traffic.mix().isEmpty()) {
            double sum = traffic.mix().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            if (Math.abs(sum - 1) > 1e-9) {
                List<String> parts = new ArrayList<>();
                traffic.mix().forEach((journey, share) -> parts.add(journey + " " + Percents.of(share)));
                add(
                        Code.N116,
                        name + ".mix",
                        "`mix` adds up to " + Percents.of(sum) + " (" + String.join(", ", parts)
                                + "). It must be 100%.");
            }
        }
        if (traffic.dayPeak() < 1) {
            add(Code.N126, name + ".day-peak", "`day-peak` is peak over mean: at least 1x.");
        }
    }

    private void crew(String name, Crew crew) {
        for (Crew.Shift shift : crew.works()) {
            if (shift.lasting() > shift.every()) {
                add(
                        Code.N130,
                        name + ".works",
                        "a shift is longer (`for`) than the time until it starts again (`every`).");
            }
        }
    }

    // Events

    private void event(String name, Event event) {
        if ((event.at() == null) == (event.every() == null)) {
            add(
                    event.at() == null ? Code.N120 : Code.N130,
                    name,
                    event.at() == null
                            ? "event `" + name + "` says not when: write `at` (once) or `every` (again and again)."
                            : "event `" + name + "` has `at` and `every`: it happens once or again and again.");
        }
        Verb verb = event.verb();
        boolean lasts = verb instanceof Verb.Degrade
                || verb instanceof Verb.Pause
                || verb instanceof Verb.Isolate
                || verb instanceof Verb.Partition
                || verb instanceof Verb.Maintain
                || verb instanceof Verb.Surge
                || verb instanceof Verb.Attack
                || (verb instanceof Verb.Fail fail && fail.mode() == null && !fail.losesData());
        if (lasts && event.lasting() == null) {
            String word = verb.getClass().getAnnotation(Verb.Word.class).value();
            add(Code.N120, name, "event `" + name + "`: `" + word + "` needs `for`, how long it lasts.");
        }
        if (verb instanceof Verb.Fail fail) {
            fail.fail().forEach(s -> exists(name + ".fail", s));
            failsAs(name, fail);
        } else if (verb instanceof Verb.Degrade degrade) {
            degrade.degrade().forEach(s -> exists(name + ".degrade", s));
        } else if (verb instanceof Verb.Maintain maintain) {
            maintain.maintain().forEach(s -> exists(name + ".maintain", s));
        } else if (verb instanceof Verb.Inspect inspect) {
            inspect.inspect().forEach(s -> exists(name + ".inspect", s));
        }
    }

    private void failsAs(String name, Verb.Fail fail) {
        if (fail.mode() == null) {
            return;
        }
        for (Selector selector : fail.fail()) {
            Component component = component(selector.name());
            Place place = places(selector.name());
            Map<String, Mode> modes =
                    component != null ? component.common().fails() : place != null ? place.fails() : Map.of();
            if (!modes.containsKey(fail.mode())) {
                add(
                        Code.N102,
                        name + ".mode",
                        "`" + selector.name() + "` has no failure mode `" + fail.mode() + "`."
                                + DidYouMean.hint(fail.mode(), modes.keySet()));
            }
        }
    }

    // Size

    private void instances() {
        long sum = 0;
        Map<String, Place> places = section("places", Place.class);
        for (Place place : places.values()) {
            sum += place.instances();
        }
        if (sum > Limits.INSTANCES) {
            add(
                    Code.N119,
                    "places",
                    "the places have " + sum + " instances; at most " + Limits.INSTANCES + " are possible.");
        }
        sum = 0;
        for (Component component : section("components", Component.class).values()) {
            Common common = component.common();
            long copies = common.per() == null
                    ? 1
                    : places.values().stream()
                            .filter(p -> p.kind().equals(common.per()))
                            .mapToLong(Place::instances)
                            .sum();
            if (common.per() != null && copies == 0) {
                add(
                        Code.N102,
                        component.name() + ".per",
                        "`per: " + common.per() + "`: there is no place of this kind.");
            }
            sum += copies * common.instances();
        }
        if (sum > Limits.INSTANCES) {
            add(
                    Code.N119,
                    "components",
                    "the components have " + sum + " instances; at most " + Limits.INSTANCES + " are possible.");
        }
    }
}
