/** Starting, watching and stopping a run. */
@NullMarked
package nines.ui.run;

import org.jspecify.annotations.NullMarked;
