package nines.reports;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import nines.result.Result;

/** The figures of a report as files of their own. */
public final class Figures {
    /** Pixels of a PNG for each unit of a drawing. */
    private static final int SCALE = 2;

    private static final List<String> FAMILIES =
            List.of("Arial", "Helvetica", "Liberation Sans", "Arimo", "Nimbus Sans");

    private Figures() {}

    /** Every figure as SVG, by file name. Needs no fonts; equal results give equal files on any machine. */
    public static Map<String, byte[]> svg(Result result) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Drawing drawing : of(result)) {
            files.put(drawing.id() + ".svg", SvgPicture.file(drawing).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /**
     * Every figure as PNG, by file name.
     *
     * @throws IOException with a sentence, where the machine has no fonts to write with
     */
    public static Map<String, byte[]> png(Result result) throws IOException {
        ChartTheme theme = ChartTheme.LIGHT.withFont(font());
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Drawing drawing : of(result)) {
            files.put(drawing.id() + ".png", png(drawing, theme));
        }
        return files;
    }

    /** All figures, in the order of the page. */
    static List<Drawing> of(Result result) {
        Page page = Page.of(result);
        List<Drawing> drawings = new ArrayList<>();
        if (page.architecture() != null) {
            drawings.add(page.architecture());
        }
        List<Figure> figures = new ArrayList<>(page.figures());
        if (page.traffic() != null) {
            figures.addAll(page.traffic().figures());
        }
        for (Figure figure : figures) {
            if (figure.drawing() != null) {
                drawings.add(figure.drawing());
            }
        }
        for (WorstOutage outage : page.worst()) {
            if (outage.timeline() != null) {
                drawings.add(outage.timeline());
            }
        }
        return drawings;
    }

    private static byte[] png(Drawing drawing, ChartTheme theme) throws IOException {
        BufferedImage image =
                new BufferedImage(drawing.width() * SCALE, drawing.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.scale(SCALE, SCALE);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        drawing.painter().paint(pen, theme);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** A font with the widths that drawings are laid out for, if there is one. */
    private static Font font() throws IOException {
        try {
            List<String> there = Arrays.asList(
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
            if (there.isEmpty()) {
                throw new IOException("no fonts are installed, and PNG needs one; SVG does not");
            }
            return FAMILIES.stream()
                    .filter(there::contains)
                    .findFirst()
                    .map(name -> new Font(name, Font.PLAIN, 14))
                    .orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        } catch (LinkageError | InternalError | IllegalStateException | NullPointerException broken) {
            // Java's font system fails in several ways where fonts or their libraries are missing.
            throw new IOException("fonts cannot be used on this machine, and PNG needs one; SVG does not", broken);
        }
    }
}
