package nines.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nines.distribution.Distribution;
import nines.model.Hits;
import nines.model.HowMany;
import nines.model.Silence;
import nines.model.Type;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** Reads flags, words, counts, quantities and laws, each by the rules of its key. */
final class Amounts {

    private final Folder folder;

    Amounts(Folder folder) {
        this.folder = folder;
    }

    static Object flag(String text, String key) throws BadValue {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new BadValue(Code.N115, "`" + key + ": " + text + "` is a text in YAML 1.2. Write `true` or `false`.");
    }

    static Object word(String text, Field field) throws BadValue {
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

    static Object count(String text, Field field) throws BadValue {
        if (text.equals("unlimited") && mayBeUnlimited(field)) {
            return Integer.MAX_VALUE;
        }
        return count(text, field, field.meta().least());
    }

    private static int count(String text, Field field, int least) throws BadValue {
        if (!text.matches("-?[0-9]+")) {
            String why =
                    text.matches("-?[0-9]*\\.[0-9]+") ? "a count is a whole number" : "it takes a count such as `3`";
            throw new BadValue(Code.N127, "`" + field.key() + ": " + text + "`: " + why + ".");
        }
        if (text.length() > 10 || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new BadValue(Code.N126, "`" + field.key() + ": " + text + "` is too large.");
        }
        int count = Integer.parseInt(text);
        if (count < least || text.startsWith("-")) {
            throw new BadValue(Code.N126, "`" + field.key() + ": " + text + "`: it must be at least " + least + ".");
        }
        return count;
    }

    private static boolean mayBeUnlimited(Field field) {
        return field.key().equals("capacity")
                || Arrays.stream(Silence.values())
                        .anyMatch(set -> field.silence(set).equals("unlimited"));
    }

    static Object howMany(String text, Field field) throws BadValue {
        if (text.equals("all")) {
            return new HowMany.All();
        }
        if (text.equals("majority")) {
            return new HowMany.Majority();
        }
        if (text.endsWith("%")) {
            return new HowMany.Part((double) amount(text, Dimension.SHARE, field));
        }
        return new HowMany.Exactly(count(text, field, Math.max(1, field.meta().least())));
    }

    Object hits(String text, Field field) throws BadValue {
        if (text.equals("all")) {
            return new Hits.All();
        }
        if (text.matches("[0-9.]+ ?%")) {
            return new Hits.Each((double) amount(text, Dimension.SHARE, field));
        }
        return new Hits.Some(Quantities.law(text, Dimension.COUNT, folder));
    }

    static Object amount(String text, Dimension dimension, Field field) throws BadValue {
        boolean endless = switch (dimension) {
            case DURATION -> text.equals("never");
            case RATE, BANDWIDTH -> text.equals("unlimited");
            default -> false;
        };
        return endless
                ? Double.POSITIVE_INFINITY
                : amount(text, dimension, field.key(), field.meta().positive());
    }

    /**
     * An amount that is not negative and ends.
     *
     * @param positive whether zero is refused
     */
    static double amount(String text, Dimension dimension, String key, boolean positive) throws BadValue {
        refuseBare(text, dimension, key);
        refuseSign(text, key);
        double value = Quantities.amount(text, dimension);
        range(value, text, dimension, key, positive);
        return value;
    }

    private static void range(double value, String text, Dimension dimension, String key, boolean positive)
            throws BadValue {
        String written = "`" + key + ": " + text + "`";
        if (value < 0) {
            throw new BadValue(Code.N126, written + ": it cannot be negative.");
        }
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            throw new BadValue(Code.N126, written + ": it must be finite.");
        }
        if (value == 0 && positive) {
            throw new BadValue(Code.N126, written + ": it must be greater than zero.");
        }
        if (dimension == Dimension.SHARE && value > 1) {
            throw new BadValue(Code.N126, written + ": a share is at most 100%.");
        }
    }

    private static void refuseSign(String text, String key) throws BadValue {
        if (text.matches("[-+] ?[0-9.].*")) {
            String plain = text.substring(1).strip();
            throw new BadValue(
                    Code.N126,
                    "`" + key + ": " + text + "`: it cannot be negative, and has no sign. Is `" + plain + "` meant?");
        }
    }

    private static void refuseBare(String text, Dimension dimension, String key) throws BadValue {
        if (text.matches("-?[0-9.]+ ?m")) {
            String number = text.replaceAll(" ?m$", "");
            throw new BadValue(
                    Code.N104, "`" + text + "` is ambiguous. Write `" + number + "min` or `" + number + "month`.");
        }
        boolean bare = text.matches("-?[0-9]+(\\.[0-9]+)?");
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
                    Code.N106, key + " `" + text + "` is a bare number. Shares are percentages: `" + percent + "%`.");
        }
        String advice = dimension == Dimension.DURATION
                ? "Write `" + text + "s` or `" + text + "ms`."
                : "It takes " + dimension.example() + ".";
        throw new BadValue(Code.N103, "`" + key + ": " + text + "` has no unit. " + advice);
    }

    @Nullable
    Object law(String text, Dimension dimension, Field field) throws BadValue {
        if (text.equals("never") && dimension == Dimension.DURATION && field.optional()) {
            return null;
        }
        if (text.equals("unlimited") && dimension == Dimension.BANDWIDTH && field.optional()) {
            return null;
        }
        if (text.equals("never") || text.equals("unlimited")) {
            throw new BadValue(Code.N126, "`" + field.key() + ": " + text + "`: it must end some day.");
        }
        refuseBare(text, dimension, field.key());
        refuseSign(text, field.key());
        if (text.matches("[0-9.]+ +[^ 0-9.]+")) {
            Quantities.amount(text, dimension);
        }
        return Quantities.law(text, dimension, folder);
    }

    @Nullable
    Object life(String text, Field field) throws BadValue {
        refuseBare(text, Dimension.DURATION, field.key());
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

    /** A law written as a block. */
    Object law(Node.Entries block, Field field) throws BadValue {
        Dimension dimension = switch (field.type()) {
            case SHARE_DIST -> Dimension.SHARE;
            case FACTOR_DIST -> Dimension.FACTOR;
            case BANDWIDTH_DIST -> Dimension.BANDWIDTH;
            case HITS -> Dimension.COUNT;
            default -> Dimension.DURATION;
        };
        Distribution law = Quantities.law(block, dimension, folder);
        return field.type() == Type.HITS ? new Hits.Some(law) : law;
    }
}
