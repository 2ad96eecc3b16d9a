/** How a balancer picks one of its targets: one record for each algorithm. */
@NullMarked
package nines.balancing;

import org.jspecify.annotations.NullMarked;
