package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nines.distribution.DistributionText;
import nines.model.Component;
import nines.model.Event;
import nines.model.Key;
import nines.model.Scenario;
import nines.model.Silence;
import nines.model.Type;
import nines.model.Verb;
import nines.quantity.Dimension;

/**
 * The JSON Schema of scenario files, for editors: made from the same descriptions as the reader. It
 * knows keys, words, units and shapes; names, circles and sums are left to the reader.
 */
public final class Schema {

    private static final String NAME = "[a-z][a-z0-9-]{0,62}";
    private static final String PARAMETER = "\\$" + NAME;
    private static final String NUMBER = "[0-9]+(\\.[0-9]+)?";
    private static final String SELECTOR = NAME + "(\\." + NAME + ")?(@" + NAME + ")?";

    private final Draft.Block definitions = new Draft.Block();
    private final Map<Class<?>, String> blocks = new LinkedHashMap<>();

    private Schema() {}

    /** The schema as JSON, draft 2020-12. */
    public static String json() {
        return JsonText.of(new Schema().document());
    }

    private Draft.Block document() {
        Draft.Block document = new Draft.Block();
        document.put("$schema", Draft.text("https://json-schema.org/draft/2020-12/schema"));
        document.put("title", Draft.text("Nines scenario, language version 1"));
        document.put("type", Draft.text("object"));
        document.put("required", words("nines", "name", "components"));
        Draft.Block properties = new Draft.Block();
        properties.put("$schema", type("string"));
        Draft.Block version = new Draft.Block();
        version.put("const", Draft.number("1"));
        version.put("description", Draft.text("version of the language"));
        properties.put("nines", version);
        properties.put("templates", named(new Draft.Block(), "partial entries for `like`"));
        Shape.of(Scenario.class).fields().values().forEach(field -> properties.put(field.key(), section(field)));
        document.put("properties", properties);
        document.put("patternProperties", notes());
        document.put("additionalProperties", Draft.number("false"));
        document.put("$defs", definitions);
        return document;
    }

    private Draft section(Field field) {
        Type type = field.type();
        String says = field.meta().says();
        if (type == Type.VALUE) {
            return named(new Draft.Block(), says);
        }
        if (type == Type.CHANGES) {
            Draft.Block any = type("object");
            any.put("description", Draft.text(says));
            if (field.key().equals("variants")) {
                any.put("additionalProperties", type("object"));
            } else {
                any.put("additionalProperties", anyOf(List.of(type("array"), type("string"), type("integer"))));
            }
            return any;
        }
        if (field.element() == Component.class) {
            Draft.Block section = named(component(), says);
            section.put("minProperties", Draft.number("1"));
            return section;
        }
        if (field.element() == Event.class) {
            return named(event(), says);
        }
        return key(field);
    }

    // Entries with rules of their own

    private Draft component() {
        List<Draft> cases = new ArrayList<>();
        Set<String> all = new TreeSet<>(List.of("like", "about", "kind"));
        Shape.kinds().forEach((word, type) -> {
            all.addAll(Shape.of(type).fields().keySet());
            Draft.Block test = new Draft.Block();
            test.put("properties", one("kind", one("const", Draft.text(word))));
            test.put("required", words("kind"));
            Draft.Block rule = new Draft.Block();
            rule.put("if", test);
            rule.put("then", reference(block(type, Set.of("kind"))));
            cases.add(rule);
        });
        Draft.Block kind = new Draft.Block();
        kind.put("enum", words(Shape.kinds().keySet().toArray(String[]::new)));
        Draft.Block entry = type("object");
        entry.put("properties", one("kind", kind));
        entry.put("anyOf", Draft.items(List.of(one("required", words("kind")), one("required", words("like")))));
        entry.put("propertyNames", keys(all));
        entry.put("allOf", Draft.items(cases));
        return anyOf(List.of(entry, text(NAME)));
    }

