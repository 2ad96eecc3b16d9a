/** The window: start page, problems of a file, and the features side by side. */
@NullMarked
package nines.ui.shell;

import org.jspecify.annotations.NullMarked;
