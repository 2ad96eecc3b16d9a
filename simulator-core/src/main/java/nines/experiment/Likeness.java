package nines.experiment;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.layout.Layout;
import nines.model.RunSettings;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What decides the figures of a run: the blueprint, and what is asked of it. Runs of the same system with the same number
 * of replications give the same figures to the last bit, whatever their files say.
 */
public final class Likeness {
    private final Blueprint blueprint;
    private final Settings settings;
    private final List<Object> promises;
    /** Told apart by it at once: a sweep compares each of its points with all before it. */
    private final int hash;

    private Likeness(Blueprint blueprint, Settings settings, List<Object> promises) {
        this.blueprint = blueprint;
        this.settings = settings;
        this.promises = promises;
        hash = hash(blueprint);
    }

    /**
     * The likeness of a scenario with its own settings.
     *
     * @throws nines.layout.NotLaidOut when it cannot be laid out
     */
    public static Likeness of(Scenario scenario) {
        boolean withRequests = scenario.run().fidelity() == RunSettings.Fidelity.REQUESTS;
        return new Likeness(
                withRequests ? Layout.withRequests(scenario) : Layout.of(scenario),
                Study.settings(scenario),
                List.of(
                        Study.promises(scenario),
                        Study.responsePromises(scenario),
                        withRequests,
                        String.valueOf(scenario.run().discard()),
                        scenario.traffic().isEmpty()));
    }

    /** Whether both describe one system under one law, judged by the same promises. */
    public boolean isSameAs(Likeness other) {
        return hash == other.hash
                && settings.equals(other.settings)
                && promises.equals(other.promises)
                && isSame(blueprint, other.blueprint);
    }

    /** Equal all the way down: records compare their arrays by identity. What is no record must say so itself. */
    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null || one.getClass() != other.getClass() && !(one instanceof List<?>)) {
            return false;
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return isSameList(list, others);
        }
        if (one.getClass().isArray()) {
            return isSameArray(one, other);
        }
        return one.equals(other) || one instanceof Record && isSameRecord(one, other);
    }

    private static boolean isSameList(List<?> list, List<?> others) {
        boolean same = list.size() == others.size();
        for (int i = 0; same && i < list.size(); i++) {
            same = isSame(list.get(i), others.get(i));
        }
        return same;
    }

    private static boolean isSameArray(Object array, Object others) {
        int length = Array.getLength(array);
        boolean same = length == Array.getLength(others);
        for (int i = 0; same && i < length; i++) {
            same = isSame(Array.get(array, i), Array.get(others, i));
        }
        return same;
    }

    private static boolean isSameRecord(Object one, Object other) {
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            if (!isSame(valueOf(one, component), valueOf(other, component))) {
                return false;
            }
        }
        return true;
    }

    /** Of what is known to be told apart by its value; equal things have equal ones. */
    private static int hash(@Nullable Object item) {
        if (item instanceof String || item instanceof Number || item instanceof Boolean) {
            return item.hashCode();
        }
        int hash = 1;
        if (item instanceof List<?> list) {
            for (Object each : list) {
                hash = 31 * hash + hash(each);
            }
        } else if (item instanceof Record) {
            for (RecordComponent component : item.getClass().getRecordComponents()) {
                hash = 31 * hash + hash(valueOf(item, component));
            }
        } else if (item != null && item.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(item); i++) {
                hash = 31 * hash + hash(Array.get(item, i));
            }
        }
        return hash;
    }

    private static @Nullable Object valueOf(Object item, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(item);
        } catch (InvocationTargetException | IllegalAccessException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }
}
