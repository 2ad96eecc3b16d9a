package nines.distribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nines.quantity.Closest;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a law that is spelled out as an object. Its modifiers act in the order times, plus, between
 * or at-least or at-most, capped-at, once.
 */
final class LawObjectReader {
    private static final List<String> MODIFIERS =
            List.of("times", "plus", "between", "at-least", "at-most", "capped-at", "once", "once-per-batch");

    private final Map<String, ?> object;
    private final Dimension dimension;
    private final Surroundings surroundings;
    private final Set<String> used = new HashSet<>(MODIFIERS);

    LawObjectReader(Map<String, ?> object, Dimension dimension, Surroundings surroundings) {
        this.object = object;
        this.dimension = dimension;
        this.surroundings = surroundings;
        used.add("distribution");
    }

    Distribution read() {
        String word = text("distribution");
        if (word == null) {
            throw new TextProblem(
                    TextProblem.UNREADABLE,
                    "`distribution` is missing: the word of the family, such as `exponential`.",
                    0);
        }
        Distribution law = modified(primary(word));
        for (String key : object.keySet()) {
            if (!used.contains(key)) {
                throw unknownKey(word, key);
            }
        }
        return law;
    }

    private TextProblem unknownKey(String word, String key) {
        Set<String> known = new HashSet<>(used);
        Family<?> family = Families.find(word, dimension);
        if (family != null) {
            family.forms().forEach(form -> form.parameters().forEach(p -> known.add(p.key())));
        }
        return new TextProblem(
                TextProblem.UNREADABLE,
                "unknown key `" + key + "` in " + word + "." + Closest.advice(key, known),
                0,
                key);
    }

    private Distribution primary(String word) {
        return switch (word) {
            case "never" -> new Never();
            case "mixture" -> mixture();
            case "bathtub", "hazard", "piecewise-hazard" -> bathtub();
            case "phase-type" -> phaseType();
            case "empirical", "data" -> new Empirical(observations(word));
            case "replay", "trace-replay" -> new Replay(observations(word));
            case "deterministic" -> new Deterministic(quantity("value"));
            default -> other(word);
        };
    }

    private Distribution other(String word) {
        if (word.equals("lognormal") && object.containsKey("mu")) {
            return lognormalOfLogarithms();
        }
        if (word.startsWith("catalogue:")) {
            return at("distribution", () -> surroundings.catalogue(word.substring("catalogue:".length()), dimension));
        }
        Family<?> family = Families.find(word, dimension);
        if (family == null) {
            throw Families.unknownWord(word, dimension, 0).below("distribution");
        }
        return family(family);
    }

    private Distribution family(Family<?> family) {
        Set<String> keys = new HashSet<>();
        family.forms().forEach(form -> form.parameters().forEach(p -> keys.add(p.key())));
        Map<String, Families.Value> values = new LinkedHashMap<>();
        String percentile = "";
        for (String key : object.keySet()) {
            boolean isPercentile = key.matches("p\\d{1,2}(\\.\\d+)?") && keys.contains(Family.PERCENTILE_KEY);
            if (isPercentile || keys.contains(key)) {
                used.add(key);
                values.put(isPercentile ? Family.PERCENTILE_KEY : key, new Families.Value(required(key), 0, key));
                percentile = isPercentile ? key : percentile;
            }
        }
        for (String key : object.keySet()) {
            if (!used.contains(key)) {
                throw unknownKey(family.word(), key);
            }
        }
        return Families.build(family, values, percentile, dimension, family.word() + " " + shown(values), 0);
    }

