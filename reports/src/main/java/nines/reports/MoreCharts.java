package nines.reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nines.result.BudgetPoint;
import nines.result.JourneyTraffic;
import nines.result.Miss;
import nines.result.Quantile;
import nines.result.Window;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Figures of lines with bands: how a budget burns down, and how long answers take. */
final class MoreCharts {
    private static final double DAY = 86_400;

    /** The lowest part of the budget that is drawn: overspent by so much. */
    private static final double LOWEST = -1;

    private MoreCharts() {}

    /** The strictest promise of a window; nothing without one. */
    static Optional<Miss> strictest(Window window) {
        return window.requests().misses().stream()
                .filter(miss -> miss.allowedDowntime() > 0)
                .min(java.util.Comparator.comparingDouble(Miss::allowedDowntime));
    }

    /** What is left of the budget of the strictest promise over the window: half, nine in ten, and the typical window. */
    static Optional<JFreeChart> budget(Window window, ChartTheme theme) {
        Optional<Miss> strictest = strictest(window);
        if (window.budget().size() < 3 || strictest.isEmpty()) {
            return Optional.empty();
        }
        double allowed = strictest.get().allowedDowntime();
        YIntervalSeries wide = new YIntervalSeries("nine windows of ten");
        YIntervalSeries narrow = new YIntervalSeries("every other window");
        double lowest = 0;
        for (BudgetPoint point : window.budget()) {
            double median = left(point.median(), allowed);
            wide.add(point.at(), median, left(point.p95(), allowed), left(point.p05(), allowed));
            narrow.add(point.at(), median, left(point.p75(), allowed), left(point.p25(), allowed));
            lowest = Math.min(lowest, left(point.p95(), allowed));
        }
        YIntervalSeriesCollection series = new YIntervalSeriesCollection();
        series.addSeries(wide);
        series.addSeries(narrow);
        NumberAxis share = new Ticks(percents(lowest));
        share.setRange(lowest < 0 ? Math.max(LOWEST, lowest * 1.08) : 0, 1.04);
        NumberAxis time = new Ticks(times(window.length()));
        time.setLabel("since the beginning of the " + (window.length() == Amounts.YEAR ? "year" : "month"));
        time.setRange(0, window.length());
        XYPlot plot = plot(series, time, share, theme);
        ValueMarker spent = new ValueMarker(0, theme.mark(), new BasicStroke(2));
        spent.setAlpha(1);
        spent.setLabel("budget of " + Amounts.promised(strictest.get().target()) + " spent");
        spent.setLabelFont(theme.font().deriveFont(Font.BOLD));
        spent.setLabelPaint(theme.mark());
        spent.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        spent.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        spent.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
        spent.setLabelOffset(new RectangleInsets(3, 8, 3, 8));
        plot.addRangeMarker(spent);
        return Optional.of(Charts.chart(plot, "budget left", theme));
    }

    private static double left(double lost, double allowed) {
        return Math.max(LOWEST * 4, 1 - lost / allowed);
    }

    /** How long answers take, by the share that is faster: each further nine takes the same way to the right. */
    static Optional<JFreeChart> responses(JourneyTraffic journey, ChartTheme theme) {
        YIntervalSeries line = new YIntervalSeries("response time");
        double highest = 0;
        double slowest = 0;
        for (Quantile quantile : journey.percentiles()) {
            double value = quantile.value().value();
            if (value > 0 && quantile.share() < 1) {
                boolean known = quantile.value().hasInterval()
                        && Double.isFinite(quantile.value().high());
                double high = known ? quantile.value().high() : value;
                line.add(
                        1 / (1 - quantile.share()),
                        value,
                        known ? quantile.value().low() : value,
                        high);
                highest = Math.max(highest, Math.min(high, 2 * value));
                slowest = Math.max(slowest, 1 / (1 - quantile.share()));
            }
        }
        if (line.getItemCount() < 2) {
            return Optional.empty();
        }
        YIntervalSeriesCollection series = new YIntervalSeriesCollection();
        series.addSeries(line);
        List<Tick> nines = new ArrayList<>(List.of(new Tick(2, "50 %")));
        String label = "90";
        for (double at = 10; at <= slowest * 1.01; at *= 10) {
            nines.add(new Tick(at, label + " %"));
            label = label.equals("90") ? "99" : label.equals("99") ? "99.9" : label + "9";
        }
        ValueAxis share = new NinesAxis(nines);
        share.setRange(1.6, slowest * 1.3);
        share.setLabel("share of answers that are faster");
        NumberAxis time = new Ticks(durations(highest * 1.1));
        time.setRange(0, highest * 1.12);
        XYPlot plot = plot(series, share, time, theme);
        ((DeviationRenderer) plot.getRenderer()).setSeriesShapesVisible(0, true);
        ((DeviationRenderer) plot.getRenderer()).setSeriesShape(0, new java.awt.geom.Ellipse2D.Double(-3, -3, 6, 6));
        journey.targets().forEach(target -> {
            if (target.promised() > 0) {
                ValueMarker promise = new ValueMarker(target.promised(), theme.mark(), new BasicStroke(2));
                promise.setAlpha(1);
                promise.setLabel(target.measure() + " below " + Amounts.plainDuration(target.promised()));
                promise.setLabelFont(theme.font().deriveFont(Font.BOLD));
                promise.setLabelPaint(theme.mark());
                promise.setLabelBackgroundColor(new Color(0, 0, 0, 0));
                promise.setLabelAnchor(RectangleAnchor.TOP_LEFT);
                promise.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
                promise.setLabelOffset(new RectangleInsets(3, 8, 3, 8));
                plot.addRangeMarker(promise);
            }
        });
        return Optional.of(Charts.chart(plot, "response time", theme));
    }

