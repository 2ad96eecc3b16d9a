package nines.catalogue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the file of the catalogue. What it does not understand is an error: nothing is skipped. */
final class CatalogueReader {
    private final Map<?, ?> root;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private CatalogueReader(Map<?, ?> root) {
        this.root = root;
    }

    static Catalogue read(InputStream stream) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), stream)) {
            parser.nextToken();
            return new CatalogueReader((Map<?, ?>) value(parser)).catalogue();
        }
    }

    /** The value at the parser's token, as maps, lists, texts, numbers and flags. */
    private static Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                return map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            }
            case VALUE_STRING -> {
                return parser.getString();
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return parser.getDoubleValue();
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return token == JsonToken.VALUE_TRUE;
            }
            default -> {
                return "";
            }
        }
    }

    private Catalogue catalogue() {
        map(root, "sources")
                .forEach((id, source) -> sources.put(
                        String.valueOf(id),
                        new Source(
                                String.valueOf(id),
                                text((Map<?, ?>) source, "title"),
                                (int) number((Map<?, ?>) source, "year"),
                                text((Map<?, ?>) source, "url"))));
        List<Entry> entries = new ArrayList<>();
        for (Object entry : list(root, "entries")) {
            entries.add(entry((Map<?, ?>) entry));
        }
        return new Catalogue(text(map(root, "meta"), "date"), entries);
    }

    private Entry entry(Map<?, ?> entry) {
        String id = text(entry, "id");
        try {
            List<Source> cited = new ArrayList<>();
            for (Object name : list(entry, "sources")) {
                Source source = sources.get(String.valueOf(name));
                if (source == null) {
                    throw new IllegalStateException("unknown source " + name);
                }
                cited.add(source);
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