    private static String shown(Map<String, Families.Value> values) {
        var text = new StringBuilder();
        values.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : " ").append(key).append(' ').append(value.text()));
        return text.toString();
    }

    private Distribution lognormalOfLogarithms() {
        used.addAll(List.of("mu", "sigma", "unit"));
        double unit = at("unit", () -> dimension.read("1" + required("unit")));
        double mu = at("mu", () -> {
            try {
                return Double.parseDouble(required("mu"));
            } catch (NumberFormatException e) {
                throw new TextProblem(TextProblem.UNREADABLE, "`" + required("mu") + "` is not a plain number.", 0);
            }
        });
        double sigma = at("sigma", () -> Dimension.NUMBER.read(required("sigma")));
        return possible(() -> new Lognormal(StrictMath.exp(mu) * unit, sigma));
    }

    private Distribution mixture() {
        used.add("of");
        List<Mixture.Branch> branches = new ArrayList<>();
        List<?> of = list("of");
        for (int i = 0; i < of.size(); i++) {
            String place = "of." + i;
            if (!(of.get(i) instanceof Map<?, ?> map)) {
                throw new TextProblem(
                        TextProblem.UNREADABLE, "a branch is an object with `share` and a law.", 0, place);
            }
            Map<String, Object> branch = new LinkedHashMap<>();
            map.forEach((key, value) -> branch.put(String.valueOf(key), value));
            Object share = branch.remove("share");
            branches.add(at(place, () -> new Mixture.Branch(share(share), branchLaw(branch))));
        }
        return possible(() -> new Mixture(branches));
    }

    private static double share(@Nullable Object share) {
        if (share == null) {
            throw new TextProblem(TextProblem.UNREADABLE, "`share` is missing in this branch.", 0);
        }
        try {
            return Dimension.SHARE.read(String.valueOf(share));
        } catch (TextProblem problem) {
            throw problem.below("share");
        }
    }

    /** A branch holds the keys of a law, or a text under {@code distribution}. */
    private Distribution branchLaw(Map<String, Object> branch) {
        if (branch.size() == 1
                && branch.get("distribution") instanceof String text
                && text.strip().contains(" ")) {
            return DistributionText.parse(text, dimension, surroundings);
        }
        return new LawObjectReader(branch, dimension, surroundings).read();
    }

    private Distribution bathtub() {
        used.add("pieces");
        List<Bathtub.Piece> pieces = new ArrayList<>();
        List<?> list = list("pieces");
        for (int i = 0; i < list.size(); i++) {
            String place = "pieces." + i;
            if (!(list.get(i) instanceof Map<?, ?> piece) || piece.get("rate") == null) {
                throw new TextProblem(
                        TextProblem.UNREADABLE, "a piece is an object with `rate` and `until`.", 0, place);
            }
            Object until = piece.get("until");
            double rate = at(place + ".rate", () -> Dimension.RATE.read(String.valueOf(piece.get("rate"))));
            double end = until == null
                    ? Double.POSITIVE_INFINITY
                    : at(place + ".until", () -> Dimension.DURATION.read(String.valueOf(until)));
            pieces.add(at(place, () -> possible(() -> new Bathtub.Piece(rate, end))));
        }
        return possible(() -> new Bathtub(pieces));
    }

    private Distribution phaseType() {
        used.addAll(List.of("start", "rates"));
        List<Double> start = new ArrayList<>();
        for (Object share : list("start")) {
            start.add(at("start", () -> Dimension.SHARE.read(String.valueOf(share))));
        }
        List<List<Double>> rows = new ArrayList<>();
        for (Object row : list("rates")) {
            if (!(row instanceof List<?> cells)) {
                throw new TextProblem(TextProblem.UNREADABLE, "`rates` is a list of rows.", 0, "rates");
            }
            List<Double> rates = new ArrayList<>();
            for (Object cell : cells) {
                rates.add(at("rates", () -> LawReader.signedRate(String.valueOf(cell), 0)));
            }
            rows.add(rates);
        }
        return possible(() -> new PhaseType(Phases.of(start, rows)));
    }

    private Observations observations(String word) {
        used.addAll(List.of("file", "column", "unit", "values", "weights"));
        if (object.containsKey("file")) {
            String column = text("column");
            return LawReader.fromFile(
                    required("file"), column == null ? "" : column, text("unit"), dimension, surroundings, 0);
        }
        if (!object.containsKey("values")) {
            throw new TextProblem(TextProblem.UNREADABLE, word + " needs `values` or `file`.", 0);
        }
        List<Double> values = new ArrayList<>();
        for (Object value : list("values")) {
            values.add(at("values", () -> dimension.read(String.valueOf(value))));
        }
        if (!object.containsKey("weights")) {
            return possible(() -> Observations.of(values));
        }
        List<Double> weights = new ArrayList<>();
        for (Object weight : list("weights")) {
            weights.add(at("weights", () -> weight(String.valueOf(weight))));
        }
        return possible(() -> Observations.of(values, weights));
    }

    private static double weight(String text) {
        return (text.endsWith("%") ? Dimension.SHARE : Dimension.NUMBER).read(text);
    }

    private Distribution modified(Distribution primary) {
        Distribution law = primary;
        if (object.containsKey("times")) {
            double factor = at("times", () -> factor(required("times")));
            law = with("times", law, of -> new Scaled(of, factor));
        }
        if (object.containsKey("plus")) {
            double plus = quantity("plus");
            law = with("plus", law, of -> new Shifted(of, plus));
        }
        if (object.containsKey("between")) {
            List<?> bounds = list("between");
            if (bounds.size() != 2) {
                throw new TextProblem(TextProblem.UNREADABLE, "`between` has two bounds.", 0, "between");
            }
            double from = at("between.0", () -> dimension.read(String.valueOf(bounds.get(0))));
            double to = at("between.1", () -> dimension.read(String.valueOf(bounds.get(1))));
            law = with("between", law, of -> new Truncated(of, from, to));
        }
        if (object.containsKey("at-least")) {
            double from = quantity("at-least");
            law = with("at-least", law, of -> new Truncated(of, from, Double.POSITIVE_INFINITY));
        }
        if (object.containsKey("at-most")) {
            double to = quantity("at-most");
            law = with("at-most", law, of -> new Truncated(of, 0, to));
        }
        if (object.containsKey("capped-at")) {
            double at = quantity("capped-at");
            law = with("capped-at", law, of -> new Capped(of, at));
        }
        law = flag("once") ? new Once(law, Once.Per.INSTANCE) : law;
        return flag("once-per-batch") ? new Once(law, Once.Per.COMPONENT) : law;
    }

    private static double factor(String text) {
        return (text.endsWith("x") ? Dimension.FACTOR : Dimension.NUMBER).read(text);
    }

    private Distribution with(String key, Distribution law, java.util.function.UnaryOperator<Distribution> modifier) {
        return at(key, () -> possible(() -> modifier.apply(law)));
    }

    private boolean flag(String key) {
        String value = text(key);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new TextProblem(TextProblem.UNREADABLE, "`" + key + "` is `true` or `false`.", 0, key);
        }
        return "true".equals(value);
    }

    private double quantity(String key) {
        used.add(key);
        return at(key, () -> dimension.read(required(key)));
    }

    /** The text of a key, a parameter being replaced by its value; null if the key is not there. */
    private @Nullable String text(String key) {
        Object value = object.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            throw new TextProblem(TextProblem.UNREADABLE, "`" + key + "` is a single value.", 0, key);
        }
        String text = String.valueOf(value).strip();
        return text.startsWith("$") ? at(key, () -> surroundings.parameter(text.substring(1))) : text;
    }

    private String required(String key) {
        String text = text(key);
        if (text == null) {
            throw new TextProblem(TextProblem.UNREADABLE, "`" + key + "` is missing.", 0);
        }
        return text;
    }

    private List<?> list(String key) {
        if (object.get(key) instanceof List<?> list) {
            return list;
        }
        throw new TextProblem(TextProblem.UNREADABLE, "`" + key + "` is a list.", 0, key);
    }

    private static <T> T at(String key, Supplier<T> action) {
        try {
            return action.get();
        } catch (TextProblem problem) {
            throw problem.below(key);
        }
    }

    private static <T> T possible(Supplier<T> action) {
        try {
            return action.get();
        } catch (TextProblem problem) {
            throw problem;
        } catch (IllegalArgumentException e) {
            throw new TextProblem(TextProblem.IMPOSSIBLE, e.getMessage() + ".", 0);
        }
    }
}
