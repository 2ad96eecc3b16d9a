/** The answer, the causes and the charts of a result. */
@NullMarked
package nines.ui.result;

import org.jspecify.annotations.NullMarked;
