/** Exact answers by exploring the structure's states, or the reason why there is none. */
@NullMarked
package nines.analytic;

import org.jspecify.annotations.NullMarked;
