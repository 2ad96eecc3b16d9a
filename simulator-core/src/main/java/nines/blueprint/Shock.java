package nines.blueprint;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * An event that breaks several modes at once: a common cause.
 *
 * @param stream name of its random streams
 * @param cause index of the root cause
 * @param law time between shocks, calendar time
 * @param modes the modes it can break, one a member; a member that is down is passed by
 * @param hits how many are hit
 * @param share chance of each member to be hit, for {@link Hits#SHARE}
 * @param count law of the number hit, for {@link Hits#COUNT}; drawn values are rounded to the nearest whole number
 * @param spread each hit comes after a uniform delay below this, in seconds
 * @param together true: the members hit are mended as one, by the repair of the first
 */
public record Shock(
        String stream,
        int cause,
        Distribution law,
        int[] modes,
        Hits hits,
        double share,
        @Nullable Distribution count,
        double spread,
        boolean together) {
    /** How a shock chooses its victims. */
    public enum Hits {
        /** Every member. */
        ALL,
        /** Each member with the same chance, independently. */
        SHARE,
        /** A random number of members, chosen evenly. */
        COUNT
    }
}
