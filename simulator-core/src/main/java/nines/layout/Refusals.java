package nines.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Replay;
import nines.layout.Refusal.Why;
import nines.model.Automaton;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Group;
import nines.model.Hits;
import nines.model.Journey;
import nines.model.Mode;
import nines.model.Place;
import nines.model.Scenario;
import nines.model.Selector;
import nines.model.Storage;
import nines.model.Tolerance;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario says that cannot be simulated, all of it at once, each with its path. Nothing is laid out for it, so that
 * it can be told of an unfinished scenario as well: whoever asks drops what rests on paths that are not known.
 */
public final class Refusals {
    private static final Set<String> HOLDERS = Set.of("primary", "leader", "active");

    private final Set<Refusal> found = new LinkedHashSet<>();

    Refusals() {}

    /**
     * Everything in a scenario that cannot be simulated.
     *
     * @param withRequests whether single requests are to be simulated
     */
    public static List<Refusal> of(Scenario scenario, boolean withRequests) {
        Refusals found = new Refusals();
        ModeRefusals modes = new ModeRefusals(found);
        for (Place place : scenario.places().values()) {
            place.fails().values().forEach(mode -> modes.mode(place.name(), mode));
            modes.failover(place.name() + ".failover", place.failover());
        }
        scenario.groups()
                .values()
                .forEach(group -> group.fails().values().forEach(mode -> modes.mode(group.name(), mode)));
        for (Component component : scenario.components().values()) {
            modes.component(component);
            found.condition(component.name() + ".needs", component.common().needs(), scenario);
            if (component instanceof Automaton automaton) {
                found.moves(automaton, scenario);
            }
        }
        for (Journey journey : scenario.journeys().values()) {
            found.condition(journey.name() + ".needs", journey.needs(), scenario);
        }
        TrafficRefusals traffic = new TrafficRefusals(scenario, found);
        traffic.days();
        traffic.surges();
        EventRefusals events = new EventRefusals(scenario, found, withRequests);
        scenario.events().values().forEach(events::event);
        if (withRequests) {
            new RequestRefusals(scenario, found).all();
        }
        return List.copyOf(found.found);
    }

    /**
     * What shows only once everything is laid out: whoever looks at whom, and where everybody is. Costs as much as laying
     * out, and nothing where nothing of the kind is written.
     *
     * @param scenario one of which {@link #of} finds nothing
     */
    public static List<Refusal> onceLaidOut(Scenario scenario, boolean withRequests) {
        if (!withRequests && !isDeep(scenario)) {
            return List.of();
        }
        try {
            if (withRequests) {
                Layout.withRequests(scenario);
            } else {
                Layout.of(scenario);
            }
            return List.of();
        } catch (NotLaidOut cannot) {
            return cannot.refusals();
        }
    }

    private static boolean isDeep(Scenario scenario) {
        boolean probed = Stream.of(
                        scenario.places().values().stream().map(Place::fails),
                        scenario.groups().values().stream().map(Group::fails),
                        scenario.components().values().stream()
                                .map(each -> each.common().fails()))
                .flatMap(each -> each)
                .flatMap(modes -> modes.values().stream())
                .anyMatch(mode -> mode.found() == Mode.Found.BY_PROBE);
        boolean tried = scenario.traffic().values().stream()
                        .anyMatch(each -> each.retry() != null && each.retry().attempts() > Waits.ATTEMPTS_MAX)
                || scenario.journeys().values().stream()
                        .anyMatch(journey -> Waits.tryOften(journey.through()) || Waits.tryOften(journey.calls()));
        boolean chosen = scenario.components().values().stream()
                .anyMatch(each -> each instanceof Storage storage
                        && (storage.lacksInstances()
                                || storage.width() < storage.common().instances()));
        return probed
                || tried
                || chosen
                || scenario.events().values().stream()
                        .anyMatch(event -> event.hits() instanceof Hits.Some
                                || event.verb() instanceof Verb.Surge
                                || event.verb() instanceof Verb.Corrupt
                                || event.verb() instanceof Verb.Fail fail
                                        && (fail.mode() != null || fail.notReturning() > 0 || fail.losesData())
                                || event.verb() instanceof Verb.Degrade
                                || event.verb() instanceof Verb.Deploy deploy
                                        && deploy.strategy() == Verb.Deploy.Strategy.CELL_BY_CELL);
    }

    void add(Why why, String path, String message, String... alsoRestsOn) {
        List<String> rests = new ArrayList<>(List.of(alsoRestsOn));
        rests.add(0, path);
        found.add(new Refusal(why, path, rests, message));
    }

    /** A law that keeps a memory between draws has a meaning only where faults come and go. */
    void forgets(String path, Distribution law, String simulated) {
        if (law.isDrawnOnce() || law instanceof Replay) {
            add(
                    Why.NOT_YET,
                    path,
                    "`" + key(path) + ": " + law.text() + "` keeps its draws, which does not act yet when " + simulated
                            + " are simulated. Write the law without `once` or `replay`.");
        }
    }

    /** Only the mean of a time would be used: better no number than that one. */
    void isFixed(String path, Distribution time, String why) {
        if (time.mean() > 0 && !(time instanceof Deterministic)) {
            add(
                    Why.NOT_YET,
                    path,
                    "`" + key(path) + "` must be a fixed time here, not `" + time.text() + "`: write its mean." + why);
        }
    }

    private void moves(Automaton automaton, Scenario scenario) {
        int number = 0;
        for (Automaton.Move move : automaton.moves()) {
            number++;
            String path = automaton.name() + ".moves" + (automaton.moves().size() == 1 ? "" : "." + number);
            condition(path + ".while", move.during(), scenario);
            condition(path + ".unless", move.unless(), scenario);
            if (move.during() != null && move.unless() != null) {
                add(
                        Why.NOT_YET,
                        path + ".unless",
                        "`while` and `unless` of one move do not act together yet. Write one of them; an automaton that"
                                + " follows the other condition can be named in it.",
                        path + ".while");
            }
        }
    }

    private void condition(String path, @Nullable Condition condition, Scenario scenario) {
        if (condition == null) {
            return;
        }
        Tolerance tolerance = condition.tolerates();
        if (tolerance != null) {
            forgets(path + ".tolerates", tolerance.lasting(), "failures");
        }
        if (condition instanceof Condition.Works works) {
            role(path, works.who(), scenario);
        }
        condition.of().forEach(each -> condition(path, each, scenario));
    }

    /** Whoever holds the post works as long as the whole does; no node tells of the others. */
    private void role(String path, Selector who, Scenario scenario) {
        Component component = scenario.components().get(who.name());
        String role = who.role();
        if (role == null || component == null) {
            return;
        }
        String name = component.name();
        boolean holds = HOLDERS.contains(role) && !(component instanceof Automaton) && who.at() == null;
        if (!holds || !Components.hasRoles(component, scenario.defaults())) {
            add(
                    Why.NOT_YET,
                    path,
                    "`" + who.text() + "` in a condition does not act yet"
                            + (holds ? ": " + name + " has no roles, all its instances are alike." : ".")
                            + " Write `" + name + "`, or the instances that must work, such as `" + name + "-1`.",
                    name,
                    name + ".instances",
                    name + ".active",
                    name + ".failover",
                    name + ".stands-by-for");
        }
    }

    static String key(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
