package nines.format;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nines.model.Common;
import nines.model.Component;
import nines.model.Event;
import nines.model.Later;
import nines.model.Sources;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/** Reads the sections of a file that is written out, and the named entries in them. */
final class Binder {

    static final Set<String> BESIDE = Set.of("nines", "templates", "$" + "schema");

    private final Blocks blocks;
    private final Problems problems;
    private final Notices notices;
    private final Unknowns unknowns;
    private final Map<String, Map<String, Object>> bound = new LinkedHashMap<>();

    Binder(Blocks blocks, Problems problems, Notices notices, Unknowns unknowns) {
        this.blocks = blocks;
        this.problems = problems;
        this.notices = notices;
        this.unknowns = unknowns;
    }

    Sources sources() {
        return blocks.sources();
    }

    /** Where the value of each path was written. */
    Map<String, Spot> spots() {
        return blocks.spots();
    }

    /** The entries that have a record, by section and name. */
    Map<String, Map<String, Object>> bound() {
        return bound;
    }

    /** The scenario's sections by name; a section that is not there is what silence makes of it. */
    void bind(Node.Entries file, Shape top, Map<String, @Nullable Object> sections) {
        Where where = new Where("", "the file", new Silences.Block("file", null));
        Strays strays = Strays.in(file, top, where, BESIDE, problems, unknowns);
        for (Field field : top.fields().values()) {
            if (!sections.containsKey(field.key())) {
                boolean entries = field.isBlock() && field.holds() == Field.Holds.MAP;
                sections.put(
                        field.key(),
                        entries ? section(file, field, strays) : blocks.one(file, field, top, where, strays));
            }
        }
    }

    private Map<String, Object> section(Node.Entries file, Field field, Strays strays) {
        Map<String, Object> map = new LinkedHashMap<>();
        String key = field.key();
        Node.Entry entry = file.entries().get(key);
        if (strays.mayMean(key) || !file.isSure(key)) {
            unknowns.add(key);
        }
        if (entry == null || entry.value() instanceof Node.Nothing) {
            missing(file, field, entry);
            return map;
        }
        spots().put(key, entry.key());
        notices.written(field, entry.key(), key);
        if (!(entry.value() instanceof Node.Entries entries)) {
            problems.add(
                    Code.N121,
                    entry.value().spot(),
                    key,
                    "`" + key + "` takes named entries, not " + entry.value().what() + ".");
            unknowns.add(key);
            return map;
        }
        if (entries.entries().isEmpty() && entries.unsure().isEmpty() && field.isRequired()) {
            problems.add(Code.N131, entry.key(), key, "`" + key + "` is empty: nothing to simulate.");
        }
        unknowns.unsure(entries);
        entries.unsure().keySet().forEach(name -> unknowns.add(name.equals(Node.Entries.ANY) ? key : name));
        for (Map.Entry<String, Node.Entry> named : entries.entries().entrySet()) {
            String name = named.getKey();
            if (name.startsWith("x-")) {
                continue;
            }
            spots().put(name, named.getValue().key());
            Object value = named(field, name, named.getValue());
            if (value != null) {
                map.put(name, value);
            } else {
                unknowns.add(key + "." + name);
            }
        }
        bound.put(key, map);
        return map;
    }

    private void missing(Node.Entries file, Field field, Node.@Nullable Entry entry) {
        String key = field.key();
        if (entry != null && entry.value().spot().isInFile()) {
            blocks.noValue(key, entry.value().spot(), key);
            unknowns.add(key);
        } else if (field.isRequired() && unknowns.isKnown(key)) {
            Spot spot = entry == null ? file.spot() : entry.key();
            problems.add(
                    Code.N131,
                    spot,
                    key,
                    "there are no `" + key + "`: " + field.meta().says() + ".");
        }
    }

    /** One named entry of a section; null if no record can be made of it. */
    private @Nullable Object named(Field section, String name, Node.Entry entry) {
        String what = singular(section.key()) + " " + name;
        if (!(entry.value() instanceof Node.Entries block)) {
            boolean told = entry.value() instanceof Node.Plain plain && Values.isToldParameter(plain);
            if (!told) {
                problems.add(
                        Code.N121,
                        entry.value().spot(),
                        name,
                        "`" + name + "` takes a block, not " + entry.value().what() + ".");
            }
            unknowns.add(name);
            unknowns.unread(entry.value());
            return null;
        }
        Class<?> element = section.element();
        if (element == Component.class) {
            return component(name, what, entry, block);
        }
        if (element == Event.class) {
            return event(name, what, entry, block);
        }
        Shape shape = Shape.of(element);
        Where where = new Where(name, what, Silences.block(shape, Silences.Block.PLAIN));
        return blocks.record(block, shape, where, name, Set.of());
    }

    private static String singular(String section) {
        return switch (section) {
            case "traffic" -> "traffic";
            default -> section.endsWith("s") ? section.substring(0, section.length() - 1) : section;
        };
    }

    // Components

    private @Nullable Object component(String name, String what, Node.Entry entry, Node.Entries block) {
        Node kind = block.get("kind");
        String word = kind instanceof Node.Plain plain ? plain.text() : "";
        Class<?> type = Shape.kinds().get(word);
        if (kind == null || type == null) {
            ofNoKind(name, what, entry, block, kind);
            return null;
        }
        notices.written("kind `" + word + "`", type.getAnnotation(Later.class), kind.spot(), name + ".kind");
        Shape shape = Shape.of(type);
        Where where = new Where(name, what, Silences.block(shape, Silences.Block.PLAIN));
        if (!block.isSure("kind")) {
            blocks.check(block, shape.fields(), shape, where);
            return null;
        }
        return blocks.record(block, shape, where, name, Set.of("kind"));
    }

