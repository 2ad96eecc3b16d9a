/** Controls and background work that know nothing of availability. */
@NullMarked
package nines.ui.control;

import org.jspecify.annotations.NullMarked;
