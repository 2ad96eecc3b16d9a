package nines.experiment;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nines.model.Component;
import nines.model.Group;
import nines.model.Place;
import nines.model.Scenario;

/**
 * Scenarios in which one thing never fails by itself: a component, a place, a group, or an event that never comes. What
 * others do to it, and what it needs of them, stays. The difference from the scenario as it is written is the most that
 * any improvement of that thing alone can gain.
 */
public final class Faultless {
    private Faultless() {}

    /** Names of all that fails by itself or happens to the system, in the order of the file; each once. */
    public static List<String> subjects(Scenario scenario) {
        List<String> names = new ArrayList<>();
        scenario.places().values().stream()
                .filter(place -> !place.fails().isEmpty())
                .map(Place::name)
                .forEach(names::add);
        scenario.groups().values().stream()
                .filter(group -> !group.fails().isEmpty())
                .map(Group::name)
                .forEach(names::add);
        scenario.components().values().stream()
                .filter(component -> !component.common().fails().isEmpty())
                .map(Component::name)
                .forEach(names::add);
        names.addAll(scenario.events().keySet());
        return names.stream().distinct().toList();
    }

    /** The scenario without the faults of whatever has that name; of all of them, if several have it. */
    public static Scenario without(Scenario scenario, String name) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("places", changed(scenario.places(), name, Faultless::neverFailing));
        changes.put("groups", changed(scenario.groups(), name, Faultless::neverFailing));
        changes.put(
                "components",
                changed(
                        scenario.components(),
                        name,
                        component -> with(component, Map.of("common", neverFailing(component.common())))));
        Map<String, Object> events = new LinkedHashMap<>(scenario.events());
        events.remove(name);
        changes.put("events", events);
        return with(scenario, changes);
    }

    private static <T> Map<String, T> changed(Map<String, T> entries, String name, UnaryOperator<T> change) {
        Map<String, T> all = new LinkedHashMap<>(entries);
        all.computeIfPresent(name, (key, entry) -> change.apply(entry));
        return all;
    }

    private static <T> T neverFailing(T record) {
        return with(record, Map.of("fails", Map.of()));
    }

    /** A copy of a record with other values for some of its components. */
    @SuppressWarnings("unchecked")
    private static <T> T with(T record, Map<String, ?> changes) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Method accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                String name = components[i].getName();
                values[i] = changes.containsKey(name) ? changes.get(name) : accessor.invoke(record);
            }
            Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (T) constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot copy a " + record.getClass().getSimpleName(), impossible);
        }
    }
}
