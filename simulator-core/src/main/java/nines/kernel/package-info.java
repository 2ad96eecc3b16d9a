/** The event calendar of a discrete-event simulation. It knows nothing of availability. */
@NullMarked
package nines.kernel;

import org.jspecify.annotations.NullMarked;
