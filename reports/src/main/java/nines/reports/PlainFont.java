package nines.reports;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * A font that knows its widths by itself: those of Helvetica (Adobe's font metrics; Arial and Liberation Sans share them).
 * So a figure's layout is the same on every machine, even where no font is installed. It can measure, not draw.
 */
final class PlainFont extends Font {
    private static final long serialVersionUID = 1;

    /** Families with these widths, for a style sheet. */
    static final String FAMILIES = "Arial, Helvetica, 'Liberation Sans', Arimo, 'Nimbus Sans', sans-serif";

    /** Advance widths of the characters from blank to tilde, in thousandths of the size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, //   to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
    };

    private static final int OTHER = 556;
    private static final double BOLD = 1.08;
    private static final double ASCENT = 0.76;
    private static final double DESCENT = 0.21;

    PlainFont(int style, float size) {
        super(SANS_SERIF, style, Math.round(size));
        pointSize = size;
    }

    /** The advance width of a text in this font. */
    double width(String text) {
        int thousandths = 0;
        for (int i = 0; i < text.length(); i++) {
            int at = text.charAt(i) - ' ';
            thousandths += at >= 0 && at < WIDTHS.length ? WIDTHS[at] : other(text.charAt(i));
        }
        return thousandths * (isBold() ? BOLD : 1) * pointSize / 1000;
    }

    private static int other(char character) {
        return switch (character) {
            case '×', '−', '±', '≥', '≤' -> 584;
            case '…', '—' -> 1000;
            case '“', '”' -> 333;
            case '‘', '’' -> 222;
            case '·' -> 278;
            default -> OTHER;
        };
    }

    @Override
    public String getFamily() {
        return getName();
    }

    @Override
    public String getFamily(Locale locale) {
        return getName();
    }

    @Override
    public Font deriveFont(int style) {
        return new PlainFont(style, pointSize);
    }

    @Override
    public Font deriveFont(float size) {
        return new PlainFont(style, size);
    }

    @Override
    public Font deriveFont(int style, float size) {
        return new PlainFont(style, size);
    }

    @Override
    public Rectangle2D getStringBounds(String text, FontRenderContext context) {
        return new Rectangle2D.Double(0, -ASCENT * pointSize, width(text), (ASCENT + DESCENT) * pointSize);
    }

    @Override
    public LineMetrics getLineMetrics(String text, FontRenderContext context) {
        return new Line(pointSize, text.length());
    }

    FontMetrics metrics() {
        return new Metrics(this);
    }

    private static final class Metrics extends FontMetrics {
        private static final long serialVersionUID = 1;

        private final PlainFont plain;

        Metrics(PlainFont font) {
            super(font);
            plain = font;
        }

        @Override
        public int getAscent() {
            return (int) Math.round(ASCENT * plain.pointSize);
        }

        @Override
        public int getDescent() {
            return (int) Math.round(DESCENT * plain.pointSize);
        }

        @Override
        public int getLeading() {
            return 0;
        }

        @Override
        public int stringWidth(String text) {
            return (int) Math.ceil(plain.width(text));
        }

        @Override
        public int charsWidth(char[] data, int from, int length) {
            return stringWidth(new String(data, from, length));
        }

        @Override
        public int charWidth(char character) {
            return stringWidth(String.valueOf(character));
        }
    }

    private static final class Line extends LineMetrics {
        private final float size;
        private final int characters;

        Line(float size, int characters) {
            this.size = size;
            this.characters = characters;
        }

        @Override
        public int getNumChars() {
            return characters;
        }

        @Override
        public float getAscent() {
            return (float) ASCENT * size;
        }

        @Override
        public float getDescent() {
            return (float) DESCENT * size;
        }

        @Override
        public float getLeading() {
            return 0;
        }

        @Override
        public float getHeight() {
            return getAscent() + getDescent();
        }

        @Override
        public int getBaselineIndex() {
            return Font.ROMAN_BASELINE;
        }

        @Override
        public float[] getBaselineOffsets() {
            return new float[] {0, -size / 2, -getAscent()};
        }

        @Override
        public float getStrikethroughOffset() {
            return -size / 3;
        }

        @Override
        public float getStrikethroughThickness() {
            return size / 20;
        }

        @Override
        public float getUnderlineOffset() {
            return size / 10;
        }

        @Override
        public float getUnderlineThickness() {
            return size / 20;
        }
    }
}