    /** What any component may have is checked; what depends on the kind cannot be. */
    private void ofNoKind(String name, String what, Node.Entry entry, Node.Entries block, @Nullable Node kind) {
        Optional<String> meant = kind instanceof Node.Plain word
                ? DidYouMean.nearest(word.text(), Shape.kinds().keySet())
                : Optional.empty();
        Shape common = Shape.of(meant.<Class<?>>map(Shape.kinds()::get).orElse(Common.class));
        Set<String> ofKinds = new LinkedHashSet<>(Set.of("kind"));
        Shape.kinds()
                .values()
                .forEach(each -> ofKinds.addAll(Shape.of(each).fields().keySet()));
        Where where = new Where(name, what, Silences.block(common, Silences.Block.PLAIN));
        Strays strays = Strays.in(block, Shape.of(Common.class), where, ofKinds, problems, unknowns);
        String words = String.join(", ", Shape.kinds().keySet());
        if (kind == null) {
            if (!strays.mayMean("kind") && block.isSure("kind")) {
                problems.add(Code.N120, entry.key(), name, what + " has no `kind`. It is one of " + words + ".");
            }
        } else if (!(kind instanceof Node.Plain plain)) {
            problems.add(
                    Code.N121,
                    kind.spot(),
                    name + ".kind",
                    "`kind` takes one of " + words + "; not " + kind.what() + ".");
        } else if (!Values.isToldParameter(plain)) {
            problems.add(
                    Code.N122,
                    kind.spot(),
                    name + ".kind",
                    "`kind: " + plain.text() + "`: it is one of " + words + "."
                            + DidYouMean.hint(plain.text(), Shape.kinds().keySet()));
        }
        Map<String, Field> own = new LinkedHashMap<>(common.fields());
        own.keySet().removeAll(Shape.of(Common.class).fields().keySet());
        blocks.check(blocks.writtenOut(block, own), common.fields(), common, where);
    }

    // Events

    private @Nullable Object event(String name, String what, Node.Entry entry, Node.Entries block) {
        List<String> verbs = block.entries().keySet().stream()
                .filter(Shape.verbs()::containsKey)
                .toList();
        Where where = new Where(name, what, Silences.Block.PLAIN);
        if (verbs.size() != 1) {
            String meant = verbs.isEmpty() ? noVerb(name, what, entry, block, where) : "";
            Class<?> verb = Shape.verbs()
                    .get(DidYouMean.nearest(meant, Shape.verbs().keySet()).orElse(""));
            if (verbs.isEmpty() && verb != null) {
                Shape shape = Shape.event(verb);
                blocks.check(
                        blocks.writtenOut(renamed(block, meant, verb), shape.fields()), shape.fields(), shape, where);
                return null;
            }
            if (!verbs.isEmpty()) {
                severalVerbs(name, entry, block, verbs);
            }
            Map<String, Field> agreed =
                    Shape.agreed(verbs.isEmpty() ? Shape.verbs().keySet() : verbs);
            blocks.check(block, agreed, Shape.anyEvent(), where);
            return null;
        }
        String word = verbs.get(0);
        Class<?> verb = Shape.verbs().get(word);
        Node.Entry at = block.entries().get(word);
        if (verb == null || at == null) {
            return null;
        }
        notices.written("verb `" + word + "`", verb.getAnnotation(Later.class), at.key(), name + "." + word);
        return blocks.record(block, Shape.event(verb), where, name, Set.of());
    }

    private static Node.Entries renamed(Node.Entries block, String stray, Class<?> verb) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        block.entries()
                .forEach((key, value) -> entries.put(
                        key.equals(stray) ? verb.getAnnotation(Verb.Word.class).value() : key, value));
        return new Node.Entries(entries, block.spot(), block.unsure());
    }

    /**
     * The stray key nearest to a verb, or else the first, is the verb that was meant; others are strays.
     *
     * @return what stands in its place
     */
    private String noVerb(String name, String what, Node.Entry entry, Node.Entries block, Where where) {
        List<String> strays = block.entries().keySet().stream()
                .filter(key -> Shape.anyEvent().field(key) == null && !key.startsWith("x-"))
                .filter(key -> !key.equals("about") && !key.equals("like"))
                .toList();
        Set<String> words = Shape.verbs().keySet();
        String meant = strays.stream()
                .filter(key -> DidYouMean.nearest(key, words).isPresent())
                .findFirst()
                .orElse(strays.isEmpty() ? "" : strays.get(0));
        if (block.isSure("verb")) {
            problems.add(
                    Code.N111,
                    entry.key(),
                    name,
                    what + " has no verb. It is one of " + String.join(", ", words) + "."
                            + DidYouMean.hint(meant, words));
        }
        Strays.in(block, Shape.anyEvent(), where, Set.of(meant), problems, unknowns);
        return meant;
    }

    private void severalVerbs(String name, Node.Entry entry, Node.Entries block, List<String> verbs) {
        Node.Entry second = block.entries().get(verbs.get(1));
        problems.add(
                Code.N111,
                second == null ? entry.key() : second.key(),
                name,
                "event `" + name + "` has " + (verbs.size() == 2 ? "two" : "several") + " verbs: `"
                        + String.join("` and `", verbs) + "`. Split it into "
                        + (verbs.size() == 2 ? "two events" : "several events") + ".");
        Strays.in(
                block,
                Shape.anyEvent(),
                new Where(name, "event " + name, Silences.Block.PLAIN),
                Set.copyOf(verbs),
                problems,
                unknowns);
    }
}
