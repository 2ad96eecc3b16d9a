package nines.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many instances of each component of a scenario stand where. */
public final class Standing {
    private record Slot(String place, int member) {}

    private final Scenario scenario;
    private final Map<String, Map<String, int[]>> counts = new LinkedHashMap<>();

    public Standing(Scenario scenario) {
        this.scenario = scenario;
        scenario.components().values().forEach(component -> counts.put(component.name(), spread(component)));
    }

    /** Which instances of a place lie in a parent, the empty name for none: spread evenly over several parents. */
    public static List<Integer> membersIn(Place place, String parent) {
        List<Integer> members = new ArrayList<>();
        List<String> parents = place.in().isEmpty() ? List.of("") : place.in();
        for (int member = 0; member < place.instances(); member++) {
            if (parents.get(member % parents.size()).equals(parent)) {
                members.add(member);
            }
        }
        return members;
    }

    /** How many of a component stand in some instances of a place; of the empty name, in no place. */
    public int count(Component component, String place, List<Integer> members) {
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
                            .forEach(
                                    slot -> add(spread, slot, component.common().instances())));
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
