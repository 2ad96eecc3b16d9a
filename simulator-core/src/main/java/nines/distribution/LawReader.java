package nines.distribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nines.quantity.Closest;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one law, from left to right.
 *
 * <pre>
 * law      = SHARE single { or SHARE single } | single
 * single   = primary { modifier }
 * primary  = ( law ) | word { parameter } | quantity | never | catalogue:ID
 * modifier = plus Q | times N | between Q and Q | at-least Q | at-most Q | capped-at Q | once | once-per-batch
 * </pre>
 */
final class LawReader {
    private static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 30;
    private static final Pattern TOKEN = Pattern.compile("[()]|[^\\s()]+");
    private static final Pattern PERCENTILE = Pattern.compile("p\\d{1,2}(\\.\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)");
    private static final List<String> MODIFIERS =
            List.of("plus", "times", "between", "at-least", "at-most", "capped-at", "once", "once-per-batch");

    /** A word or a value, with its place in the text. */
    private record Token(String text, int offset) {
        int end() {
            return offset + text.length();
        }
    }

    private final String text;
    private final Dimension dimension;
    private final Surroundings surroundings;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    LawReader(String text, Dimension dimension, Surroundings surroundings) {
        this.text = text;
        this.dimension = dimension;
        this.surroundings = surroundings;
    }

    Distribution read() {
        if (text.isBlank()) {
            throw problem("nothing is written here; " + dimension.example() + " or a distribution is needed.", 0);
        }
        if (text.length() > LONGEST) {
            throw problem("more than " + LONGEST + " characters. Put the values in a file: `data times.csv`.", 0);
        }
        split();
        Distribution law = law();
        if (next < tokens.size()) {
            Token token = tokens.get(next);
            throw problem(
                    "`" + token.text
                            + "` does not belong here. A law is followed by plus, times, between … and …, at-least,"
                            + " at-most, capped-at, once or once-per-batch; its branches are joined by `or`."
                            + Closest.advice(token.text, MODIFIERS),
                    token.offset);
        }
        return law;
    }

