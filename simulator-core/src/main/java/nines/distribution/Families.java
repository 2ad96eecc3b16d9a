package nines.distribution;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nines.quantity.Closest;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;
import org.jspecify.annotations.Nullable;

/** The families found among the permitted records: each holds its own in a constant {@code FAMILY}. */
final class Families {
    private static final Map<Class<?>, Family<?>> KNOWN = new ConcurrentHashMap<>();

    private Families() {}

    /** All families, by word. */
    static List<Family<?>> all() {
        Map<String, Family<?>> families = new TreeMap<>();
        for (Class<?> record : Distribution.class.getPermittedSubclasses()) {
            Family<?> family = of(record);
            if (family != null) {
                families.put(family.word() + " " + record.getSimpleName(), family);
            }
        }
        return List.copyOf(families.values());
    }

    private static @Nullable Family<?> of(Class<?> record) {
        Family<?> known = KNOWN.get(record);
        if (known != null) {
            return known;
        }
        for (Field field : record.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Family.class) {
                try {
                    if (field.get(null) instanceof Family<?> family) {
                        KNOWN.put(record, family);
                        return family;
                    }
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(record + " hides its FAMILY", e);
                }
            }
        }
        return null;
    }

    /**
     * The family of this word for this kind of quantity; null if there is none. Records named like
     * the word are asked first, so that one law does not bring all families to life.
     */
    static @Nullable Family<?> find(String word, Dimension dimension) {
        for (Class<?> record : Distribution.class.getPermittedSubclasses()) {
            if (record.getSimpleName().equalsIgnoreCase(word.replace("-", ""))) {
                Family<?> family = of(record);
                if (family != null && family.word().equals(word) && family.allows(dimension)) {
                    return family;
                }
            }
        }
        for (Family<?> family : all()) {
            if (family.word().equals(word) && family.allows(dimension)) {
                return family;
            }
        }
        return null;
    }

    /** A value of a parameter with its place in the text, or its key in an object. */
    record Value(String text, int offset, String key) {
        Value(String text, int offset) {
            this(text, offset, "");
        }
    }

    /**
     * The law of a family with these values, by parameter key.
     *
     * @param percentile the word of the percentile, such as p90; empty if none is given
     * @param whole the text to show when the values are impossible together
     */
    static Distribution build(
            Family<?> family,
            Map<String, Value> values,
            String percentile,
            Dimension dimension,
            String whole,
            int offset) {
        for (Family.Form<?> form : family.forms()) {
            var keys = form.parameters().stream().map(Family.Parameter::key).toList();
            if (keys.size() == values.size() && values.keySet().containsAll(keys)) {
                return build(form, values, percentile, dimension, whole, offset);
            }
        }
        List<String> ways = family.forms().stream().map(Family.Form::words).toList();
        List<String> found = new ArrayList<>();
        for (String key : values.keySet()) {
            found.add("`" + (key.equals(Family.PERCENTILE_KEY) ? percentile : key) + "`");
        }
        throw new TextProblem(
                TextProblem.UNREADABLE,
                "`" + whole + "`: " + family.word() + " is fixed by " + String.join(", or by ", ways) + "; found "
                        + (found.isEmpty() ? "nothing" : String.join(" and ", found)) + ".",
                offset);
    }

    private static Distribution build(
            Family.Form<?> form,
            Map<String, Value> values,
            String percentile,
            Dimension dimension,
            String whole,
            int offset) {
        double[] numbers = new double[values.size() + (form.hasPercentile() ? 1 : 0)];
        for (int i = 0; i < form.parameters().size(); i++) {
            Family.Parameter parameter = form.parameters().get(i);
            Value value = values.get(parameter.key());
            if (value == null) {
                throw new IllegalStateException(parameter.key());
            }
            numbers[i] = number(parameter.kind(), value, dimension);
        }
        if (form.hasPercentile()) {
            numbers[numbers.length - 1] = Dimension.SHARE.read(percentile.substring(1) + "%");
            refuseSwapped(values, percentile, dimension, whole, offset);
        }
        try {
            return form.build(numbers);
        } catch (IllegalArgumentException e) {
            throw new TextProblem(TextProblem.IMPOSSIBLE, "`" + whole + "`: " + e.getMessage() + ".", offset);
        }
    }

    private static void refuseSwapped(
            Map<String, Value> values, String percentile, Dimension dimension, String whole, int offset) {
        Value median = values.get("median");
        Value other = values.get(Family.PERCENTILE_KEY);
        if (median == null || other == null) {
            return;
        }
        double share = Dimension.SHARE.read(percentile.substring(1) + "%");
        int order = Double.compare(dimension.read(other.text()), dimension.read(median.text()));
        if (share > 0.5 ? order <= 0 : share < 0.5 && order >= 0) {
            throw new TextProblem(
                    TextProblem.IMPOSSIBLE,
                    "`" + whole + "`: " + percentile + " (" + other.text() + ") lies "
                            + (order == 0 ? "at" : order < 0 ? "below" : "above") + " the median (" + median.text()
                            + "). Swapped?",
                    offset);
        }
    }

    private static double number(Family.Kind kind, Value value, Dimension dimension) {
        try {
            return switch (kind) {
                case VALUE, PERCENTILE ->
                    (dimension == Dimension.COUNT ? Dimension.NUMBER : dimension).read(value.text());
                case RATE -> {
                    if (dimension != Dimension.DURATION) {
                        throw new TextProblem(
                                TextProblem.OTHER_KIND,
                                "`rate` fixes a duration; here write `mean` and " + dimension.noun() + ".",
                                0);
                    }
                    yield Dimension.RATE.readReciprocal(value.text());
                }
                case NUMBER -> Dimension.NUMBER.read(value.text());
                case COUNT -> Dimension.COUNT.read(value.text());
            };
        } catch (TextProblem problem) {
            throw value.key().isEmpty() ? problem.behind(value.offset()) : problem.below(value.key());
        }
    }

    /** That a law begins with a word that none begins with. */
    static TextProblem unknownWord(String word, Dimension dimension, int offset) {
        return new TextProblem(
                TextProblem.UNREADABLE,
                "`" + word + "` is neither " + dimension.example() + " nor a distribution."
                        + Closest.advice(word, DistributionText.words(dimension)),
                offset);
    }
}
