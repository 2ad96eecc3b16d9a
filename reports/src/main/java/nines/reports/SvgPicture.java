package nines.reports;

import java.awt.Font;
import java.util.Locale;

/**
 * A drawing as an {@code <svg>} element to stand in a page, or as a file of its own. In a page its colours are variables of the
 * style sheet, so that one picture serves light and dark. Equal drawings give equal texts, on any machine, with or without fonts.
 */
final class SvgPicture {
    /** What figures are laid out with: large enough to be read on a phone, where the picture shrinks. */
    static final ChartTheme THEME = ChartTheme.LIGHT.withFont(new PlainFont(Font.PLAIN, 14));

    private SvgPicture() {}

    /** To stand in a page. */
    static String of(Drawing drawing) {
        SvgPen pen = new SvgPen(THEME, drawing.id());
        drawing.painter().paint(pen, THEME);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + drawing.width() + "\" height=\""
                + drawing.height()
                + "\" viewBox=\"0 0 " + drawing.width() + " " + drawing.height() + "\" role=\"img\" aria-label=\""
                + SvgPen.escaped(drawing.title()) + "\">\n" + pen.elements()
                + "</svg>";
    }

    /** A file of its own, on white: programs that draw such files seldom know variables. */
    static String file(Drawing drawing) {
        String[] text = {of(drawing)};
        THEME.colours()
                .forEach((name, colour) -> text[0] = text[0].replace(
                        "var(--" + name + ")", String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff)));
        int start = text[0].indexOf('\n') + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + text[0].substring(0, start).replace("viewBox", "font-family=\"" + PlainFont.FAMILIES + "\" viewBox")
                + "<title>" + SvgPen.escaped(drawing.title()) + "</title>\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                + text[0].substring(start) + "\n";
    }
}
