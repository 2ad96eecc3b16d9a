package nines.reports;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis of durations in seconds, with the ticks people think in: {@code 10 s, 1 min, 10 min, 1 h, 4 h, 1 d}. To the
 * left it can keep a place for the cases without any.
 */
final class TimeAxis extends LogAxis {
    private static final long serialVersionUID = 1;

    /** Axis length that a place for "none" takes, as a factor of time. */
    private static final double PLACE = 4;

    /** Least factor between the ends. */
    private static final double LEAST = 200;

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    /** Ticks in order of importance; one is left out where it would touch a more important one. */
    private static final double[][] RANKS = {
        {1e-6, 1e-3, 1, MINUTE, HOUR, DAY, Amounts.YEAR},
        {1e-5, 1e-4, 0.01, 0.1, 10, 10 * MINUTE, 10 * DAY, 100 * DAY, 10 * Amounts.YEAR, 100 * Amounts.YEAR},
        {4 * HOUR, 30 * DAY, 1000 * Amounts.YEAR, 0.03, 0.3, 3, 30, 3 * MINUTE, 30 * MINUTE, 12 * HOUR, 3 * DAY},
    };

    private final double lowest;
    private final boolean withNone;

    /** An axis from {@code lowest} to {@code highest} seconds; both positive. */
    TimeAxis(String label, double lowest, double highest, boolean withNone) {
        super(label);
        // A narrow range gets company, so that it has more than one tick.
        double widening = Math.max(1, Math.sqrt(LEAST / (highest / lowest)));
        this.lowest = lowest / widening;
        this.withNone = withNone;
        setSmallestValue(Double.MIN_NORMAL);
        setRange(withNone ? this.lowest / PLACE : this.lowest, highest * widening);
    }

    /** Left and right end of the bar for the cases without any. */
    double[] none() {
        return new double[] {lowest / StrictMath.pow(PLACE, 0.85), lowest / StrictMath.pow(PLACE, 0.35)};
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D pen, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        pen.setFont(getTickLabelFont());
        double gap = pen.getFontMetrics().stringWidth("m");
        List<ValueTick> ticks = new ArrayList<>();
        List<double[]> taken = new ArrayList<>();
        if (withNone) {
            double[] ends = none();
            add(ticks, taken, Math.sqrt(ends[0] * ends[1]), "none", pen, dataArea, edge, gap);
        }
        for (double[] rank : RANKS) {
            for (double seconds : rank) {
                if (seconds >= lowest * (1 - 1e-9) && seconds <= getUpperBound() * (1 + 1e-9)) {
                    add(ticks, taken, seconds, text(seconds), pen, dataArea, edge, gap);
                }
            }
        }
        return ticks;
    }

    /** {@code 10 min}, {@code 4 h}, {@code 30 d}: the largest unit of which it is at least one. */
    private static String text(double seconds) {
        if (seconds >= Amounts.YEAR) {
            return Amounts.plain(seconds / Amounts.YEAR) + " y";
        }
        if (seconds >= DAY) {
            return whole(seconds / DAY) + " d";
        }
        if (seconds >= HOUR) {
            return whole(seconds / HOUR) + " h";
        }
        if (seconds >= MINUTE) {
            return whole(seconds / MINUTE) + " min";
        }
        if (seconds > 0.999) {
            return whole(seconds) + " s";
        }
        return seconds > 0.999e-3 ? whole(seconds * 1e3) + " ms" : whole(seconds * 1e6) + " µs";
    }

    private static String whole(double value) {
        return Amounts.count(Math.round(value));
    }

    private void add(
            List<ValueTick> ticks,
            List<double[]> taken,
            double value,
            String label,
            Graphics2D pen,
            Rectangle2D dataArea,
            RectangleEdge edge,
            double gap) {
        double centre = valueToJava2D(value, dataArea, edge);
        double half = pen.getFontMetrics().stringWidth(label) / 2.0 + gap / 2;
        for (double[] other : taken) {
            if (centre + half > other[0] && centre - half < other[1]) {
                return;
            }
        }
        taken.add(new double[] {centre - half, centre + half});
        ticks.add(new NumberTick(value, label, TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
    }
}
