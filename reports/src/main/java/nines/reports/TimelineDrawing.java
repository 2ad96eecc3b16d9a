package nines.reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import nines.result.Episode;
import nines.result.Lane;
import nines.result.Story;

/** An outage along time: what was served, and a lane for each thing that did not work, with the stage it was in. */
final class TimelineDrawing {
    private static final int WIDTH = 760;
    private static final double LEFT = 150;
    private static final double RIGHT = 16;
    private static final double LANE = 30;
    private static final double SERVED = 40;
    private static final double TOP = 6;
    private static final int LANES = 10;
    /** How much of what was before the outage is shown, as a share of its length. */
    private static final double BEFORE = 0.12;

    private static final double[] STEPS = {
        0.001,
        0.002,
        0.005,
        0.01,
        0.02,
        0.05,
        0.1,
        0.2,
        0.5,
        1,
        2,
        5,
        10,
        20,
        30,
        60,
        120,
        300,
        600,
        1200,
        1800,
        3600,
        7200,
        4 * 3600,
        6 * 3600,
        12 * 3600,
        86_400,
        2 * 86_400,
        5 * 86_400,
        10 * 86_400,
        30 * 86_400,
        90 * 86_400,
        365 * 86_400
    };

    private final Story story;
    private final List<Lane> lanes;
    private final double from;
    private final double to;

    private TimelineDrawing(Story story) {
        this.story = story;
        lanes = story.lanes().stream().limit(LANES).toList();
        boolean before = lanes.stream().flatMap(lane -> lane.spans().stream()).anyMatch(span -> span.from() < 0);
        from = before ? -BEFORE * story.duration() : 0;
        to = story.duration();
    }

    /** Whether there is anything to draw. */
    static boolean has(Story story) {
        return !story.lanes().isEmpty() && story.duration() > 0 && story.duration() < Double.POSITIVE_INFINITY;
    }

    static Drawing of(Story story, int number) {
        TimelineDrawing drawing = new TimelineDrawing(story);
        int height = (int) Math.ceil(TOP + SERVED + LANE * drawing.lanes.size() + 30);
        return new Drawing(
                "outage-" + number,
                "Timeline of the outage that " + story.root() + " began",
                WIDTH,
                height,
                drawing::paint);
    }

    private double x(double time) {
        double inside = Math.max(from, Math.min(to, time));
        return LEFT + (inside - from) / (to - from) * (WIDTH - LEFT - RIGHT);
    }

    private void paint(Graphics2D pen, ChartTheme theme) {
        double bottom = TOP + SERVED + LANE * lanes.size();
        axis(bottom, pen, theme);
        served(pen, theme);
        for (int i = 0; i < lanes.size(); i++) {
            lane(lanes.get(i), TOP + SERVED + LANE * i, pen, theme);
        }
    }

    private void axis(double bottom, Graphics2D pen, ChartTheme theme) {
        double step = step((to - from) / 5);
        for (double at = Math.ceil(from / step) * step; at <= to; at += step) {
            double x = x(at);
            pen.setPaint(theme.grid());
            pen.setStroke(new BasicStroke(1));
            pen.draw(new Line2D.Double(x, TOP, x, bottom));
            String label = Math.abs(at) < step / 2 ? "0" : (at < 0 ? "−" : "") + Amounts.plainDuration(Math.abs(at));
            centred(label, x, bottom + 16, pen, theme);
        }
        if (from < 0) {
            pen.setPaint(theme.ink());
            pen.draw(new Line2D.Double(x(0), TOP, x(0), bottom));
        }
    }

    private static double step(double wanted) {
        for (double step : STEPS) {
            if (step >= wanted) {
                return step;
            }
        }
        return wanted;
    }

