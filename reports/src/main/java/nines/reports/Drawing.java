package nines.reports;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;

/**
 * A picture that can be drawn by any pen: into a page, a file of its own, or on a screen.
 *
 * @param id a word that tells it from others of the same result: {@code year}, {@code outage-1}
 * @param title what it shows
 * @param width in units of the theme's font size 14
 * @param height likewise
 * @param painter draws it
 */
record Drawing(String id, String title, int width, int height, Painter painter) {
    /** Draws into the rectangle from (0, 0) to the size of the drawing. */
    @FunctionalInterface
    interface Painter {
        void paint(Graphics2D pen, ChartTheme theme);
    }

    static Drawing of(String id, String title, int width, int height, Function<ChartTheme, JFreeChart> chart) {
        return new Drawing(
                id,
                title,
                width,
                height,
                (pen, theme) -> chart.apply(theme).draw(pen, new Rectangle2D.Double(0, 0, width, height)));
    }
}
