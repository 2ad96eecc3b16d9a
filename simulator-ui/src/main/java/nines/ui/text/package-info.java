/** The file as text, beside the drawing and in step with it. */
@NullMarked
package nines.ui.text;

import org.jspecify.annotations.NullMarked;
