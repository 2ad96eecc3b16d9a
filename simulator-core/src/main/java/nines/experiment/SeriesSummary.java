package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import nines.result.JourneySeries;
import nines.result.QueueSeries;
import nines.result.Series;
import nines.statistics.LatencyHistogram;
import org.jspecify.annotations.Nullable;

/**
 * The time series of a run. Of more intervals than can be told several make one point, which also tells the highest of
 * them: a spike does not disappear.
 */
final class SeriesSummary {
    /** Points of a series at most. */
    static final int POINTS = 1000;

    private final RequestWorld world;
    private final @Nullable Timelines all;

    SeriesSummary(RequestWorld world, RequestLedger ledger) {
        this.world = world;
        all = ledger.timelines;
    }

    @Nullable
    Series series() {
        Timelines lines = all;
        if (lines == null) {
            return null;
        }
        int together = (lines.intervals() + POINTS - 1) / POINTS;
        List<JourneySeries> journeys = new ArrayList<>();
        for (int j = 0; j < lines.offered.length; j++) {
            journeys.add(new JourneySeries(world.blueprint().journeys().get(j).name(), points(lines, j, together)));
        }
        List<QueueSeries> queues = new ArrayList<>();
        for (RequestWorld.Group group : world.groups()) {
            if (group.within().isEmpty()) {
                queues.add(new QueueSeries(group.name(), queue(lines, group.stations(), together)));
            }
        }
        return new Series(lines.every, together * lines.every, lines.replications, journeys, queues);
    }

    private static List<JourneySeries.Point> points(Timelines lines, int j, int together) {
        List<JourneySeries.Point> points = new ArrayList<>();
        for (int from = 0; from < lines.intervals(); from += together) {
            int to = Math.min(lines.intervals(), from + together) - 1;
            LatencyHistogram.Counts responses = new LatencyHistogram().counts();
            double offeredMost = 0;
            double failedMost = 0;
            double slowest = Double.NaN;
            for (int k = from; k <= to; k++) {
                responses = responses.plus(lines.responses[j][k]);
                offeredMost = Math.max(offeredMost, lines.offered[j][k] / lines.seconds(k, k));
                failedMost = Math.max(failedMost, lines.failed[j][k] / lines.seconds(k, k));
                double p99 = lines.responses[j][k].quantile(0.99);
                slowest = slowest >= p99 ? slowest : Double.isNaN(p99) ? slowest : p99;
            }
            double seconds = lines.seconds(from, to);
            points.add(new JourneySeries.Point(
                    from * lines.every,
                    sum(lines.offered[j], from, to) / seconds,
                    sum(lines.succeeded[j], from, to) / seconds,
                    sum(lines.failed[j], from, to) / seconds,
                    responses.quantile(0.5),
                    responses.quantile(0.99),
                    offeredMost,
                    failedMost,
                    slowest));
        }
        return points;
    }

    private static List<QueueSeries.Point> queue(Timelines lines, int[] stations, int together) {
        List<QueueSeries.Point> points = new ArrayList<>();
        for (int from = 0; from < lines.intervals(); from += together) {
            int to = Math.min(lines.intervals(), from + together) - 1;
            double area = 0;
            int most = 0;
            for (int s : stations) {
                for (int k = from; k <= to; k++) {
                    area += lines.queueArea[s][k];
                    most = Math.max(most, lines.queueMost[s][k]);
                }
            }
            points.add(new QueueSeries.Point(from * lines.every, Math.max(0, area / lines.seconds(from, to)), most));
        }
        return points;
    }

    private static double sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int k = from; k <= to; k++) {
            sum += counts[k];
        }
        return sum;
    }
}
