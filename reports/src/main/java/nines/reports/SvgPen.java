package nines.reports;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/**
 * Draws lines, areas and level text as SVG elements. It asks nothing of the machine: text is measured by {@link PlainFont} and
 * anchored in its middle, where another font than the planned one does least harm. It has no images and no turned text.
 *
 * <p>Batik's own generator asks the machine for its fonts even where it only writes their names, and so fails where there is none.
 */
final class SvgPen extends PlainPen {
    private final ChartTheme theme;
    private final Sheet sheet;

    /** What all pens on one picture write to. */
    private static final class Sheet {
        private final String id;
        private final StringBuilder elements = new StringBuilder(8192);
        private final Map<String, String> clips = new LinkedHashMap<>();

        Sheet(String id) {
            this.id = id;
        }

        String clip(String path) {
            String known = clips.get(path);
            if (known != null) {
                return known;
            }
            String name = id + "-clip-" + (clips.size() + 1);
            clips.put(path, name);
            elements.append("<clipPath id=\"")
                    .append(name)
                    .append("\"><path d=\"")
                    .append(path);
            elements.append("\"/></clipPath>\n");
            return name;
        }
    }

    SvgPen(ChartTheme theme, String id) {
        this.theme = theme;
        sheet = new Sheet(id);
        gc = new GraphicContext(new AffineTransform());
        gc.setFont(theme.font());
    }

    private SvgPen(SvgPen other) {
        super(other);
        theme = other.theme;
        sheet = other.sheet;
    }

    /** All that was drawn, an element a line. */
    String elements() {
        return sheet.elements.toString();
    }

    static String escaped(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void fill(Shape shape) {
        element(shape, "", style("fill"));
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke stroke = getStroke() instanceof BasicStroke basic ? basic : new BasicStroke(1);
        StringBuilder attributes = new StringBuilder(" fill=\"none\"");
        attribute("stroke-width", coordinate(stroke.getLineWidth()), attributes);
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            StringBuilder text = new StringBuilder();
            for (float dash : dashes) {
                text.append(text.length() == 0 ? "" : " ").append(coordinate(dash));
            }
            attribute("stroke-dasharray", text.toString(), attributes);
        }
        element(shape, attributes.toString(), style("stroke"));
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank()) {
            return;
        }
        PlainFont font = plain(getFont());
        Point2D at = getTransform().transform(new Point2D.Double(x + font.width(text) / 2, y), null);
        StringBuilder line = sheet.elements.append("<text");
        attribute("x", coordinate(at.getX()), line);
        attribute("y", coordinate(at.getY()), line);
        attribute("text-anchor", "middle", line);
        attribute("font-size", coordinate(font.getSize2D()), line);
        if (font.isBold()) {
            attribute("font-weight", "bold", line);
        }
        line.append(style("fill")).append('>').append(escaped(text)).append("</text>\n");
    }

    private void element(Shape shape, String attributes, String style) {
        AffineTransform transform = getTransform();
        String clip = clipOf(shape);
        StringBuilder line = new StringBuilder();
        if (shape instanceof Line2D segment) {
            Point2D from = transform.transform(segment.getP1(), null);
            Point2D to = transform.transform(segment.getP2(), null);
            line.append("<line");
            attribute("x1", coordinate(from.getX()), line);
            attribute("y1", coordinate(from.getY()), line);
            attribute("x2", coordinate(to.getX()), line);
            attribute("y2", coordinate(to.getY()), line);
            attribute("shape-rendering", "crispEdges", line);
        } else {
            line.append("<path");
            attribute("d", path(shape.getPathIterator(transform)), line);
        }
        line.append(attributes).append(clip).append(style).append("/>\n");
        sheet.elements.append(line);
    }

    /** The clip that takes something away from the shape; empty where none does. */
    private String clipOf(Shape shape) {
        Shape clip = getClip();
        Rectangle2D bounds = shape.getBounds2D();
        if (clip == null || clip.contains(bounds) || bounds.isEmpty() && clip.intersects(grown(bounds))) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        attribute("clip-path", "url(#" + sheet.clip(path(clip.getPathIterator(getTransform()))) + ")", text);
        return text.toString();
    }

    /** A line has no area: a little more than it. */
    private static Rectangle2D grown(Rectangle2D line) {
        return new Rectangle2D.Double(line.getX() - 0.5, line.getY() - 0.5, line.getWidth() + 1, line.getHeight() + 1);
    }

    private static String path(PathIterator steps) {
        StringBuilder text = new StringBuilder();
        double[] points = new double[6];
        for (; !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(points);
            text.append("MLQCZ".charAt(kind));
            int numbers = kind == PathIterator.SEG_CLOSE ? 0 : 2 * Math.max(1, kind);
            for (int i = 0; i < numbers; i++) {
                text.append(i == 0 ? "" : " ").append(coordinate(points[i]));
            }
        }
        return text.toString();
    }

    /** Two decimals, without those that are 0. */
    private static String coordinate(double value) {
        long hundredths = Math.round(value * 100);
        String text = hundredths / 100 == 0 && hundredths < 0 ? "-0" : Long.toString(hundredths / 100);
        long rest = Math.abs(hundredths % 100);
        if (rest == 0) {
            return text.equals("-0") ? "0" : text;
        }
        return text + "." + (rest < 10 ? "0" : "") + (rest % 10 == 0 ? rest / 10 : rest);
    }

    /** The paint, as a variable of the page where the theme has it. */
    private String style(String property) {
        Color colour = getPaint() instanceof Color plain ? plain : theme.ink();
        double opacity = colour.getAlpha() / 255.0;
        if (getComposite() instanceof AlphaComposite composite) {
            opacity *= composite.getAlpha();
        }
        Color opaque = new Color(colour.getRGB() & 0xffffff);
        String value = String.format(Locale.ROOT, "#%06x", opaque.getRGB() & 0xffffff);
        for (Map.Entry<String, Color> named : theme.colours().entrySet()) {
            if (named.getValue().equals(opaque)) {
                value = "var(--" + named.getKey() + ")";
            }
        }
        String style = property + ":" + value + (opacity < 1 ? ";" + property + "-opacity:" + coordinate(opacity) : "");
        return " style=\"" + style + "\"";
    }

    private static void attribute(String name, String value, StringBuilder text) {
        text.append(' ').append(name).append("=\"").append(value).append('"');
    }

    @Override
    public Graphics create() {
        return new SvgPen(this);
    }
}