    private static XYPlot plot(YIntervalSeriesCollection series, ValueAxis across, ValueAxis up, ChartTheme theme) {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        for (int i = 0; i < series.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, theme.fill());
            renderer.setSeriesFillPaint(i, theme.fill());
            renderer.setSeriesStroke(i, new BasicStroke(2));
        }
        renderer.setAlpha(0.25f);
        Charts.look(across, theme);
        Charts.look(up, theme);
        XYPlot plot = new XYPlot(series, across, up, renderer);
        return Charts.plain(plot, theme);
    }

    private static List<Tick> percents(double lowest) {
        double step = lowest < -0.6 ? 0.5 : 0.25;
        List<Tick> ticks = new ArrayList<>();
        for (double at = Math.max(LOWEST, Math.floor(lowest / step) * step); at <= 1.001; at += step) {
            String number = Amounts.decimals(100 * at, 0);
            ticks.add(new Tick(at, number.replace('-', '−') + " %"));
        }
        return ticks;
    }

    private static List<Tick> times(double length) {
        List<Tick> ticks = new ArrayList<>();
        boolean year = length == Amounts.YEAR;
        double step = year ? 100 * DAY : length / 5;
        for (double at = 0; at <= length * 1.001; at += step) {
            ticks.add(new Tick(at, at == 0 ? "0" : Amounts.count(Math.round(at / DAY)) + " d"));
        }
        return ticks;
    }

    /** Round durations from 0 to the highest. */
    static List<Tick> durations(double highest) {
        if (highest > 40) {
            return moments(highest);
        }
        double unit = 1e-6;
        double[] steps = {1, 2, 5, 10, 20, 50, 100, 200, 500};
        double step = highest / 4;
        double chosen = 0;
        for (double scale = unit; chosen == 0 && scale < 1e3; scale *= 1000) {
            for (double each : steps) {
                if (chosen == 0 && each * scale >= step) {
                    chosen = each * scale;
                }
            }
        }
        List<Tick> ticks = new ArrayList<>();
        chosen = chosen == 0 ? step : chosen;
        for (int i = 0; i * chosen <= highest; i++) {
            ticks.add(new Tick(i * chosen, i == 0 ? "0" : Amounts.plainDuration(i * chosen)));
        }
        return ticks;
    }

    /** Round moments from 0 to the end of a stretch of time, in seconds. */
    static List<Tick> moments(double end) {
        double[] steps = {
            1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600,
            7200, 4 * 3600, 6 * 3600, 12 * 3600, DAY, 2 * DAY, 5 * DAY, 10 * DAY, 30 * DAY, 100 * DAY
        };
        double chosen = end / 4;
        for (double step : steps) {
            if (step >= end / 6.5) {
                chosen = step;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * chosen <= end * (1 + 1e-9); i++) {
            ticks.add(new Tick(i * chosen, moment(i * chosen)));
        }
        return ticks;
    }

    /** A round duration in seconds as people say it: {@code 1 min}, {@code 90 min}, {@code 2 h}. */
    static String moment(double seconds) {
        if (seconds == 0) {
            return "0";
        }
        double[] units = {DAY, 3600, 60};
        String[] names = {" d", " h", " min"};
        for (int i = 0; i < units.length; i++) {
            if (seconds >= units[i] && Math.abs(Math.rint(seconds / units[i]) - seconds / units[i]) < 1e-9) {
                return Amounts.count(Math.round(seconds / units[i])) + names[i];
            }
        }
        return Amounts.plainDuration(seconds);
    }

    /** A value with what is written beside it. */
    record Tick(double value, String label) implements java.io.Serializable {}

    private static List<ValueTick> shown(List<Tick> ticks, ValueAxis axis, RectangleEdge edge) {
        boolean level = RectangleEdge.isTopOrBottom(edge);
        List<ValueTick> shown = new ArrayList<>();
        for (Tick tick : ticks) {
            if (axis.getRange().contains(tick.value())) {
                shown.add(new NumberTick(
                        tick.value(),
                        tick.label(),
                        level ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT,
                        TextAnchor.CENTER,
                        0));
            }
        }
        return shown;
    }

    /** A level axis with chosen ticks. */
    static final class Ticks extends NumberAxis {
        private static final long serialVersionUID = 1;
        private final ArrayList<Tick> ticks;

        Ticks(List<Tick> ticks) {
            this.ticks = new ArrayList<>(ticks);
        }

        @Override
        public List<ValueTick> refreshTicks(Graphics2D pen, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return shown(ticks, this, edge);
        }
    }

    /** An axis on which each further nine takes the same way. */
    private static final class NinesAxis extends LogAxis {
        private static final long serialVersionUID = 1;
        private final ArrayList<Tick> ticks;

        NinesAxis(List<Tick> ticks) {
            this.ticks = new ArrayList<>(ticks);
        }

        @Override
        public List<ValueTick> refreshTicks(Graphics2D pen, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return shown(ticks, this, edge);
        }
    }
}
