/** The versioned result document: what a run or a solver answers, the same for table, file, report and screen. */
@NullMarked
package nines.result;

import org.jspecify.annotations.NullMarked;
