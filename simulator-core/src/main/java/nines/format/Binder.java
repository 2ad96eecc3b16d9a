package nines.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.model.Component;
import nines.model.Event;
import nines.model.Later;
import nines.model.Silence;
import nines.model.Source;
import nines.model.Tolerance;
import nines.model.Type;
import nines.model.Written;
import org.jspecify.annotations.Nullable;

/** Makes records of a tree that is written out, filling in every silence and telling every mistake. */
final class Binder {

    private static final Object BAD = Values.BAD;
    private static final Set<String> EVERYWHERE = Set.of("like", "about");

    private final Expansion expansion;
    private final Silences silences;
    private final Values values;
    private final Problems problems;
    private final Notices notices;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> bound = new LinkedHashMap<>();

    /**
     * The block being read.
     *
     * @param path as changes write it: {@code web.fails.crash}
     * @param what in words: "component web"
     */
    private record Where(String path, String what, Silences.Block block) {
        Where key(String key) {
            return new Where(path.isEmpty() ? key : path + "." + key, "`" + key + "`", block);
        }

        Where as(String what, Silences.Block block) {
            return new Where(path, what, block);
        }
    }

    Binder(Expansion expansion, Silences silences, Values values, Problems problems, Notices notices) {
        this.expansion = expansion;
        this.silences = silences;
        this.values = values;
        this.problems = problems;
        this.notices = notices;
    }

    Map<String, Source> sources() {
        return sources;
    }

    /** Where the value of each path was written. */
    Map<String, Spot> spots() {
        return spots;
    }

    /** The entries that could be read, by section and name. */
    Map<String, Map<String, Object>> bound() {
        return bound;
    }

    /** The scenario's sections by name; a section that is not there is what silence makes of it. */
    @Nullable
    Object bind(Node.Entries file, Shape top, Map<String, @Nullable Object> sections) {
        boolean bad = false;
        Where where = new Where("", "the file", new Silences.Block("file", null));
        for (Field field : top.fields().values()) {
            if (sections.containsKey(field.key())) {
                continue;
            }
            boolean entries = field.isBlock() && field.holds() == Field.Holds.MAP;
            Object value = entries ? section(file, field) : one(file, top, field, where);
            bad |= value == BAD;
            sections.put(field.key(), value);
        }
        unknownKeys(file, top, where, Set.of("nines", "templates", "$" + "schema"));
        return bad ? BAD : sections;
    }

