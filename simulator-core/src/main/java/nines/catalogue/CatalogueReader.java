package nines.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nines.distribution.Bathtub;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.distribution.Lognormal;
import nines.distribution.Mixture;
import nines.distribution.PercentileExponential;
import nines.distribution.Triangular;
import nines.distribution.Uniform;
import nines.distribution.Weibull;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of the catalogue, each entry when it is asked for. What is not understood is an
 * error: nothing is skipped.
 */
final class CatalogueReader {
    private static final String ID = "\n   \"id\": \"";

    private final String text;
    /** Where each entry begins, by id. */
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private @Nullable String edition;

    CatalogueReader(String text) {
        this.text = text;
        int end = text.indexOf("\n \"incidents\"");
        for (int at = text.indexOf(ID); at >= 0 && at < end; at = text.indexOf(ID, at + 1)) {
            int start = at + ID.length();
            String id = text.substring(start, text.indexOf('"', start));
            if (places.put(id, text.lastIndexOf('{', at)) != null) {
                throw new IllegalStateException("two entries are called " + id);
            }
        }
    }

    /** All ids in the order of the file. */
    Set<String> ids() {
        return places.keySet();
    }

    /** The date of the file. */
    String edition() {
        String known = edition;
        if (known == null) {
            known = text(below("\n \"meta\": "), "date");
            edition = known;
        }
        return known;
    }

    /** The entry of this id; null if there is none. */
    @Nullable
    Entry read(String id) {
        Integer place = places.get(id);
        return place == null ? null : entry((Map<?, ?>) JsonText.valueAt(text, place));
    }

    private Source source(String id) {
        Map<?, ?> source = below("\n  \"" + id + "\": ");
        return new Source(id, text(source, "title"), (int) number(source, "year"), text(source, "url"));
    }

    private Map<?, ?> below(String key) {
        int at = text.indexOf(key);
        if (at < 0) {
            throw new IllegalStateException("nothing is called" + key);
        }
        return (Map<?, ?>) JsonText.valueAt(text, at + key.length());
    }

    private Entry entry(Map<?, ?> entry) {
        String id = text(entry, "id");
        try {
            List<Source> cited = new ArrayList<>();
            for (Object name : list(entry, "sources")) {
                cited.add(source(String.valueOf(name)));
            }
            return new Entry(
                    id,
                    text(entry, "category"),
                    text(entry, "name"),
                    content(map(entry, "distribution")),
                    cited,
                    Grade.valueOf(text(entry, "confidence")),
                    Check.valueOf(text(entry, "check").toUpperCase(Locale.ROOT)),
                    text(entry, "not_valid_for"),
                    text(entry, "note"));
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new IllegalStateException("catalogue entry " + id + ": " + e.getMessage(), e);
        }
    }

    private static Content content(Map<?, ?> written) {
        String family = text(written, "family");
        return switch (family) {
            case "bernoulli" -> new Content.Chance(number(written, "p"));
            case "parameter", "configuration", "empirical", "ramp" ->
                new Content.Settings(values(map(written, "values")), text(written, "unit"));
            case "categorical" -> new Content.Weights(weights(map(written, "weights")));
            case "table" -> table(written);
            case "matrix" -> matrix(written);
            case "mixture" -> mixture(written);
            case "weibull" ->
                written.containsKey("scale")
                        ? law(written)
                        : new Content.Partial(family, values(written), text(written, "note"));
            default -> law(written);
        };
    }

    private static Map<String, Object> values(Map<?, ?> written) {
        Map<String, Object> values = new LinkedHashMap<>();
        written.forEach((key, value) -> values.put(String.valueOf(key), value));
        return values;
    }

    private static Map<String, Double> weights(Map<?, ?> written) {
        Map<String, Double> weights = new LinkedHashMap<>();
        written.forEach((key, value) -> weights.put(String.valueOf(key), ((Number) value).doubleValue()));
        return weights;
    }

    private static Content table(Map<?, ?> written) {
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        map(written, "values")
                .forEach((key, value) -> rows.put(
                        String.valueOf(key), value instanceof List<?> cells ? List.copyOf(cells) : List.of(value)));
        return new Content.Table(rows, names(written, "columns"), text(written, "unit"));
    }