    private Draft event() {
        List<Draft> verbs = new ArrayList<>();
        Shape.verbs().forEach((word, type) -> {
            Draft.Block rule = new Draft.Block();
            rule.put("required", words(word));
            rule.put(
                    "propertyNames", keys(withLeaders(Shape.event(type).fields().keySet())));
            verbs.add(rule);
        });
        Draft.Block like = new Draft.Block();
        like.put("required", words("like"));
        verbs.add(like);
        Draft.Block entry = type("object");
        Draft.Block properties = leaders();
        Shape.anyEvent().fields().values().forEach(field -> properties.put(field.key(), key(field)));
        entry.put("properties", properties);
        entry.put("anyOf", Draft.items(verbs));
        Draft.Block twice = new Draft.Block();
        twice.put("required", words("at", "every"));
        entry.put("not", twice);
        return anyOf(List.of(entry, text(NAME)));
    }

    private static Set<String> withLeaders(Set<String> keys) {
        Set<String> all = new TreeSet<>(keys);
        all.addAll(List.of("like", "about"));
        return all;
    }

    private static Draft keys(Set<String> keys) {
        return one("pattern", Draft.text("^(" + String.join("|", keys) + "|x-.*)$"));
    }

    // Blocks

    /** The name of the definition of a block. */
    private String block(Class<?> type, Set<String> extra) {
        String known = blocks.get(type);
        if (known != null) {
            return known;
        }
        String name = KebabCase.of(type.getSimpleName()).substring(1);
        name = blocks.containsValue(name) ? name + "-block" : name;
        blocks.put(type, name);
        Shape shape = Shape.of(type);
        Draft.Block block = type("object");
        Draft.Block properties = leaders();
        extra.forEach(key -> properties.put(key, new Draft.Block()));
        shape.fields().values().forEach(field -> properties.put(field.key(), key(field)));
        block.put("properties", properties);
        block.put("patternProperties", notes());
        block.put("additionalProperties", Draft.number("false"));
        definitions.put(name, block);
        return name;
    }

    private static Draft.Block leaders() {
        Draft.Block properties = new Draft.Block();
        properties.put(
                "like",
                described(text("(catalogue:)?[a-z][A-Za-z0-9._-]*"), "takes every key of this, overridden here"));
        properties.put("about", described(type("string"), "a note"));
        return properties;
    }

    private static Draft notes() {
        return one("^x-", new Draft.Block());
    }

    /** A block or whatever may stand in its place. */
    private Draft blockOr(Field field) {
        Shape shape = Shape.of(field.element());
        List<Draft> ways = new ArrayList<>();
        ways.add(reference(block(field.element(), Set.of())));
        ways.add(text("catalogue:[a-z][A-Za-z0-9._-]*|" + NAME + "|" + PARAMETER));
        Field shortFor = shape.shortFor().isEmpty() ? null : shape.field(shape.shortFor());
        if (shortFor != null) {
            ways.add(value(shortFor));
        }
        if (shape.shortFor().isEmpty() || field.type() == Type.CALL) {
            // A bare name is a template here; words such as `never` look alike.
            return anyOf(ways);
        }
        ways.set(1, text("catalogue:[a-z][A-Za-z0-9._-]*|" + PARAMETER + (field.mayBeAbsent() ? "|never|none" : "")));
        return anyOf(ways);
    }

    private Draft key(Field field) {
        Key meta = field.meta();
        Draft value = meta.type() == Type.PLACEMENT || meta.type() == Type.BRANCHES ? value(field) : many(field);
        Draft.Block described = described(value, meta.says());
        String silence = meta.silent().isEmpty() ? field.silence(Silence.FIELD) : meta.silent();
        if (!silence.isEmpty()) {
            described.put("$comment", Draft.text("default: " + silence));
        }
        return described;
    }

    private Draft many(Field field) {
        Draft one = field.isBlock() ? blockOr(field) : value(field);
        return switch (field.holds()) {
            case ONE -> one;
            case LIST -> {
                Draft.Block list = type("array");
                list.put("items", one);
                yield anyOf(List.of(list, one));
            }
            default -> {
                Draft.Block map = named(field.isBlock() ? anyOf(List.of(one, text("never"))) : one, "");
                yield field.isBlock() ? anyOf(List.of(map, text("never"))) : map;
            }
        };
    }

