package nines.reports;

import java.awt.BasicStroke;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nines.result.Bin;
import nines.result.Journey;
import nines.result.Miss;
import nines.result.Window;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * The figures of a result, for pages and screens alike. They have no title: who shows them says what they are. A figure that
 * would show nothing is empty.
 */
public final class Charts {
    /** Series of what is within the promise, and of what is beyond it. */
    private static final int WITHIN = 0;

    private static final int BEYOND = 1;

    private Charts() {}

    /** The window that tells most of a year: the one of a year, else the longest. */
    public static Optional<Window> yearOf(Journey journey) {
        return journey.window(Amounts.YEAR)
                .or(() -> journey.windows().stream().max(Comparator.comparingDouble(Window::length)));
    }

    /**
     * Downtime of one window (requests lost, in seconds of full loss): the share of windows by downtime, those without any
     * apart, the promises as lines, what is beyond the strictest of them in another colour.
     */
    public static Optional<JFreeChart> downtime(Journey journey, Window window, ChartTheme theme) {
        List<Bin> bins = shown(window.requests().histogram());
        double none = window.requests().none().value();
        List<Miss> misses = window.requests().misses();
        if (bins.isEmpty()) {
            return Optional.empty();
        }
        double least = Double.POSITIVE_INFINITY;
        Miss strictest = null;
        double lowest = bins.get(0).from();
        double highest = bins.get(bins.size() - 1).to();
        for (Miss miss : misses) {
            if (miss.allowedDowntime() > 0) {
                if (miss.allowedDowntime() < least) {
                    least = miss.allowedDowntime();
                    strictest = miss;
                }
                lowest = Math.min(lowest, miss.allowedDowntime() / 2);
                highest = Math.max(highest, miss.allowedDowntime() * 2);
            }
        }
        boolean withNone = none > 0;
        TimeAxis axis = new TimeAxis("downtime " + inOne(window.length()), lowest, highest, withNone);
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        bars.addSeries(new XYIntervalSeries("within the promise"));
        bars.addSeries(new XYIntervalSeries("beyond the promise"));
        if (withNone) {
            add(bars, WITHIN, axis.none()[0], axis.none()[1], none);
        }
        double beyond = strictest == null ? 0 : strictest.probability().value();
        for (int i = bins.size() - 1; i >= 0; i--) {
            Bin bin = bins.get(i);
            if (bin.to() <= least) {
                add(bars, WITHIN, bin.from(), bin.to(), bin.share());
            } else if (bin.from() >= least) {
                add(bars, BEYOND, bin.from(), bin.to(), bin.share());
                beyond -= bin.share();
            } else {
                // The promise lies inside: each side shows what is known to lie on it.
                double right = beyond >= 0 ? Math.min(beyond, bin.share()) : bin.share();
                add(bars, WITHIN, bin.from(), least, bin.share() - right);
                add(bars, BEYOND, least, bin.to(), right);
            }
        }
        XYPlot plot = plot(bars, axis, 0.08 * misses.size(), theme);
        int line = 0;
        for (Miss miss : misses) {
            if (miss.allowedDowntime() > 0) {
                boolean right = miss.allowedDowntime() * miss.allowedDowntime() < lowest * highest;
                plot.addDomainMarker(promise(miss, right, line++, theme));
            }
        }
        return Optional.of(chart(plot, "share of " + windows(window.length()), theme));
    }

    /** Durations of outages: the share of outages by duration. */
    public static Optional<JFreeChart> outageDurations(Journey journey, ChartTheme theme) {
        List<Bin> bins = shown(journey.outages().durationHistogram());
        if (bins.isEmpty()) {
            return Optional.empty();
        }
        TimeAxis axis = new TimeAxis(
                "duration of an outage",
                bins.get(0).from(),
                bins.get(bins.size() - 1).to(),
                false);
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        bars.addSeries(new XYIntervalSeries("outages"));
        for (Bin bin : bins) {
            add(bars, WITHIN, bin.from(), bin.to(), bin.share());
        }
        return Optional.of(chart(plot(bars, axis, 0, theme), "share of outages", theme));
    }

    static String windows(double length) {
        if (length == Amounts.YEAR) {
            return "years";
        }
        return length == 30 * 86_400.0 ? "months" : "windows of " + Amounts.duration(length, 2);
    }

    static String inOne(double length) {
        if (length == Amounts.YEAR) {
            return "in one year";
        }
        return length == 30 * 86_400.0 ? "in one month" : "in " + Amounts.duration(length, 2);
    }