    private static Content matrix(Map<?, ?> written) {
        List<String> names = names(written, "names");
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        List<?> values = list(written, "values");
        for (int i = 0; i < names.size(); i++) {
            rows.put(names.get(i), List.copyOf((List<?>) values.get(i)));
        }
        return new Content.Table(rows, names, text(written, "unit"));
    }

    private static List<String> names(Map<?, ?> written, String key) {
        return written.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Content mixture(Map<?, ?> written) {
        List<Mixture.Branch> branches = new ArrayList<>();
        @Nullable Dimension dimension = null;
        for (Object part : list(written, "parts")) {
            List<?> pair = (List<?>) part;
            Map<?, ?> inner = (Map<?, ?>) pair.get(1);
            if (text(inner, "unit").equals("TTL")) {
                return new Content.Partial("mixture", values(written), "the TTL, which is the unit of a branch");
            }
            Content.Law law = law(inner);
            dimension = law.dimension();
            branches.add(new Mixture.Branch(((Number) pair.get(0)).doubleValue(), law.law()));
        }
        if (dimension == null) {
            throw new IllegalStateException("a mixture of nothing");
        }
        return new Content.Law(new Mixture(branches), dimension);
    }

    private static Content.Law law(Map<?, ?> written) {
        String unit = text(written, "unit");
        if (text(written, "family").equals("piecewise_hazard") && unit.equals("years, 1/y")) {
            return new Content.Law(bathtub(list(written, "values")), Dimension.DURATION);
        }
        Dimension dimension = switch (unit) {
            case "fraction" -> Dimension.SHARE;
            case "x capacity" -> Dimension.FACTOR;
            case "MB/s" -> Dimension.BANDWIDTH;
            default -> Dimension.DURATION;
        };
        return new Content.Law(law(written, dimension), dimension);
    }

    private static Distribution law(Map<?, ?> written, Dimension dimension) {
        return switch (text(written, "family")) {
            case "deterministic" -> new Deterministic(quantity(written, "value", dimension));
            case "exponential" -> new Exponential(quantity(written, "mean", dimension));
            case "weibull" -> new Weibull(number(written, "shape"), quantity(written, "scale", dimension));
            case "lognormal" -> new Lognormal(quantity(written, "median", dimension), number(written, "sigma"));
            case "uniform" -> new Uniform(quantity(written, "min", dimension), quantity(written, "max", dimension));
            case "triangular" ->
                new Triangular(
                        quantity(written, "min", dimension),
                        quantity(written, "mode", dimension),
                        quantity(written, "max", dimension));
            case "percentile_exponential" ->
                new PercentileExponential(quantity(written, "a", dimension), number(written, "b"));
            default -> throw new IllegalStateException("unknown family " + text(written, "family"));
        };
    }

    /** Years of the sources are read as years of the language, 365 d: the difference is 0.07 %. */
    private static Distribution bathtub(List<?> pieces) {
        List<Bathtub.Piece> read = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            List<?> piece = (List<?>) pieces.get(i);
            double rate = Dimension.RATE.read(Values.text(piece.get(2)) + "/y");
            // The last stretch lasts on: the sources say nothing about later ages.
            double until = i + 1 == pieces.size()
                    ? Double.POSITIVE_INFINITY
                    : Dimension.DURATION.read(Values.text(piece.get(1)) + "y");
            read.add(new Bathtub.Piece(rate, until));
        }
        return new Bathtub(read);
    }

    private static double quantity(Map<?, ?> written, String key, Dimension dimension) {
        Object value = written.get(key);
        if (!(value instanceof Number number)) {
            throw new IllegalStateException(key + " is missing");
        }
        String unit = text(written, "unit");
        return switch (dimension) {
            case SHARE -> number.doubleValue();
            case FACTOR -> number.doubleValue();
            default -> dimension.read(Values.text(number) + unit);
        };
    }

    private static Map<?, ?> map(Map<?, ?> from, String key) {
        return from.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Map<?, ?> from, String key) {
        return from.get(key) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> from, String key) {
        return from.get(key) instanceof String text ? text : "";
    }

    private static double number(Map<?, ?> from, String key) {
        if (from.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException(key + " is missing");
    }
}
