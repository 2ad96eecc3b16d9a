/** One replication of the traffic: every request, its queues, balancers, time-outs and retries, over primitive arrays. */
@NullMarked
package nines.traffic;

import org.jspecify.annotations.NullMarked;
