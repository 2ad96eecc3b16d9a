package nines.reports;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * A chart as an {@code <svg>} element to stand in a page. Its colours are variables of the page's style sheet, so that one
 * picture serves light and dark; its texts are anchored in the middle, where another font than the planned one does least
 * harm. Equal charts give equal texts, on any machine.
 */
final class SvgPicture {
    /** What figures are laid out with: readable on a phone too, where the picture shrinks. */
    static final ChartTheme THEME = ChartTheme.LIGHT.withFont(new PlainFont(Font.PLAIN, 14));

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Map<String, String> VARIABLES = variables();

    static {
        // Pictures need no screen; a display that nobody answers for would end the run.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private SvgPicture() {}

    /**
     * Draws a chart made with {@link #THEME}.
     *
     * @param id distinguishes the pictures of one page
     * @param label what a screen reader says
     */
    static String of(Function<ChartTheme, JFreeChart> chart, String id, String label, int width, int height) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return id + "-" + super.generateID(prefix);
            }
        });
        var defaults = new SVGGeneratorContext.GraphicContextDefaults();
        defaults.setFont(THEME.font());
        context.setGraphicContextDefaults(defaults);
        Pen pen = new Pen(context);
        chart.apply(THEME).draw(pen, new Rectangle2D.Double(0, 0, width, height));
        StringBuilder text = new StringBuilder(16_384);
        text.append("<svg xmlns=\"" + SVG + "\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        text.append("\" role=\"img\" aria-label=\"").append(escaped(label)).append("\">");
        Element root = pen.getRoot();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, THEME.font(), text);
        }
        return text.append("</svg>").toString();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java builds an empty document", impossible);
        }
    }

    private static void write(Node node, Font inherited, StringBuilder text) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            text.append(escaped(node.getNodeValue()));
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        Font font = font(element, inherited);
        text.append('<').append(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        StringBuilder style = new StringBuilder();
        boolean isText = element.getTagName().equals("text");
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            String value = attributes.item(i).getNodeValue();
            String variable = VARIABLES.get(value);
            if (name.equals("xml:space")
                    || name.startsWith("font-") && !name.equals("font-size") && !name.equals("font-weight")) {
                continue;
            }
            if (variable != null) {
                style.append(name).append(":var(--").append(variable).append(");");
            } else if (isText && name.equals("x")) {
                double middle = Double.parseDouble(value) + plain(font).width(element.getTextContent()) / 2;
                attribute("x", Amounts.decimals(middle, 2), text);
                attribute("text-anchor", "middle", text);
            } else {
                attribute(name, value, text);
            }
        }
        if (style.length() > 0) {
            attribute("style", style.toString(), text);
        }
        text.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, font, text);
        }
        text.append("</").append(element.getTagName()).append('>');
    }

    private static Font font(Element element, Font inherited) {
        String size = element.getAttribute("font-size");
        String weight = element.getAttribute("font-weight");
        Font font = size.isEmpty() ? inherited : inherited.deriveFont(Float.parseFloat(size.replace("px", "")));
        return weight.isEmpty() ? font : font.deriveFont(weight.equals("bold") ? Font.BOLD : Font.PLAIN);
    }

    private static PlainFont plain(Font font) {
        return font instanceof PlainFont plain ? plain : new PlainFont(font.getStyle(), font.getSize2D());
    }

    private static void attribute(String name, String value, StringBuilder text) {
        text.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String escaped(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What the generator writes for a colour of the theme, and its variable. */
    private static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        THEME.colours().forEach((name, colour) -> variables.put(written(colour), name));
        return Map.copyOf(variables);
    }

    private static String written(Color colour) {
        if (colour.equals(Color.WHITE)) {
            return "white";
        }
        return "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    }

    /** Measures text by the font itself. */
    private static final class Pen extends SVGGraphics2D {
        Pen(SVGGeneratorContext context) {
            super(context, false);
        }

        private Pen(Pen other) {
            super(other);
        }

        @Override
        public Graphics create() {
            return new Pen(this);
        }

        @Override
        public FontMetrics getFontMetrics(Font font) {
            return plain(font).metrics();
        }
    }
}
