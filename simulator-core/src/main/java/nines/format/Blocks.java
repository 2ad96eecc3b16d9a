package nines.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.model.Failover;
import nines.model.Source;
import nines.model.Sources;
import nines.model.Tolerance;
import nines.model.Type;
import nines.model.Written;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of blocks, filling in every silence and telling every mistake. A record is made whatever is wrong in its
 * block: {@linkplain StandIns stand-ins} take the places of what could not be read, and their paths are unknown.
 */
final class Blocks {

    private static final Object BAD = Values.BAD;

    private final Expansion expansion;
    private final Silences silences;
    private final Values values;
    private final Problems problems;
    private final Notices notices;
    private final Unknowns unknowns;
    private final Sources sources = new Sources();
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final IdentityHashMap<Field, Map<String, Silent>> silents = new IdentityHashMap<>();

    /**
     * What silence means for one key: the same for every block of its kind, and so read once.
     *
     * @param sources of the value and of all in it, by what follows the path of the key
     */
    private record Silent(@Nullable Object value, boolean known, Map<String, Source> sources) {}

    Blocks(
            Expansion expansion,
            Silences silences,
            Values values,
            Problems problems,
            Notices notices,
            Unknowns unknowns) {
        this.expansion = expansion;
        this.silences = silences;
        this.values = values;
        this.problems = problems;
        this.notices = notices;
        this.unknowns = unknowns;
    }

    /** Where each value came from, by path. */
    Sources sources() {
        return sources;
    }

    /** Where the value of each path was written. */
    Map<String, Spot> spots() {
        return spots;
    }

    /**
     * A block as its record.
     *
     * @param known keys that are no part of the record and yet fine
     */
    Object record(Node.Entries block, Shape shape, Where where, String name, Set<String> known) {
        Strays strays = Strays.in(block, shape, where, known, problems, unknowns);
        unknowns.unsure(block);
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (Field field : shape.fields().values()) {
            read.put(field.key(), one(block, field, shape, where, strays));
        }
        meant(strays, block, shape, where);
        for (Field field : shape.fields().values()) {
            List<String> followed = silences.followed(field.key(), where.block());
            if (!followed.isEmpty() && !block.has(field.key()) && !areKnown(followed, where)) {
                unknowns.add(where.path(field.key()));
            }
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        others.put("name", name);
        others.put("about", block.text("about"));
        return shape.build(read, others);
    }

    /** Under a misspelt key stands what the key that was meant takes: its mistakes are told, and nothing is made of it. */
    private void meant(Strays strays, Node.Entries block, Shape shape, Where where) {
        strays.meant().forEach((key, node) -> {
            Field field = shape.field(key);
            if (field != null && !block.has(key) && !(node instanceof Node.Nothing)) {
                read(expansion.value(node, field), field, where.key(key));
            }
        });
    }

    /** A block with the values of these keys written out. */
    Node.Entries writtenOut(Node.Entries block, Map<String, Field> fields) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        block.entries().forEach((key, entry) -> {
            Field field = fields.get(key);
            entries.put(
                    key, field == null ? entry : new Node.Entry(entry.key(), expansion.value(entry.value(), field)));
        });
        return new Node.Entries(entries, block.spot(), block.unsure());
    }

    /** Checks what is written in a block whose record cannot be told. */
    void check(Node.Entries block, Map<String, Field> fields, Shape shape, Where where) {
        fields.values().stream()
                .filter(field -> block.has(field.key()))
                .forEach(field -> one(block, field, shape, where, Strays.NONE));
        unknowns.unread(block);
        unknowns.unsure(block);
        unknowns.add(where.path());
    }

    /** The value of one key of a block, or what silence makes of it; a stand-in if it cannot be read. */
    @Nullable
    Object one(Node.Entries owner, Field field, Shape shape, Where where, Strays strays) {
        Node.Entry entry = owner.entries().get(field.key());
        if (!owner.isSure(field.key()) || (entry == null && strays.mayMean(field.key()))) {
            unknowns.add(where.path(field.key()));
        }
        String text = entry == null || isRemoved(entry) ? silences.of(shape, field, owner, where.block()) : "";
        if (!text.isEmpty()) {
            return silent(text, field, where);
        }
        Where here = where.key(field.key());
        if (entry != null && !(entry.value() instanceof Node.Nothing)) {
            spots.put(here.path(), entry.value().spot());
            notices.written(field, entry.key(), here.path());
            Object value = read(entry.value(), field, here);
            if (value instanceof Enum<?> word) {
                notices.written(word, field, entry.value().spot(), here.path());
            }
            return value;
        }
        if (entry != null && !isRemoved(entry)) {
            noValue(field.key(), entry.value().spot(), here.path());
            unknowns.add(here.path());
            return StandIns.of(field);
        }
        return absent(owner, field, where, here);
    }