    private @Nullable Object section(Node.Entries file, Field field) {
        Node.Entry entry = file.entries().get(field.key());
        if (entry == null || entry.value() instanceof Node.Nothing) {
            if (entry != null && entry.value().spot().isInFile()) {
                noValue(field.key(), entry.value().spot(), field.key());
                return BAD;
            }
            if (field.meta().required()) {
                Spot spot = entry == null ? file.spot() : entry.key();
                problems.add(
                        Code.N131,
                        spot,
                        field.key(),
                        "there are no `" + field.key() + "`: " + field.meta().says() + ".");
                return BAD;
            }
            return Map.of();
        }
        spots.put(field.key(), entry.key());
        notices.written(field, entry.key(), field.key());
        if (!(entry.value() instanceof Node.Entries entries)) {
            problems.add(
                    Code.N121,
                    entry.value().spot(),
                    field.key(),
                    "`" + field.key() + "` takes named entries, not "
                            + entry.value().what() + ".");
            return BAD;
        }
        if (entries.entries().isEmpty() && field.meta().required()) {
            problems.add(Code.N131, entry.key(), field.key(), "`" + field.key() + "` is empty: nothing to simulate.");
            return BAD;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        boolean bad = false;
        for (Map.Entry<String, Node.Entry> named : entries.entries().entrySet()) {
            if (named.getKey().startsWith("x-")) {
                continue;
            }
            spots.put(named.getKey(), named.getValue().key());
            Object value = named(field, named.getKey(), named.getValue());
            if (value == null || value == BAD) {
                bad = true;
            } else {
                map.put(named.getKey(), value);
            }
        }
        bound.put(field.key(), map);
        return bad ? BAD : map;
    }

    /** One named entry of a section. */
    private @Nullable Object named(Field section, String name, Node.Entry entry) {
        String what = singular(section.key()) + " " + name;
        if (!(entry.value() instanceof Node.Entries block)) {
            problems.add(
                    Code.N121,
                    entry.value().spot(),
                    name,
                    "`" + name + "` takes a block, not " + entry.value().what() + ".");
            return BAD;
        }
        Class<?> element = section.element();
        if (element == Component.class) {
            return component(name, what, entry, block);
        }
        if (element == Event.class) {
            return event(name, what, entry, block);
        }
        Shape shape = Shape.of(element);
        return block(block, shape, new Where(name, what, Silences.block(shape, Silences.Block.PLAIN)), name, Set.of());
    }

    private static String singular(String section) {
        return switch (section) {
            case "traffic" -> "traffic";
            default -> section.endsWith("s") ? section.substring(0, section.length() - 1) : section;
        };
    }

    private @Nullable Object component(String name, String what, Node.Entry entry, Node.Entries block) {
        Node kind = block.get("kind");
        String word = kind instanceof Node.Plain plain ? plain.text() : null;
        if (kind == null || word == null) {
            problems.add(
                    Code.N120,
                    entry.key(),
                    name,
                    what + " has no `kind`. It is one of "
                            + String.join(", ", Shape.kinds().keySet()) + ".");
            return BAD;
        }
        Class<?> type = Shape.kinds().get(word);
        if (type == null) {
            problems.add(
                    Code.N122,
                    kind.spot(),
                    name + ".kind",
                    "`kind: " + word + "`: it is one of "
                            + String.join(", ", Shape.kinds().keySet()) + "."
                            + DidYouMean.hint(word, Shape.kinds().keySet()));
            return BAD;
        }
        notices.written("kind `" + word + "`", type.getAnnotation(Later.class), kind.spot(), name + ".kind");
        Shape shape = Shape.of(type);
        Where where = new Where(name, what, Silences.block(shape, Silences.Block.PLAIN));
        return block(block, shape, where, name, Set.of("kind"));
    }

    private @Nullable Object event(String name, String what, Node.Entry entry, Node.Entries block) {
        List<String> verbs = block.entries().keySet().stream()
                .filter(Shape.verbs()::containsKey)
                .toList();
        if (verbs.isEmpty()) {
            String hint = block.entries().keySet().stream()
                    .filter(key -> Shape.anyEvent().field(key) == null)
                    .flatMap(key -> DidYouMean.nearest(key, Shape.verbs().keySet()).stream())
                    .findFirst()
                    .map(verb -> " Did you mean `" + verb + "`?")
                    .orElse("");
            problems.add(
                    Code.N111,
                    entry.key(),
                    name,
                    what + " has no verb. It is one of "
                            + String.join(", ", Shape.verbs().keySet()) + "." + hint);
            return BAD;
        }
        if (verbs.size() > 1) {
            Node.Entry second = block.entries().get(verbs.get(1));
            problems.add(
                    Code.N111,
                    second == null ? entry.key() : second.key(),
                    name,
                    "event `" + name + "` has " + (verbs.size() == 2 ? "two" : "several") + " verbs: `"
                            + String.join("` and `", verbs) + "`. Split it into "
                            + (verbs.size() == 2 ? "two events" : "several events") + ".");
            return BAD;
        }
        String word = verbs.get(0);
        Class<?> verb = Shape.verbs().get(word);
        Node.Entry at = block.entries().get(word);
        if (verb == null || at == null) {
            return BAD;
        }
        notices.written("verb `" + word + "`", verb.getAnnotation(Later.class), at.key(), name + "." + word);
        return block(block, Shape.event(verb), new Where(name, what, Silences.Block.PLAIN), name, Set.of());
    }

    /** A block as its record; {@link #BAD} if anything in it is wrong. */
    private @Nullable Object block(Node.Entries block, Shape shape, Where where, String name, Set<String> known) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        boolean bad = unknownKeys(block, shape, where, known);
        for (Field field : shape.fields().values()) {
            Object value = one(block, shape, field, where);
            bad |= value == BAD;
            read.put(field.key(), value);
        }
        if (bad) {
            return BAD;
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        others.put("name", name);
        others.put("about", block.text("about"));
        return shape.build(read, others);
    }

    private boolean unknownKeys(Node.Entries block, Shape shape, Where where, Set<String> known) {
        boolean bad = false;
        for (Map.Entry<String, Node.Entry> entry : block.entries().entrySet()) {
            String key = entry.getKey();
            boolean fine =
                    shape.field(key) != null || known.contains(key) || EVERYWHERE.contains(key) || key.startsWith("x-");
            if (!fine) {
                bad = true;
                problems.add(
                        Code.N101,
                        entry.getValue().key(),
                        where.key(key).path(),
                        "unknown key `" + key + "` in " + where.what() + "." + hint(key, shape));
            }
        }
        return bad;
    }

    private static String hint(String key, Shape shape) {
        String near = DidYouMean.hint(key, shape.fields().keySet());
        if (!near.isEmpty()) {
            return near;
        }
        if (Component.class.isAssignableFrom(shape.type())) {
            List<String> kinds = Shape.kinds().entrySet().stream()
                    .filter(kind -> Shape.of(kind.getValue()).field(key) != null)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!kinds.isEmpty()) {
                return " It is a key of " + String.join(", ", kinds) + ".";
            }
        }
        if (shape.type() == Event.class) {
            List<String> verbs = Shape.verbs().entrySet().stream()
                    .filter(verb -> Shape.of(verb.getValue()).field(key) != null)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!verbs.isEmpty()) {
                return " It belongs to " + String.join(", ", verbs) + ".";
            }
        }
        return " Allowed are " + String.join(", ", shape.fields().keySet()) + ".";
    }

    /** The value of one key of a block, or what silence makes of it. */
    private @Nullable Object one(Node.Entries owner, Shape shape, Field field, Where where) {
        Node.Entry entry = owner.entries().get(field.key());
        Where here = where.key(field.key());
        if (entry != null && !(entry.value() instanceof Node.Nothing)) {
            spots.put(here.path(), entry.value().spot());
            notices.written(field, entry.key(), here.path());
            return value(entry.value(), field, here);
        }
        if (entry != null && entry.value().spot().isInFile()) {
            noValue(field.key(), entry.value().spot(), here.path());
            return BAD;
        }
        String text = silences.of(shape, field, owner, where.block());
        if (text.isEmpty()) {
            return absent(owner, field, where);
        }
        Node silent = expansion.value(Defaults.snippet(text), field);
        return value(silent, field, here);
    }

    private void noValue(String key, Spot spot, String path) {
        problems.add(Code.N121, spot, path, "`" + key + "` has no value. Write one, or leave the key out.");
    }

    private @Nullable Object absent(Node.Entries owner, Field field, Where where) {
        boolean needed = field.meta().required() || (field.holds() == Field.Holds.ONE && !field.optional());
        if (!needed) {
            return switch (field.holds()) {
                case ONE -> null;
                case LIST -> List.of();
                default -> Map.of();
            };
        }
        String rule =
                field.meta().silent().isEmpty() ? "" : " It is " + field.meta().silent() + ".";
        problems.add(
                Code.N120,
                owner.spot(),
                where.key(field.key()).path(),
                "`" + field.key() + "` is missing in " + where.what() + ": "
                        + field.meta().type().says() + "." + rule);
        return BAD;
    }

    private @Nullable Object value(Node node, Field field, Where where) {
        if (field.isBlock()) {
            return blocks(node, field, where);
        }
        if (field.meta().type() == Type.PLACEMENT
                || field.meta().type() == Type.BRANCHES
                || field.meta().type() == Type.CHANGES) {
            return leaf(node, field, where);
        }
        return switch (field.holds()) {
            case ONE -> leaf(node, field, where);
            case LIST -> list(node, field, where);
            default -> map(node, field, where);
        };
    }

    private Object list(Node node, Field field, Where where) {
        if (!(node instanceof Node.Items items)) {
            problems.add(
                    Code.N121,
                    node.spot(),
                    where.path(),
                    where.what() + " takes a list: " + field.meta().type().says() + ".");
            return BAD;
        }
        List<Object> list = new ArrayList<>();
        boolean bad = false;
        for (Node item : items.items()) {
            Object value = leaf(item, field, where);
            if (value == BAD || value == null) {
                bad = true;
            } else {
                list.add(value);
            }
        }
        return bad ? BAD : list;
    }

    private Object map(Node node, Field field, Where where) {
        if (!(node instanceof Node.Entries entries)) {
            problems.add(
                    Code.N121,
                    node.spot(),
                    where.path(),
                    where.what() + " takes names with " + field.meta().type().says() + ", not " + node.what() + ".");
            return BAD;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        boolean bad = false;
        for (Map.Entry<String, Node.Entry> entry : entries.entries().entrySet()) {
            bad |= isUnknown(entry.getKey(), entry.getValue().key(), field, where);
            Object value = leaf(entry.getValue().value(), field, where.key(entry.getKey()));
            if (value == BAD || value == null) {
                bad = true;
            } else {
                map.put(entry.getKey(), value);
            }
        }
        return bad ? BAD : map;
    }

    /** The keys of some maps are names of the file. */
    private boolean isUnknown(String name, Spot spot, Field field, Where where) {
        return field.meta().refers().length > 0 && !values.isKnown(name, spot, field, where.path());
    }

    private @Nullable Object leaf(Node node, Field field, Where where) {
        if (field.meta().type() == Type.CHANGES) {
            return changes(node, where);
        }
        Object value = values.read(node, field, where.path(), (tolerance, path) -> {
            Field tolerates = TOLERATES;
            return blocks(
                    expansion.value(tolerance, tolerates), tolerates, new Where(path, "`tolerates`", where.block()));
        });
        if (value != BAD) {
            sources.put(where.path(), Provenances.of(node, silences.set()));
        }
        return value;
    }

    private Object changes(Node node, Where where) {
        if (Writing.of(node) instanceof Written.Entries entries) {
            return entries.entries();
        }
        problems.add(
                Code.N121,
                node.spot(),
                where.path(),
                where.what() + " takes changes, `path: value`, not " + node.what() + ".");
        return BAD;
    }

    /** {@code tolerates} of a condition, which no record holds as a key. */
    private static final Field TOLERATES = tolerates();

    private static Field tolerates() {
        Field like = Shape.of(nines.model.Failover.class).field("health-check");
        if (like == null) {
            throw new IllegalStateException("no such key");
        }
        return new Field("tolerates", like.meta(), null, Tolerance.class, Field.Holds.ONE, true);
    }

    private @Nullable Object blocks(Node node, Field field, Where where) {
        Shape shape = Shape.of(field.element());
        boolean absence = field.mayBeAbsent() && (Expansion.isWord(node, "never") || Expansion.isWord(node, "none"));
        if (absence) {
            sources.put(where.path(), Provenances.of(node, silences.set()));
        }
        Silences.Block around = Silences.block(shape, where.block());
        switch (field.holds()) {
            case ONE -> {
                return absence ? null : inner(node, shape, where.as(where.what(), around), field.key());
            }
            case LIST -> {
                if (absence) {
                    return List.of();
                }
                List<Object> list = new ArrayList<>();
                boolean bad = false;
                List<Node> items = node instanceof Node.Items many ? many.items() : List.of(node);
                int number = 1;
                for (Node item : items) {
                    String path = items.size() == 1 ? where.path() : where.path() + "." + number++;
                    Object value = inner(item, shape, new Where(path, where.what(), around), field.key());
                    if (value == BAD || value == null) {
                        bad = true;
                    } else {
                        list.add(value);
                    }
                }
                return bad ? BAD : list;
            }
            default -> {
                return absence ? Map.of() : namedBlocks(node, shape, where, around);
            }
        }
    }

    private Object namedBlocks(Node node, Shape shape, Where where, Silences.Block around) {
        if (!(node instanceof Node.Entries entries)) {
            problems.add(
                    Code.N121,
                    node.spot(),
                    where.path(),
                    where.what() + " takes named entries such as `crash: { ... }`, or `never`; not " + node.what()
                            + ".");
            return BAD;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        boolean bad = false;
        for (Map.Entry<String, Node.Entry> entry : entries.entries().entrySet()) {
            Node value = entry.getValue().value();
            if (Expansion.isWord(value, "never")
                    || (value instanceof Node.Nothing && !value.spot().isInFile())) {
                continue;
            }
            Where here = where.key(entry.getKey());
            spots.put(here.path(), entry.getValue().key());
            Object read = inner(value, shape, here.as("`" + entry.getKey() + "`", around), entry.getKey());
            if (read == BAD || read == null) {
                bad = true;
            } else {
                map.put(entry.getKey(), read);
            }
        }
        return bad ? BAD : map;
    }

    private @Nullable Object inner(Node node, Shape shape, Where where, String name) {
        if (node instanceof Node.Entries block) {
            return block(block, shape, where, name, Set.of());
        }
        problems.add(
                Code.N121,
                node.spot(),
                where.path(),
                where.what() + " takes a block with " + String.join(", ", first(shape)) + "; not " + node.what() + ".");
        return BAD;
    }

    private static List<String> first(Shape shape) {
        List<String> keys = new ArrayList<>(shape.fields().keySet());
        return keys.size() <= 6 ? keys : keys.subList(0, 6);
    }

    /** The sets of defaults, for messages. */
    static List<String> sets() {
        return Arrays.stream(Silence.values()).map(KebabCase::of).toList();
    }
}
