/** The cited catalogue: distributions and values with their source, grade and date. */
@NullMarked
package nines.catalogue;

import org.jspecify.annotations.NullMarked;
