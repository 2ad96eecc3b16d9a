package nines.reports;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.Set;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/** Draws lines, areas and level text into the content of a PDF page. Like {@link SvgPen} it asks nothing of the machine. */
final class PdfPen extends PlainPen {
    private final StringBuilder page;
    private final PdfText text;
    private final Set<Integer> opacities;
    private final double scale;

    /**
     * A pen whose origin is a point of the page and whose y axis goes down.
     *
     * @param left of the origin, in points
     * @param top of the origin, in points from the bottom of the page
     * @param scale points for each unit
     * @param opacities collects those used, in percent
     */
    PdfPen(StringBuilder page, PdfText text, Set<Integer> opacities, double left, double top, double scale, Font font) {
        this.page = page;
        this.text = text;
        this.opacities = opacities;
        this.scale = scale;
        gc = new GraphicContext(new AffineTransform(scale, 0, 0, -scale, left, top));
        gc.setFont(font);
    }

    private PdfPen(PdfPen other) {
        super(other);
        page = other.page;
        text = other.text;
        opacities = other.opacities;
        scale = other.scale;
    }

    @Override
    public void fill(Shape shape) {
        page.append("q ");
        clip();
        colour("rg");
        PathIterator steps = shape.getPathIterator(getTransform());
        String how = steps.getWindingRule() == PathIterator.WIND_EVEN_ODD ? "f*" : "f";
        path(steps);
        page.append(how).append(" Q\n");
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke stroke = getStroke() instanceof BasicStroke basic ? basic : new BasicStroke(1);
        page.append("q ");
        clip();
        colour("RG");
        page.append(PdfText.number(stroke.getLineWidth() * scale)).append(" w ");
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            page.append('[');
            for (float dash : dashes) {
                page.append(PdfText.number(dash * scale)).append(' ');
            }
            page.append("] 0 d ");
        }
        path(shape.getPathIterator(getTransform()));
        page.append("S Q\n");
    }

    @Override
    public void drawString(String string, float x, float y) {
        if (string.isBlank()) {
            return;
        }
        Point2D at = getTransform().transform(new Point2D.Double(x, y), null);
        page.append("q ");
        colour("rg");
        text.show(
                page,
                string,
                getFont().isBold() ? PdfText.Face.BOLD : PdfText.Face.PLAIN,
                getFont().getSize2D() * scale,
                at.getX(),
                at.getY());
        page.append("Q\n");
    }

    private void clip() {
        Shape clip = getClip();
        if (clip != null) {
            path(clip.getPathIterator(getTransform()));
            page.append("W n ");
        }
    }

    private void colour(String operator) {
        Color colour = getPaint() instanceof Color plain ? plain : Color.BLACK;
        double opacity = colour.getAlpha() / 255.0;
        if (getComposite() instanceof AlphaComposite composite) {
            opacity *= composite.getAlpha();
        }
        int percent = (int) Math.round(100 * opacity);
        if (percent < 100) {
            opacities.add(percent);
            page.append("/G").append(percent).append(" gs ");
        }
        page.append(rgb(colour)).append(' ').append(operator).append(' ');
    }

    static String rgb(Color colour) {
        return PdfText.number(colour.getRed() / 255.0) + " " + PdfText.number(colour.getGreen() / 255.0) + " "
                + PdfText.number(colour.getBlue() / 255.0);
    }

    private void path(PathIterator steps) {
        double[] points = new double[6];
        double x = 0;
        double y = 0;
        for (; !steps.isDone(); steps.next()) {
            switch (steps.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> numbers(points, 2, "m");
                case PathIterator.SEG_LINETO -> numbers(points, 2, "l");
                case PathIterator.SEG_QUADTO -> {
                    // A quadratic curve as a cubic one.
                    double[] cubic = {
                        x + 2.0 / 3 * (points[0] - x),
                        y + 2.0 / 3 * (points[1] - y),
                        points[2] + 2.0 / 3 * (points[0] - points[2]),
                        points[3] + 2.0 / 3 * (points[1] - points[3]),
                        points[2],
                        points[3]
                    };
                    numbers(cubic, 6, "c");
                    points[0] = points[2];
                    points[1] = points[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    numbers(points, 6, "c");
                    points[0] = points[4];
                    points[1] = points[5];
                }
                default -> page.append("h ");
            }
            x = points[0];
            y = points[1];
        }
    }

    private void numbers(double[] points, int count, String operator) {
        for (int i = 0; i < count; i++) {
            page.append(PdfText.number(points[i])).append(' ');
        }
        page.append(operator).append(' ');
    }

    @Override
    public Graphics create() {
        return new PdfPen(this);
    }
}
