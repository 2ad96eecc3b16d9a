package nines.reports;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import nines.result.Heat;

/**
 * When answers were how slow: columns of time, rows of response times on a logarithmic scale, and the darker (in a dark theme the
 * brighter) a field the larger its share of the answers of its column.
 */
final class HeatDrawing {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 330;
    private static final double[] COARSE = {
        1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 60, 600, 3600, 36_000, 86_400, 864_000
    };
    private static final double[] FINE = {
        1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2,
        5, 10, 20, 60, 120, 300, 600, 1200, 3600, 7200, 18_000, 36_000, 86_400
    };
    private static final double LEFT = 66;
    private static final double RIGHT = 14;
    private static final double TOP = 30;
    private static final double BOTTOM = 44;
    private static final double FAINTEST = 0.12;
    /** Steps of depth, so that fields of about the same depth look the same. */
    private static final int DEPTHS = 12;

    private final Heat heat;

    private HeatDrawing(Heat heat) {
        this.heat = heat;
    }

    static Drawing of(String id, String title, Heat heat) {
        return new Drawing(id, title, WIDTH, HEIGHT, new HeatDrawing(heat)::paint);
    }

    private int rows() {
        return heat.edges().size() - 1;
    }

    private double x(double column) {
        return LEFT + column / heat.columns().size() * (WIDTH - LEFT - RIGHT);
    }

    private double y(double row) {
        return HEIGHT - BOTTOM - row / rows() * (HEIGHT - BOTTOM - TOP);
    }

    private void paint(Graphics2D pen, ChartTheme theme) {
        write("response time", 6, 16, theme.ink(), pen, theme);
        pen.setPaint(theme.fill());
        for (int row = 0; row < rows(); row++) {
            // Neighbours of the same depth are one field: the picture is smaller for it.
            int from = 0;
            for (int column = 1; column <= heat.columns().size(); column++) {
                if (column == heat.columns().size() || depth(column, row) != depth(from, row)) {
                    fill(from, column, row, pen);
                    from = column;
                }
            }
        }
        pen.setComposite(AlphaComposite.SrcOver);
        pen.setPaint(theme.faint());
        pen.setStroke(new BasicStroke(1));
        pen.draw(new Line2D.Double(LEFT, y(0), WIDTH - RIGHT, y(0)));
        pen.draw(new Line2D.Double(LEFT, y(0), LEFT, y(rows())));
        upright(pen, theme);
        level(pen, theme);
    }

    private void fill(int from, int to, int row, Graphics2D pen) {
        int depth = depth(from, row);
        if (depth > 0) {
            pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) depth / DEPTHS));
            pen.fill(new Rectangle2D.Double(x(from), y(row + 1), x(to) - x(from), y(row) - y(row + 1)));
        }
    }

    /** From 0 for nothing to {@link #DEPTHS} for everything that was answered in that column. */
    private int depth(int column, int row) {
        List<Long> counts = heat.columns().get(column).counts();
        if (counts.get(row) == 0) {
            return 0;
        }
        long all = counts.stream().mapToLong(Long::longValue).sum();
        // A share of a thousandth is still seen, as what is rare and slow is what one looks for.
        return (int) Math.ceil(DEPTHS * (FAINTEST + (1 - FAINTEST) * Math.sqrt((double) counts.get(row) / all)));
    }

    private void upright(Graphics2D pen, ChartTheme theme) {
        double low = StrictMath.log10(heat.edges().get(0));
        double high = StrictMath.log10(heat.edges().get(rows()));
        double[] all = high - low < 2.2 ? FINE : COARSE;
        double last = Double.POSITIVE_INFINITY;
        for (double seconds : all) {
            double at = (StrictMath.log10(seconds) - low) / (high - low);
            double y = y(at * rows());
            if (at < -1e-9 || at > 1 + 1e-9 || last - y < 17) {
                continue;
            }
            last = y;
            String label = MoreCharts.moment(seconds);
            pen.setPaint(theme.faint());
            pen.draw(new Line2D.Double(LEFT - 4, y, LEFT, y));
            write(label, LEFT - 8 - width(label), y + 4, theme.faint(), pen, theme);
        }
    }

    private static double width(String text) {
        return new PlainFont(Font.PLAIN, 13).width(text);
    }

    private void level(Graphics2D pen, ChartTheme theme) {
        double end = heat.width() * heat.columns().size();
        for (MoreCharts.Tick tick : MoreCharts.moments(end)) {
            double x = LEFT + tick.value() / end * (WIDTH - LEFT - RIGHT);
            double width = width(tick.label());
            pen.setPaint(theme.faint());
            pen.draw(new Line2D.Double(x, y(0), x, y(0) + 4));
            write(tick.label(), Math.min(WIDTH - 2 - width, x - width / 2), y(0) + 18, theme.faint(), pen, theme);
        }
        String label = "since the start of a replication";
        double width = width(label);
        write(label, (LEFT + WIDTH - RIGHT - width) / 2, HEIGHT - 6, theme.ink(), pen, theme);
    }

    private static void write(String text, double x, double y, Color colour, Graphics2D pen, ChartTheme theme) {
        pen.setFont(theme.font().deriveFont(Font.PLAIN, 13f));
        pen.setPaint(colour);
        pen.drawString(text, (float) x, (float) y);
    }
}
