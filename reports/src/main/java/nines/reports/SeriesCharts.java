package nines.reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nines.result.JourneySeries;
import nines.result.Series;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Figures of what happened to requests over time. Lines differ by their strokes too, so that they are told apart in grey. */
final class SeriesCharts {
    private static final BasicStroke THICK = new BasicStroke(2.2f);
    private static final BasicStroke THIN = new BasicStroke(1.2f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

    private SeriesCharts() {}

    /** One line of a chart. */
    private record Line(String name, ToDoubleFunction<JourneySeries.Point> value, Color colour, BasicStroke stroke) {}

    /** Requests a second: offered, answered in time, failed. */
    static Optional<JFreeChart> requests(JourneySeries journey, Series series, double measuredFrom, ChartTheme theme) {
        double most = journey.points().stream()
                .mapToDouble(point -> Math.max(point.offered(), Math.max(point.succeeded(), point.failedMost())))
                .max()
                .orElse(0);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("offered", JourneySeries.Point::offered, theme.ink(), THIN));
        lines.add(new Line("answered", JourneySeries.Point::succeeded, theme.fill(), THICK));
        if (hasFailures(journey)) {
            lines.add(new Line("failed", JourneySeries.Point::failedMost, theme.bad(), DASHED));
        }
        return chart(journey, series, measuredFrom, lines, rates(most), most, "requests a second", theme);
    }

    static boolean hasFailures(JourneySeries journey) {
        return journey.points().stream().anyMatch(point -> point.failed() > 0);
    }

    /** Response times: median and 99th percentile. */
    static Optional<JFreeChart> responses(JourneySeries journey, Series series, double measuredFrom, ChartTheme theme) {
        double most = journey.points().stream()
                .mapToDouble(JourneySeries.Point::p99Most)
                .filter(value -> value > 0)
                .max()
                .orElse(0);
        List<Line> lines = List.of(
                new Line("p99", JourneySeries.Point::p99Most, theme.bad(), DASHED),
                new Line("median", JourneySeries.Point::p50, theme.fill(), THICK));
        return chart(
                journey, series, measuredFrom, lines, MoreCharts.durations(most * 1.1), most, "response time", theme);
    }

    private static Optional<JFreeChart> chart(
            JourneySeries journey,
            Series series,
            double measuredFrom,
            List<Line> lines,
            List<MoreCharts.Tick> ticks,
            double most,
            String upright,
            ChartTheme theme) {
        if (journey.points().size() < 3 || !(most > 0) || !Double.isFinite(most)) {
            return Optional.empty();
        }
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            XYSeries points = new XYSeries(line.name());
            for (JourneySeries.Point point : journey.points()) {
                double value = line.value().applyAsDouble(point);
                // In the middle of its stretch; nothing is drawn where nothing was answered.
                points.add(point.at() + series.width() / 2, Double.isNaN(value) ? null : (Number) value);
            }
            data.addSeries(points);
            renderer.setSeriesPaint(i, line.colour());
            renderer.setSeriesStroke(i, line.stroke());
        }
        double end = journey.points().get(journey.points().size() - 1).at() + series.width();
        NumberAxis time = new MoreCharts.Ticks(MoreCharts.moments(end));
        time.setLabel("since the start of a replication");
        time.setRange(0, end);
        NumberAxis up = new MoreCharts.Ticks(ticks);
        up.setRange(0, most * 1.12);
        Charts.look(time, theme);
        Charts.look(up, theme);
        XYPlot plot = Charts.plain(new XYPlot(data, time, up, renderer), theme);
        if (measuredFrom > 0 && measuredFrom < end) {
            plot.addDomainMarker(measured(measuredFrom, theme));
        }
        return Optional.of(Charts.chart(plot, upright, theme));
    }

    private static ValueMarker measured(double from, ChartTheme theme) {
        ValueMarker marker = new ValueMarker(from, theme.faint(), DASHED);
        marker.setAlpha(1);
        marker.setLabel("measured from here");
        marker.setLabelFont(theme.font().deriveFont(Font.PLAIN));
        marker.setLabelPaint(theme.faint());
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        marker.setLabelOffset(new RectangleInsets(2, 6, 2, 6));
        return marker;
    }

    /** Round rates from 0 to the highest. */
    private static List<MoreCharts.Tick> rates(double most) {
        double step = StrictMath.pow(10, Math.floor(StrictMath.log10(most)));
        if (most / step < 2) {
            step /= 4;
        } else if (most / step < 5) {
            step /= 2;
        }
        List<MoreCharts.Tick> ticks = new ArrayList<>();
        for (int i = 0; i * step <= most * 1.12; i++) {
            ticks.add(new MoreCharts.Tick(i * step, i == 0 ? "0" : Amounts.plain(i * step) + "/s"));
        }
        return ticks;
    }
}
