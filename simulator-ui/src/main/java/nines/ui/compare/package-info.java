/** Runs side by side: their figures, their differences with intervals, and what differs in their files. */
@NullMarked
package nines.ui.compare;

import org.jspecify.annotations.NullMarked;
