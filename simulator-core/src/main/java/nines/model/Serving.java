package nines.model;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * How one instance of a component deals with single requests.
 *
 * @param workers requests served at once; {@link Integer#MAX_VALUE} for no limit
 * @param writeTime service time of a write, in seconds
 * @param readTime service time of a read, in seconds
 * @param queue in front of it; null: no bound, first come first served
 * @param whileDown what happens to requests that come while it is dead
 * @param inFlight what happens to its work when it dies
 * @param whileCalling whether a worker is kept while it calls others
 * @param sharesWorkers whether all requests share the workers instead of waiting for one
 * @param rateLimit requests per second that it lets in, or +infinity
 * @param shed how it turns requests away under overload, or null
 * @param abandonedWork what happens to work whose caller has left
 */
public record Serving(
        int workers,
        Distribution writeTime,
        Distribution readTime,
        @Nullable WaitingLine queue,
        Server.WhileDown whileDown,
        Server.InFlight inFlight,
        Server.WhileCalling whileCalling,
        boolean sharesWorkers,
        double rateLimit,
        Server.@Nullable Shed shed,
        Server.AbandonedWork abandonedWork) {

    /** So many workers of one speed, with everything else as it is by default. */
    static Serving by(int workers, Distribution time) {
        return by(workers, time, time, null);
    }

    /** So many workers with their own times for writes and reads, and a queue in front. */
    static Serving by(int workers, Distribution writeTime, Distribution readTime, @Nullable WaitingLine queue) {
        return new Serving(
                workers,
                writeTime,
                readTime,
                queue,
                Server.WhileDown.REFUSE,
                Server.InFlight.LOST,
                Server.WhileCalling.HOLD,
                false,
                Double.POSITIVE_INFINITY,
                null,
                Server.AbandonedWork.FINISHED);
    }
}
