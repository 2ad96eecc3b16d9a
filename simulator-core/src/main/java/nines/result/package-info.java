/**
 * The versioned result document: what a run says, as immutable records. The JSON form is documented in
 * {@code docs/result.md}. Times are seconds, amounts a year are per 8760 h, shares are between 0 and 1.
 *
 * <p>It knows nothing of how the numbers were obtained, nor of how they are shown.
 */
@NullMarked
package nines.result;

import org.jspecify.annotations.NullMarked;
