package nines.reports;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;

/**
 * A chart as an {@code <svg>} element to stand in a page. Its colours are variables of the page's style sheet, so that one
 * picture serves light and dark. Equal charts give equal texts, on any machine, with or without fonts.
 */
final class SvgPicture {
    /** What figures are laid out with: large enough to be read on a phone, where the picture shrinks. */
    static final ChartTheme THEME = ChartTheme.LIGHT.withFont(new PlainFont(Font.PLAIN, 14));

    private SvgPicture() {}

    /**
     * Draws a chart in the theme it is given.
     *
     * @param id distinguishes the pictures of one page
     * @param label what a screen reader says
     */
    static String of(Function<ChartTheme, JFreeChart> chart, String id, String label, int width, int height) {
        SvgPen pen = new SvgPen(THEME, id);
        chart.apply(THEME).draw(pen, new Rectangle2D.Double(0, 0, width, height));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" aria-label=\"" + SvgPen.escaped(label) + "\">\n" + pen.elements() + "</svg>";
    }
}
