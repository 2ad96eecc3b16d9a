package nines.distribution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * How a family of laws is written: its word, and the sets of parameters of which any one fixes a
 * law. Reader, writer, schema and property form all follow it.
 *
 * @param <T> the record of the family
 */
public final class Family<T extends Distribution> {

    /** What a parameter holds. */
    public enum Kind {
        /** A quantity of the kind that is random: a duration for a repair time. */
        VALUE,
        /** A rate; built from and read as its reciprocal, the mean interval in seconds. */
        RATE,
        /** A plain number. */
        NUMBER,
        /** A plain whole number from 1. */
        COUNT,
        /** {@code p90 20s}: a quantity that a share of all draws stays below. */
        PERCENTILE
    }

    /**
     * One parameter.
     *
     * @param key its name in the object form
     * @param word what stands before it in the text; empty when its position says it
     * @param kind what it holds
     */
    public record Parameter(String key, String word, Kind kind) {}

    /** Parameters that together fix a law. */
    public static final class Form<T extends Distribution> {
        private final List<Parameter> parameters;
        private final Function<double[], T> build;
        private final @Nullable Function<T, double[]> read;

        private Form(List<Parameter> parameters, Function<double[], T> build, @Nullable Function<T, double[]> read) {
            this.parameters = parameters;
            this.build = build;
            this.read = read;
        }

        public List<Parameter> parameters() {
            return parameters;
        }

        /**
         * The law of these values, in the order of the parameters; the share of a percentile comes
         * last. Impossible values are an {@link IllegalArgumentException} with the reason.
         */
        T build(double[] values) {
            return build.apply(values);
        }

        boolean hasPercentile() {
            return parameters.stream().anyMatch(p -> p.kind() == Kind.PERCENTILE);
        }

        /** As in "`shape` and `mean`". */
        String words() {
            List<String> words = parameters.stream()
                    .map(p -> p.word().isEmpty() ? p.key() : p.word())
                    .map(w -> "`" + w + "`")
                    .toList();
            return String.join(" and ", words);
        }
    }

    /** Letters that another form must save to be chosen in place of the record's own. */
    private static final int CLEARLY_SHORTER = 6;

    static final String PERCENTILE_KEY = "pNN";

    private final String word;
    private final List<Form<T>> forms = new ArrayList<>();
    private @Nullable Dimension only;
    private @Nullable Dimension except;

    private Family(String word) {
        this.word = word;
    }

    static <T extends Distribution> Family<T> of(String word) {
        return new Family<>(word);
    }

    static Parameter value(String word) {
        return new Parameter(word, word, Kind.VALUE);
    }

    static Parameter rate(String word) {
        return new Parameter(word, word, Kind.RATE);
    }

    static Parameter number(String word) {
        return new Parameter(word, word, Kind.NUMBER);
    }

    static Parameter percentile() {
        return new Parameter(PERCENTILE_KEY, PERCENTILE_KEY, Kind.PERCENTILE);
    }

    /** A parameter whose key does not stand in the text. */
    static Parameter at(String key, String word, Kind kind) {
        return new Parameter(key, word, kind);
    }

    /** Adds a form that the writer may choose; the first one must hold the record's own components. */
    Family<T> form(Function<double[], T> build, Function<T, double[]> read, Parameter... parameters) {
        forms.add(new Form<>(List.of(parameters), build, read));
        return this;
    }

    /** Adds a form that is only read. */
    Family<T> onlyRead(Function<double[], T> build, Parameter... parameters) {
        forms.add(new Form<>(List.of(parameters), build, null));
        return this;
    }

    /** Restricts the family to one kind of quantity. */
    Family<T> only(Dimension dimension) {
        only = dimension;
        return this;
    }

    /** Keeps the family from one kind of quantity. */
    Family<T> except(Dimension dimension) {
        except = dimension;
        return this;
    }

    /** The first word of the text, and the value of {@code distribution} in the object form. */
    public String word() {
        return word;
    }

    public List<Form<T>> forms() {
        return List.copyOf(forms);
    }

    boolean allows(Dimension dimension) {
        return (only == null || only == dimension) && except != dimension;
    }

    /** The record's own form, or one that is clearly shorter and reads back as an equal law. */
    String write(T law, Dimension dimension) {
        String best = "";
        for (Form<T> form : forms) {
            if (form.read == null) {
                continue;
            }
            double[] values = form.read.apply(law);
            String text = best.isEmpty() ? write(form, values, dimension) : attempt(form, values, law, dimension);
            if (best.isEmpty() || (!text.isEmpty() && text.length() + CLEARLY_SHORTER < best.length())) {
                best = text;
            }
        }
        return best;
    }

    /** The form with round values, when these give the same law; otherwise empty. */
    private String attempt(Form<T> form, double[] values, T law, Dimension dimension) {
        double[] round = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return "";
            }
            round[i] = new BigDecimal(values[i]).round(new MathContext(10)).doubleValue();
        }
        try {
            return form.build(round).equals(law) ? write(form, round, dimension) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private String write(Form<T> form, double[] values, Dimension dimension) {
        var text = new StringBuilder(word);
        for (int i = 0; i < form.parameters.size(); i++) {
            Parameter parameter = form.parameters.get(i);
            if (!parameter.word().isEmpty()) {
                text.append(' ').append(parameter.word());
            }
            text.append(' ').append(write(parameter.kind(), values[i], dimension));
        }
        return text.toString();
    }

    private static String write(Kind kind, double value, Dimension dimension) {
        return switch (kind) {
            case VALUE, PERCENTILE -> dimension.exact(value);
            case RATE -> Dimension.RATE.exact(1 / value);
            case NUMBER, COUNT -> Dimension.NUMBER.exact(value);
        };
    }
}
