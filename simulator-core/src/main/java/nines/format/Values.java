package nines.format;

import java.util.LinkedHashMap;
import java.util.Map;
import nines.model.Type;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** Reads the value of one key: a quantity, a word, a name, a condition. */
final class Values {

    /** Stands for a value that could not be read; its problem has been told. */
    static final Object BAD = new Object();

    private final Names names;
    private final Folder folder;
    private final Problems problems;
    private final Amounts amounts;
    private final References references;
    private final ConditionReader conditions;

    Values(Names names, Folder folder, Problems problems, Unknowns unknowns) {
        this.names = names;
        this.folder = folder;
        this.problems = problems;
        this.amounts = new Amounts(folder);
        this.references = new References(names, problems, unknowns);
        this.conditions = new ConditionReader(references, problems, unknowns);
    }

    /** The same, telling others. */
    Values telling(Problems others, Unknowns unknown) {
        return new Values(names, folder, others, unknown);
    }

    /** Reads the tolerance of a condition, which is a block. */
    interface Tolerances {
        @Nullable
        Object tolerance(Node node, String path);
    }

    /** Whether this is the name of a parameter that does not exist, which has been told. */
    static boolean isToldParameter(Node.Plain plain) {
        return plain.parameter() != null && plain.parameter().equals(plain.text());
    }

    /** Whether a key is a name of the sections that its field refers to; if not, the problem is told. */
    boolean isKnown(String name, Spot spot, Field field, String path) {
        return references.isKnown(name, spot, field, path);
    }

    /** The value, or {@link #BAD}; null stands for absence. */
    @Nullable
    Object read(Node node, Field field, String path, Tolerances tolerances) {
        if (node instanceof Node.Plain plain && isToldParameter(plain)) {
            return BAD;
        }
        return switch (field.type()) {
            case PLACEMENT -> references.placement(node, path);
            case CONDITION -> conditions.condition(node, path, tolerances);
            case ORDER -> references.order(node, path);
            case SIDES -> references.sides(node, path);
            case BRANCHES -> branches(node, path);
            case VALUE -> Writing.of(node);
            default -> quantity(node, field, path);
        };
    }

    private @Nullable Object quantity(Node node, Field field, String path) {
        if (node instanceof Node.Entries block && takesLaw(field.type())) {
            try {
                return amounts.law(block, field);
            } catch (BadValue e) {
                problems.add(e, block.spot(), path);
                return BAD;
            }
        }
        if (!(node instanceof Node.Plain plain)) {
            problems.add(
                    Code.N121,
                    node.spot(),
                    path,
                    "`" + field.key() + "` takes " + field.type().says() + ", not " + node.what() + ".");
            return BAD;
        }
        try {
            return plain(plain, field, path);
        } catch (BadValue e) {
            if (plain.parameter() != null && e.code() != Code.N102 && !e.isTold()) {
                problems.add(
                        Code.N113,
                        plain.spot(),
                        path,
                        "`" + plain.parameter() + "` is `" + plain.text() + "`; `" + field.key() + "` needs "
                                + field.type().says() + ".");
            } else {
                problems.add(e, inside(plain, e.offset()), path);
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
        return switch (field.type()) {
            case FLAG -> Amounts.flag(text, field.key());
            case WORD -> Amounts.word(text, field);
            case NAME, NAMES -> references.name(plain, field, path);
            case SELECTORS -> references.selector(text, field.meta().refers(), path);
            case COUNT -> Amounts.count(text, field);
            case HOW_MANY -> Amounts.howMany(text, field);
            case HITS -> amounts.hits(text, field);
            case SHARE -> Amounts.amount(text, Dimension.SHARE, field);
            case FACTOR -> Amounts.amount(text, Dimension.FACTOR, field);
            case RATE -> Amounts.amount(text, Dimension.RATE, field);
            case DURATION -> Amounts.amount(text, Dimension.DURATION, field);
            case BYTES -> Amounts.amount(text, Dimension.BYTES, field);
            case BANDWIDTH -> Amounts.amount(text, Dimension.BANDWIDTH, field);
            case PER_BYTE -> Amounts.amount(text, Dimension.PER_BYTE, field);
            case MONEY -> Quantities.money(text);
            case TIME -> amounts.law(text, Dimension.DURATION, field);
            case LIFE -> amounts.life(text, field);
            case SHARE_DIST -> amounts.law(text, Dimension.SHARE, field);
            case FACTOR_DIST -> amounts.law(text, Dimension.FACTOR, field);
            case BANDWIDTH_DIST -> amounts.law(text, Dimension.BANDWIDTH, field);
            default -> text;
        };
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
        boolean bad = !block.unsure().isEmpty();
        for (Map.Entry<String, Node.Entry> entry : block.entries().entrySet()) {
            Node value = entry.getValue().value();
            try {
                String text = value instanceof Node.Plain plain ? plain.text() : "?";
                double share = Amounts.amount(text, Dimension.SHARE, entry.getKey(), false);
                branches.put(entry.getKey(), share);
                sum += share;
            } catch (BadValue e) {
                boolean told = value instanceof Node.Plain plain && isToldParameter(plain);
                if (!told) {
                    problems.add(e, value.spot(), path);
                }
                branches.put(entry.getKey(), 0.0);
                bad = true;
            }
        }
        if (!bad && Math.abs(sum - 1) > 1e-9) {
            problems.add(
                    Code.N116,
                    block.spot(),
                    path,
                    "the chances of `to` add up to " + Percents.of(sum) + ". It must be 100%.");
        }
        return branches;
    }
}
