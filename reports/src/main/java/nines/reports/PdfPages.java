package nines.reports;

import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A4 pages that fill from top to bottom: headings, paragraphs, tables and drawings. Nothing in the file depends on time, machine or
 * chance: equal contents give equal bytes.
 */
final class PdfPages {
    private static final double WIDTH = 595;
    private static final double HEIGHT = 842;
    private static final double MARGIN = 42;
    private static final double FOOT = 34;
    private static final double LEADING = 1.32;
    private static final double CELL_PAD = 5;

    private static final Color INK = ChartTheme.LIGHT.ink();
    private static final Color FAINT = ChartTheme.LIGHT.faint();

    /** Widest share of the page that one column may ask for before it is wrapped. */
    private static final double WIDEST = 0.5;

    private final String title;
    private final PdfText text = new PdfText();
    private final Set<Integer> opacities = new TreeSet<>();
    private final List<StringBuilder> pages = new ArrayList<>();
    private double y;

    PdfPages(String title) {
        this.title = title;
        next();
    }

    private double room() {
        return WIDTH - 2 * MARGIN;
    }

    private StringBuilder page() {
        return pages.get(pages.size() - 1);
    }

    private void next() {
        pages.add(new StringBuilder(16_384));
        y = HEIGHT - MARGIN;
    }

    /** Goes to the next page where there is not so much room left. */
    private void need(double height) {
        if (y - height < MARGIN + FOOT && y < HEIGHT - MARGIN) {
            next();
        }
    }

    /** A heading; {@code rank} 0 is the title. It stays with what follows. */
    void heading(String words, int rank) {
        double size = rank == 0 ? 20 : rank == 1 ? 14 : 11;
        List<String> lines = wrapped(words, PdfText.Face.BOLD, size, room());
        y -= rank == 0 ? 0 : rank == 1 ? 18 : 10;
        need(lines.size() * size * LEADING + (rank == 2 ? 60 : 90));
        lines(lines, PdfText.Face.BOLD, size, INK, MARGIN);
        y -= 3;
    }

    /** Goes on where a heading, this drawing and a line stand together. */
    void together(Drawing drawing, double scale) {
        need(drawing.height() * used(drawing, scale) + 90);
    }

    private double used(Drawing drawing, double scale) {
        double most = (HEIGHT - 2 * MARGIN - FOOT) * 0.8;
        return Math.min(scale, Math.min(room() / drawing.width(), most / drawing.height()));
    }

    void paragraph(String words) {
        paragraph(words, 10, PdfText.Face.PLAIN, INK);
    }

    /** A paragraph of second rank. */
    void small(String words) {
        paragraph(words, 8.5, PdfText.Face.PLAIN, FAINT);
    }

    /** A sentence to decide on. */
    void strong(String words) {
        paragraph(words, 13, PdfText.Face.BOLD, INK);
    }

    /** As programs read it. */
    void code(String words) {
        paragraph(words, 8.5, PdfText.Face.CODE, INK);
    }

    private void paragraph(String words, double size, PdfText.Face face, Color colour) {
        if (!words.isBlank()) {
            lines(wrapped(words, face, size, room()), face, size, colour, MARGIN);
            y -= size * 0.45;
        }
    }

    private void lines(List<String> lines, PdfText.Face face, double size, Color colour, double x) {
        for (String line : lines) {
            need(size * LEADING);
            y -= size * LEADING;
            page().append("q ").append(PdfPen.rgb(colour)).append(" rg ");
            text.show(page(), line, face, size, x, y + size * 0.28);
            page().append("Q\n");
        }
    }

    /** A drawing, at most as wide as the page; {@code scale} points for each of its units where there is room. */
    void drawing(Drawing drawing, double scale) {
        double used = used(drawing, scale);
        need(drawing.height() * used + 8);
        ChartTheme theme = ChartTheme.LIGHT.withFont(new PlainFont(Font.PLAIN, 14));
        page().append("q\n");
        drawing.painter().paint(new PdfPen(page(), text, opacities, MARGIN, y, used, theme.font()), theme);
        page().append("Q\n");
        y -= drawing.height() * used + 8;
    }

