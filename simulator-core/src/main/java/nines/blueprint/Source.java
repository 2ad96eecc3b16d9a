package nines.blueprint;

import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Clients: an open loop that sends whatever happens, or a closed one whose users wait for the answer and think.
 *
 * @param stream name of its random streams
 * @param gap time between two requests of an open loop, in seconds; null for a closed one
 * @param users how many, in a closed loop; 0 in an open one
 * @param thinkTime between an answer and the next request of a user, in seconds
 * @param journeys indexes of the journeys asked for
 * @param shares of each of them, adding up to 1
 * @param patience how long a client waits for being served, or null for ever
 * @param attempts how long a client waits for an answer and how often it tries
 * @param follows whether the rate follows the day's shape {@link Blueprint#load}
 * @param bursts of an open loop, or null
 * @param surges when its rate is multiplied
 */
public record Source(
        String stream,
        @Nullable Distribution gap,
        int users,
        Distribution thinkTime,
        int[] journeys,
        double[] shares,
        @Nullable Distribution patience,
        Attempts attempts,
        boolean follows,
        @Nullable Bursts bursts,
        List<Surge> surges) {
    public Source {
        surges = List.copyOf(surges);
    }

    /**
     * A while with more requests.
     *
     * @param calm node that is false during the surge
     * @param load the rate is multiplied by this meanwhile, at least 0
     */
    public record Surge(int calm, double load) {}
}
