package nines.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import nines.model.Condition;
import nines.model.CrewOrder;
import nines.model.Hits;
import nines.model.HowMany;
import nines.model.Key;
import nines.model.Placement;
import nines.model.Selector;
import nines.model.Sides;
import nines.model.Silence;
import nines.model.Tolerance;
import nines.model.Type;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** Reads the value of one key: a quantity, a word, a name, a condition. */
final class Values {

    /** Stands for a value that could not be read; its problem has been told. */
    static final Object BAD = new Object();

    private static final String[] ACTORS = {"components"};
    private static final String[] PLACES = {"places"};

    private final Names names;
    private final Folder folder;
    private final Problems problems;

    Values(Names names, Folder folder, Problems problems) {
        this.names = names;
        this.folder = folder;
        this.problems = problems;
    }

    /** Reads the tolerance of a condition, which is a block. */
    interface Blocks {
        @Nullable
        Object tolerance(Node node, String path);
    }

    /** The value, or {@link #BAD}; null stands for absence. */
    @Nullable
    Object read(Node node, Field field, String path, Blocks blocks) {
        Key key = field.meta();
        return switch (key.type()) {
            case PLACEMENT -> placement(node, path);
            case CONDITION -> condition(node, path, blocks);
            case ORDER -> order(node, path);
            case SIDES -> sides(node, path);
            case BRANCHES -> branches(node, path);
            case VALUE -> Writing.of(node);
            default -> quantity(node, field, path);
        };
    }

    private @Nullable Object quantity(Node node, Field field, String path) {
        Key key = field.meta();
        if (node instanceof Node.Entries block && takesLaw(key.type())) {
            return law(block, field, path);
        }
        if (!(node instanceof Node.Plain plain)) {
            problems.add(
                    Code.N121,
                    node.spot(),
                    path,
                    "`" + field.key() + "` takes " + key.type().says() + ", not " + node.what() + ".");
            return BAD;
        }
        if (plain.parameter() != null && plain.parameter().equals(plain.text())) {
            return BAD; // an unknown parameter, told already
        }
        try {
            return plain(plain, field, path);
        } catch (BadValue e) {
            if (plain.parameter() != null && e.code() != Code.N102) {
                problems.add(
                        Code.N113,
                        plain.spot(),
                        path,
                        "`" + plain.parameter() + "` is `" + plain.text() + "`; `" + field.key() + "` needs "
                                + key.type().says() + ".");
            } else {
                problems.add(e.code(), inside(plain, e.offset()), path, e.rule());
            }
            return BAD;
        }
    }

    /** The spot of a character of a text, where it stands as it is written. */
    private static Spot inside(Node.Plain plain, int offset) {
        Spot spot = plain.spot();
        boolean asWritten =
                plain.parameter() == null && spot.isInFile() && plain.text().indexOf('\n') < 0;
        return asWritten && offset > 0 ? Spot.of(spot.line(), spot.column() + offset + (plain.quoted() ? 1 : 0)) : spot;
    }

    private static boolean takesLaw(Type type) {
        return type == Type.TIME
                || type == Type.LIFE
                || type == Type.SHARE_DIST
                || type == Type.FACTOR_DIST
                || type == Type.BANDWIDTH_DIST
                || type == Type.HITS;
    }

