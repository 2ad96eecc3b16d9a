/** Named, reproducible streams of random numbers: one for each source of chance. */
@NullMarked
package nines.random;

import org.jspecify.annotations.NullMarked;
