package nines.format;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nines.model.Block;
import nines.model.Component;
import nines.model.Event;
import nines.model.Flat;
import nines.model.Key;
import nines.model.Kind;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/** The keys of a block, read once from the record that holds it. */
final class Shape {

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Shape> EVENTS = new ConcurrentHashMap<>();
    private static final Map<String, Class<?>> KINDS = kindsByWord();
    private static final Map<String, Class<?>> VERBS = verbsByWord();
    private static final Shape ANY_EVENT = unionOfEvents();

    private final Class<?> type;
    private final List<Part> parts;
    private final Map<String, Field> fields;

    /** A component of the record: a key, the name or text of a named entry, or a record in the same block. */
    private record Part(
            RecordComponent component,
            @Nullable Field field,
            @Nullable Shape flat) {}

    private Shape(Class<?> type, List<Part> parts, Map<String, Field> fields) {
        this.type = type;
        this.parts = parts;
        this.fields = fields;
    }

    static Shape of(Class<?> type) {
        Shape known = SHAPES.get(type);
        if (known == null) {
            known = read(type, null);
            SHAPES.put(type, known);
        }
        return known;
    }

    /** The words after {@code kind:}, with their records. */
    static Map<String, Class<?>> kinds() {
        return KINDS;
    }

    /** The verbs of events, with their records. */
    static Map<String, Class<?>> verbs() {
        return VERBS;
    }

    /** The keys of an event with one verb. */
    static Shape event(Class<?> verb) {
        Shape known = EVENTS.get(verb);
        if (known == null) {
            known = read(Event.class, verb);
            EVENTS.put(verb, known);
        }
        return known;
    }

    /** The keys of an event whose verb is not known yet: those of all verbs. */
    static Shape anyEvent() {
        return ANY_EVENT;
    }

    /** The keys of events with these verbs that mean the same for each that has them. */
    static Map<String, Field> agreed(Collection<String> verbs) {
        Map<String, Field> agreed = new LinkedHashMap<>();
        Set<String> differ = new HashSet<>();
        for (String verb : verbs) {
            Class<?> type = VERBS.get(verb);
            for (Field field :
                    type == null ? List.<Field>of() : event(type).fields.values()) {
                Field other = agreed.putIfAbsent(field.key(), field);
                boolean same = other == null
                        || (other.type() == field.type()
                                && other.element() == field.element()
                                && other.holds() == field.holds());
                if (!same) {
                    differ.add(field.key());
                }
            }
        }
        agreed.keySet().removeAll(differ);
        return agreed;
    }

    private static Shape unionOfEvents() {
        Map<String, Field> all = new LinkedHashMap<>();
        for (Class<?> verb : kindsOrVerbs(Verb.class)) {
            event(verb).fields.forEach(all::putIfAbsent);
        }
        return new Shape(Event.class, List.of(), all);
    }

    private static Shape read(Class<?> type, @Nullable Class<?> verb) {
        List<Part> parts = new ArrayList<>();
        Map<String, Field> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Key key = component.getAnnotation(Key.class);
            if (key != null) {
                Field field = Field.of(component, key);
                fields.put(field.key(), field);
                parts.add(new Part(component, field, null));
            } else if (component.isAnnotationPresent(Flat.class)
                    && (component.getType().isRecord() || verb != null)) {
                Shape flat = of(verb == null ? component.getType() : verb);
                fields.putAll(flat.fields);
                parts.add(new Part(component, null, flat));
            } else {
                parts.add(new Part(component, null, null));
            }
        }
        return new Shape(type, List.copyOf(parts), fields);
    }

    private static List<Class<?>> kindsOrVerbs(Class<?> sealed) {
        return List.of(sealed.getPermittedSubclasses());
    }

    private static Map<String, Class<?>> kindsByWord() {
        Map<String, Class<?>> map = new LinkedHashMap<>();
        for (Class<?> kind : kindsOrVerbs(Component.class)) {
            map.put(kind.getAnnotation(Kind.class).name(), kind);
        }
        return map;
    }

    private static Map<String, Class<?>> verbsByWord() {
        Map<String, Class<?>> map = new LinkedHashMap<>();
        for (Class<?> verb : kindsOrVerbs(Verb.class)) {
            map.put(verb.getAnnotation(Verb.Word.class).value(), verb);
        }
        return map;
    }

    Class<?> type() {
        return type;
    }

    Map<String, Field> fields() {
        return fields;
    }

    @Nullable
    Field field(String key) {
        return fields.get(key);
    }

    /** The key that a plain value in place of the block stands for; empty if there is none. */
    String shortFor() {
        Block block = type.getAnnotation(Block.class);
        return block == null ? "" : block.shortFor();
    }

    /**
     * Builds the record.
     *
     * @param values by key; a key that is not there is null
     * @param others what is no key: name, about and the like, by the component's name
     */
    Object build(Map<String, @Nullable Object> values, Map<String, @Nullable Object> others) {
        @Nullable Object[] arguments = new Object[parts.size()];
        Class<?>[] types = new Class<?>[parts.size()];
        for (int i = 0; i < arguments.length; i++) {
            Part part = parts.get(i);
            types[i] = part.component().getType();
            if (part.flat() != null) {
                arguments[i] = part.flat().build(values, others);
            } else if (part.field() != null) {
                arguments[i] = values.get(part.field().key());
            } else {
                arguments[i] = others.get(part.component().getName());
            }
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + ": " + e.getTargetException().getMessage(), e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + type.getSimpleName() + " cannot be built", e);
        }
    }

    /** The value of each key of a record of this shape, in order. */
    Map<Field, @Nullable Object> values(Object record) {
        Map<Field, @Nullable Object> map = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.field() != null || part.flat() != null) {
                Object value;
                try {
                    value = part.component().getAccessor().invoke(record);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("record " + type.getSimpleName() + " cannot be read", e);
                }
                if (part.field() != null) {
                    map.put(part.field(), value);
                } else if (value != null) {
                    map.putAll(of(value.getClass()).values(value));
                }
            }
        }
        return map;
    }
}
