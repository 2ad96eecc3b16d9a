package nines.format;

import java.math.BigDecimal;
import java.math.MathContext;

/** Shares as people read them. */
final class Percents {

    private Percents() {}

    static String of(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).round(new MathContext(12));
        return percent.signum() == 0 ? "0%" : percent.stripTrailingZeros().toPlainString() + "%";
    }
}
