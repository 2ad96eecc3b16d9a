/** The command line: one class per command. */
@NullMarked
package nines.cli;

import org.jspecify.annotations.NullMarked;
