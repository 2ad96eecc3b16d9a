/** Benchmarks of the structure layer. */
@NullMarked
package nines.structure;

import org.jspecify.annotations.NullMarked;