    /** The share of requests that was not served, hanging from the top. */
    private void served(Graphics2D pen, ChartTheme theme) {
        name("not served", TOP + SERVED / 2 + 5, pen, theme);
        double height = SERVED - 10;
        for (Episode episode : levels()) {
            double lost = 1 - Math.max(0, episode.served());
            pen.setPaint(theme.bad());
            double left = x(episode.from());
            double right = x(episode.from() + episode.duration());
            pen.fill(new Rectangle2D.Double(
                    left, TOP + height * (1 - lost), Math.max(1.5, right - left), height * lost));
            String label = Amounts.percent(lost);
            double width = new PlainFont(Font.PLAIN, 12).width(label);
            if (right - left > width + 8) {
                plate(label, left + 4, TOP + height - 6, width, pen, theme);
            }
        }
        pen.setPaint(theme.faint());
        pen.draw(new Line2D.Double(LEFT, TOP + height, WIDTH - RIGHT, TOP + height));
    }

    /** Stretches with a loss; those that lose the same and follow each other are one. */
    private List<Episode> levels() {
        List<Episode> levels = new ArrayList<>();
        for (Episode episode : story.episodes()) {
            Episode last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
            if (!(episode.duration() > 0 && episode.served() < 1)) {
                continue;
            }
            if (last != null
                    && last.served() == episode.served()
                    && Math.abs(last.from() + last.duration() - episode.from()) < 1e-9 * story.duration()) {
                levels.set(
                        levels.size() - 1,
                        new Episode(last.from(), last.duration() + episode.duration(), last.served(), "", "", ""));
            } else {
                levels.add(episode);
            }
        }
        return levels;
    }

    /** A text on a plate of the ground's colour: readable on any bar. */
    private static void plate(String text, double x, double y, double width, Graphics2D pen, ChartTheme theme) {
        pen.setPaint(theme.ground());
        pen.fill(new Rectangle2D.Double(x - 2, y - 11, width + 4, 15));
        write(text, x, y, theme.ink(), pen, theme);
    }

    private void lane(Lane lane, double y, Graphics2D pen, ChartTheme theme) {
        name(lane.name(), y + 19, pen, theme);
        pen.setStroke(new BasicStroke(1));
        pen.setPaint(theme.grid());
        pen.draw(new Line2D.Double(LEFT, y + 26, WIDTH - RIGHT, y + 26));
        double free = 0;
        for (Lane.Span span : lane.spans()) {
            double left = x(span.from());
            double right = Math.max(left + 2, x(span.from() + span.duration()));
            if (span.from() + span.duration() <= from || span.from() >= to) {
                continue;
            }
            pen.setPaint(theme.stages()
                    .get(Stages.colour(span.stage()) % theme.stages().size()));
            pen.fill(new Rectangle2D.Double(left, y + 16, right - left, 9));
            String label = span.stage();
            double width = new PlainFont(Font.PLAIN, 12).width(label);
            boolean fits = right - left > width
                    || lane.spans().get(lane.spans().size() - 1).equals(span);
            double at = Math.min(left, WIDTH - RIGHT - width);
            if (fits && at >= free) {
                write(label, at, y + 13, theme.ink(), pen, theme);
                free = at + width + 6;
            }
        }
    }

    private static void name(String name, double y, Graphics2D pen, ChartTheme theme) {
        PlainFont font = new PlainFont(Font.PLAIN, 13);
        String text = name;
        while (text.length() > 1 && font.width(text) > LEFT - 14) {
            text = text.substring(0, text.length() - (text.endsWith("…") ? 2 : 1)) + "…";
        }
        pen.setFont(theme.font().deriveFont(Font.PLAIN, 13));
        pen.setPaint(theme.ink());
        pen.drawString(text, 4, (float) y);
    }

    private static void centred(String text, double x, double y, Graphics2D pen, ChartTheme theme) {
        double width = new PlainFont(Font.PLAIN, 12).width(text);
        double left = Math.max(0, Math.min(WIDTH - width, x - width / 2));
        write(text, left, y, theme.faint(), pen, theme);
    }

    private static void write(String text, double x, double y, Color colour, Graphics2D pen, ChartTheme theme) {
        pen.setFont(theme.font().deriveFont(Font.PLAIN, 12));
        pen.setPaint(colour);
        pen.drawString(text, (float) x, (float) y);
    }
}
