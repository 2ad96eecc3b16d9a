package nines.reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nines.result.Architecture;
import nines.result.Journey;
import nines.result.Result;

/**
 * The architecture drawn: places in places, components where they stand, each with its share of the headline's loss as a bar and a
 * number, and with a word where it is a single point of failure.
 */
final class ArchitectureDrawing {
    /** Components in places beyond which a drawing helps nobody. */
    private static final int STANDS_MAX = 60;

    private static final int GROUNDS_MAX = 60;
    private static final int ARROWS_MAX = 240;

    private final Architecture drawn;
    private final Plan plan;
    private final Map<String, Double> shares;
    private final Set<String> alone;
    private final List<String> journeys;

    private ArchitectureDrawing(
            Architecture drawn, List<String> journeys, Map<String, Double> shares, Set<String> alone) {
        this.drawn = drawn;
        this.journeys = journeys;
        this.shares = shares;
        this.alone = alone;
        plan = Plan.of(drawn, journeys);
    }

    /** The drawing; empty where the result does not tell the architecture or it is too large. */
    static Optional<Drawing> of(Result result) {
        Architecture drawn = result.architecture();
        return drawn == null
                ? Optional.empty()
                : of(
                        result.scenario().name(),
                        drawn,
                        result.journeys().stream().map(Journey::name).toList(),
                        Insight.shares(result, result.headline()),
                        Insight.alone(result, result.headline()));
    }

    /**
     * The drawing; empty where nothing stands on it or it is too large.
     *
     * @param shares of the loss, by component and place
     * @param alone single points of failure
     */
    static Optional<Drawing> of(
            String title, Architecture drawn, List<String> journeys, Map<String, Double> shares, Set<String> alone) {
        if (drawn.stands().isEmpty() || isTooLarge(drawn)) {
            return Optional.empty();
        }
        ArchitectureDrawing drawing = new ArchitectureDrawing(drawn, journeys, shares, alone);
        return Optional.of(new Drawing(
                "architecture",
                "Architecture of " + title,
                (int) Math.ceil(drawing.plan.width()),
                (int) Math.ceil(drawing.plan.height()),
                drawing::paint));
    }

    static boolean isTooLarge(Architecture drawn) {
        return drawn.stands().size() > STANDS_MAX || drawn.grounds().size() > GROUNDS_MAX;
    }

    private void paint(Graphics2D pen, ChartTheme theme) {
        drawn.grounds().forEach(ground -> frame(ground, pen, theme));
        arrows(pen, theme);
        drawn.grounds().forEach(ground -> title(ground, pen, theme));
        journeys.forEach(journey -> entry(journey, pen, theme));
        drawn.stands().forEach(stand -> card(stand, pen, theme));
    }

