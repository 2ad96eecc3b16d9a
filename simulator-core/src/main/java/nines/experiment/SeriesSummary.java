package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import nines.result.Heat;
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

    /** Columns of a grid at most. */
    private static final int COLUMNS = 120;
    /** Rows of a grid, about. */
    private static final int ROWS = 32;
    /** The fastest so many of all answers share a row. */
    private static final double RARE = 1e-3;
    /** What is faster is not told apart, in seconds. */
    private static final double FASTEST = 1e-6;

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
            journeys.add(new JourneySeries(
                    world.blueprint().journeys().get(j).name(),
                    points(lines, j, together),
                    heat(lines.responses[j], lines.every)));
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

    /** A grid with rows of equal width on a logarithmic scale; null when nothing was answered. */
    private static @Nullable Heat heat(LatencyHistogram.Counts[] responses, double every) {
        int together = (responses.length + COLUMNS - 1) / COLUMNS;
        List<LatencyHistogram.Counts> columns = new ArrayList<>();
        LatencyHistogram.Counts all = new LatencyHistogram().counts();
        for (int from = 0; from < responses.length; from += together) {
            LatencyHistogram.Counts column = new LatencyHistogram().counts();
            for (int k = from; k < Math.min(responses.length, from + together); k++) {
                column = column.plus(responses[k]);
            }
            columns.add(column);
            all = all.plus(column);
        }
        if (all.count() == 0) {
            return null;
        }
        List<Double> edges = edges(Math.max(FASTEST, all.quantile(RARE)), Math.max(FASTEST, all.quantile(1)));
        List<Heat.Column> told = new ArrayList<>();
        for (LatencyHistogram.Counts column : columns) {
            List<Long> rows = new ArrayList<>();
            long above = column.count();
            for (int row = 0; row + 1 < edges.size(); row++) {
                long further = row + 2 == edges.size() ? 0 : column.countAbove(edges.get(row + 1));
                rows.add(above - further);
                above = further;
            }
            told.add(new Heat.Column(told.size() * together * every, rows));
        }
        return new Heat(together * every, edges, told);
    }

    /** Edges that make eight or fewer rows of a factor of ten; the lowest row holds all that is faster, too. */
    private static List<Double> edges(double fastest, double slowest) {
        int each = 8;
        while (each > 1 && each * StrictMath.log10(slowest / fastest) > ROWS) {
            each /= 2;
        }
        int first = (int) Math.floor(each * StrictMath.log10(fastest) - 1e-9);
        int last = Math.max(first + 1, (int) Math.ceil(each * StrictMath.log10(slowest) + 1e-9));
        List<Double> edges = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            edges.add(StrictMath.pow(10, (double) i / each));
        }
        return edges;
    }

    private static double sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int k = from; k <= to; k++) {
            sum += counts[k];
        }
        return sum;
    }
}
