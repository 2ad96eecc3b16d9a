package nines.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import nines.result.Estimate;
import nines.result.Target;

/**
 * Numbers as a reader wants them: as many digits as the interval supports, units that make them short, a bound where
 * nothing was seen. The same on every machine and in every locale.
 */
public final class Amounts {
    public static final String NOT_KNOWN = "not known";

    /** Seconds in a year of 8760 h. */
    public static final double YEAR = 365 * 86_400.0;

    /** A relative half-width above which a third digit would say nothing. */
    private static final double WIDE = 0.1;

    /** A rate a year from which on it is told as such. */
    private static final double OFTEN = 0.1;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private enum Span {
        YEARS(YEAR, "y", 2 * YEAR),
        DAYS(86_400, "d", 48 * 3600.0),
        HOURS(3600, "h", 99.95 * 60),
        MINUTES(60, "min", 99.95),
        SECONDS(1, "s", 0.9995),
        MILLISECONDS(1e-3, "ms", 0.9995e-3),
        MICROSECONDS(1e-6, "µs", 0);

        private final double seconds;
        private final String symbol;
        private final double from;

        Span(double seconds, String symbol, double from) {
            this.seconds = seconds;
            this.symbol = symbol;
            this.from = from;
        }

        static Span of(double seconds) {
            for (Span span : values()) {
                if (seconds >= span.from) {
                    return span;
                }
            }
            return SECONDS;
        }
    }

    private Amounts() {}

    /** How many digits of an estimate are worth showing. */
    public static int digits(Estimate estimate) {
        return estimate.hasInterval() && estimate.relativeHalfWidth() <= WIDE ? 3 : 2;
    }

    /** A duration given in seconds: {@code 47.0 min}. */
    public static String duration(double seconds, int digits) {
        if (Double.isNaN(seconds)) {
            return NOT_KNOWN;
        }
        if (seconds == 0) {
            return "0 s";
        }
        if (Double.isInfinite(seconds)) {
            return "for ever";
        }
        Span span = Span.of(seconds);
        return number(seconds / span.seconds, digits) + " " + span.symbol;
    }

    public static String duration(Estimate seconds) {
        return valueOrBound(seconds, Amounts::duration);
    }

    /** An interval of durations in one unit: {@code 44.9 to 49.1 min}; empty without an interval. */
    public static String durations(Estimate seconds) {
        if (!seconds.hasInterval()) {
            return "";
        }
        if (Double.isInfinite(seconds.high())) {
            return "above " + duration(seconds.low(), 2);
        }
        if (seconds.low() <= 0) {
            return "below " + duration(seconds.high(), 2);
        }
        // The unit of the value, so that the two can be compared at a glance, unless the upper end is far above it.
        Span span = Span.of(seconds.value());
        return durations(
                seconds.low(),
                seconds.high(),
                digits(seconds),
                seconds.high() < 4 * span.seconds || seconds.high() < 4 * seconds.value()
                        ? span
                        : Span.of(seconds.high()));
    }

    /** Two durations in one unit. */
    public static String durations(double low, double high, int digits) {
        return durations(low, high, digits, Span.of(high));
    }

    private static String durations(double low, double high, int digits, Span span) {
        return low / span.seconds < 0.01
                ? duration(low, 2) + " to " + duration(high, 2)
                : number(low / span.seconds, digits) + " to " + number(high / span.seconds, digits) + " " + span.symbol;
    }

