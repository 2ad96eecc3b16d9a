/** The desktop: start-up and wiring of the windows. */
@NullMarked
package nines.ui;

import org.jspecify.annotations.NullMarked;
