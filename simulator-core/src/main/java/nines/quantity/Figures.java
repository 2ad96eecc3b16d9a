package nines.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them in tables, reports and on the screen: rounded, with a space before the
 * unit. {@link Dimension#exact} writes what a program reads back.
 */
public final class Figures {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;
    private static final double YEAR = 365 * DAY;

    private Figures() {}

    /** A duration given in seconds: {@code 250 ms}, {@code 12.5 s}, {@code 13 min 20 s}, {@code 2.3 d}. */
    public static String duration(double seconds) {
        if (Double.isNaN(seconds)) {
            return "not known";
        }
        if (seconds < 0) {
            return "-" + duration(-seconds);
        }
        if (seconds == Double.POSITIVE_INFINITY) {
            return "for ever";
        }
        if (seconds == 0) {
            return "0 s";
        }
        if (seconds < 0.9995e-6) {
            return significant(seconds * 1e9, 3) + " ns";
        }
        if (seconds < 0.9995e-3) {
            return significant(seconds * 1e6, 3) + " us";
        }
        if (seconds < 0.9995) {
            return significant(seconds * 1e3, 3) + " ms";
        }
        if (seconds < 59.95) {
            return significant(seconds, 3) + " s";
        }
        if (Math.rint(seconds) < HOUR) {
            return parts(Math.rint(seconds), MINUTE, "min", "s");
        }
        if (Math.rint(seconds / MINUTE) < 24 * 60) {
            return parts(Math.rint(seconds / MINUTE), 60, "h", "min");
        }
        if (seconds < 0.95 * YEAR) {
            return oneDecimal(seconds / DAY) + " d";
        }
        return oneDecimal(seconds / YEAR) + " y";
    }

    private static String parts(double total, double size, String large, String small) {
        long whole = (long) (total / size);
        long rest = (long) (total - whole * size);
        return whole + " " + large + (rest == 0 ? "" : " " + rest + " " + small);
    }

    /** One decimal below 100, none above, groups of three digits. */
    private static String oneDecimal(double value) {
        return value < 99.95 ? decimals(value, 1) : count(Math.rint(value));
    }

    /**
     * A share of a whole: {@code 12.5 %}, as many digits as tell it from all ({@code 99.9953 %}), and
     * {@code 3.2e-5} where a percentage would be all zeros.
     */
    public static String share(double share) {
        if (Double.isNaN(share)) {
            return "not known";
        }
        if (share == 0) {
            return "0 %";
        }
        if (share < 1e-3) {
            return tiny(share);
        }
        return share <= 0.99 ? significant(share * 100, 3) + " %" : percentOfComplement(1 - share, 3);
    }

    /** An availability given as its complement, with digits to spare: {@code 99.99865 %}. */
    public static String availability(double unavailability) {
        return Double.isNaN(unavailability) ? "not known" : percentOfComplement(unavailability, 3);
    }

    private static String percentOfComplement(double complement, int digits) {
        if (complement <= 0) {
            return "100 %";
        }
        BigDecimal rounded =
                new BigDecimal(complement).round(new MathContext(digits)).stripTrailingZeros();
        return BigDecimal.ONE
                        .subtract(rounded)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    /** A small number with two digits: {@code 3.2e-5}. */
    public static String tiny(double value) {
        if (value == 0 || Double.isNaN(value)) {
            return value == 0 ? "0" : "not known";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(2));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** −log10 of an unavailability, with two decimals: {@code 4.87}. */
    public static String nines(double unavailability) {
        if (Double.isNaN(unavailability)) {
            return "not known";
        }
        return unavailability <= 0
                ? "more than can be told"
                : new BigDecimal(-StrictMath.log10(unavailability))
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    /** A frequency given per second, in the unit that makes it readable: {@code 27.8 / y}. */
    public static String rate(double perSecond) {
        if (Double.isNaN(perSecond)) {
            return "not known";
        }
        if (perSecond == 0) {
            return "0 / y";
        }
        if (perSecond >= 0.1) {
            return number(perSecond) + " / s";
        }
        if (perSecond * HOUR >= 1) {
            return number(perSecond * HOUR) + " / h";
        }
        if (perSecond * DAY >= 2) {
            return number(perSecond * DAY) + " / d";
        }
        return number(perSecond * YEAR) + " / y";
    }

    /** A multiple: {@code 1.5x}. */
    public static String factor(double factor) {
        return number(factor) + "x";
    }

    /** Bytes: {@code 1.5 TB}. */
    public static String bytes(double bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB", "PB"};
        int i = 0;
        double value = bytes;
        while (value >= 999.5 && i < units.length - 1) {
            value /= 1000;
            i++;
        }
        return number(value) + " " + units[i];
    }

    /** Bytes per second: {@code 150 MB/s}. */
    public static String bandwidth(double bytesPerSecond) {
        return bytes(bytesPerSecond) + "/s";
    }

    /** A number with three digits, with groups of three from ten thousand: {@code 12,300}. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        double size = Math.abs(value);
        if (size != 0 && size < 1e-3) {
            return tiny(value);
        }
        return size >= 999.5 ? count(Math.rint(value)) : significant(value, 3);
    }

    /** A whole number in groups of three digits: {@code 12,000}. */
    public static String count(double value) {
        String digits = new BigDecimal(Math.abs(Math.rint(value))).toPlainString();
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0 && digits.length() > 4) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return (value < 0 && !digits.equals("0") ? "-" : "") + text;
    }

    private static String significant(double value, int digits) {
        return plain(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    private static String decimals(double value, int decimals) {
        return plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