    /** Bars that can stand on a logarithmic axis: without empty ends, the first and the last with an end that is not 0 or infinite. */
    private static List<Bin> shown(List<Bin> histogram) {
        List<Bin> bins = new ArrayList<>(histogram);
        while (!bins.isEmpty() && !(bins.get(0).share() > 0)) {
            bins.remove(0);
        }
        while (!bins.isEmpty() && !(bins.get(bins.size() - 1).share() > 0)) {
            bins.remove(bins.size() - 1);
        }
        bins.replaceAll(bin -> new Bin(
                bin.from() > 0 ? bin.from() : bin.to() / 10,
                Double.isInfinite(bin.to()) ? bin.from() * 10 : bin.to(),
                bin.share()));
        bins.removeIf(bin -> !(bin.from() > 0 && bin.to() > bin.from() && bin.to() < Double.POSITIVE_INFINITY));
        return bins;
    }

    private static void add(XYIntervalSeriesCollection bars, int series, double from, double to, double share) {
        bars.getSeries(series).add(Math.sqrt(from * to), from, to, share, 0, share);
    }

    private static XYPlot plot(XYIntervalSeriesCollection bars, TimeAxis time, double room, ChartTheme theme) {
        NumberAxis share = new NumberAxis();
        double top = 0;
        for (int series = 0; series < bars.getSeriesCount(); series++) {
            for (int item = 0; item < bars.getItemCount(series); item++) {
                top = Math.max(top, bars.getEndYValue(series, item));
            }
        }
        double step = step(top);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        share.setTickUnit(new NumberTickUnit(step, new DecimalFormat(step < 0.01 ? "0.## %" : "0 %", symbols)));
        // With room above the bars for the names of the promises.
        double upper = Math.ceil((top * (1 + room)) / step + 0.1) * step;
        share.setRange(0, room == 0 ? Math.min(1, upper) : upper);
        look(share, theme);
        look(time, theme);
        time.setTickLabelInsets(new RectangleInsets(6, 4, 2, 4));

        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setUseYInterval(true);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setSeriesPaint(WITHIN, theme.fill());
        renderer.setSeriesPaint(BEYOND, theme.bad());
        renderer.setDefaultOutlinePaint(theme.ground());
        renderer.setDefaultOutlineStroke(new BasicStroke(1));

        XYPlot plot = new XYPlot(bars, time, share, renderer);
        return plain(plot, theme);
    }

    /** A plot with level lines and nothing else around what is drawn. */
    static XYPlot plain(XYPlot plot, ChartTheme theme) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    /** A round step that gives three to six ticks up to {@code top}. */
    private static double step(double top) {
        double[] steps = {0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001};
        for (double step : steps) {
            if (top / step >= 3) {
                return step;
            }
        }
        return 0.0005;
    }

    static void look(ValueAxis axis, ChartTheme theme) {
        Font font = theme.font();
        axis.setTickLabelFont(font);
        axis.setLabelFont(font);
        axis.setTickLabelPaint(theme.faint());
        axis.setLabelPaint(theme.ink());
        axis.setAxisLinePaint(theme.faint());
        axis.setTickMarkPaint(theme.faint());
    }

    private static ValueMarker promise(Miss miss, boolean labelToTheRight, int line, ChartTheme theme) {
        ValueMarker marker = new ValueMarker(miss.allowedDowntime(), theme.mark(), new BasicStroke(2));
        marker.setAlpha(1);
        marker.setLabel(Amounts.promised(miss.target()) + " allows " + Amounts.duration(miss.allowedDowntime(), 2));
        marker.setLabelFont(theme.font().deriveFont(Font.BOLD));
        marker.setLabelPaint(theme.mark());
        marker.setLabelBackgroundColor(theme.ground());
        marker.setLabelAnchor(labelToTheRight ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(labelToTheRight ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        marker.setLabelOffset(new RectangleInsets(2 + 18 * line, 10, 2, 10));
        return marker;
    }

    /** The name of the upright axis stands above it: turned text is hard to read, and some pens cannot write it. */
    static JFreeChart chart(XYPlot plot, String upright, ChartTheme theme) {
        JFreeChart chart = new JFreeChart(null, theme.font(), plot, false);
        TextTitle name = new TextTitle(upright, theme.font());
        name.setPaint(theme.ink());
        name.setHorizontalAlignment(HorizontalAlignment.LEFT);
        name.setPosition(RectangleEdge.TOP);
        name.setPadding(0, 6, 8, 0);
        chart.addSubtitle(name);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(4, 4, 4, 14));
        return chart;
    }
}