    private @Nullable Object plain(Node.Plain plain, Field field, String path) throws BadValue {
        String text = plain.text();
        Key key = field.meta();
        return switch (key.type()) {
            case FLAG -> flag(text, field.key());
            case WORD -> word(text, field);
            case NAME, NAMES -> name(plain, field, path);
            case SELECTORS -> selector(text, key.refers(), path);
            case COUNT -> count(text, field);
            case HOW_MANY -> howMany(text, field);
            case HITS -> hits(text, field);
            case SHARE -> amount(text, Dimension.SHARE, field);
            case FACTOR -> amount(text, Dimension.FACTOR, field);
            case RATE -> amount(text, Dimension.RATE, field);
            case DURATION -> amount(text, Dimension.DURATION, field);
            case BYTES -> amount(text, Dimension.BYTES, field);
            case BANDWIDTH -> amount(text, Dimension.BANDWIDTH, field);
            case PER_BYTE -> amount(text, Dimension.PER_BYTE, field);
            case MONEY -> Quantities.money(text);
            case TIME -> law(text, Dimension.DURATION, field);
            case LIFE -> life(text, field);
            case SHARE_DIST -> law(text, Dimension.SHARE, field);
            case FACTOR_DIST -> law(text, Dimension.FACTOR, field);
            case BANDWIDTH_DIST -> law(text, Dimension.BANDWIDTH, field);
            default -> text;
        };
    }

    private static Object flag(String text, String key) throws BadValue {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new BadValue(Code.N115, "`" + key + ": " + text + "` is a text in YAML 1.2. Write `true` or `false`.");
    }

    private static Object word(String text, Field field) throws BadValue {
        List<String> words = words(field);
        for (Object constant : field.element().getEnumConstants()) {
            if (KebabCase.of((Enum<?>) constant).equals(text)) {
                return constant;
            }
        }
        throw new BadValue(
                Code.N122,
                "`" + field.key() + ": " + text + "`: it is one of " + String.join(", ", words) + "."
                        + DidYouMean.hint(text, words));
    }

    static List<String> words(Field field) {
        List<String> words = new ArrayList<>();
        for (Object constant : field.element().getEnumConstants()) {
            words.add(KebabCase.of((Enum<?>) constant));
        }
        return words;
    }

    private Object name(Node.Plain plain, Field field, String path) throws BadValue {
        String text = plain.text();
        String[] sections = field.meta().refers();
        boolean placeInstance = List.of(sections).contains("places") && names.place(text) != null;
        if (names.isIn(text, sections) || placeInstance) {
            return text;
        }
        throw unknown(text, sections, path);
    }

    /** Whether a key is a name of the sections that its field refers to; if not, the problem is told. */
    boolean isKnown(String name, Spot spot, Field field, String path) {
        if (names.isIn(name, field.meta().refers())) {
            return true;
        }
        BadValue unknown = unknown(name, field.meta().refers(), path);
        problems.add(unknown.code(), spot, path, unknown.rule());
        return false;
    }

    private BadValue unknown(String text, String[] sections, String path) {
        String elsewhere = names.section(text);
        List<String> known = names.in(sections);
        String where = String.join(" and ", sections);
        if (elsewhere != null) {
            return new BadValue(
                    Code.N102,
                    "`" + text + "` is an entry of `" + elsewhere + "`; `" + path + "` takes one of `" + where + "`: "
                            + listed(known) + ".");
        }
        return new BadValue(
                Code.N102,
                "nothing here is called `" + text + "`. In `" + path + "`: " + where + " are " + listed(known) + "."
                        + hint(text, known));
    }

    /** The nearest name, else the only entry of the kind that was written: {@code databse} is the one database. */
    private String hint(String text, List<String> known) {
        String near = DidYouMean.hint(text, known);
        if (!near.isEmpty()) {
            return near;
        }
        List<String> ofKind = DidYouMean.nearest(text, names.kinds(known))
                .map(kind -> names.ofKind(known, kind))
                .orElse(List.of());
        return ofKind.size() == 1 ? " Did you mean `" + ofKind.get(0) + "`?" : "";
    }

