package nines.model;

import java.math.BigDecimal;

/** Prints shares as the language writes them. */
final class Percent {

    private Percent() {}

    static String of(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        return percent.signum() == 0 ? "0%" : percent.stripTrailingZeros().toPlainString() + "%";
    }
}