    /** Entries with names chosen by the user. */
    private static Draft.Block named(Draft entry, String says) {
        Draft.Block map = type("object");
        if (!says.isEmpty()) {
            map.put("description", Draft.text(says));
        }
        map.put("propertyNames", one("pattern", Draft.text("^(" + NAME + "|p[0-9.]+)$")));
        map.put("additionalProperties", entry);
        return map;
    }

    // Values

    private Draft value(Field field) {
        Type type = field.type();
        return switch (type) {
            case TEXT, PLACE_KIND, SCHEME -> anyOf(List.of(type("string"), type("number")));
            case NAME, NAMES, WORDS -> definition("name", () -> text(NAME));
            case SELECTORS -> definition("selector", () -> text(SELECTOR));
            case FLAG -> anyOf(List.of(type("boolean"), text(PARAMETER)));
            case WORD -> text(String.join("|", Amounts.words(field)) + "|" + PARAMETER);
            case COUNT -> count(field);
            case HOW_MANY -> anyOf(List.of(count(field), text("all|majority|" + NUMBER + " ?%")));
            case HITS -> definition("hits", this::hits);
            case CONDITION -> definition("condition", this::condition);
            case ORDER -> definition("order", this::order);
            case PLACEMENT -> definition("placement", this::placement);
            case BRANCHES -> definition("branches", this::branches);
            case SIDES -> anyOf(List.of(type("array"), type("object")));
            case CHANGES -> type("object");
            case VALUE, BLOCK, CALL -> new Draft.Block();
            case MONEY ->
                definition("money", () -> text(NUMBER + " ?[A-Z]{3}( ?/ ?[A-Za-z-]+)?|catalogue:.+|" + PARAMETER));
            case LIFE -> definition("life", () -> law(Dimension.DURATION, false));
            case TIME -> definition("time", () -> law(Dimension.DURATION, true));
            case SHARE_DIST -> definition("share-or-law", () -> law(Dimension.SHARE, true));
            case FACTOR_DIST -> definition("factor-or-law", () -> law(Dimension.FACTOR, true));
            case BANDWIDTH_DIST -> definition("bandwidth-or-law", () -> law(Dimension.BANDWIDTH, true));
            default ->
                definition(
                        type.name().toLowerCase(Locale.ROOT).replace('_', '-'), () -> text(quantity(dimension(type))));
        };
    }

    private interface Made {
        Draft draft();
    }

    private Draft definition(String name, Made made) {
        if (!definitions.has(name)) {
            definitions.put(name, new Draft.Block());
            definitions.put(name, made.draft());
        }
        return reference(name);
    }

    private static Dimension dimension(Type type) {
        return switch (type) {
            case SHARE -> Dimension.SHARE;
            case FACTOR -> Dimension.FACTOR;
            case RATE -> Dimension.RATE;
            case PER_BYTE -> Dimension.PER_BYTE;
            case BYTES -> Dimension.BYTES;
            case BANDWIDTH -> Dimension.BANDWIDTH;
            default -> Dimension.DURATION;
        };
    }

    private static Draft count(Field field) {
        Draft.Block number = type("integer");
        number.put("minimum", Draft.number(Integer.toString(field.meta().least())));
        return anyOf(List.of(number, text("unlimited|none|" + PARAMETER)));
    }

    /** A quantity as a pattern: number and unit; durations may have several parts. */
    private static String quantity(Dimension dimension) {
        String units = dimension.symbols().stream()
                .map(Pattern::quote)
                .map(Schema::unquoted)
                .collect(Collectors.joining("|"));
        String one = NUMBER + " ?(" + units + ")";
        String per = dimension == Dimension.RATE || dimension == Dimension.PER_BYTE
                ? "|" + NUMBER + "/" + NUMBER + " ?(" + units.replace("/", "") + ")"
                : "";
        String many = dimension == Dimension.DURATION ? "(" + one + " ?)+" : one;
        return many + per + "|never|unlimited|none|catalogue:.+|" + PARAMETER;
    }

    /** JSON Schema patterns have no \Q and \E. */
    private static String unquoted(String quoted) {
        return quoted.substring(2, quoted.length() - 2);
    }

