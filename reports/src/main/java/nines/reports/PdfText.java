package nines.reports;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text in the fonts that every PDF reader has by itself: Helvetica, Courier, and Symbol and Zapf Dingbats for signs. What none
 * of them can write becomes a question mark, which is counted.
 */
final class PdfText {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final double RAISED_SIZE = 0.65;
    private static final double RAISED_BY = 0.36;
    private static final double COURIER_WIDTH = 0.6;
    private static final double SIGN_WIDTH = 0.8;

    /** The fonts, by the names that pages give them. */
    enum Face {
        PLAIN("F1", "Helvetica"),
        BOLD("F2", "Helvetica-Bold"),
        CODE("F3", "Courier"),
        SIGNS("F4", "ZapfDingbats"),
        SYMBOLS("F5", "Symbol");

        final String key;
        final String font;

        Face(String key, String font) {
            this.key = key;
            this.font = font;
        }
    }

    /** A piece of text in one font. */
    private record Run(Face face, byte[] codes, boolean raised) {}

    private final CharsetEncoder latin = LATIN.newEncoder();
    private int lost;

    /** How many characters no font could write. */
    int lost() {
        return lost;
    }

    /** The width of a text in a font of this size. */
    static double width(String text, Face face, double size) {
        if (face == Face.CODE) {
            return text.length() * COURIER_WIDTH * size;
        }
        double width = 0;
        PlainFont font = new PlainFont(face == Face.BOLD ? java.awt.Font.BOLD : java.awt.Font.PLAIN, (float) size);
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (RAISED.indexOf(each) >= 0 || each == '⁻') {
                width += 0.556 * RAISED_SIZE * size;
            } else if (sign(each) != 0) {
                width += SIGN_WIDTH * size;
            } else {
                plain.append(each);
            }
        }
        return width + font.width(plain.toString());
    }

    /** Shows a text with its baseline at (x, y), in points from the lower left corner of the page. */
    void show(StringBuilder page, String text, Face face, double size, double x, double y) {
        page.append("BT ").append(number(x)).append(' ').append(number(y)).append(" Td");
        for (Run run : runs(text, face)) {
            double scale = run.raised() ? RAISED_SIZE : 1;
            page.append(" /")
                    .append(run.face().key)
                    .append(' ')
                    .append(number(size * scale))
                    .append(" Tf ");
            page.append(number(run.raised() ? RAISED_BY * size : 0))
                    .append(" Ts ")
                    .append(literal(run.codes()))
                    .append(" Tj");
        }
        page.append(" ET\n");
    }

    private List<Run> runs(String text, Face face) {
        List<Run> runs = new ArrayList<>();
        java.io.ByteArrayOutputStream codes = new java.io.ByteArrayOutputStream();
        Face current = face;
        boolean raised = false;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            int digit = RAISED.indexOf(each);
            boolean up = digit >= 0 || each == '⁻';
            int sign = up ? 0 : sign(each);
            Face wanted = sign == 0 ? face : isSymbol(each) ? Face.SYMBOLS : Face.SIGNS;
            if (wanted != current || up != raised) {
                if (codes.size() > 0) {
                    runs.add(new Run(current, codes.toByteArray(), raised));
                    codes.reset();
                }
                current = wanted;
                raised = up;
            }
            if (up) {
                codes.write(digit >= 0 ? '0' + digit : 0x96);
            } else if (sign != 0) {
                codes.write(sign);
            } else {
                codes.write(code(each));
            }
        }
        if (codes.size() > 0) {
            runs.add(new Run(current, codes.toByteArray(), raised));
        }
        return runs;
    }

    private int code(char each) {
        char plain = each == '−' ? '–' : each < ' ' ? ' ' : each;
        if (!latin.canEncode(plain)) {
            // The second half of a pair belongs to the first.
            lost += Character.isLowSurrogate(plain) ? 0 : 1;
            return '?';
        }
        return LATIN.encode(Character.toString(plain)).get(0) & 0xff;
    }

    /** The code of a sign in its font; 0 for what is no sign. */
    private static int sign(char each) {
        return switch (each) {
            case '✓' -> 0x33;
            case '✗' -> 0x37;
            case '▲' -> 0x73;
            case '▼' -> 0x74;
            case '≥' -> 0xb3;
            case '≤' -> 0xa3;
            default -> 0;
        };
    }

    private static boolean isSymbol(char each) {
        return each == '≥' || each == '≤';
    }

    /** Codes as a PDF writes them. */
    static String literal(byte[] codes) {
        StringBuilder text = new StringBuilder("(");
        for (byte each : codes) {
            int code = each & 0xff;
            if (code == '(' || code == ')' || code == '\\') {
                text.append('\\').append((char) code);
            } else if (code < ' ' || code > '~') {
                text.append('\\').append(String.format(Locale.ROOT, "%03o", code));
            } else {
                text.append((char) code);
            }
        }
        return text.append(')').toString();
    }

    /** Three decimals at most. */
    static String number(double value) {
        long thousandths = Math.round(value * 1000);
        String text = Long.toString(Math.abs(thousandths) / 1000);
        long rest = Math.abs(thousandths % 1000);
        if (rest != 0) {
            text += "." + Long.toString(1000 + rest).substring(1).replaceAll("0+$", "");
        }
        return thousandths < 0 ? "-" + text : text;
    }
}
