package nines.blueprint;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Data that a holder writes and others follow: what of it a take-over loses.
 *
 * <p>The copies are ordered by how much of the log they have. While the holder is served from, each living member has
 * all but what was written within its lag; a dead one stays at where it was. Confirmed members have everything that was
 * acknowledged. Whoever takes over has lost what lies between where it is and the last acknowledged write.
 *
 * @param stream name of its random streams, and of its rows in tables
 * @param members nodes that tell whether a member can serve; the first one holds the data's post at the beginning
 * @param reached nodes that tell whether each of them can be reached
 * @param takeover index of the take-over that says who holds the post; -1: the only member
 * @param lag law of how far a living member is behind the holder, in seconds
 * @param confirmed how many members have each write before it is acknowledged; 0: none is waited for
 * @param patience seconds after which a write that nobody confirmed is acknowledged all the same; infinite: never
 * @param strict whether nothing is acknowledged while fewer members than that live
 * @param writes acknowledged per second on average, with the shape of the load; NaN when not known
 * @param believes law of how long an old holder that nobody fences goes on once it could learn of its successor, in seconds; null: it is
 *     fenced, and writes no more when the new one begins
 * @param safety how data is lost and restored
 */
public record Dataset(
        String stream,
        int[] members,
        int[] reached,
        int takeover,
        Distribution lag,
        int confirmed,
        double patience,
        boolean strict,
        double writes,
        @Nullable Distribution believes,
        Safety safety) {}
