package nines.result;

import java.util.List;

/**
 * The queue of a component over time.
 *
 * @param name of the component
 * @param points in order of time
 */
public record QueueSeries(String name, List<Point> points) {
    public QueueSeries {
        points = List.copyOf(points);
    }

    /**
     * A stretch of time.
     *
     * @param at when it begins, in seconds from the start of a replication
     * @param length mean number of requests in all queues of the component
     * @param most in one queue at once, in any replication
     */
    public record Point(double at, double length, int most) {}
}
