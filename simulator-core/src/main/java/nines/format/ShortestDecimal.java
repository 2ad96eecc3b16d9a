package nines.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that reads back to the same double. {@code Double.toString} gives it only from Java 19 on, and
 * files must not depend on the Java they were written with.
 */
final class ShortestDecimal {
    private static final int ALWAYS_ENOUGH = 17;
    private static final int FIRST_TRY = 15;
    private static final double EXACT_INTEGERS = 1L << 53;

    private ShortestDecimal() {}

    static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
            return Long.toString((long) value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = FIRST_TRY; digits < ALWAYS_ENOUGH; digits++) {
            BigDecimal candidate = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (candidate.doubleValue() == value) {
                return candidate.stripTrailingZeros().toString();
            }
        }
        return exact.round(new MathContext(ALWAYS_ENOUGH, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toString();
    }
}