    private Draft law(Dimension dimension, boolean fixed) {
        String words = String.join("|", DistributionText.words(dimension));
        String mixture = NUMBER + " ?% .+ or .+";
        String law = "(" + words + ")( .+)?|" + mixture + "|catalogue:.+|" + PARAMETER;
        String modified = quantity(dimension) + "|(" + quantity(dimension)
                + ") (plus|times|between|at-least|at-most|capped-at|once|once-per-batch)( .+)?";
        Draft.Block object = type("object");
        object.put("required", words("distribution"));
        return anyOf(List.of(text(fixed ? law + "|" + modified : law), object));
    }

    private Draft hits() {
        Draft.Block number = type("integer");
        number.put("minimum", Draft.number("1"));
        String words = String.join("|", DistributionText.words(Dimension.COUNT));
        Draft.Block object = type("object");
        object.put("required", words("distribution"));
        return anyOf(List.of(number, text("all|" + NUMBER + " ?%|(" + words + ")( .+)?|" + PARAMETER), object));
    }

    private Draft condition() {
        Draft inner = reference("condition");
        Draft.Block list = type("array");
        list.put("items", inner);
        list.put("minItems", Draft.number("1"));
        Draft many = anyOf(List.of(list, inner));
        Draft.Block properties = new Draft.Block();
        properties.put("all", many);
        properties.put("any", many);
        Draft.Block least = type("integer");
        least.put("minimum", Draft.number("1"));
        properties.put("at-least", anyOf(List.of(least, text(PARAMETER))));
        properties.put("of", many);
        Field time = Shape.of(nines.model.Tolerance.class).field("for");
        List<Draft> tolerates = new ArrayList<>(List.of(reference(block(nines.model.Tolerance.class, Set.of()))));
        if (time != null) {
            tolerates.add(value(time));
        }
        properties.put("tolerates", anyOf(tolerates));
        Draft.Block block = type("object");
        block.put("properties", properties);
        block.put("additionalProperties", Draft.number("false"));
        block.put(
                "oneOf",
                Draft.items(List.of(
                        one("required", words("all")),
                        one("required", words("any")),
                        one("required", words("at-least", "of")))));
        return anyOf(List.of(text(SELECTOR), list, block));
    }

    private Draft order() {
        Draft.Block list = type("array");
        list.put("items", text(NAME));
        return anyOf(List.of(text("first-come|first-found|at-random"), list));
    }

    private Draft placement() {
        Draft.Block list = type("array");
        list.put("items", text(NAME));
        Draft.Block counts = type("object");
        counts.put("propertyNames", one("pattern", Draft.text("^" + NAME + "$")));
        Draft.Block number = type("integer");
        number.put("minimum", Draft.number("0"));
        counts.put("additionalProperties", number);
        return anyOf(List.of(text(NAME), list, counts));
    }

    private Draft branches() {
        Draft.Block shares = type("object");
        shares.put("additionalProperties", text(NUMBER + " ?(%|ppm)"));
        return anyOf(List.of(text(NAME), shares));
    }

    // Small pieces

    private static Draft.Block type(String type) {
        Draft.Block block = new Draft.Block();
        block.put("type", Draft.text(type));
        return block;
    }

    private static Draft.Block text(String pattern) {
        Draft.Block block = type("string");
        block.put("pattern", Draft.text("^(" + pattern + ")$"));
        return block;
    }

    private static Draft.Block one(String key, Draft value) {
        Draft.Block block = new Draft.Block();
        block.put(key, value);
        return block;
    }

    private static Draft reference(String definition) {
        return one("$ref", Draft.text("#/$defs/" + definition));
    }

    private static Draft anyOf(List<Draft> ways) {
        return one("anyOf", Draft.items(ways));
    }

    private static Draft.Block described(Draft value, String says) {
        Draft.Block block = new Draft.Block();
        block.put("description", Draft.text(says));
        if (value instanceof Draft.Block inner) {
            inner.entries().forEach(block::put);
        }
        return block;
    }

    private static Draft words(String... words) {
        List<Draft> list = new ArrayList<>();
        for (String word : words) {
            list.add(Draft.text(word));
        }
        return Draft.items(list);
    }

    /** The verbs of events, as the schema lists them. */
    static List<String> verbs() {
        return List.of(Verb.class.getPermittedSubclasses()).stream()
                .map(type -> type.getAnnotation(Verb.Word.class).value())
                .toList();
    }
}
