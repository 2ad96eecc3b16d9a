package nines.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nines.statistics.LatencyHistogram;
import nines.statistics.Ratio;
import nines.statistics.Tally;
import nines.traffic.Timeline;
import org.jspecify.annotations.Nullable;

/** What all replications of the traffic saw, in the order of their index. */
final class RequestLedger {
    final List<RequestRow> rows = new ArrayList<>();
    final LatencyHistogram[] responses;
    /** What they saw over time; null unless asked for. */
    @Nullable
    Timelines timelines;

    long events;
    long requests;
    double time;

    RequestLedger(int journeys) {
        responses = new LatencyHistogram[journeys];
        Arrays.setAll(responses, j -> new LatencyHistogram());
    }

    void add(RequestRow row) {
        rows.add(row);
        events += row.events;
        requests += row.requests;
        time += row.time;
        Timeline line = row.timeline;
        if (line != null) {
            if (timelines == null) {
                timelines = new Timelines(line);
            }
            timelines.add(line);
            row.timeline = null;
        }
        for (int j = 0; j < responses.length; j++) {
            responses[j].merge(row.responses[j]);
        }
    }

    int replications() {
        return rows.size();
    }

    /** One number of each replication. */
    double[] column(Figure figure) {
        double[] column = new double[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = figure.of(rows.get(i));
        }
        return column;
    }

    Tally tally(Figure figure) {
        return Tally.of(column(figure));
    }

    long count(Figure figure) {
        double sum = 0;
        for (RequestRow row : rows) {
            sum += figure.of(row);
        }
        return (long) sum;
    }

    /** A quotient of two sums over replications; at least two of them. */
    Ratio ratio(Figure above, Figure below) {
        return Ratio.linearised(column(above), column(below));
    }

    /** A number that a replication has. */
    @FunctionalInterface
    interface Figure {
        double of(RequestRow row);
    }
}
