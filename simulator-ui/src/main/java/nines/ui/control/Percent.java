package nines.ui.control;

import java.math.BigDecimal;
import java.math.MathContext;

/** Shares as short percentages: {@code 41 %}, {@code 2.5 %}, {@code < 0.1 %}. */
public final class Percent {
    private Percent() {}

    public static String of(double share) {
        if (Double.isNaN(share)) {
            return "not known";
        }
        double percent = 100 * share;
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        int digits = percent >= 99.5 ? 3 : 2;
        return new BigDecimal(percent)
                        .round(new MathContext(digits))
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}