    private void frame(Architecture.Ground ground, Graphics2D pen, ChartTheme theme) {
        Plan.Box box = plan.boxes().get(ground.id());
        if (box == null) {
            return;
        }
        RoundRectangle2D frame = rounded(box, 10);
        pen.setPaint(theme.faint());
        pen.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0));
        pen.draw(frame);
    }

    /** On a plate, since arrows may pass behind it. */
    private void title(Architecture.Ground ground, Graphics2D pen, ChartTheme theme) {
        Plan.Box box = plan.boxes().get(ground.id());
        if (box == null) {
            return;
        }
        Double share = shares.get(ground.name());
        String title = ground.name() + (ground.count() > 1 ? " × " + ground.count() : "");
        if (!ground.kind().isEmpty() && !ground.kind().equals(ground.name())) {
            title += " (" + ground.kind() + ")";
        }
        String cost = share != null && share > 0 ? ", " + Amounts.percent(share) : "";
        String text =
                shortened(title + cost + (alone.contains(ground.name()) ? ", alone" : ""), box.width() - 20, false);
        pen.setPaint(theme.ground());
        pen.fill(new Rectangle2D.Double(box.x() + 7, box.y() + 5, new PlainFont(Font.PLAIN, 12).width(text) + 6, 17));
        text(text, box.x() + 10, box.y() + 18, false, theme.faint(), pen, theme);
    }

    private void entry(String journey, Graphics2D pen, ChartTheme theme) {
        Plan.Box box = plan.boxes().get("journey " + journey);
        if (box != null) {
            RoundRectangle2D pill = rounded(box, box.height());
            pen.setPaint(theme.ground());
            pen.fill(pill);
            pen.setPaint(theme.ink());
            pen.setStroke(new BasicStroke(1.4f));
            pen.draw(pill);
            String text = shortened(journey, box.width() - 20, true);
            double width = new PlainFont(Font.BOLD, 14).width(text);
            text(text, box.middle() - width / 2, box.y() + 20, true, theme.ink(), pen, theme);
        }
    }

    private void card(Architecture.Stand stand, Graphics2D pen, ChartTheme theme) {
        Plan.Box box = plan.boxes().get(Plan.card(stand.ground(), stand.component()));
        if (box == null) {
            return;
        }
        boolean single = alone.contains(stand.component());
        RoundRectangle2D frame = rounded(box, 8);
        pen.setPaint(theme.ground());
        pen.fill(frame);
        pen.setPaint(single ? theme.mark() : theme.ink());
        pen.setStroke(new BasicStroke(single ? 2.4f : 1.2f));
        pen.draw(frame);
        double left = box.x() + 10;
        double room = box.width() - 20;
        String name = stand.component() + (stand.count() > 1 ? " × " + stand.count() : "");
        text(shortened(name, room, true), left, box.y() + 19, true, theme.ink(), pen, theme);
        String kind = stand.kind() + (stand.note().isEmpty() ? "" : ", " + stand.note());
        text(shortened(kind, room, false), left, box.y() + 35, false, theme.faint(), pen, theme);
        double share = shares.getOrDefault(stand.component(), 0.0);
        String cost = single ? "alone" : "";
        if (share > 0) {
            pen.setPaint(theme.bad());
            pen.fill(new Rectangle2D.Double(left, box.bottom() - 10, Math.max(1.5, room * Math.min(1, share)), 4));
            // A component that stands in several places has one share, told on each of its cards.
            String whose = ends(stand.component(), "").size() > 1 ? " in all" : "";
            cost = Amounts.percent(share) + " of the loss" + whose + (single ? ", alone" : "");
        }
        Color colour = single ? theme.mark() : theme.ink();
        text(shortened(cost, room, false), left, box.bottom() - 14, false, colour, pen, theme);
    }

    private void arrows(Graphics2D pen, ChartTheme theme) {
        int drawnSoFar = 0;
        for (Architecture.Line line : drawn.lines()) {
            for (String from : ends(line.from(), "")) {
                String ground = from.contains("#") ? from.substring(0, from.indexOf('#')) : "";
                for (String to : ends(line.to(), ground)) {
                    Plan.Box start = plan.boxes().get(from);
                    Plan.Box end = plan.boxes().get(to);
                    if (start != null && end != null && drawnSoFar++ < ARROWS_MAX) {
                        arrow(start, end, line.way(), pen, theme);
                    }
                }
            }
        }
    }

    /** Where a name stands; if it stands on this ground too, only there. */
    private List<String> ends(String name, String ground) {
        if (plan.boxes().containsKey(name)) {
            return List.of(name);
        }
        List<String> ends = new ArrayList<>();
        for (Architecture.Stand stand : drawn.stands()) {
            if (stand.component().equals(name)) {
                ends.add(Plan.card(stand.ground(), name));
            }
        }
        String here = Plan.card(ground, name);
        if (!ground.isEmpty() && ends.contains(here)) {
            return List.of(here);
        }
        drawn.grounds().stream().filter(each -> each.name().equals(name)).forEach(each -> ends.add(each.id()));
        return ends;
    }

    private static void arrow(Plan.Box from, Plan.Box to, String way, Graphics2D pen, ChartTheme theme) {
        boolean down = to.y() >= from.bottom();
        boolean up = from.y() >= to.bottom();
        double x1 = down || up ? from.middle() : to.x() > from.x() ? from.x() + from.width() : from.x();
        double y1 = down ? from.bottom() : up ? from.y() : from.y() + from.height() / 2;
        double x2 = down || up ? to.middle() : to.x() > from.x() ? to.x() : to.x() + to.width();
        double y2 = down ? to.y() : up ? to.bottom() : to.y() + to.height() / 2;
        double dx = down || up ? 0 : (x2 - x1) / 2;
        double dy = down || up ? (y2 - y1) / 2 : 0;
        pen.setPaint(theme.faint());
        float[] dashes = way.equals("need") ? new float[] {2, 3} : way.equals("soft") ? new float[] {7, 4} : null;
        pen.setStroke(
                dashes == null
                        ? new BasicStroke(1.2f)
                        : new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        pen.draw(new CubicCurve2D.Double(x1, y1, x1 + dx, y1 + dy, x2 - dx, y2 - dy, x2, y2));
        Path2D head = new Path2D.Double();
        double sx = down || up ? 0 : Math.signum(x2 - x1);
        double sy = down || up ? Math.signum(y2 - y1) : 0;
        head.moveTo(x2, y2);
        head.lineTo(x2 - 7 * sx - 4 * sy, y2 - 7 * sy - 4 * sx);
        head.lineTo(x2 - 7 * sx + 4 * sy, y2 - 7 * sy + 4 * sx);
        head.closePath();
        pen.fill(head);
    }

    private static RoundRectangle2D rounded(Plan.Box box, double arc) {
        return new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }

    private static void text(
            String text, double x, double y, boolean bold, Color colour, Graphics2D pen, ChartTheme theme) {
        float size = bold ? 14 : 12;
        pen.setFont(theme.font().deriveFont(bold ? Font.BOLD : Font.PLAIN, size));
        pen.setPaint(colour);
        pen.drawString(text, (float) x, (float) y);
    }

    private static String shortened(String text, double room, boolean bold) {
        PlainFont font = new PlainFont(bold ? Font.BOLD : Font.PLAIN, bold ? 14 : 12);
        if (font.width(text) <= room) {
            return text;
        }
        String cut = text;
        while (cut.length() > 1 && font.width(cut + "…") > room) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return String.format(Locale.ROOT, "%s…", cut);
    }
}
