/** Random durations, in seconds, as immutable records. */
@NullMarked
package nines.distribution;

import org.jspecify.annotations.NullMarked;
