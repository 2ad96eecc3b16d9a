package nines.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** A kind of quantity: its base unit, in which the program calculates, and the units of its files. */
public enum Dimension {
    /** In seconds. A year is 365 d, a month 30 d. */
    DURATION(
            "a duration such as `30s`, `5min` or `4h`",
            Unit.of("s", "1"),
            Unit.of("min", "60"),
            Unit.of("h", "3600"),
            Unit.of("d", "86400"),
            Unit.of("y", "31536000"),
            Unit.of("ms", "0.001"),
            Unit.of("us", "0.000001"),
            Unit.of("ns", "0.000000001"),
            Unit.of("w", "604800").onlyRead(),
            Unit.of("month", "2592000").onlyRead()),
    /** Per second. */
    RATE(
            "a rate such as `800/s` or `0.1/h`",
            Unit.of("/s", "1"),
            Unit.per("/min", "60"),
            Unit.per("/h", "3600"),
            Unit.per("/d", "86400"),
            Unit.per("/y", "31536000"),
            Unit.per("/w", "604800").onlyRead(),
            Unit.per("/month", "2592000").onlyRead()),
    /** A part of a whole, 1 being all. */
    SHARE("a share such as `99.95%` or `30ppm`", Unit.of("%", "0.01"), Unit.of("ppm", "0.000001")),
    /** A multiple. */
    FACTOR("a factor such as `1.5x`", Unit.of("x", "1")),
    /** In bytes. */
    BYTES(
            "an amount of data such as `5TB`",
            Unit.of("B", "1"),
            Unit.of("kB", "1000"),
            Unit.of("MB", "1000000"),
            Unit.of("GB", "1000000000"),
            Unit.of("TB", "1000000000000"),
            Unit.of("PB", "1000000000000000"),
            Unit.of("KiB", "1024"),
            Unit.of("MiB", "1048576"),
            Unit.of("GiB", "1073741824"),
            Unit.of("TiB", "1099511627776"),
            Unit.of("PiB", "1125899906842624")),
    /** In bytes per second. */
    BANDWIDTH(
            "a bandwidth such as `150MB/s` or `10Gbit/s`",
            Unit.of("B/s", "1"),
            Unit.of("kB/s", "1000"),
            Unit.of("MB/s", "1000000"),
            Unit.of("GB/s", "1000000000"),
            Unit.of("TB/s", "1000000000000"),
            Unit.of("PB/s", "1000000000000000").onlyRead(),
            Unit.of("KiB/s", "1024").onlyRead(),
            Unit.of("MiB/s", "1048576").onlyRead(),
            Unit.of("GiB/s", "1073741824").onlyRead(),
            Unit.of("TiB/s", "1099511627776").onlyRead(),
            Unit.of("PiB/s", "1125899906842624").onlyRead(),
            Unit.of("bit/s", "0.125").onlyRead(),
            Unit.of("kbit/s", "125").onlyRead(),
            Unit.of("Mbit/s", "125000").onlyRead(),
            Unit.of("Gbit/s", "125000000").onlyRead()),
    /** Per byte. */
    PER_BYTE(
            "a rate per volume such as `1/125TB`",
            Unit.of("/B", "1"),
            Unit.per("/kB", "1000"),
            Unit.per("/MB", "1000000"),
            Unit.per("/GB", "1000000000"),
            Unit.per("/TB", "1000000000000"),
            Unit.per("/PB", "1000000000000000"),
            Unit.per("/KiB", "1024").onlyRead(),
            Unit.per("/MiB", "1048576").onlyRead(),
            Unit.per("/GiB", "1073741824").onlyRead(),
            Unit.per("/TiB", "1099511627776").onlyRead(),
            Unit.per("/PiB", "1125899906842624").onlyRead()),
    /** A number without unit, such as a shape. */
    NUMBER("a plain number such as `0.7`", Unit.of("", "1")),
    /** A whole number without unit. */
    COUNT("a whole number such as `3`", Unit.of("", "1"));

    private final String example;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable.
    private final List<Unit> units;

    Dimension(String example, Unit... units) {
        this.example = example;
        this.units = List.of(units);
    }

    /** What is expected, in words with examples. */
    public String example() {
        return example;
    }

    /** The symbols of the units that may be written; empty for plain numbers. */
    public List<String> symbols() {
        return units.stream()
                .map(Unit::symbol)
                .filter(symbol -> !symbol.isEmpty())
                .toList();
    }

    List<Unit> units() {
        return units;
    }

    /** As in "a share". */
    public String noun() {
        int such = example.indexOf(" such as ");
        return such < 0 ? example : example.substring(0, such);
    }

    /** Whether this is the symbol of one of the units. */
    public boolean hasUnit(String symbol) {
        return !symbol.isEmpty()
                && units.stream().anyMatch(unit -> unit.symbol().equals(symbol));
    }

    /** The value of a text such as {@code 250ms}, in the base unit, or a {@link TextProblem}. */
    public double read(String text) {
        return new QuantityReader(this, text).value().doubleValue();
    }

    /** One over the value of a text: the mean interval of a rate, without a second rounding. */
    public double readReciprocal(String text) {
        var fraction = new QuantityReader(this, text).value();
        if (fraction.isZero()) {
            throw new TextProblem(TextProblem.OUT_OF_RANGE, "`" + text.strip() + "` must be above zero.", 0);
        }
        return fraction.reciprocal();
    }

    /** The text with the fewest digits, without exponent, that reads back as exactly this value. */
    public String exact(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("only finite numbers can be written: " + value);
        }
        String number = "";
        String symbol = "";
        for (Unit unit : units) {
            if (unit.written()) {
                String text = shortest(value, unit);
                if (number.isEmpty() || length(text) < length(number)) {
                    number = text;
                    symbol = unit.symbol();
                }
            }
        }
        return number + symbol;
    }

    /** How long a number is to read: a point weighs nothing unless nothing stands before it. */
    private static int length(String number) {
        return number.length() - (number.indexOf('.') > 0 && !number.startsWith("0.") ? 1 : 0);
    }

    /** As {@link #exact}, of the value rounded to four digits: for messages. */
    public String rounded(double value) {
        return exact(new BigDecimal(value).round(new MathContext(4)).doubleValue());
    }

    static double value(BigDecimal number, Unit unit) {
        BigDecimal product = number.multiply(unit.times());
        return unit.over().compareTo(BigDecimal.ONE) == 0
                ? product.doubleValue()
                : product.divide(unit.over(), MathContext.DECIMAL128).doubleValue();
    }

    private static String shortest(double value, Unit unit) {
        if (value == 0) {
            return "0";
        }
        BigDecimal number = new BigDecimal(value).multiply(unit.over()).divide(unit.times(), MathContext.DECIMAL128);
        for (int digits = 1; digits <= 18; digits++) {
            BigDecimal rounded = number.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (value(rounded, unit) == value) {
                return rounded.stripTrailingZeros().toPlainString();
            }
        }
        return number.toPlainString();
    }
}