    private static String listed(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        return names.size() <= 12
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 12)) + " and " + (names.size() - 12) + " more";
    }

    private Selector selector(String text, String[] sections, String path) throws BadValue {
        Selector selector = names.selector(text, sections);
        if (selector == null) {
            throw unknown(text, sections, path);
        }
        return selector;
    }

    private static Object count(String text, Field field) throws BadValue {
        if (text.equals("unlimited") && mayBeUnlimited(field)) {
            return Integer.MAX_VALUE;
        }
        int least = field.meta().least();
        if (!text.matches("-?[0-9]+")) {
            String why =
                    text.matches("-?[0-9]*\\.[0-9]+") ? "a count is a whole number" : "it takes a count such as `3`";
            throw new BadValue(Code.N127, "`" + field.key() + ": " + text + "`: " + why + ".");
        }
        if (text.length() > 10 || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new BadValue(Code.N126, "`" + field.key() + ": " + text + "` is too large.");
        }
        int count = Integer.parseInt(text);
        if (count < least) {
            throw new BadValue(Code.N126, "`" + field.key() + ": " + text + "`: it must be at least " + least + ".");
        }
        return count;
    }

    private static boolean mayBeUnlimited(Field field) {
        return field.key().equals("capacity")
                || Arrays.stream(Silence.values())
                        .anyMatch(set -> field.silence(set).equals("unlimited"));
    }

    private static Object howMany(String text, Field field) throws BadValue {
        if (text.equals("all")) {
            return new HowMany.All();
        }
        if (text.equals("majority")) {
            return new HowMany.Majority();
        }
        if (text.endsWith("%")) {
            return new HowMany.Part((double) amount(text, Dimension.SHARE, field));
        }
        return new HowMany.Exactly((int) count(text, field));
    }

    private Object hits(String text, Field field) throws BadValue {
        if (text.equals("all")) {
            return new Hits.All();
        }
        if (text.matches("[0-9.]+ ?%")) {
            return new Hits.Each((double) amount(text, Dimension.SHARE, field));
        }
        return new Hits.Some(Quantities.law(text, Dimension.COUNT, folder));
    }

    private static Object amount(String text, Dimension dimension, Field field) throws BadValue {
        boolean endless = switch (dimension) {
            case DURATION -> text.equals("never");
            case RATE, BANDWIDTH -> text.equals("unlimited");
            default -> false;
        };
        if (endless) {
            return Double.POSITIVE_INFINITY;
        }
        refuseBare(text, dimension, field);
        double value = Quantities.amount(text, dimension);
        range(value, text, dimension, field);
        return value;
    }

    private static void range(double value, String text, Dimension dimension, Field field) throws BadValue {
        String written = "`" + field.key() + ": " + text + "`";
        if (value < 0) {
            throw new BadValue(Code.N126, written + ": it cannot be negative.");
        }
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            throw new BadValue(Code.N126, written + ": it must be finite.");
        }
        if (value == 0 && field.meta().positive()) {
            throw new BadValue(Code.N126, written + ": it must be greater than zero.");
        }
        if (dimension == Dimension.SHARE && value > 1) {
            throw new BadValue(Code.N126, written + ": a share is at most 100%.");
        }
    }

    private static void refuseBare(String text, Dimension dimension, Field field) throws BadValue {
        if (text.matches("-?[0-9.]+ ?m")) {
            String number = text.replaceAll(" ?m$", "");
            throw new BadValue(
                    Code.N104, "`" + text + "` is ambiguous. Write `" + number + "min` or `" + number + "month`.");
        }
        boolean bare = text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
        if (!bare || dimension == Dimension.NUMBER) {
            return;
        }
        if (dimension == Dimension.SHARE) {
            double number = Double.parseDouble(text);
            String percent = number <= 1
                    ? new java.math.BigDecimal(text)
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString()
                    : text;
            throw new BadValue(
                    Code.N106,
                    field.key() + " `" + text + "` is a bare number. Shares are percentages: `" + percent + "%`.");
        }
        String advice = dimension == Dimension.DURATION
                ? "Write `" + text + "s` or `" + text + "ms`."
                : "It takes " + dimension.example() + ".";
        throw new BadValue(Code.N103, "`" + field.key() + ": " + text + "` has no unit. " + advice);
    }

    private @Nullable Object law(String text, Dimension dimension, Field field) throws BadValue {
        if (text.equals("never") && dimension == Dimension.DURATION && field.optional()) {
            return null;
        }
        if (text.equals("unlimited") && dimension == Dimension.BANDWIDTH && field.optional()) {
            return null;
        }
        if (text.equals("never") || text.equals("unlimited")) {
            throw new BadValue(Code.N126, "`" + field.key() + ": " + text + "`: it must end some day.");
        }
        refuseBare(text, dimension, field);
        Distribution law = Quantities.law(text, dimension, folder);
        if (text.startsWith("-")) {
            throw new BadValue(Code.N126, "`" + field.key() + ": " + text + "`: it cannot be negative.");
        }
        return law;
    }

    private @Nullable Object life(String text, Field field) throws BadValue {
        refuseBare(text, Dimension.DURATION, field);
        if (text.matches("[0-9.]+ ?[a-z]+")) {
            Quantities.amount(text, Dimension.DURATION);
            throw new BadValue(
                    Code.N105,
                    "a fixed time to failure is rarely meant: `" + field.key() + ": " + text + "` fails every " + text
                            + " sharp. Write `exponential mean " + text + "`, or `fixed " + text
                            + "` if you do mean it.");
        }
        if (text.startsWith("catalogue:")) {
            return Quantities.life(text, folder);
        }
        return law(text, Dimension.DURATION, field);
    }

    private Object law(Node.Entries block, Field field, String path) {
        try {
            Dimension dimension = switch (field.meta().type()) {
                case SHARE_DIST -> Dimension.SHARE;
                case FACTOR_DIST -> Dimension.FACTOR;
                case BANDWIDTH_DIST -> Dimension.BANDWIDTH;
                case HITS -> Dimension.COUNT;
                default -> Dimension.DURATION;
            };
            Distribution law = Quantities.law(block, dimension, folder);
            return field.meta().type() == Type.HITS ? new Hits.Some(law) : law;
        } catch (BadValue e) {
            problems.add(e.code(), block.spot(), path, e.rule());
            return BAD;
        }
    }

    private Object placement(Node node, String path) {
        List<Placement> places = new ArrayList<>();
        boolean bad = false;
        if (node instanceof Node.Entries counts) {
            for (Map.Entry<String, Node.Entry> entry : counts.entries().entrySet()) {
                boolean known = isPlace(entry.getKey(), entry.getValue().key(), path);
                String text = entry.getValue().value() instanceof Node.Plain plain ? plain.text() : "?";
                if (!text.matches("[0-9]{1,7}")) {
                    problems.add(
                            Code.N127,
                            entry.getValue().value().spot(),
                            path,
                            "`" + entry.getKey() + ": " + text + "`: it takes a count such as `3`.");
                    bad = true;
                } else if (known) {
                    places.add(new Placement(entry.getKey(), Integer.valueOf(text)));
                }
                bad |= !known;
            }
            return bad ? BAD : places;
        }
        List<Node> items = node instanceof Node.Items list ? list.items() : List.of(node);
        for (Node item : items) {
            if (item instanceof Node.Plain plain && isPlace(plain.text(), plain.spot(), path)) {
                places.add(new Placement(plain.text(), null));
            } else {
                if (!(item instanceof Node.Plain)) {
                    problems.add(Code.N121, item.spot(), path, "`in` takes places, not " + item.what() + ".");
                }
                bad = true;
            }
        }
        return bad ? BAD : places;
    }

    private boolean isPlace(String name, Spot spot, String path) {
        if (names.place(name) != null) {
            return true;
        }
        BadValue unknown = unknown(name, PLACES, path);
        problems.add(unknown.code(), spot, path, unknown.rule());
        return false;
    }

    private Object condition(Node node, String path, Blocks blocks) {
        if (node instanceof Node.Plain plain) {
            try {
                return new Condition.Works(selector(plain.text(), ACTORS, path), null);
            } catch (BadValue e) {
                problems.add(e.code(), plain.spot(), path, e.rule());
                return BAD;
            }
        }
        if (node instanceof Node.Items list) {
            Object members = conditions(list, path, blocks);
            return members == BAD ? BAD : new Condition.All(conditionsOf(members), null);
        }
        if (!(node instanceof Node.Entries block)) {
            problems.add(Code.N121, node.spot(), path, "a condition is expected, not nothing.");
            return BAD;
        }
        return condition(block, path, blocks);
    }

    private Object condition(Node.Entries block, String path, Blocks blocks) {
        boolean bad = false;
        for (Map.Entry<String, Node.Entry> entry : block.entries().entrySet()) {
            String key = entry.getKey();
            if (!List.of("all", "any", "at-least", "of", "tolerates").contains(key)) {
                problems.add(
                        Code.N101,
                        entry.getValue().key(),
                        path,
                        "unknown key `" + key + "` in a condition. It has all, any, at-least with of, tolerates."
                                + DidYouMean.hint(key, List.of("all", "any", "at-least", "of", "tolerates")));
                bad = true;
            }
        }
        boolean counted = block.has("at-least") || block.has("of");
        int ways = (block.has("all") ? 1 : 0) + (block.has("any") ? 1 : 0) + (counted ? 1 : 0);
        if (ways != 1 || (counted && !(block.has("at-least") && block.has("of")))) {
            problems.add(
                    Code.N130,
                    block.spot(),
                    path,
                    "a condition has one of `all`, `any`, or `at-least` together with `of`; this one has "
                            + (ways == 0
                                    ? "none"
                                    : String.join(", ", block.entries().keySet())) + ".");
            return BAD;
        }
        Tolerance tolerates = null;
        Node tolerance = block.get("tolerates");
        if (tolerance != null) {
            Object value = blocks.tolerance(tolerance, path + ".tolerates");
            bad |= value == BAD;
            tolerates = value instanceof Tolerance t ? t : null;
        }
        String word = block.has("all") ? "all" : block.has("any") ? "any" : "of";
        Node of = block.get(word);
        Object members = of == null
                ? BAD
                : conditions(
                        of instanceof Node.Items list ? list : new Node.Items(List.of(of), of.spot()), path, blocks);
        int count = 0;
        if (counted) {
            Node least = block.get("at-least");
            String text = least instanceof Node.Plain plain ? plain.text() : "?";
            if (text.matches("[1-9][0-9]{0,6}")) {
                count = Integer.parseInt(text);
            } else {
                problems.add(
                        Code.N127,
                        least == null ? block.spot() : least.spot(),
                        path,
                        "`at-least: " + text + "`: it takes a count such as `2`.");
                bad = true;
            }
        }
        if (bad || members == BAD) {
            return BAD;
        }
        List<Condition> list = conditionsOf(members);
        return switch (word) {
            case "all" -> new Condition.All(list, tolerates);
            case "any" -> new Condition.Any(list, tolerates);
            default -> new Condition.AtLeast(count, list, tolerates);
        };
    }

    private Object conditions(Node.Items list, String path, Blocks blocks) {
        List<Condition> members = new ArrayList<>();
        boolean bad = false;
        for (Node item : list.items()) {
            if (condition(item, path, blocks) instanceof Condition member) {
                members.add(member);
            } else {
                bad = true;
            }
        }
        if (list.items().isEmpty()) {
            problems.add(Code.N121, list.spot(), path, "a condition over an empty list says nothing. Leave it out.");
            bad = true;
        }
        return bad ? BAD : members;
    }

    private static List<Condition> conditionsOf(Object members) {
        return ((List<?>) members).stream().map(Condition.class::cast).toList();
    }

    private Object order(Node node, String path) {
        if (node instanceof Node.Plain plain) {
            CrewOrder order = switch (plain.text()) {
                case "first-come" -> new CrewOrder.FirstCome();
                case "first-found" -> new CrewOrder.FirstFound();
                case "at-random" -> new CrewOrder.AtRandom();
                default -> null;
            };
            if (order != null) {
                return order;
            }
            List<String> words = List.of("first-come", "first-found", "at-random");
            problems.add(
                    Code.N122,
                    plain.spot(),
                    path,
                    "`order: " + plain.text() + "`: it is one of " + String.join(", ", words)
                            + ", or a list of components." + DidYouMean.hint(plain.text(), words));
            return BAD;
        }
        if (!(node instanceof Node.Items list)) {
            problems.add(Code.N121, node.spot(), path, "`order` takes " + Type.ORDER.says() + ".");
            return BAD;
        }
        List<String> components = new ArrayList<>();
        boolean bad = false;
        for (Node item : list.items()) {
            String text = item instanceof Node.Plain plain ? plain.text() : "?";
            if (names.isIn(text, ACTORS)) {
                components.add(text);
            } else {
                problems.add(
                        Code.N102,
                        item.spot(),
                        path,
                        unknown(text, ACTORS, path).rule());
                bad = true;
            }
        }
        return bad ? BAD : new CrewOrder.Urgency(components);
    }

    private Object sides(Node node, String path) {
        if (node instanceof Node.Entries block
                && block.has("from")
                && block.has("to")
                && block.entries().size() == 2) {
            return sides(block.get("from"), block.get("to"), true, path);
        }
        if (node instanceof Node.Items list && list.items().size() == 2) {
            return sides(list.items().get(0), list.items().get(1), false, path);
        }
        problems.add(
                Code.N121,
                node.spot(),
                path,
                "a partition names two sides, `[east, [west, mid]]`, or one way, `{ from: east, to: west }`.");
        return BAD;
    }

    private Object sides(@Nullable Node one, @Nullable Node other, boolean oneWay, String path) {
        List<Selector> left = side(one, path);
        List<Selector> right = side(other, path);
        return left.isEmpty() || right.isEmpty() ? BAD : new Sides(left, right, oneWay);
    }

    private List<Selector> side(@Nullable Node node, String path) {
        List<Selector> side = new ArrayList<>();
        boolean bad = node == null;
        for (Node item :
                node instanceof Node.Items list ? list.items() : node == null ? List.<Node>of() : List.of(node)) {
            String[] sections = {"places", "components", "groups"};
            String text = item instanceof Node.Plain plain ? plain.text() : "?";
            Selector selector = names.selector(text, sections);
            if (selector == null) {
                problems.add(
                        Code.N102,
                        item.spot(),
                        path,
                        unknown(text, sections, path).rule());
                bad = true;
            } else {
                side.add(selector);
            }
        }
        return bad ? List.of() : side;
    }

    private Object branches(Node node, String path) {
        Map<String, Double> branches = new LinkedHashMap<>();
        if (node instanceof Node.Plain plain) {
            branches.put(plain.text(), 1.0);
            return branches;
        }
        if (!(node instanceof Node.Entries block)) {
            problems.add(Code.N121, node.spot(), path, "`to` takes " + Type.BRANCHES.says() + ".");
            return BAD;
        }
        double sum = 0;
        for (Map.Entry<String, Node.Entry> entry : block.entries().entrySet()) {
            Node value = entry.getValue().value();
            try {
                String text = value instanceof Node.Plain plain ? plain.text() : "?";
                double share = Quantities.amount(text, Dimension.SHARE);
                branches.put(entry.getKey(), share);
                sum += share;
            } catch (BadValue e) {
                problems.add(e.code(), value.spot(), path, e.rule());
                return BAD;
            }
        }
        if (Math.abs(sum - 1) > 1e-9) {
            problems.add(
                    Code.N116,
                    block.spot(),
                    path,
                    "the chances of `to` add up to " + Percents.of(sum) + ". It must be 100%.");
            return BAD;
        }
        return branches;
    }
}
