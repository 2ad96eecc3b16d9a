package nines.quantity;

import java.math.BigDecimal;

/**
 * A unit of a quantity.
 *
 * @param symbol as written behind the number
 * @param times base units in one of it, numerator
 * @param over denominator of the same
 * @param written false for units that are read but never chosen for writing
 */
record Unit(String symbol, BigDecimal times, BigDecimal over, boolean written) {

    static Unit of(String symbol, String times) {
        return new Unit(symbol, new BigDecimal(times), BigDecimal.ONE, true);
    }

    static Unit per(String symbol, String over) {
        return new Unit(symbol, BigDecimal.ONE, new BigDecimal(over), true);
    }

    Unit onlyRead() {
        return new Unit(symbol, times, over, false);
    }
}
