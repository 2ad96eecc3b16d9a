package nines.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.model.Call;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Journey;
import nines.model.Place;
import nines.model.Scenario;
import nines.result.Architecture;
import org.jspecify.annotations.Nullable;

/** A scenario as it is drawn: places in places, components where they stand, calls and needs between them. */
final class Drawn {
    /** Levels of places inside places; more can only be a circle, which no scenario that runs has. */
    private static final int DEEPEST = 50;

    private record Pair(String from, String to, String way) {}

    private final Scenario scenario;
    private final Stands stands;
    private final List<Architecture.Ground> grounds = new ArrayList<>();
    private final List<Architecture.Stand> standing = new ArrayList<>();
    private final Map<Pair, Set<String>> lines = new LinkedHashMap<>();

    private Drawn(Scenario scenario) {
        this.scenario = scenario;
        stands = new Stands(scenario);
    }

    static Architecture of(Scenario scenario) {
        return new Drawn(scenario).architecture();
    }

    private Architecture architecture() {
        scenario.journeys().values().forEach(this::journey);
        scenario.components()
                .forEach((name, component) -> needs(name, component.common().needs(), ""));
        scenario.places().forEach((name, place) -> needs(name, place.needs(), ""));
        stand("", "", List.of(0));
        ground("", "", 0);
        List<Architecture.Line> list = new ArrayList<>();
        lines.forEach((pair, journeys) -> {
            // What is needed for the answer is not drawn a second time as merely nice to have.
            boolean covered = pair.way().equals("soft") && lines.containsKey(new Pair(pair.from(), pair.to(), "call"));
            if (!covered && !pair.from().equals(pair.to())) {
                list.add(new Architecture.Line(pair.from(), pair.to(), pair.way(), List.copyOf(journeys)));
            }
        });
        return new Architecture(grounds, standing, list);
    }

    private void journey(Journey journey) {
        String entry = "journey " + journey.name();
        String asker = entry;
        for (Call call : journey.through()) {
            call(asker, call, journey.name(), false);
            asker = call.to() == null ? asker : call.to();
        }
        journey.calls().forEach(call -> call(entry, call, journey.name(), false));
        needs(entry, journey.needs(), journey.name());
    }

    private void call(String asker, Call call, String journey, boolean softAbove) {
        boolean soft = softAbove || call.soft();
        String to = call.to();
        if (to != null) {
            line(asker, to, soft ? "soft" : "call", journey);
            call.calls().forEach(next -> call(to, next, journey, soft));
        }
        if (call.fallback() != null) {
            line(asker, call.fallback(), "soft", journey);
        }
        if (call.onMiss() != null) {
            call(asker, call.onMiss(), journey, soft);
        }
        call.parallel().forEach(next -> call(asker, next, journey, soft));
    }

    private void needs(String from, @Nullable Condition needs, String journey) {
        if (needs instanceof Condition.Works works) {
            line(from, works.who().name(), "need", journey);
        } else if (needs instanceof Condition.All all) {
            all.of().forEach(one -> needs(from, one, journey));
        } else if (needs instanceof Condition.Any any) {
            any.of().forEach(one -> needs(from, one, journey));
        } else if (needs instanceof Condition.AtLeast some) {
            some.of().forEach(one -> needs(from, one, journey));
        }
    }

    private void line(String from, String to, String way, String journey) {
        if (!scenario.components().containsKey(to) && !scenario.places().containsKey(to)) {
            return;
        }
        Set<String> journeys = lines.computeIfAbsent(new Pair(from, to, way), pair -> new LinkedHashSet<>());
        if (!journey.isEmpty()) {
            journeys.add(journey);
        }
    }

    private void ground(String parent, String parentId, int depth) {
        for (Place place : scenario.places().values()) {
            List<Integer> members = members(place, parent);
            if (!members.isEmpty() && depth < DEEPEST) {
                String id = parentId + "/" + place.name();
                grounds.add(new Architecture.Ground(id, place.name(), place.kind(), parentId, members.size()));
                stand(place.name(), id, members);
                ground(place.name(), id, depth + 1);
            }
        }
    }

    /** Which instances of a place lie in a parent: spread evenly over several parents. */
    private static List<Integer> members(Place place, String parent) {
        List<Integer> members = new ArrayList<>();
        List<String> parents = place.in().isEmpty() ? List.of("") : place.in();
        for (int member = 0; member < place.instances(); member++) {
            if (parents.get(member % parents.size()).equals(parent)) {
                members.add(member);
            }
        }
        return members;
    }

    private void stand(String place, String ground, List<Integer> members) {
        for (Component component : scenario.components().values()) {
            int count = stands.count(component, place, members);
            if (count > 0) {
                standing.add(new Architecture.Stand(
                        component.name(), component.kind(), ground, count, redundancy(component)));
            }
        }
    }

    private static String redundancy(Component component) {
        int instances = component.common().instances();
        int active = component.common().active().of(instances);
        int needed = component.common().needed().of(instances);
        if (component.common().standsByFor() != null) {
            return "stands by for " + component.common().standsByFor();
        }
        if (active < instances) {
            return active + " of " + instances + " active";
        }
        return needed > 1 ? "needs " + needed + " of " + instances : "";
    }

    /** How many instances of each component stand where. */
    private static final class Stands {
        private record Slot(String place, int member) {}

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

        private Map<String, int[]> spread(Component component) {
            Map<String, int[]> spread = new LinkedHashMap<>();
            String per = component.common().per();
            if (per != null) {
                scenario.places().values().stream()
                        .filter(place -> place.kind().equals(per))
                        .forEach(place -> slots(place.name())
                                .forEach(slot ->
                                        add(spread, slot, component.common().instances())));
                return spread;
            }
            List<Slot> free = new ArrayList<>();
            int left = component.common().instances();
            for (var placement : component.common().in()) {
                List<Slot> slots = slots(placement.place());
                Integer count = placement.count();
                if (count == null) {
                    free.addAll(slots);
                } else {
                    left -= count;
                    deal(spread, slots, count);
                }
            }
            deal(spread, free.isEmpty() ? List.of(new Slot("", 0)) : free, left);
            return spread;
        }

        private void deal(Map<String, int[]> spread, List<Slot> slots, int count) {
            for (int k = 0; k < count; k++) {
                add(spread, slots.get(k % slots.size()), 1);
            }
        }

        private void add(Map<String, int[]> spread, Slot slot, int count) {
            Place place = scenario.places().get(slot.place());
            int members = place == null ? 1 : place.instances();
            spread.computeIfAbsent(slot.place(), name -> new int[members])[slot.member()] += count;
        }

        /** A place with all its instances, or {@code racks-7}: one of them. Anything else stands in no place. */
        private List<Slot> slots(String name) {
            Place place = scenario.places().get(name);
            if (place != null) {
                List<Slot> slots = new ArrayList<>();
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
