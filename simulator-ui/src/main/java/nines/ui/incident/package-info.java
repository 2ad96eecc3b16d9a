/** Outages of a replication, one after the other and step by step. */
@NullMarked
package nines.ui.incident;

import org.jspecify.annotations.NullMarked;
