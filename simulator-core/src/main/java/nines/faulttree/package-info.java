/** The structure function of a journey as a decision diagram: exact probabilities, minimal cut sets and importance of independent units. */
@NullMarked
package nines.faulttree;

import org.jspecify.annotations.NullMarked;
