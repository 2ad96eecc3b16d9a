/** One replication of the failure, repair, belief and take-over world, over primitive arrays. It knows indexes, not names. */
@NullMarked
package nines.structure;

import org.jspecify.annotations.NullMarked;
