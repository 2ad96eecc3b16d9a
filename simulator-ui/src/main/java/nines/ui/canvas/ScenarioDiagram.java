package nines.ui.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.model.Call;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Journey;
import nines.model.Place;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/** The diagram of a scenario: places in places, components where they stand, calls and needs between them. */
public final class ScenarioDiagram {
    private final Scenario scenario;
    private final Lines lines;
    private final Stands stands;

    private ScenarioDiagram(Scenario scenario) {
        this.scenario = scenario;
        this.lines = new Lines(List.copyOf(scenario.journeys().keySet()));
        this.stands = new Stands(scenario);
    }

    public static Diagram of(Scenario scenario) {
        return new ScenarioDiagram(scenario).diagram();
    }

    /** What a link from a journey names as its beginning: a component may have the same name. */
    static String entry(String journey) {
        return "journey " + journey;
    }

    private Diagram diagram() {
        scenario.journeys().forEach(this::addJourney);
        scenario.components()
                .forEach((name, component) -> addNeeds(name, component.common().needs(), ""));
        Map<String, Integer> ranks = ranks();
        scenario.places().forEach((name, place) -> addNeeds(name, place.needs(), ""));
        return new Diagram(
                new Area("", "", "", 1, areasIn("", ""), cardsIn("", "", List.of(0), ranks)),
                List.copyOf(scenario.journeys().keySet()),
                lines.links());
    }

    private void addJourney(String name, Journey journey) {
        String asker = entry(name);
        for (Call call : journey.through()) {
            addCall(asker, call, name, false);
            asker = call.to() == null ? asker : call.to();
        }
        for (Call call : journey.calls()) {
            addCall(asker, call, name, false);
        }
        addNeeds(entry(name), journey.needs(), name);
    }

    private void addCall(String asker, Call call, String journey, boolean softAbove) {
        boolean soft = softAbove || call.soft();
        String to = call.to();
        if (to != null) {
            add(asker, to, soft ? Link.Way.SOFT : Link.Way.CALL, journey);
            call.calls().forEach(next -> addCall(to, next, journey, soft));
        }
        if (call.fallback() != null) {
            add(asker, call.fallback(), Link.Way.SOFT, journey);
        }
        if (call.onMiss() != null) {
            addCall(asker, call.onMiss(), journey, soft);
        }
        call.parallel().forEach(next -> addCall(asker, next, journey, soft));
    }

    private void addNeeds(String from, @Nullable Condition needs, String journey) {
        if (needs instanceof Condition.Works works) {
            add(from, works.who().name(), Link.Way.NEED, journey);
        } else if (needs instanceof Condition.All all) {
            all.of().forEach(one -> addNeeds(from, one, journey));
        } else if (needs instanceof Condition.Any any) {
            any.of().forEach(one -> addNeeds(from, one, journey));
        } else if (needs instanceof Condition.AtLeast some) {
            some.of().forEach(one -> addNeeds(from, one, journey));
        }
    }

    private void add(String from, String to, Link.Way way, String journey) {
        if (scenario.components().containsKey(to) || scenario.places().containsKey(to)) {
            lines.add(from, to, way, journey);
        }
    }

    /** Rows from the journeys down; what no journey reaches stands in a row of its own, at the bottom. */
    private Map<String, Integer> ranks() {
        var entries = scenario.journeys().keySet().stream()
                .map(ScenarioDiagram::entry)
                .toList();
        Map<String, Integer> ranks = Ranks.of(lines.asks(), entries);
        int bottom = ranks.values().stream().mapToInt(rank -> rank).max().orElse(0) + 1;
        scenario.components().keySet().forEach(name -> ranks.putIfAbsent(name, bottom));
        return ranks;
    }

    private List<Area> areasIn(String parent, String parentId) {
        Map<String, Integer> ranks = ranks();
        var areas = new ArrayList<Area>();
        for (Place place : scenario.places().values()) {
            List<Integer> members = membersIn(place, parent);
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

    /** Which instances of a place lie in a parent: spread evenly over several parents. */
    private static List<Integer> membersIn(Place place, String parent) {
        var members = new ArrayList<Integer>();
        List<String> parents = place.in().isEmpty() ? List.of("") : place.in();
        for (int member = 0; member < place.instances(); member++) {
            if (parents.get(member % parents.size()).equals(parent)) {
                members.add(member);
            }
        }
        return members;
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

    /** How many instances of each component stand where. */
    private static final class Stands {
        private final Scenario scenario;
        private final Map<String, Map<String, int[]>> counts = new LinkedHashMap<>();

        Stands(Scenario scenario) {
            this.scenario = scenario;
            scenario.components().values().forEach(component -> counts.put(component.name(), spread(component)));
        }

        int count(Component component, String place, List<Integer> members) {
            int[] here = counts.getOrDefault(component.name(), Map.of()).get(place);
            int sum = 0;
            for (int member : members) {
                sum += here == null || member >= here.length ? 0 : here[member];
            }
            return sum;
        }

        private record Slot(String place, int member) {}

        private Map<String, int[]> spread(Component component) {
            var stands = new LinkedHashMap<String, int[]>();
            String per = component.common().per();
            if (per != null) {
                scenario.places().values().stream()
                        .filter(place -> place.kind().equals(per))
                        .forEach(place -> slots(place.name())
                                .forEach(slot ->
                                        add(stands, slot, component.common().instances())));
                return stands;
            }
            var free = new ArrayList<Slot>();
            int left = component.common().instances();
            for (var placement : component.common().in()) {
                List<Slot> slots = slots(placement.place());
                Integer count = placement.count();
                if (count == null) {
                    free.addAll(slots);
                } else {
                    left -= count;
                    deal(stands, slots, count);
                }
            }
            deal(stands, free.isEmpty() ? List.of(new Slot("", 0)) : free, left);
            return stands;
        }

        private void deal(Map<String, int[]> stands, List<Slot> slots, int count) {
            for (int k = 0; k < count; k++) {
                add(stands, slots.get(k % slots.size()), 1);
            }
        }

        private void add(Map<String, int[]> stands, Slot slot, int count) {
            Place place = scenario.places().get(slot.place());
            int members = place == null ? 1 : place.instances();
            stands.computeIfAbsent(slot.place(), name -> new int[members])[slot.member()] += count;
        }

        /** A place with all its instances, or {@code racks-7}: one of them. Anything else stands in no place. */
        private List<Slot> slots(String name) {
            Place place = scenario.places().get(name);
            if (place != null) {
                var slots = new ArrayList<Slot>();
                for (int member = 0; member < place.instances(); member++) {
                    slots.add(new Slot(name, member));
                }
                return slots;
            }
            int dash = name.lastIndexOf('-');
            Place whole = dash < 0 ? null : scenario.places().get(name.substring(0, dash));
            String number = name.substring(dash + 1);
            if (whole != null && number.matches("[1-9]\\d{0,5}") && Integer.parseInt(number) <= whole.instances()) {
                return List.of(new Slot(whole.name(), Integer.parseInt(number) - 1));
            }
            return List.of(new Slot("", 0));
        }
    }
}