    /**
     * A table; its head is repeated on every page.
     *
     * @param right which columns stand to the right, as {@code lrr}
     * @param rows cells, as many as the head has
     */
    void table(String right, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        double size = 8;
        double[] widths = widths(head, rows, size);
        boolean headed = head.stream().anyMatch(cell -> !cell.isBlank());
        y -= 3;
        if (headed) {
            row(right, head, widths, size, true);
        }
        for (List<String> row : rows) {
            double height = height(row, widths, size);
            if (y - height < MARGIN + FOOT) {
                next();
                if (headed) {
                    row(right, head, widths, size, true);
                }
            }
            row(right, row, widths, size, false);
        }
        y -= 6;
    }

    private double height(List<String> row, double[] widths, double size) {
        int most = 1;
        for (int c = 0; c < widths.length; c++) {
            most = Math.max(
                    most,
                    wrapped(row.get(c), PdfText.Face.PLAIN, size, widths[c] - 2 * CELL_PAD)
                            .size());
        }
        return most * size * LEADING + 3;
    }

    private double[] widths(List<String> head, List<List<String>> rows, double size) {
        double[] widths = new double[head.size()];
        double sum = 0;
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.min(PdfText.width(head.get(c), PdfText.Face.BOLD, size), 0.16 * room());
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], PdfText.width(row.get(c), PdfText.Face.BOLD, size));
            }
            widths[c] = Math.min(widths[c] + 2 * CELL_PAD + 1, WIDEST * room());
            sum += widths[c];
        }
        if (sum <= room()) {
            // What is left over goes to the first column, so that tables end level.
            widths[0] += Math.min(room() - sum, 0.25 * room());
            return widths;
        }
        // The widest give way until all fit.
        double limit = room();
        while (sum > room() + 0.01) {
            limit *= 0.95;
            double cap = limit;
            sum = Arrays.stream(widths).map(width -> Math.min(width, cap)).sum();
        }
        double cap = limit;
        return Arrays.stream(widths).map(width -> Math.min(width, cap)).toArray();
    }

    private void row(String right, List<String> cells, double[] widths, double size, boolean head) {
        double height = height(cells, widths, size);
        need(head ? height + 40 : height);
        double x = MARGIN;
        for (int c = 0; c < widths.length; c++) {
            PdfText.Face face = head || c == 0 && right.length() > 2 ? PdfText.Face.BOLD : PdfText.Face.PLAIN;
            double line = y;
            for (String part : wrapped(cells.get(c), face, size, widths[c] - 2 * CELL_PAD)) {
                line -= size * LEADING;
                double at = right.charAt(c) == 'r'
                        ? x + widths[c] - CELL_PAD - PdfText.width(part, face, size)
                        : x + (c == 0 ? 0 : CELL_PAD);
                page().append("q ").append(PdfPen.rgb(head ? FAINT : INK)).append(" rg ");
                text.show(page(), part, face, size, at, line + size * 0.28);
                page().append("Q\n");
            }
            x += widths[c];
        }
        y -= height;
        page().append("q 0.5 w ")
                .append(PdfPen.rgb(head ? FAINT : ChartTheme.LIGHT.grid()))
                .append(" RG ");
        page().append(PdfText.number(MARGIN))
                .append(' ')
                .append(PdfText.number(y))
                .append(" m ");
        page().append(PdfText.number(x)).append(' ').append(PdfText.number(y)).append(" l S Q\n");
    }

    /** Lines that fit; words longer than a line are cut. */
    private static List<String> wrapped(String words, PdfText.Face face, double size, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+")) {
            String rest = word;
            while (true) {
                String tried = line.length() == 0 ? rest : line + " " + rest;
                if (PdfText.width(tried, face, size) <= room) {
                    line.setLength(0);
                    line.append(tried);
                    break;
                }
                if (line.length() > 0) {
                    lines.add(line.toString());
                    line.setLength(0);
                    continue;
                }
                int cut = rest.length() - 1;
                while (cut > 1 && PdfText.width(rest.substring(0, cut), face, size) > room) {
                    cut--;
                }
                if (cut < 1) {
                    line.append(rest);
                    break;
                }
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** The whole file. */
    byte[] bytes() {
        if (text.lost() > 0) {
            small(text.lost()
                    + " characters that the fonts of a PDF reader do not have are shown as question marks. The HTML"
                    + " page has them.");
        }
        List<String> objects = new ArrayList<>();
        StringBuilder fonts = new StringBuilder();
        int first = 3;
        for (PdfText.Face face : PdfText.Face.values()) {
            String encoding =
                    face == PdfText.Face.SIGNS || face == PdfText.Face.SYMBOLS ? "" : " /Encoding /WinAnsiEncoding";
            fonts.append('/')
                    .append(face.key)
                    .append(' ')
                    .append(first + objects.size())
                    .append(" 0 R ");
            objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /" + face.font + encoding + " >>");
        }
        StringBuilder states = new StringBuilder();
        for (int percent : opacities) {
            String share = PdfText.number(percent / 100.0);
            states.append("/G")
                    .append(percent)
                    .append(" << /ca ")
                    .append(share)
                    .append(" /CA ")
                    .append(share)
                    .append(" >> ");
        }
        int next = first + objects.size();
        StringBuilder kids = new StringBuilder();
        for (int p = 0; p < pages.size(); p++) {
            foot(p);
            kids.append(next + 2 * p).append(" 0 R ");
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + PdfText.number(WIDTH) + " "
                    + PdfText.number(HEIGHT) + "] /Resources << /Font << " + fonts + ">> /ExtGState << " + states
                    + ">> >> /Contents " + (next + 2 * p + 1) + " 0 R >>");
            String content = pages.get(p).toString();
            objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
        }
        objects.add(0, "<< /Type /Catalog /Pages 2 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>");
        objects.add(1, "<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>");
        objects.add("<< /Title " + hexadecimal(title) + " /Producer (Nines) >>");
        return file(objects);
    }

    private void foot(int page) {
        String number = (page + 1) + " of " + pages.size();
        StringBuilder content = pages.get(page);
        content.append("q ").append(PdfPen.rgb(FAINT)).append(" rg ");
        double width = PdfText.width(number, PdfText.Face.PLAIN, 8);
        text.show(content, number, PdfText.Face.PLAIN, 8, WIDTH - MARGIN - width, MARGIN - 12);
        text.show(
                content,
                wrapped(title, PdfText.Face.PLAIN, 8, room() - 60).get(0),
                PdfText.Face.PLAIN,
                8,
                MARGIN,
                MARGIN - 12);
        content.append("Q\n");
    }

    /** A text of any script, as document properties hold it. */
    private static String hexadecimal(String words) {
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(words.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    private static byte[] file(List<String> objects) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(262_144);
        write(file, "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.size());
            write(file, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
        }
        String id = HexFormat.of().formatHex(sha256(file.toByteArray()), 0, 16);
        int start = file.size();
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int offset : offsets) {
            String digits = Integer.toString(offset);
            table.append("0".repeat(10 - digits.length())).append(digits).append(" 00000 n \n");
        }
        table.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R /Info ")
                .append(objects.size());
        table.append(" 0 R /ID [<")
                .append(id)
                .append("> <")
                .append(id)
                .append(">] >>\nstartxref\n")
                .append(start);
        write(file, table.append("\n%%EOF\n").toString());
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, String part) {
        file.writeBytes(part.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", impossible);
        }
    }
}
