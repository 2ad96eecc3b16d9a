/** The property form, made of the records: every key with its meaning, its unit, its silence and the source of that. */
@NullMarked
package nines.ui.inspector;

import org.jspecify.annotations.NullMarked;