    /** Splits at white space and brackets; joins a number with the unit behind it, as in {@code 2 h}. */
    private void split() {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            Token token = new Token(matcher.group(), matcher.start());
            int last = tokens.size() - 1;
            if (last >= 0 && NUMBER.matcher(tokens.get(last).text).matches() && isUnit(token.text)) {
                Token number = tokens.get(last);
                tokens.set(last, new Token(text.substring(number.offset, token.end()), number.offset));
            } else {
                tokens.add(token);
            }
        }
    }

    private static boolean isUnit(String word) {
        if (word.equals("%") || word.startsWith("/")) {
            return true;
        }
        for (Dimension dimension : Dimension.values()) {
            if (dimension.hasUnit(word)) {
                return true;
            }
        }
        return false;
    }

    private Distribution law() {
        if (depth++ > DEEPEST) {
            throw problem("more than " + DEEPEST + " levels of brackets.", here());
        }
        Distribution law = startsBranch() ? mixture() : single();
        depth--;
        return law;
    }

    /** A share with a law behind it; a share alone is a quantity. */
    private boolean startsBranch() {
        if (next + 1 >= tokens.size() || !peek().matches("-?[\\d.]+\\s*(%|ppm)")) {
            return false;
        }
        String follows = tokens.get(next + 1).text;
        return !follows.equals("or") && !follows.equals(")") && !MODIFIERS.contains(follows);
    }

    private Distribution mixture() {
        int start = here();
        List<Mixture.Branch> branches = new ArrayList<>();
        do {
            Token share = take("a share such as `70%`");
            double value = read(Dimension.SHARE, share);
            if (value > 1) {
                throw new TextProblem(TextProblem.OUT_OF_RANGE, "`" + share.text + "` is more than all.", share.offset);
            }
            branches.add(new Mixture.Branch(value, single()));
        } while (accept("or"));
        try {
            return new Mixture(branches);
        } catch (IllegalArgumentException e) {
            throw new TextProblem(TextProblem.IMPOSSIBLE, "`" + span(start) + "`: " + e.getMessage() + ".", start);
        }
    }

    private Distribution single() {
        int start = here();
        Distribution law = primary();
        while (next < tokens.size() && MODIFIERS.contains(peek())) {
            Token modifier = take("a modifier");
            try {
                law = modified(law, modifier);
            } catch (TextProblem problem) {
                throw problem;
            } catch (IllegalArgumentException e) {
                throw new TextProblem(
                        TextProblem.IMPOSSIBLE, "`" + span(start) + "`: " + e.getMessage() + ".", modifier.offset);
            }
        }
        return law;
    }

    private Distribution modified(Distribution law, Token modifier) {
        return switch (modifier.text) {
            case "plus" -> new Shifted(law, quantity());
            case "times" -> new Scaled(law, factor());
            case "between" -> {
                double from = quantity();
                expect("and");
                yield new Truncated(law, from, quantity());
            }
            case "at-least" -> new Truncated(law, quantity(), Double.POSITIVE_INFINITY);
            case "at-most" -> new Truncated(law, 0, quantity());
            case "capped-at" -> new Capped(law, quantity());
            case "once" -> new Once(law, Once.Per.INSTANCE);
            default -> new Once(law, Once.Per.COMPONENT);
        };
    }

    private double quantity() {
        Token token = take(dimension.example());
        return read(dimension, token);
    }

    private double factor() {
        Token token = take("a factor such as `2`");
        return read(token.text.endsWith("x") ? Dimension.FACTOR : Dimension.NUMBER, token);
    }

    private Distribution primary() {
        int start = here();
        Token token = take(dimension.example() + " or a distribution");
        if (token.text.equals("(")) {
            Distribution law = law();
            expect(")");
            return law;
        }
        if (token.text.startsWith("catalogue:")) {
            try {
                return surroundings.catalogue(token.text.substring("catalogue:".length()), dimension);
            } catch (TextProblem problem) {
                throw problem.behind(token.offset);
            }
        }
        if (isValue(token.text)) {
            return new Deterministic(read(dimension, token));
        }
        switch (token.text) {
            case "never" -> {
                if (dimension == Dimension.DURATION) {
                    return new Never();
                }
            }
            case "hazard" -> {
                return hazard();
            }
            case "phase-type" -> {
                return phaseType(start);
            }
            case "empirical", "data" -> {
                return new Empirical(observations(start));
            }
            case "replay" -> {
                return new Replay(observations(start));
            }
            default -> {
                // A family, below.
            }
        }
        Family<?> family = Families.find(token.text, dimension);
        if (family == null) {
            throw Families.unknownWord(token.text, dimension, token.offset);
        }
        return family(family, start);
    }

    private static boolean isValue(String token) {
        char first = token.charAt(0);
        return Character.isDigit(first) || first == '-' || first == '.' || first == '$';
    }

    private Distribution family(Family<?> family, int start) {
        var positional = family.forms().get(0).parameters().stream()
                .filter(p -> p.word().isEmpty())
                .toList();
        Map<String, Families.Value> values = new LinkedHashMap<>();
        String percentile = "";
        int places = 0;
        while (next < tokens.size() && !endsParameters(peek())) {
            Token token = take("a parameter");
            String key;
            if (isValue(token.text)) {
                if (places >= positional.size()) {
                    throw unexpectedValue(family, token, start);
                }
                key = positional.get(places++).key();
                put(values, key, value(token), token);
                continue;
            }
            key = token.text;
            if (PERCENTILE.matcher(token.text).matches()) {
                percentile = token.text;
                key = Family.PERCENTILE_KEY;
            }
            requireWord(family, token, key);
            put(values, key, value(take("a value of `" + token.text + "`")), token);
        }
        return Families.build(family, values, percentile, dimension, span(start), start);
    }

    private static void put(Map<String, Families.Value> values, String key, Families.Value value, Token token) {
        if (values.put(key, value) != null) {
            throw new TextProblem(TextProblem.UNREADABLE, "`" + token.text + "` stands twice.", token.offset);
        }
    }

    private TextProblem unexpectedValue(Family<?> family, Token token, int start) {
        String word = family.forms().get(0).parameters().get(0).word();
        return problem(
                "`" + text.substring(start, token.end()) + "`: what is " + token.text + "? Write `" + family.word()
                        + " "
                        + (word.isEmpty() ? "" : word + " ") + token.text + "` or so; " + family.word()
                        + " is fixed by "
                        + String.join(
                                ", or by ",
                                family.forms().stream().map(Family.Form::words).toList()) + ".",
                token.offset);
    }

    private void requireWord(Family<?> family, Token token, String key) {
        List<String> words = family.forms().stream()
                .flatMap(form -> form.parameters().stream())
                .map(Family.Parameter::word)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (!words.contains(key)) {
            throw problem(
                    "unknown word `" + token.text + "` in " + family.word() + "; its words are "
                            + String.join(", ", words).replace(Family.PERCENTILE_KEY, "p90 (any percentile)") + "."
                            + Closest.advice(token.text, words),
                    token.offset);
        }
    }

    private static boolean endsParameters(String token) {
        return token.equals("or") || token.equals(")") || token.equals("then") || MODIFIERS.contains(token);
    }

    private Distribution hazard() {
        if (dimension != Dimension.DURATION) {
            throw problem("`hazard` is a law of durations; here " + dimension.example() + " is needed.", here());
        }
        int start = here();
        List<Bathtub.Piece> pieces = new ArrayList<>();
        boolean open = false;
        do {
            double rate = read(Dimension.RATE, take("a rate such as `0.02/y`"));
            boolean ends = accept("until");
            pieces.add(new Bathtub.Piece(rate, ends ? quantity() : Double.POSITIVE_INFINITY));
            open = !ends;
        } while (accept("then"));
        if (!open) {
            throw problem(
                    "`hazard " + span(start)
                            + "` says nothing about what follows. Add `then` and a rate without `until`.",
                    start);
        }
        try {
            return new Bathtub(pieces);
        } catch (IllegalArgumentException e) {
            throw new TextProblem(
                    TextProblem.IMPOSSIBLE, "`hazard " + span(start) + "`: " + e.getMessage() + ".", start);
        }
    }

    private Distribution phaseType(int start) {
        expect("start");
        List<Double> shares = new ArrayList<>();
        while (next < tokens.size() && isValue(peek())) {
            shares.add(read(Dimension.SHARE, take("a share")));
        }
        expect("rates");
        List<List<Double>> rows = new ArrayList<>();
        do {
            List<Double> row = new ArrayList<>();
            while (next < tokens.size() && isValue(peek())) {
                row.add(signedRate(take("a rate")));
            }
            rows.add(row);
        } while (accept("then"));
        try {
            return new PhaseType(Phases.of(shares, rows));
        } catch (IllegalArgumentException e) {
            throw new TextProblem(TextProblem.IMPOSSIBLE, "`" + span(start) + "`: " + e.getMessage() + ".", start);
        }
    }

    private double signedRate(Token token) {
        Families.Value value = value(token);
        return signedRate(value.text(), value.offset());
    }

    /** A rate that may have a minus. */
    static double signedRate(String text, int offset) {
        boolean minus = text.startsWith("-");
        try {
            double rate = Dimension.RATE.read(minus ? text.substring(1) : text);
            return minus ? 0 - rate : rate;
        } catch (TextProblem problem) {
            throw problem.behind(offset);
        }
    }

    /** Values written out, or the name of a file. */
    private Observations observations(int start) {
        if (next >= tokens.size()) {
            throw problem(
                    "`" + span(start) + "` needs values such as `3s 5s 8s`, or a file such as `times.csv`.", start);
        }
        if (!isValue(peek())) {
            return fromFile();
        }
        List<Double> values = new ArrayList<>();
        while (next < tokens.size() && isValue(peek())) {
            values.add(quantity());
        }
        try {
            if (!accept("weights")) {
                return Observations.of(values);
            }
            List<Double> weights = new ArrayList<>();
            while (next < tokens.size() && isValue(peek())) {
                weights.add(read(Dimension.NUMBER, take("a weight")));
            }
            return Observations.of(values, weights);
        } catch (TextProblem problem) {
            throw problem;
        } catch (IllegalArgumentException e) {
            throw new TextProblem(TextProblem.IMPOSSIBLE, "`" + span(start) + "`: " + e.getMessage() + ".", start);
        }
    }

    private Observations fromFile() {
        Token file = take("a file");
        String column = "";
        @Nullable String unit = null;
        boolean more = true;
        while (more) {
            more = false;
            if (accept("column")) {
                column = take("the heading of a column").text;
                more = true;
            }
            if (accept("unit")) {
                unit = take("a unit").text;
                more = true;
            }
        }
        return fromFile(file.text, column, unit, dimension, surroundings, file.offset);
    }

    static Observations fromFile(
            String file,
            String column,
            @Nullable String unit,
            Dimension dimension,
            Surroundings surroundings,
            int offset) {
        try {
            List<Double> values = new ArrayList<>();
            for (String cell : surroundings.cells(file, column)) {
                values.add(dimension.read(unit == null ? cell : cell.strip() + unit));
            }
            return Observations.of(values);
        } catch (TextProblem problem) {
            throw new TextProblem(problem.code(), "in `" + file + "`: " + problem.message(), offset);
        } catch (IllegalArgumentException e) {
            throw new TextProblem(TextProblem.IMPOSSIBLE, "`" + file + "`: " + e.getMessage() + ".", offset);
        }
    }

    private double read(Dimension kind, Token token) {
        Families.Value value = value(token);
        try {
            return kind.read(value.text());
        } catch (TextProblem problem) {
            throw problem.behind(value.offset());
        }
    }

    /** The token, or the parameter that it names. */
    private Families.Value value(Token token) {
        if (!token.text.startsWith("$")) {
            return new Families.Value(token.text, token.offset);
        }
        try {
            return new Families.Value(surroundings.parameter(token.text.substring(1)), token.offset);
        } catch (TextProblem problem) {
            throw problem.behind(token.offset);
        }
    }

    private String peek() {
        return tokens.get(next).text;
    }

    private int here() {
        return next < tokens.size() ? tokens.get(next).offset : text.length();
    }

    private boolean accept(String word) {
        boolean there = next < tokens.size() && peek().equals(word);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String word) {
        if (!accept(word)) {
            String found = next < tokens.size() ? "`" + peek() + "`" : "the end";
            throw problem("`" + word + "` is needed here; found " + found + ".", here());
        }
    }

    private Token take(String what) {
        if (next >= tokens.size()) {
            throw problem("`" + text.strip() + "` ends where " + what + " is needed.", text.length());
        }
        return tokens.get(next++);
    }

    /** The text from a place to the last token that was read. */
    private String span(int start) {
        int end = next == 0 ? text.length() : tokens.get(next - 1).end();
        return text.substring(start, Math.max(start, end));
    }

    private static TextProblem problem(String message, int offset) {
        return new TextProblem(TextProblem.UNREADABLE, message, offset);
    }
}