    /** An availability told by its complement, so that it keeps its digits: {@code 99.9911 %}. */
    public static String availability(double unavailability, int digits) {
        if (!Double.isFinite(unavailability)) {
            return NOT_KNOWN;
        }
        if (unavailability <= 0) {
            return "100 %";
        }
        int decimals = (int) (digits - 1 - Math.floor(StrictMath.log10(unavailability * 100)));
        return new BigDecimal(100)
                        .subtract(new BigDecimal(unavailability).movePointRight(2))
                        .setScale(Math.max(1, decimals), RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " %";
    }

    /** The availability that belongs to an unavailability, or what it is at least. */
    public static String availability(Estimate unavailability) {
        return availability(unavailability, digits(unavailability));
    }

    /** As above, with so many digits of the unavailability. */
    public static String availability(Estimate unavailability, int digits) {
        if (unavailability.value() == 0) {
            return unavailability.hasInterval() ? "above " + availability(unavailability.high(), 2) : "100 %";
        }
        return availability(unavailability.value(), digits);
    }

    /** Nines with as many decimals as the interval supports: {@code 4.05}. */
    public static String nines(Estimate nines) {
        if (!nines.isKnown() || Double.isInfinite(nines.value())) {
            return nines.hasInterval() && nines.low() > 0 && Double.isFinite(nines.low())
                    ? "above " + decimals(nines.low(), 1)
                    : NOT_KNOWN;
        }
        boolean narrow = nines.hasInterval() && nines.high() - nines.low() <= 0.2;
        return decimals(nines.value(), narrow ? 2 : 1);
    }

    /** The interval of nines: {@code 4.03 to 4.07}; empty without one. */
    public static String ninesInterval(Estimate nines) {
        if (!nines.hasInterval() || Double.isInfinite(nines.low())) {
            return "";
        }
        int decimals = nines.high() - nines.low() <= 0.2 ? 2 : 1;
        return Double.isInfinite(nines.high())
                ? "above " + decimals(nines.low(), decimals)
                : decimals(nines.low(), decimals) + " to " + decimals(nines.high(), decimals);
    }

    /** A share: {@code 41 %}, {@code 0.3 %}, {@code 99.4 %}, {@code 99.95 %}. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return NOT_KNOWN;
        }
        double percent = share * 100;
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        boolean whole = percent == 0 || percent >= 9.95 && percent < 99 || percent >= 100;
        int digits = percent > 99.9 ? 4 : percent > 99 ? 3 : 2;
        return whole ? decimals(percent, 0) + " %" : number(percent, digits) + " %";
    }

    /** A share however small: {@code 0.0018 %}. */
    public static String smallPercent(double share) {
        return share > 0 && share < 0.001 ? number(share * 100, 2) + " %" : percent(share);
    }

    /** A promised share with the digits it was given: {@code 99.95 %}. */
    public static String promised(double share) {
        if (!Double.isFinite(share)) {
            return NOT_KNOWN;
        }
        BigDecimal percent = new BigDecimal(share).movePointRight(2).round(new MathContext(12));
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    /** What was promised: {@code 99.95 %}, {@code data loss 5 min}, {@code durability 99.999999 %}. */
    public static String promised(Target target) {
        if (target.measure().endsWith("availability")) {
            return promised(target.promised());
        }
        return target.measure().replace('-', ' ') + " "
                + (target.isShare() ? promised(target.promised()) : plainDuration(target.promised()));
    }

    /** A count a year, or any other number: {@code 6.21}. */
    public static String number(Estimate estimate) {
        return valueOrBound(estimate, Amounts::number);
    }

    /** The interval of any other number: {@code 6.15 to 6.28}; empty without one. */
    public static String numbers(Estimate estimate) {
        if (!estimate.hasInterval()) {
            return "";
        }
        if (Double.isInfinite(estimate.high())) {
            return "above " + number(estimate.low(), 2);
        }
        int digits = digits(estimate);
        return estimate.low() <= 0
                ? "below " + number(estimate.high(), 2)
                : number(estimate.low(), digits) + " to " + number(estimate.high(), digits);
    }

    /** A number with so many digits: {@code 6.21}, {@code 12,300}, {@code 8.94 × 10⁻⁵}. */
    public static String number(double value, int digits) {
        if (Double.isNaN(value)) {
            return NOT_KNOWN;
        }
        if (Double.isInfinite(value)) {
            return "infinite";
        }
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e15) {
            return scientific(value, digits);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        if (rounded.abs().compareTo(new BigDecimal(1000)) >= 0) {
            return count(rounded.longValue());
        }
        int decimals = Math.max(0, digits - rounded.precision() + rounded.scale());
        return rounded.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** A number with a power of ten, whatever its size: {@code 8.94 × 10⁻⁵}. */
    public static String scientific(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return number(value, digits);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        StringBuilder text = new StringBuilder(rounded.movePointLeft(exponent)
                .setScale(digits - 1, RoundingMode.HALF_UP)
                .toPlainString());
        if (exponent == 0) {
            return text.toString();
        }
        text.append(" × 10");
        for (char digit : Integer.toString(exponent).toCharArray()) {
            text.append(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /** A number somebody chose, without the zeros nobody wrote: {@code 490}, {@code 2.5}. */
    public static String plain(double value) {
        if (!Double.isFinite(value) || Math.abs(value) >= 1e6 || value != 0 && Math.abs(value) < 1e-3) {
            return number(value, 3);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros();
        return rounded.scale() <= 0 ? count(rounded.longValue()) : rounded.toPlainString();
    }

    /** A duration somebody chose, in seconds: {@code 10 y}, {@code 30 d}. */
    public static String plainDuration(double seconds) {
        if (!Double.isFinite(seconds) || seconds <= 0) {
            return duration(seconds, 3);
        }
        Span span = seconds == YEAR ? Span.YEARS : Span.of(seconds);
        return plain(seconds / span.seconds) + " " + span.symbol;
    }

    /** How often a year; where that is seldom, in how many years once: {@code 6.21}, {@code one in 4000 y}. */
    static String perYear(Estimate rate) {
        if (rate.value() == 0 && rate.hasInterval() && rate.high() > 0 && rate.high() < OFTEN) {
            return "less than one in " + number(1 / rate.high(), 2) + " y";
        }
        return rate.value() > 0 && rate.value() < OFTEN
                ? "one in " + number(1 / rate.value(), digits(rate)) + " y"
                : number(rate);
    }

    /** A whole number, in groups of three digits from ten thousand: {@code 24,813}. */
    public static String count(long value) {
        String digits = Long.toString(value);
        if (digits.length() <= 4) {
            return digits;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0 && digits.charAt(i - 1) != '-') {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    static String decimals(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** Where nothing was seen, the bound says more than the value. */
    private static String valueOrBound(Estimate estimate, Shown shown) {
        if (estimate.value() == 0 && estimate.hasInterval() && estimate.high() > 0) {
            return "below " + shown.text(estimate.high(), 2);
        }
        if (Double.isInfinite(estimate.value()) && estimate.hasInterval()) {
            return "above " + shown.text(estimate.low(), 2);
        }
        return estimate.isKnown() ? shown.text(estimate.value(), digits(estimate)) : NOT_KNOWN;
    }

    @FunctionalInterface
    private interface Shown {
        String text(double value, int digits);
    }
}