    /** Whether a change took the value away; in the file, a key without a value is a mistake. */
    private static boolean isRemoved(Node.Entry entry) {
        return entry.value() instanceof Node.Nothing && !entry.value().spot().isInFile();
    }

    void noValue(String key, Spot spot, String path) {
        problems.add(Code.N121, spot, path, "`" + key + "` has no value. Write one, or leave the key out.");
    }

    private @Nullable Object read(Node node, Field field, Where where) {
        Object value = value(node, field, where);
        return value == BAD ? unread(node, field, where.path()) : value;
    }

    private Object unread(Node node, Field field, String path) {
        unknowns.add(path);
        unknowns.unread(node);
        if (node instanceof Node.Plain plain && Values.isToldParameter(plain)) {
            boolean actors = field.type() == Type.CONDITION || field.type() == Type.ORDER || field.type() == Type.SIDES;
            unknowns.mayMean(actors ? References.ACTORS : field.meta().refers(), List.of());
        }
        return StandIns.of(field);
    }

    private @Nullable Object silent(String text, Field field, Where owner) {
        Map<String, Silent> ofField = silents.computeIfAbsent(field, any -> new HashMap<>());
        String key = owner.block().word() + text;
        Silent silent = ofField.get(key);
        if (silent == null) {
            silent = readSilent(text, field, owner.key(field.key()));
            ofField.put(key, silent);
        }
        String path = owner.path(field.key());
        sources.addAll(path, silent.sources());
        if (!silent.known()) {
            unknowns.add(path);
        }
        return silent.value();
    }

    /** Quietly: where silence takes its words from another part of the file, their mistakes are told there. */
    private Silent readSilent(String text, Field field, Where where) {
        Problems own = new Problems("");
        Unknowns ownUnknowns = new Unknowns();
        Blocks quiet =
                new Blocks(expansion, silences, values.telling(own, ownUnknowns), own, new Notices(true), ownUnknowns);
        Object value = quiet.read(expansion.value(Defaults.snippet(text), field), field, where);
        Map<String, Source> found = new LinkedHashMap<>();
        quiet.sources.forEach(
                (path, source) -> found.put(path.substring(where.path().length()), source));
        return new Silent(value, !own.hasMistakes(), found);
    }

