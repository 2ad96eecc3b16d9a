/** The drawing of an architecture: what is drawn, where it goes, and the view of it. */
@NullMarked
package nines.ui.canvas;

import org.jspecify.annotations.NullMarked;
