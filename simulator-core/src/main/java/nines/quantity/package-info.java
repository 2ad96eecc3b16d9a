/** Quantities with units as people write them: durations, rates, shares, bytes, bandwidth, money, factors. */
@NullMarked
package nines.quantity;

import org.jspecify.annotations.NullMarked;
