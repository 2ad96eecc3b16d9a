/** Benchmarks of the event calendar. */
@NullMarked
package nines.kernel;

import org.jspecify.annotations.NullMarked;
