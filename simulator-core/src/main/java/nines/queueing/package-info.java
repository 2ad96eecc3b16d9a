/** Queues and caches with known answers, as formulas: no state, no time, no randomness. Times in seconds, rates per second. */
@NullMarked
package nines.queueing;

import org.jspecify.annotations.NullMarked;
