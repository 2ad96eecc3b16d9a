/** Scenario files and result files to records and back, with errors that carry file, line and column. */
@NullMarked
package nines.format;

import org.jspecify.annotations.NullMarked;
