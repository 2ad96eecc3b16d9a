package nines.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one journey over time.
 *
 * @param name of the journey
 * @param points in order of time
 * @param heat how fast answers were, and when; null when none succeeded
 */
public record JourneySeries(
        String name, List<Point> points, @Nullable Heat heat) {
    public JourneySeries {
        points = List.copyOf(points);
    }

    /**
     * A stretch of time. What is counted belongs to the time at which it happened: requests may be answered later than they
     * were offered.
     *
     * @param at when it begins, in seconds from the start of a replication
     * @param offered requests that arrived, per second
     * @param succeeded requests answered rightly and in time, per second
     * @param failed requests that ended in another way, per second
     * @param p50 median response time of those that succeeded, in seconds; NaN when none did
     * @param p99 99th percentile of the same
     * @param offeredMost the most arrivals per second in any one interval of the point
     * @param failedMost the most failures per second in any one interval
     * @param p99Most the highest 99th percentile of any one interval
     */
    public record Point(
            double at,
            double offered,
            double succeeded,
            double failed,
            double p50,
            double p99,
            double offeredMost,
            double failedMost,
            double p99Most) {}
}
