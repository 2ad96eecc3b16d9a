package nines.format;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nines.model.Automaton;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Event;
import nines.model.Failover;
import nines.model.Group;
import nines.model.Link;
import nines.model.Mode;
import nines.model.Monitor;
import nines.model.Place;
import nines.model.Placement;
import nines.model.Repair;
import nines.model.Scenario;
import nines.model.Selector;
import nines.model.Sides;
import nines.model.Traffic;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/** Crews, spares, groups and places that nothing refers to. */
final class Unused {
    private static final Pattern NUMBERED = Pattern.compile("(.+)-([1-9][0-9]{0,6})");

    private final Scenario scenario;
    private final Known known;
    private final Unknowns unknowns;
    private final Set<String> named = new HashSet<>();

    Unused(Scenario scenario, Known known, Unknowns unknowns) {
        this.scenario = scenario;
        this.known = known;
        this.unknowns = unknowns;
    }

    void all() {
        for (String section :
                List.of("places", "groups", "components", "journeys", "traffic", "crews", "spares", "events")) {
            if (!known.is(section)) {
                return;
            }
        }
        collect();
        for (String crew : scenario.crews().keySet()) {
            tell("crews", crew, "nobody calls crew `" + crew + "`: a `repair` names it as its `crew`.");
        }
        for (String spare : scenario.spares().keySet()) {
            tell("spares", spare, "nothing needs spare `" + spare + "`: a `repair` names it as its `spare`.");
        }
        for (Group group : scenario.groups().values()) {
            if (group.fails().isEmpty()) {
                tell(
                        "groups",
                        group.name(),
                        "group `" + group.name() + "` does nothing: it has no `fails`, and no event or condition names"
                                + " it.");
            }
        }
        for (Place place : scenario.places().values()) {
            if (!place.fails().isEmpty() || place.needs() != null) {
                tell(
                        "places",
                        place.name(),
                        "nothing is in place `" + place.name() + "`, whose outages hurt nobody: components name it with"
                                + " `in`.");
            }
        }
    }

    private void tell(String section, String name, String message) {
        if (!named.contains(name) && known.are(name) && !unknowns.mayBeUsed(section, name)) {
            known.add(Code.W201, name, message);
        }
    }

    private void collect() {
        for (Component component : scenario.components().values()) {
            component(component);
        }
        for (Place place : scenario.places().values()) {
            place.in().forEach(this::place);
            place(place.standsByFor());
            modes(place.fails());
            failover(place.failover());
            condition(place.needs());
        }
        for (Group group : scenario.groups().values()) {
            group.members().forEach(this::selector);
            modes(group.fails());
        }
        scenario.journeys().values().forEach(journey -> condition(journey.needs()));
        for (Traffic traffic : scenario.traffic().values()) {
            traffic.from().forEach(this::place);
        }
        for (Event event : scenario.events().values()) {
            verb(event.verb());
        }
        // A variant may bring in what the file as written leaves aside.
        scenario.variants().values().forEach(variant -> mentioned(variant.changes()));
        scenario.sweep().values().forEach(values -> mentioned(Map.of("", values)));
    }

    private void mentioned(Map<String, ?> changes) {
        for (Map.Entry<String, ?> change : changes.entrySet()) {
            String text = change.getKey() + " " + change.getValue();
            for (String section : List.of("crews", "spares", "groups", "places")) {
                Set<String> names = switch (section) {
                    case "crews" -> scenario.crews().keySet();
                    case "spares" -> scenario.spares().keySet();
                    case "groups" -> scenario.groups().keySet();
                    default -> scenario.places().keySet();
                };
                names.stream().filter(text::contains).forEach(named::add);
            }
        }
    }

    private void component(Component component) {
        for (Placement placement : component.common().in()) {
            place(placement.place());
        }
        if (component.common().per() != null) {
            scenario.places().values().stream()
                    .filter(place -> place.kind().equals(component.common().per()))
                    .forEach(place -> named.add(place.name()));
        }
        modes(component.common().fails());
        failover(component.common().failover());
        condition(component.common().needs());
        if (component instanceof Link link) {
            link.between().forEach(this::place);
        } else if (component instanceof Monitor monitor && monitor.pages() != null) {
            named.add(monitor.pages());
        } else if (component instanceof Automaton automaton) {
            automaton.moves().forEach(move -> {
                condition(move.during());
                condition(move.unless());
            });
        }
    }

    /** A place, or one of its instances: {@code racks-7}. */
    private void place(@Nullable String name) {
        if (name == null) {
            return;
        }
        named.add(name);
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            named.add(numbered.group(1));
        }
    }

    private void selector(Selector selector) {
        place(selector.name());
        place(selector.at());
    }

    private void modes(Map<String, Mode> modes) {
        modes.values().forEach(mode -> repair(mode.repair()));
    }

    private void repair(@Nullable Repair repair) {
        if (repair != null) {
            place(repair.crew());
            place(repair.spare());
        }
    }

    private void failover(@Nullable Failover failover) {
        if (failover != null) {
            repair(failover.otherwise());
        }
    }

    private void condition(@Nullable Condition condition) {
        if (condition != null) {
            condition.named().forEach(this::selector);
        }
    }

    private void verb(Verb verb) {
        Shape.of(verb.getClass()).values(verb).values().forEach(this::targets);
        if (verb instanceof Verb.Deploy deploy) {
            repair(deploy.repair());
        } else if (verb instanceof Verb.Change change) {
            mentioned(change.change());
        }
    }

    private void targets(@Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::targets);
        } else if (value instanceof Sides sides) {
            targets(sides.one());
            targets(sides.other());
        } else if (value instanceof Selector selector) {
            selector(selector);
        } else if (value instanceof String name) {
            place(name);
        }
    }
}
