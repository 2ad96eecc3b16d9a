/** The scenario library: names, descriptions and texts of the bundled scenarios. */
@NullMarked
package nines.scenarios;

import org.jspecify.annotations.NullMarked;
