package nines.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one quantity: number and unit, for durations several of them. */
final class QuantityReader {

    /** A value as a fraction, so that it is rounded once. */
    record Fraction(BigDecimal above, BigDecimal below) {
        double doubleValue() {
            return above.divide(below, MathContext.DECIMAL128).doubleValue();
        }

        double reciprocal() {
            return below.divide(above, MathContext.DECIMAL128).doubleValue();
        }

        boolean isZero() {
            return above.signum() == 0;
        }
    }

    private static final int LONGEST = 60;
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)");
    private static final Pattern PIECE =
            Pattern.compile("(-?(?:\\d+(?:\\.\\d+)?|\\.\\d+))\\s*([^\\d\\s.+-][^\\d\\s.]*)?");
    private static final Pattern PER_QUANTITY =
            Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*/\\s*(\\d+(?:\\.\\d+)?)\\s*(\\S+)");
    private static final Pattern EXPONENT = Pattern.compile("(-?\\d+(?:\\.\\d+)?[eE][+-]?\\d{1,3})(\\D.*)?");

    /** Spellings that people try, and what the language writes. */
    private static final Map<String, String> OTHER_SPELLINGS = Map.ofEntries(
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("mins", "min"),
            Map.entry("minute", "min"),
            Map.entry("minutes", "min"),
            Map.entry("hr", "h"),
            Map.entry("hrs", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("day", "d"),
            Map.entry("days", "d"),
            Map.entry("week", "w"),
            Map.entry("weeks", "w"),
            Map.entry("mon", "month"),
            Map.entry("mo", "month"),
            Map.entry("months", "month"),
            Map.entry("yr", "y"),
            Map.entry("yrs", "y"),
            Map.entry("year", "y"),
            Map.entry("years", "y"),
            Map.entry("msec", "ms"),
            Map.entry("millis", "ms"),
            Map.entry("µs", "us"),
            Map.entry("μs", "us"),
            Map.entry("usec", "us"),
            Map.entry("percent", "%"),
            Map.entry("pct", "%"),
            Map.entry("times", "x"),
            Map.entry("KB", "kB"),
            Map.entry("kb", "kB"),
            Map.entry("mb", "MB"),
            Map.entry("gb", "GB"),
            Map.entry("tb", "TB"),
            Map.entry("Gbps", "Gbit/s"),
            Map.entry("Mbps", "Mbit/s"),
            Map.entry("kbps", "kbit/s"),
            Map.entry("rps", "/s"),
            Map.entry("qps", "/s"),
            Map.entry("req/s", "/s"));

    private final Dimension dimension;
    private final String text;
    private final int indent;

    QuantityReader(Dimension dimension, String text) {
        this.dimension = dimension;
        this.text = text.strip();
        indent = text.length() - text.stripLeading().length();
    }

    Fraction value() {
        if (text.isEmpty()) {
            throw problem(TextProblem.UNREADABLE, "nothing is written here; " + dimension.example() + " is needed.", 0);
        }
        if (text.length() > LONGEST) {
            String start = text.substring(0, LONGEST - 3) + "...";
            throw problem(TextProblem.UNREADABLE, "`" + start + "` is not " + dimension.example() + ".", 0);
        }
        refuseOtherNotations();
        Fraction value = isWhole() ? plainNumber() : isInverse() ? perQuantity() : pieces();
        if (value.above.signum() < 0) {
            throw problem(TextProblem.OUT_OF_RANGE, "`" + text + "` must not be negative.", 0);
        }
        if (Double.isInfinite(value.doubleValue())) {
            throw problem(TextProblem.OUT_OF_RANGE, "`" + text + "` is too large.", 0);
        }
        return value;
    }

    private boolean isWhole() {
        return dimension == Dimension.NUMBER || dimension == Dimension.COUNT;
    }

    private boolean isInverse() {
        return (dimension == Dimension.RATE || dimension == Dimension.PER_BYTE)
                && PER_QUANTITY.matcher(text).matches();
    }

    private void refuseOtherNotations() {
        Matcher exponent = EXPONENT.matcher(text);
        if (exponent.matches()) {
            String plain = new BigDecimal(exponent.group(1)).toPlainString();
            String unit = exponent.group(2) == null ? "" : exponent.group(2);
            String advice = plain.length() + unit.length() > 30 ? "" : " Write `" + plain + unit + "`.";
            throw problem(TextProblem.UNREADABLE, "`" + text + "`: numbers have no exponent." + advice, 0);
        }
        if (text.matches("-?\\d[\\d,_']*[,_']\\d.*")) {
            String plain = text.replaceAll("[,_']", "");
            throw problem(
                    TextProblem.UNREADABLE,
                    "`" + text + "`: numbers have a decimal point and no separators. Write `" + plain + "`"
                            + (text.indexOf(',') >= 0 ? " or `" + text.replace(',', '.') + "`." : "."),
                    0);
        }
    }

    private Fraction plainNumber() {
        if (!NUMBER.matcher(text).matches()) {
            Dimension other = otherKind();
            if (other != null) {
                throw wrongKind(other);
            }
            throw problem(TextProblem.UNREADABLE, "`" + text + "` is not " + dimension.example() + ".", 0);
        }
        BigDecimal number = new BigDecimal(text);
        if (dimension == Dimension.COUNT && number.stripTrailingZeros().scale() > 0) {
            throw problem(TextProblem.UNREADABLE, "`" + text + "` is not a whole number.", 0);
        }
        return new Fraction(number, BigDecimal.ONE);
    }

    private Fraction perQuantity() {
        Matcher matcher = PER_QUANTITY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(text);
        }
        Unit unit = unit("/" + matcher.group(3), matcher.start(3));
        BigDecimal span = new BigDecimal(matcher.group(2));
        if (span.signum() == 0) {
            throw problem(TextProblem.OUT_OF_RANGE, "`" + text + "` divides by zero.", matcher.start(2));
        }
        return new Fraction(
                new BigDecimal(matcher.group(1)).multiply(unit.times()),
                unit.over().multiply(span));
    }

    private Fraction pieces() {
        Matcher matcher = PIECE.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ONE;
        @Nullable Unit last = null;
        int position = 0;
        while (position < text.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw problem(TextProblem.UNREADABLE, "`" + text + "` is not " + dimension.example() + ".", position);
            }
            String symbol = matcher.group(2) == null ? "" : matcher.group(2);
            if (symbol.isEmpty()) {
                throw bareNumber(matcher.group(1), position);
            }
            Unit unit = unit(symbol, matcher.start(2));
            if (last != null && (dimension != Dimension.DURATION || unit.times().compareTo(last.times()) >= 0)) {
                throw problem(
                        TextProblem.UNREADABLE,
                        "`" + text + "`: only durations have several parts, the larger first, as in `1h30min`.",
                        position);
            }
            sum = sum.add(new BigDecimal(matcher.group(1)).multiply(unit.times()));
            below = unit.over();
            last = unit;
            position = matcher.end();
            while (position < text.length() && text.charAt(position) == ' ') {
                position++;
            }
        }
        return new Fraction(sum, below);
    }

    private Unit unit(String symbol, int position) {
        for (Unit unit : dimension.units()) {
            if (unit.symbol().equals(symbol)) {
                return unit;
            }
        }
        String bare = symbol.startsWith("/") ? symbol.substring(1) : symbol;
        if (bare.equals("m") && dimension != Dimension.SHARE) {
            String stem = text.substring(0, text.length() - 1);
            if (text.endsWith("m")) {
                throw problem(
                        TextProblem.AMBIGUOUS,
                        "`" + text + "` is ambiguous. Write `" + stem + "min` or `" + stem + "month`.",
                        0);
            }
            throw problem(TextProblem.AMBIGUOUS, "`m` is ambiguous. Write `min` or `month`.", position);
        }
        String meant = OTHER_SPELLINGS.get(symbol);
        if (meant == null && OTHER_SPELLINGS.containsKey(bare)) {
            meant = "/" + OTHER_SPELLINGS.get(bare);
        }
        if (meant == null) {
            meant = inOtherCase(symbol);
        }
        if (meant != null && isUnit(dimension, meant)) {
            throw problem(
                    TextProblem.UNREADABLE, "unknown unit `" + symbol + "`. Did you mean `" + meant + "`?", position);
        }
        Dimension other = otherKind();
        if (other != null) {
            throw wrongKind(other);
        }
        var symbols = dimension.units().stream().map(Unit::symbol).toList();
        throw problem(
                TextProblem.UNREADABLE,
                "unknown unit `" + symbol + "`. The units of " + dimension.noun() + " are " + String.join(", ", symbols)
                        + ".",
                position);
    }

    /** The unit that this is but for capital and small letters; null if none, or several. */
    private @Nullable String inOtherCase(String symbol) {
        List<String> found = dimension.units().stream()
                .map(Unit::symbol)
                .filter(unit -> unit.equalsIgnoreCase(symbol))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String lower = symbol.toLowerCase(Locale.ROOT);
        return found.isEmpty() ? OTHER_SPELLINGS.get(lower) : null;
    }

    private static boolean isUnit(Dimension dimension, String symbol) {
        return dimension.units().stream().anyMatch(unit -> unit.symbol().equals(symbol));
    }

    /** The kind of quantity that the text is instead; null if none. */
    private @Nullable Dimension otherKind() {
        Matcher matcher = PIECE.matcher(text);
        if (!matcher.find() || matcher.start() != 0) {
            return null;
        }
        String symbol = matcher.group(2) == null ? "" : matcher.group(2);
        for (Dimension other : Dimension.values()) {
            if (other != dimension && !symbol.isEmpty() && isUnit(other, symbol)) {
                return other;
            }
        }
        return null;
    }

    private TextProblem wrongKind(Dimension other) {
        return problem(
                TextProblem.OTHER_KIND,
                "`" + text + "` is " + other.noun() + "; here " + dimension.example() + " is needed.",
                0);
    }

    private TextProblem bareNumber(String number, int position) {
        if (dimension == Dimension.SHARE) {
            BigDecimal value = new BigDecimal(number);
            boolean fraction = value.compareTo(BigDecimal.ONE) <= 0 && value.signum() >= 0;
            BigDecimal percent = fraction ? value.movePointRight(2) : value;
            return problem(
                    TextProblem.FRACTION,
                    "`" + number + "` is a bare number. Shares are percentages: `"
                            + percent.stripTrailingZeros().toPlainString() + "%`.",
                    position);
        }
        String advice = switch (dimension) {
            case DURATION -> "Write `" + number + "s` or `" + number + "ms`.";
            case RATE -> "Write `" + number + "/s` or `" + number + "/h`.";
            case FACTOR -> "Write `" + number + "x`.";
            case BYTES -> "Write `" + number + "MB` or `" + number + "GB`.";
            case BANDWIDTH -> "Write `" + number + "MB/s` or `" + number + "Gbit/s`.";
            case PER_BYTE -> "Write `" + number + "/TB`.";
            default -> "";
        };
        return problem(TextProblem.NO_UNIT, "`" + text + "` has no unit. " + advice, position);
    }

    private TextProblem problem(String code, String message, int position) {
        return new TextProblem(code, message, indent + position);
    }
}
