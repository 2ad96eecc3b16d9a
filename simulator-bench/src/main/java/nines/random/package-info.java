/** Benchmarks of the random streams. */
@NullMarked
package nines.random;

import org.jspecify.annotations.NullMarked;
