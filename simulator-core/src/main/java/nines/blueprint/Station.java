package nines.blueprint;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Workers with a queue in front: one instance of a server, a database, a cache.
 *
 * @param name of the instance
 * @param part index of its component's row
 * @param unit node that tells whether it lives
 * @param serves node that tells whether it answers; false while {@code unit} is true: it stands still
 * @param workers requests served at once
 * @param writeTime service time of a write, in seconds
 * @param readTime service time of a read, in seconds
 * @param places waiting places; {@link Integer#MAX_VALUE} for no limit
 * @param shares whether all are served at once and each more slowly (processor sharing) instead of one after the other
 * @param order who is next
 * @param waitAtMost seconds after which a waiting request is dropped, or +infinity
 * @param waitsWhileDown whether requests wait at a dead instance instead of being refused
 * @param inFlight what happens to its work when it dies
 * @param holdsWhileCalling whether a worker is kept while it calls others
 * @param rateLimit requests per second that are let in, with bursts of up to a second's worth; or +infinity
 * @param shed how it turns requests away under overload, or null
 * @param abandoned what happens to work whose caller has left
 * @param keyed what it keeps, where it is a cache of single objects, or null
 * @param warmUp how slow it is when it is fresh, or null
 * @param pulls index of the station whose queue it works off when it has nothing of its own to do, or -1
 * @param deliveries how it gives what it keeps to others, where it is the store of a queue, or null
 */
public record Station(
        String name,
        int part,
        int unit,
        int serves,
        int workers,
        Distribution writeTime,
        Distribution readTime,
        int places,
        boolean shares,
        Order order,
        double waitAtMost,
        boolean waitsWhileDown,
        InFlight inFlight,
        boolean holdsWhileCalling,
        double rateLimit,
        @Nullable Shed shed,
        Abandoned abandoned,
        @Nullable Keyed keyed,
        @Nullable WarmUp warmUp,
        int pulls,
        @Nullable Deliveries deliveries) {

    /** Who is served next. */
    public enum Order {
        /** Who has waited longest. */
        FIFO,
        /** Who came last. */
        LIFO,
        /** Who came last while more wait than there are workers, otherwise who has waited longest. */
        ADAPTIVE_LIFO,
        /** Who is most important; of equals who has waited longest. */
        PRIORITY
    }

    /** What happens to work at hand when its instance dies. */
    public enum InFlight {
        /** The caller gets an error at once. */
        LOST,
        /** Whoever stands in front sends it elsewhere. */
        RETRIED,
        /** It goes on where it stopped. */
        RESUMED
    }

    /** What happens to work whose caller has left. */
    public enum Abandoned {
        /** It is done all the same. */
        FINISHED,
        /** It is skipped when its turn comes. */
        DROPPED,
        /** It ends at once. */
        CANCELLED
    }
}