    private boolean areKnown(List<String> keys, Where where) {
        for (String key : keys) {
            if (!unknowns.isKnownThroughout(where.path(key))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object absent(Node.Entries owner, Field field, Where where, Where here) {
        boolean needed = field.isRequired() || (field.holds() == Field.Holds.ONE && !field.optional());
        if (!needed) {
            return switch (field.holds()) {
                case ONE -> null;
                case LIST -> List.of();
                default -> Map.of();
            };
        }
        boolean told =
                !unknowns.isKnown(here.path()) || !areKnown(silences.followed(field.key(), where.block()), where);
        if (!told) {
            String rule = field.meta().silent().isEmpty()
                    ? ""
                    : " It is " + field.meta().silent() + ".";
            problems.add(
                    Code.N120,
                    owner.spot(),
                    here.path(),
                    "`" + field.key() + "` is missing in " + where.what() + ": "
                            + field.type().says() + "." + rule);
        }
        unknowns.add(here.path());
        unknowns.mayMean(field.meta().refers(), List.of());
        return StandIns.of(field);
    }

    private @Nullable Object value(Node node, Field field, Where where) {
        if (field.isBlock()) {
            return blocks(node, field, where);
        }
        if (field.type() == Type.PLACEMENT || field.type() == Type.BRANCHES || field.type() == Type.CHANGES) {
            return leaf(node, field, where);
        }
        return switch (field.holds()) {
            case ONE -> leaf(node, field, where);
            case LIST -> list(node, field, where);
            default -> map(node, field, where);
        };
    }

    /** What could be read of a list; the list is unknown if that is not all of it. */
    private Object list(Node node, Field field, Where where) {
        if (!(node instanceof Node.Items items)) {
            problems.add(
                    Code.N121,
                    node.spot(),
                    where.path(),
                    where.what() + " takes a list: " + field.type().says() + ".");
            return BAD;
        }
        List<Object> list = new ArrayList<>();
        for (Node item : items.items()) {
            Object value = leaf(item, field, where);
            if (value == BAD || value == null) {
                unread(item, field, where.path());
            } else {
                list.add(value);
            }
        }
        return list;
    }

    private Object map(Node node, Field field, Where where) {
        if (!(node instanceof Node.Entries entries)) {
            problems.add(
                    Code.N121,
                    node.spot(),
                    where.path(),
                    where.what() + " takes names with " + field.type().says() + ", not " + node.what() + ".");
            return BAD;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        unsure(entries, where);
        for (Map.Entry<String, Node.Entry> entry : entries.entries().entrySet()) {
            Where here = where.key(entry.getKey());
            if (isUnknown(entry.getKey(), entry.getValue().key(), field, where)) {
                unknowns.add(here.path());
            }
            Object value = leaf(entry.getValue().value(), field, here);
            if (value == BAD || value == null) {
                unread(entry.getValue().value(), field, here.path());
            } else {
                map.put(entry.getKey(), value);
            }
        }
        return map;
    }

    /** The keys of some maps are names of the file. */
    private boolean isUnknown(String name, Spot spot, Field field, Where where) {
        return field.meta().refers().length > 0 && !values.isKnown(name, spot, field, where.path());
    }

    /** Names in a block of names about which nothing may be concluded. */
    private void unsure(Node.Entries block, Where where) {
        unknowns.unsure(block);
        block.unsure()
                .keySet()
                .forEach(name -> unknowns.add(name.equals(Node.Entries.ANY) ? where.path() : where.path(name)));
    }

    private @Nullable Object leaf(Node node, Field field, Where where) {
        if (field.type() == Type.CHANGES) {
            return changes(node, where);
        }
        Object value = values.read(
                node,
                field,
                where.path(),
                (tolerance, path) -> blocks(
                        expansion.value(tolerance, TOLERATES),
                        TOLERATES,
                        new Where(path, "`tolerates`", where.block())));
        if (value != BAD) {
            sources.add(where.path(), Provenances.of(node, silences.set()));
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
        Field like = Shape.of(Failover.class).field("health-check");
        if (like == null) {
            throw new IllegalStateException("no such key");
        }
        return new Field("tolerates", like.meta(), null, Tolerance.class, Field.Holds.ONE, true);
    }

    private @Nullable Object blocks(Node node, Field field, Where where) {
        Shape shape = Shape.of(field.element());
        boolean absence = field.mayBeAbsent() && (Expansion.isWord(node, "never") || Expansion.isWord(node, "none"));
        if (absence) {
            sources.add(where.path(), Provenances.of(node, silences.set()));
        }
        Silences.Block around = Silences.block(shape, where.block());
        return switch (field.holds()) {
            case ONE -> absence ? null : inner(node, shape, where.as(where.what(), around), field.key());
            case LIST -> absence ? List.of() : listed(node, shape, where.as(where.what(), around), field);
            default -> absence ? Map.of() : named(node, shape, where, around);
        };
    }

    private List<Object> listed(Node node, Shape shape, Where where, Field field) {
        List<Object> list = new ArrayList<>();
        List<Node> items = node instanceof Node.Items many ? many.items() : List.of(node);
        int number = 1;
        for (Node item : items) {
            String path = items.size() == 1 ? where.path() : where.path() + "." + number++;
            spots.putIfAbsent(path, item.spot());
            Object value = inner(item, shape, new Where(path, where.what(), where.block()), field.key());
            if (value == BAD || value == null) {
                unread(item, field, where.path());
            } else {
                list.add(value);
            }
        }
        return list;
    }

    private Object named(Node node, Shape shape, Where where, Silences.Block around) {
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
        unsure(entries, where);
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
                unknowns.add(here.path());
                unknowns.unread(value);
                read = StandIns.block(shape);
            }
            map.put(entry.getKey(), read);
        }
        return map;
    }

    private @Nullable Object inner(Node node, Shape shape, Where where, String name) {
        if (node instanceof Node.Entries block) {
            return record(block, shape, where, name, Set.of());
        }
        boolean told = node instanceof Node.Plain plain && Values.isToldParameter(plain);
        if (!told) {
            problems.add(
                    Code.N121,
                    node.spot(),
                    where.path(),
                    where.what() + " takes a block with " + String.join(", ", first(shape)) + "; not " + node.what()
                            + ".");
        }
        return BAD;
    }

    private static List<String> first(Shape shape) {
        List<String> keys = new ArrayList<>(shape.fields().keySet());
        return keys.size() <= 6 ? keys : keys.subList(0, 6);
    }
}
