package nines.reports;

import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The colours of a page and its figures, and the font of the figures. All colours of one theme differ, so that a figure's
 * colour tells what it is for. Text has a contrast of at least 4.5 to the ground.
 *
 * @param ground behind everything
 * @param ink text and axes
 * @param faint text of second rank
 * @param grid lines that help the eye
 * @param fill bars
 * @param bad bars that break a promise
 * @param mark line of the promise
 * @param stages what went on in an outage, in the order of {@link Stages}
 * @param font of ticks and labels, in the size of the ticks
 */
public record ChartTheme(
        Color ground,
        Color ink,
        Color faint,
        Color grid,
        Color fill,
        Color bad,
        Color mark,
        List<Color> stages,
        Font font) {
    private static final Font ANY = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    public static final ChartTheme LIGHT = new ChartTheme(
            new Color(0xffffff),
            new Color(0x1b2733),
            new Color(0x566573),
            new Color(0xdde4ea),
            new Color(0x2f6f9f),
            new Color(0xd9691e),
            new Color(0x9f1d20),
            colours(0x12436d, 0xe0913a, 0x7fb2dc, 0x8a2c5e, 0x4f9d69, 0xc9b458, 0x8b98a5, 0x6b4fa0, 0x7a4b2a),
            ANY);

    public static final ChartTheme DARK = new ChartTheme(
            new Color(0x12181f),
            new Color(0xe6edf3),
            new Color(0x9fb0c0),
            new Color(0x2c3844),
            new Color(0x63a8dc),
            new Color(0xf0914e),
            new Color(0xffaaa3),
            colours(0x4d8fcc, 0xf0a95a, 0xb9dcf7, 0xd077a8, 0x79c794, 0xe6d58a, 0x8e9cab, 0xb39ddb, 0xc9a27e),
            ANY);

    public ChartTheme {
        stages = List.copyOf(stages);
    }

    private static List<Color> colours(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).toList();
    }

    public ChartTheme withFont(Font other) {
        return new ChartTheme(ground, ink, faint, grid, fill, bad, mark, stages, other);
    }

    /** The colours by their names. */
    Map<String, Color> colours() {
        Map<String, Color> colours = new LinkedHashMap<>();
        colours.put("ground", ground);
        colours.put("ink", ink);
        colours.put("faint", faint);
        colours.put("grid", grid);
        colours.put("fill", fill);
        colours.put("bad", bad);
        colours.put("mark", mark);
        for (int i = 0; i < stages.size(); i++) {
            colours.put("s" + i, stages.get(i));
        }
        return colours;
    }

    /** The colours as variables of a style sheet: {@code --ink:#1b2733;}. */
    String variables() {
        StringBuilder text = new StringBuilder();
        colours()
                .forEach((name, colour) -> text.append("--")
                        .append(name)
                        .append(String.format(Locale.ROOT, ":#%06x;", colour.getRGB() & 0xffffff)));
        return text.toString();
    }
}
