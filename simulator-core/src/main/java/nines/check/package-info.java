/** Argument checks that name the argument, the rule and the value. */
@NullMarked
package nines.check;

import org.jspecify.annotations.NullMarked;
