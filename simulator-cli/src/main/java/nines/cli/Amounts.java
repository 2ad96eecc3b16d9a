package nines.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import nines.result.Estimate;

/** Numbers as the terminal shows them: as many digits as the interval supports, and units that make them short. */
final class Amounts {
    /** A relative half-width above which a third digit would say nothing. */
    private static final double WIDE = 0.1;

    static final String NOT_KNOWN = "not known";

    private enum Span {
        YEAR(365 * 86_400.0, "y", 730 * 86_400.0),
        DAY(86_400, "d", 48 * 3600.0),
        HOUR(3600, "h", 99.95 * 60),
        MINUTE(60, "min", 99.95),
        SECOND(1, "s", 0.9995),
        MILLISECOND(1e-3, "ms", 0.9995e-3),
        MICROSECOND(1e-6, "us", 0);

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
            return SECOND;
        }
    }

    private Amounts() {}

    /** How many digits of an estimate are worth showing. */
    static int digits(Estimate estimate) {
        return estimate.hasInterval() && estimate.relativeHalfWidth() <= WIDE ? 3 : 2;
    }

    /** A duration in seconds: {@code 49.5 min}. */
    static String duration(double seconds, int digits) {
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

    static String duration(Estimate estimate) {
        return valueOrBound(estimate, (value, digits) -> duration(value, digits));
    }

    /** A duration that somebody chose: {@code 10 y}, {@code 90 s}. */
    static String given(double seconds) {
        if (Double.isInfinite(seconds) || Double.isNaN(seconds)) {
            return duration(seconds, 3);
        }
        Span span = Span.of(seconds);
        return new BigDecimal(seconds / span.seconds)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                + " " + span.symbol;
    }

    /** An interval of durations in one unit: {@code 47.3 to 51.7 min}. */
    static String durations(Estimate estimate) {
        if (!estimate.hasInterval()) {
            return "";
        }
        if (Double.isInfinite(estimate.high())) {
            return "above " + duration(estimate.low(), 2);
        }
        if (estimate.low() <= 0) {
            return "below " + duration(estimate.high(), 2);
        }
        return durations(estimate.low(), estimate.high(), digits(estimate));
    }

    /** Two durations in one unit. */
    static String durations(double low, double high, int digits) {
        Span span = Span.of(high);
        return low / span.seconds < 0.01
                ? duration(low, 2) + " to " + duration(high, 2)
                : number(low / span.seconds, digits) + " to " + number(high / span.seconds, digits) + " " + span.symbol;
    }

    /** An availability told by its complement, so that it keeps its digits: {@code 99.9906 %}. */
    static String availability(double unavailability, int digits) {
        if (Double.isNaN(unavailability) || Double.isInfinite(unavailability)) {
            return NOT_KNOWN;
        }
        if (unavailability <= 0) {
            return "100 %";
        }
        int decimals = (int) (digits - 1 - Math.floor(StrictMath.log10(unavailability * 100)));
        return new BigDecimal(100)
                        .subtract(new BigDecimal(unavailability * 100))
                        .setScale(Math.max(1, decimals), RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " %";
    }

    /** The availability of an unavailability with its interval, or what it is at least. */
    static String availability(Estimate unavailability) {
        if (!unavailability.isKnown() || unavailability.value() > 0) {
            return availability(unavailability.value(), 2);
        }
        return unavailability.hasInterval() ? "above " + availability(unavailability.high(), 2) : "100 %";
    }

    /** Nines with as many decimals as the interval supports: {@code 4.03}. */
    static String nines(Estimate nines) {
        if (Double.isInfinite(nines.value()) || Double.isNaN(nines.value())) {
            return nines.hasInterval() && nines.low() > 0 && Double.isFinite(nines.low())
                    ? "above " + decimals(nines.low(), 1)
                    : NOT_KNOWN;
        }
        boolean narrow = nines.hasInterval() && nines.high() - nines.low() <= 0.2;
        return decimals(nines.value(), narrow ? 2 : 1);
    }

    /** A share: {@code 41 %}, {@code 0.3 %}. */
    static String percent(double share) {
        if (Double.isNaN(share) || Double.isInfinite(share)) {
            return NOT_KNOWN;
        }
        double percent = share * 100;
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        boolean whole = percent == 0 || percent >= 9.95 && percent < 99 || percent >= 100;
        return whole ? decimals(percent, 0) + " %" : number(percent, percent > 99 ? 4 : 2) + " %";
    }

    /** A promised share with the digits it was given: {@code 99.95 %}. */
    static String promised(double share) {
        if (Double.isNaN(share) || Double.isInfinite(share)) {
            return NOT_KNOWN;
        }
        BigDecimal percent = new BigDecimal(share).movePointRight(2).round(new MathContext(12));
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    /** A count a year, or any other number: {@code 6.21}. */
    static String number(Estimate estimate) {
        return valueOrBound(estimate, Amounts::number);
    }

    /** A number with so many digits, never with an exponent, groups of three from ten thousand: {@code 12,300}. */
    static String number(double value, int digits) {
        if (Double.isNaN(value)) {
            return NOT_KNOWN;
        }
        if (Double.isInfinite(value)) {
            return "infinite";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        if (rounded.abs().compareTo(new BigDecimal(1000)) >= 0) {
            return count(rounded.longValue());
        }
        int decimals = rounded.signum() == 0 ? 0 : Math.max(0, digits - rounded.precision() + rounded.scale());
        String text = rounded.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        return text.length() > 9 ? scientific(value) : text;
    }

    private static String scientific(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(2));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** A whole number, in groups of three digits from ten thousand: {@code 12,000}. */
    static String count(long value) {
        String digits = Long.toString(value);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            int left = digits.length() - i;
            if (i > 0 && left % 3 == 0 && digits.length() > 4) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    private static String decimals(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** Where nothing was seen, the value says less than its bound. */
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
