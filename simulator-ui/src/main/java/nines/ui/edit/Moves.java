package nines.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nines.format.EditRefused;
import nines.format.ScenarioText;
import nines.format.ScenarioText.Holds;
import nines.model.Component;
import nines.model.Place;
import nines.model.Placement;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/** Moving components and places into other places. */
public final class Moves {
    private Moves() {}

    /**
     * The text in which what stood in one place stands in another.
     *
     * @param from the name of the place it is taken from; empty: it stands in none
     * @param to the name of the place it is put in; empty: in none
     */
    public static ScenarioText move(Scenario scenario, ScenarioText text, String name, String from, String to) {
        if (from.equals(to)) {
            return text;
        }
        Component component = scenario.components().get(name);
        if (component != null) {
            return moveComponent(text, component, from, to);
        }
        Place place = scenario.places().get(name);
        if (place == null) {
            throw new EditRefused("`" + name + "` stands in no place");
        }
        return movePlace(scenario, text, place, from, to);
    }

    private static ScenarioText moveComponent(ScenarioText text, Component component, String from, String to) {
        String name = component.name();
        if (component.common().per() != null) {
            throw new EditRefused(
                    "`" + name + "` stands in every " + component.common().per() + ": change `per` first");
        }
        List<Placement> there = component.common().in();
        boolean counted = there.stream().anyMatch(placement -> placement.count() != null);
        if (counted) {
            return withCounts(text, name, there, from, to);
        }
        var places = new ArrayList<String>();
        boolean moved = false;
        for (Placement placement : there) {
            boolean here = placement.place().equals(from)
                    || !from.isEmpty() && placement.place().startsWith(from + "-");
            String next = here && !moved ? to : placement.place();
            moved |= here;
            if (!next.isEmpty() && !places.contains(next)) {
                places.add(next);
            }
        }
        if (!moved && !to.isEmpty()) {
            places.add(to);
        }
        return written(text, Steps.component(name, "in"), places, !there.isEmpty(), name);
    }

    private static ScenarioText withCounts(
            ScenarioText text, String name, List<Placement> there, String from, String to) {
        if (to.isEmpty()) {
            throw new EditRefused("`" + name + "` has its instances counted by place: change `in` first");
        }
        var counts = new java.util.LinkedHashMap<String, Integer>();
        for (Placement placement : there) {
            Integer count = placement.count();
            counts.merge(
                    placement.place().equals(from) ? to : placement.place(), count == null ? 1 : count, Integer::sum);
        }
        return text.set(
                Steps.component(name, "in"),
                counts.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ", "{ ", " }")));
    }

    private static ScenarioText movePlace(Scenario scenario, ScenarioText text, Place place, String from, String to) {
        for (String around = to; !around.isEmpty(); around = parent(scenario, around)) {
            if (around.equals(place.name())) {
                throw new EditRefused("`" + place.name() + "` cannot stand in itself");
            }
        }
        var parents = new ArrayList<String>();
        for (String parent : place.in()) {
            String next = parent.equals(from) ? to : parent;
            if (!next.isEmpty() && !parents.contains(next)) {
                parents.add(next);
            }
        }
        if (place.in().isEmpty() && !to.isEmpty()) {
            parents.add(to);
        }
        return written(
                text,
                Steps.of("places", place.name(), "in"),
                parents,
                !place.in().isEmpty(),
                place.name());
    }

    private static String parent(Scenario scenario, String name) {
        Place place = scenario.places().get(name);
        return place == null || place.in().isEmpty() ? "" : place.in().get(0);
    }

    private static ScenarioText written(
            ScenarioText text, List<String> path, List<String> places, boolean wasPlaced, String name) {
        if (places.isEmpty()) {
            if (text.holds(path) == Holds.ABSENT) {
                if (wasPlaced) {
                    throw new EditRefused("`" + name + "` takes its place from what it is like: change it there");
                }
                return text;
            }
            return text.remove(path);
        }
        return text.set(path, places.size() == 1 ? places.get(0) : "[" + String.join(", ", places) + "]");
    }

    /** Why it cannot be moved there; null if it can. */
    public static @Nullable String refusal(Scenario scenario, ScenarioText text, String name, String from, String to) {
        try {
            move(scenario, text, name, from, to);
            return null;
        } catch (EditRefused refused) {
            return refused.getMessage();
        }
    }
}
