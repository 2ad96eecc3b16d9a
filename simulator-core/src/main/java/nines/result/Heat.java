package nines.result;

import java.util.List;

/**
 * How many requests of one journey were answered how fast, and when: a grid of stretches of time and of response times,
 * replications pooled.
 *
 * @param width of a column, in seconds; the first begins with the replication
 * @param edges of the rows, in seconds, ascending; one more than there are rows; the first row holds what is faster, too
 * @param columns in order of time
 */
public record Heat(double width, List<Double> edges, List<Column> columns) {
    public Heat {
        edges = List.copyOf(edges);
        columns = List.copyOf(columns);
    }

    /**
     * A stretch of time.
     *
     * @param at when it begins, in seconds from the start of a replication
     * @param counts of requests that succeeded in it, a number for each row
     */
    public record Column(double at, List<Long> counts) {
        public Column {
            counts = List.copyOf(counts);
        }
    }
}
