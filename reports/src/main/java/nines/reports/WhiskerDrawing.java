package nines.reports;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nines.result.Estimate;

/** Estimates below each other, each a point on its interval, on one axis of durations that may go below nothing. */
final class WhiskerDrawing {
    private static final int WIDTH = 600;
    private static final double LEFT = 150;
    private static final double RIGHT = 40;
    private static final double ROW = 30;
    private static final int MOST = 40;
    private static final double[] UNITS = {1e-6, 1e-3, 1, 60, 3600, 86_400, Amounts.YEAR};
    private static final double[] FACTORS = {1, 2, 5, 10, 15, 20, 30, 50, 100, 200, 500};

    /**
     * One estimate in seconds.
     *
     * @param name of what it is about
     * @param estimate with its interval
     * @param sign behind it, in words or signs; may be empty
     */
    record Whisker(String name, Estimate estimate, String sign) {}

    private final List<Whisker> whiskers;
    private final double low;
    private final double high;

    private WhiskerDrawing(List<Whisker> whiskers, double low, double high) {
        this.whiskers = whiskers;
        this.low = low;
        this.high = high;
    }

    /** The drawing; nothing where no value is known. */
    static Optional<Drawing> of(String id, String title, List<Whisker> all) {
        List<Whisker> whiskers = all.stream()
                .filter(each -> Double.isFinite(each.estimate().value()))
                .limit(MOST)
                .toList();
        double low = 0;
        double high = 0;
        for (Whisker each : whiskers) {
            Estimate of = each.estimate();
            // An interval far beyond all values would leave no room for them; it then leaves the picture.
            low = Math.min(low, of.hasInterval() ? Math.max(of.low(), -4 * span(whiskers)) : of.value());
            high = Math.max(high, of.hasInterval() ? Math.min(of.high(), 4 * span(whiskers)) : of.value());
        }
        if (!(high > low)) {
            return Optional.empty();
        }
        WhiskerDrawing drawing = new WhiskerDrawing(whiskers, low, high);
        int height = (int) Math.ceil(whiskers.size() * ROW + 34);
        return Optional.of(new Drawing(id, title, WIDTH, height, drawing::paint));
    }

    private static double span(List<Whisker> whiskers) {
        return whiskers.stream()
                .mapToDouble(each -> Math.abs(each.estimate().value()))
                .max()
                .orElse(0);
    }

    private double x(double value) {
        double inside = Math.max(low, Math.min(high, value));
        return LEFT + (inside - low) / (high - low) * (WIDTH - LEFT - RIGHT);
    }

    private void paint(Graphics2D pen, ChartTheme theme) {
        double bottom = 4 + whiskers.size() * ROW;
        for (double at : ticks()) {
            pen.setPaint(Math.abs(at) < 1e-12 ? theme.ink() : theme.grid());
            pen.setStroke(new BasicStroke(1));
            pen.draw(new Line2D.Double(x(at), 2, x(at), bottom));
            String label = at == 0 ? "0" : (at < 0 ? "−" : "") + Amounts.plainDuration(Math.abs(at));
            double width = new PlainFont(Font.PLAIN, 12).width(label);
            write(label, Math.min(WIDTH - width, x(at) - width / 2), bottom + 17, 12, pen, theme);
        }
        for (int i = 0; i < whiskers.size(); i++) {
            row(whiskers.get(i), 4 + i * ROW + ROW / 2, pen, theme);
        }
    }

    private void row(Whisker whisker, double y, Graphics2D pen, ChartTheme theme) {
        PlainFont font = new PlainFont(Font.PLAIN, 13);
        String name = whisker.name();
        while (name.length() > 1 && font.width(name) > LEFT - 16) {
            name = name.substring(0, name.length() - (name.endsWith("…") ? 2 : 1)) + "…";
        }
        write(name, 2, y + 4, 13, pen, theme);
        Estimate of = whisker.estimate();
        pen.setPaint(theme.fill());
        double end = x(of.value());
        if (of.hasInterval()) {
            end = x(of.high());
            pen.setStroke(new BasicStroke(2.5f));
            pen.draw(new Line2D.Double(x(of.low()), y, end, y));
            pen.setStroke(new BasicStroke(1.5f));
            for (double edge : new double[] {of.low(), of.high()}) {
                if (edge >= low && edge <= high) {
                    pen.draw(new Line2D.Double(x(edge), y - 5, x(edge), y + 5));
                }
            }
        }
        pen.fill(new Ellipse2D.Double(x(of.value()) - 4.5, y - 4.5, 9, 9));
        if (!whisker.sign().isEmpty()) {
            write(whisker.sign(), Math.min(WIDTH - 18, Math.max(end, x(of.value())) + 9), y + 5, 13, pen, theme);
        }
    }

    /** Three to six round durations. */
    private List<Double> ticks() {
        double wanted = (high - low) / 5;
        double step = wanted;
        search:
        for (int u = 0; u < UNITS.length; u++) {
            for (double factor : FACTORS) {
                boolean next = u + 1 < UNITS.length && factor * UNITS[u] >= UNITS[u + 1];
                if (!next && factor * UNITS[u] >= wanted) {
                    step = factor * UNITS[u];
                    break search;
                }
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(low / step); k * step <= high; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    private static void write(String text, double x, double y, float size, Graphics2D pen, ChartTheme theme) {
        pen.setFont(theme.font().deriveFont(Font.PLAIN, size));
        pen.setPaint(theme.ink());
        pen.drawString(text, (float) x, (float) y);
    }
}
