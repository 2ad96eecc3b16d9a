package nines.ui.result;

import java.math.BigDecimal;
import java.math.MathContext;

/** A duration with two digits in one unit, for the narrow space below a bar: {@code 17 min}, {@code 5.6 h}. */
final class ShortTime {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;
    private static final double YEAR = 365 * DAY;

    private ShortTime() {}

    static String of(double seconds) {
        if (seconds < 1 && seconds > 0) {
            return digits(seconds * 1000) + " ms";
        }
        if (seconds < MINUTE) {
            return digits(seconds) + " s";
        }
        if (seconds < HOUR) {
            return digits(seconds / MINUTE) + " min";
        }
        if (seconds < DAY) {
            return digits(seconds / HOUR) + " h";
        }
        return seconds < YEAR ? digits(seconds / DAY) + " d" : digits(seconds / YEAR) + " y";
    }

    private static String digits(double value) {
        int digits = value >= 99.5 ? 3 : 2;
        return value == 0
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(digits))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
