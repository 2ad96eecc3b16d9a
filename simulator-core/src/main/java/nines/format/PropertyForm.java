package nines.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nines.model.Component;
import nines.model.Event;
import nines.model.Kind;
import nines.model.Scenario;
import nines.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a block of a scenario text may have, read from the records: what a property form is made of.
 *
 * @param keys in the order of the records
 * @param shortFor the key that a plain value in place of the block stands for; empty if there is none
 */
public record PropertyForm(List<Key> keys, String shortFor) {
    /** How many values a key takes. */
    public enum Many {
        ONE,
        LIST,
        /** A block in which the user chooses the names. */
        NAMED
    }

    /**
     * One key.
     *
     * @param name as the file writes it
     * @param type what may be written
     * @param many how many
     * @param says what it means, in one line
     * @param silent what silence means, as the language writes it or in words
     * @param words those allowed, if its type is a word; else empty
     * @param refers the sections whose entries it names
     * @param required whether it must be written
     * @param acts the layers that use it: structural, requests or both
     * @param missing what this version does not do with it yet; empty if it acts
     */
    public record Key(
            String name,
            Type type,
            Many many,
            String says,
            String silent,
            List<String> words,
            List<String> refers,
            boolean required,
            nines.model.Acts acts,
            String missing) {
        public Key {
            words = List.copyOf(words);
            refers = List.copyOf(refers);
        }

        public boolean isBlock() {
            return type == Type.BLOCK;
        }
    }

    private static final PropertyForm EMPTY = new PropertyForm(List.of(), "");
    private static final int MOST_LIKES = 64;

    public PropertyForm {
        keys = List.copyOf(keys);
    }

    /** The form of the block at a path, which need not be written yet; without keys where there is no block. */
    public static PropertyForm of(ScenarioText text, List<String> path) {
        Shape shape = shape(text, path);
        if (shape == null) {
            return EMPTY;
        }
        var keys = new ArrayList<Key>();
        shape.fields().values().forEach(field -> keys.add(key(field)));
        return new PropertyForm(keys, shape.shortFor());
    }

    /** The key of that name; null if there is none. */
    public @Nullable Key key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst().orElse(null);
    }

    /** The words after {@code kind:} of components, in the order of the records. */
    public static List<String> kinds() {
        return List.copyOf(Shape.kinds().keySet());
    }

    /** One sentence that defines a kind of component; empty for an unknown one. */
    public static String says(String kind) {
        Class<?> type = Shape.kinds().get(kind);
        Kind meta = type == null ? null : type.getAnnotation(Kind.class);
        return meta == null ? "" : meta.says();
    }

    /** What this version does not do yet with a kind of component; empty if it acts. */
    public static String missing(String kind) {
        Class<?> type = Shape.kinds().get(kind);
        var later = type == null ? null : type.getAnnotation(nines.model.Later.class);
        return later == null ? "" : later.value();
    }

    /** The kind of a component, its own or that of what it is like; null if it has none. */
    public static @Nullable String kind(ScenarioText text, String name) {
        return kind(text, List.of("components", name), new HashSet<>());
    }

    private static @Nullable String kind(ScenarioText text, List<String> path, Set<List<String>> seen) {
        if (!seen.add(path) || seen.size() > MOST_LIKES) {
            return null;
        }
        String own = text.plain(child(path, "kind")).orElse(null);
        String like = own != null ? null : text.plain(child(path, "like")).orElse(null);
        if (like == null) {
            return own;
        }
        List<String> sibling = List.of("components", like);
        return kind(text, text.has(sibling) ? sibling : List.of("templates", like), seen);
    }

    private static @Nullable Shape shape(ScenarioText text, List<String> path) {
        Shape shape = Shape.of(Scenario.class);
        int at = 0;
        while (at < path.size()) {
            String step = path.get(at);
            Field field = shape.field(step);
            if (field == null || !field.isBlock()) {
                return null;
            }
            at++;
            boolean named = field.holds() == Field.Holds.MAP;
            boolean numbered = field.holds() == Field.Holds.LIST
                    && at < path.size()
                    && path.get(at).matches("[0-9]+");
            if (named && at == path.size()) {
                return null;
            }
            at += named || numbered ? 1 : 0;
            shape = shape(text, field, path.subList(0, at));
            if (shape == null) {
                return null;
            }
        }
        return shape;
    }

    private static @Nullable Shape shape(ScenarioText text, Field field, List<String> path) {
        if (field.element() == Component.class) {
            String kind = kind(text, path.get(path.size() - 1));
            Class<?> type = kind == null ? null : Shape.kinds().get(kind);
            return type == null ? null : Shape.of(type);
        }
        if (field.element() == Event.class) {
            return text.keys(path).stream()
                    .flatMap(key -> Stream.ofNullable(Shape.verbs().get(key)))
                    .findFirst()
                    .map(Shape::event)
                    .orElse(Shape.anyEvent());
        }
        return field.element().isRecord() ? Shape.of(field.element()) : null;
    }

    private static Key key(Field field) {
        List<String> words = new ArrayList<>();
        if (field.type() == Type.WORD && field.element().isEnum()) {
            for (Object word : field.element().getEnumConstants()) {
                words.add(word.toString().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        String silent = field.meta().silent().isEmpty()
                ? field.meta().field()
                : field.meta().silent();
        return new Key(
                field.key(),
                field.type(),
                field.holds() == Field.Holds.ONE
                        ? Many.ONE
                        : field.holds() == Field.Holds.LIST ? Many.LIST : Many.NAMED,
                field.meta().says(),
                silent,
                words,
                List.of(field.meta().refers()),
                field.isRequired(),
                field.meta().acts(),
                field.later() == null ? "" : field.later().value());
    }

    private static List<String> child(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
