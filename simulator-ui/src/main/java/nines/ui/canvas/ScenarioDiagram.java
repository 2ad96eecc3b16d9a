package nines.ui.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nines.model.Component;
import nines.model.Place;
import nines.model.Scenario;
import nines.model.Standing;
import nines.model.Tie;

/** The diagram of a scenario: places in places, components where they stand, calls and needs between them. */
public final class ScenarioDiagram {
    private final Scenario scenario;
    private final List<Tie> ties;
    private final Standing stands;

    private ScenarioDiagram(Scenario scenario) {
        this.scenario = scenario;
        this.ties = Tie.of(scenario);
        this.stands = new Standing(scenario);
    }

    public static Diagram of(Scenario scenario) {
        return new ScenarioDiagram(scenario).diagram();
    }

    /** What a link from a journey names as its beginning: a component may have the same name. */
    static String entry(String journey) {
        return Tie.entry(journey);
    }

    private Diagram diagram() {
        // Rows are made by what components ask, not by what places need.
        Map<String, Integer> ranks =
                ranks(ties.stream().filter(tie -> !scenario.places().containsKey(tie.from())));
        return new Diagram(
                new Area("", "", "", 1, areasIn("", ""), cardsIn("", "", List.of(0), ranks)),
                List.copyOf(scenario.journeys().keySet()),
                ties.stream()
                        .map(tie -> new Link(
                                tie.from(), tie.to(), Link.Way.valueOf(tie.way().name()), tie.journeys()))
                        .toList());
    }

    /** Rows from the journeys down; what no journey reaches stands in a row of its own, at the bottom. */
    private Map<String, Integer> ranks(Stream<Tie> ties) {
        var asks = new LinkedHashMap<String, List<String>>();
        ties.forEach(tie ->
                asks.computeIfAbsent(tie.from(), from -> new ArrayList<>()).add(tie.to()));
        var entries = scenario.journeys().keySet().stream()
                .map(ScenarioDiagram::entry)
                .toList();
        Map<String, Integer> ranks = Ranks.of(asks, entries);
        int bottom = ranks.values().stream().mapToInt(rank -> rank).max().orElse(0) + 1;
        scenario.components().keySet().forEach(name -> ranks.putIfAbsent(name, bottom));
        return ranks;
    }

    private List<Area> areasIn(String parent, String parentId) {
        Map<String, Integer> ranks = ranks(ties.stream());
        var areas = new ArrayList<Area>();
        for (Place place : scenario.places().values()) {
            List<Integer> members = Standing.membersIn(place, parent);
            if (!members.isEmpty()) {
                String id = parentId + "/" + place.name();
                areas.add(new Area(
                        id,
                        place.name(),
                        place.kind(),
                        members.size(),
                        areasIn(place.name(), id),
                        cardsIn(place.name(), id, members, ranks)));
            }
        }
        return areas;
    }

    private List<Card> cardsIn(String place, String areaId, List<Integer> members, Map<String, Integer> ranks) {
        var cards = new ArrayList<Card>();
        for (Component component : scenario.components().values()) {
            int count = stands.count(component, place, members);
            if (count > 0) {
                cards.add(new Card(
                        areaId + "#" + component.name(),
                        component.name(),
                        component.kind(),
                        count,
                        note(component),
                        ranks.getOrDefault(component.name(), 0)));
            }
        }
        return cards;
    }

    /** What redundancy means here, in a few words. */
    private static String note(Component component) {
        int instances = component.common().instances();
        int active = component.common().active().of(instances);
        int needed = component.common().needed().of(instances);
        if (component.common().standsByFor() != null) {
            return "stands by for " + component.common().standsByFor();
        }
        if (active < instances) {
            return active + " of " + instances + " active";
        }
        if (needed > 1) {
            return "needs " + needed + " of " + instances;
        }
        return component.kind().equals("database") && instances > 1 ? "primary and replica" : "";
    }
}
