package nines.ui.incident;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import nines.quantity.Figures;
import nines.result.Lane;
import org.jspecify.annotations.Nullable;

/** What was wrong with whom over the time of an outage. The wheel zooms, a click moves the clock. */
final class TimelineView extends Region {
    private static final double NAMES = 130;
    private static final double ROW = 17;
    private static final double TOP = 20;
    private static final double MOST_ZOOM = 1e9;

    private final Line cursor = new Line();
    private final DoubleConsumer seek;
    private @Nullable Frame frame;
    private double zoom = 1;
    private double middle = 0.5;

    /** @param seek takes the seconds that were clicked at */
    TimelineView(DoubleConsumer seek) {
        this.seek = seek;
        getStyleClass().add("timeline");
        setId("timeline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(cursor);
        cursor.getStyleClass().add("timeline-cursor");
        cursor.setManaged(false);
        setMinHeight(60);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setOnScroll(event -> {
            if (event.getDeltaY() != 0) {
                zoomAt(event.getDeltaY() > 0 ? 1.4 : 1 / 1.4, event.getX());
                event.consume();
            }
        });
        setOnMousePressed(event -> point(event.getX()));
        setOnMouseDragged(event -> point(event.getX()));
    }

    private void point(double x) {
        if (frame != null && x >= NAMES) {
            seek.accept(time(x));
        }
    }

    void show(@Nullable Frame next) {
        Frame was = frame;
        frame = next;
        if (next == null || was == null || !was.title().equals(next.title())) {
            zoom = 1;
            middle = 0.5;
        } else if (zoom > 1) {
            follow(next);
        }
        boolean same = was != null
                && next != null
                && was.lanes().equals(next.lanes())
                && was.title().equals(next.title());
        if (!same || zoom > 1) {
            requestLayout();
        } else {
            placeCursor();
        }
        setAccessibleText(next == null ? "No outage" : "What was wrong with whom: " + next.wrong());
    }

    /** What is enlarged keeps the clock in sight. */
    private void follow(Frame next) {
        double share = (next.now() - next.from()) / (next.to() - next.from());
        double half = 0.5 / zoom;
        if (share < middle - half || share > middle + half) {
            middle = share;
        }
    }

    void zoomBy(double factor) {
        if (frame != null) {
            zoomAt(factor, x(frame.now()));
        }
    }

    void fit() {
        zoom = 1;
        middle = 0.5;
        requestLayout();
    }

    private void zoomAt(double factor, double x) {
        if (frame == null || width() <= 0) {
            return;
        }
        double place = (Math.max(NAMES, x) - NAMES) / width();
        double share = middle + (place - 0.5) / zoom;
        zoom = Math.max(1, Math.min(MOST_ZOOM, zoom * factor));
        middle = zoom == 1 ? 0.5 : share - (place - 0.5) / zoom;
        requestLayout();
    }

    private double width() {
        return getWidth() - NAMES - 12;
    }

    private double x(double time) {
        if (frame == null) {
            return NAMES;
        }
        double share = (time - frame.from()) / (frame.to() - frame.from());
        return NAMES + width() * ((share - middle) * zoom + 0.5);
    }

    private double time(double x) {
        if (frame == null) {
            return 0;
        }
        double share = ((x - NAMES) / width() - 0.5) / zoom + middle;
        return frame.from() + share * (frame.to() - frame.from());
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP + ROW * (frame == null ? 2 : Math.max(2, frame.lanes().size())) + 6;
    }

    @Override
    protected void layoutChildren() {
        getChildren().setAll(cursor);
        Frame shown = frame;
        cursor.setVisible(shown != null);
        if (shown == null || width() <= 0) {
            return;
        }
        int steps = Math.max(2, (int) (width() / 110));
        for (int i = 0; i <= steps; i++) {
            double x = NAMES + width() * i / steps;
            double time = time(x);
            var line = new Line(x, TOP, x, getHeight());
            line.getStyleClass().add("chart-grid");
            Label label = label(
                    (time < 0 ? "−" : "") + Figures.duration(Math.abs(time) < 1e-9 ? 0 : Math.abs(time)),
                    "histogram-edge");
            line.setManaged(false);
            getChildren().addAll(line, label);
            label.applyCss();
            label.autosize();
            label.relocate(Math.max(NAMES, Math.min(getWidth() - label.getWidth(), x - label.getWidth() / 2)), 2);
        }
        double begin = Math.max(NAMES, x(0));
        double end = Math.min(getWidth() - 12, x(shown.to() / 1.08));
        if (end > begin) {
            var outage = new Rectangle(begin, TOP, end - begin, Math.max(0, getHeight() - TOP));
            outage.getStyleClass().add("timeline-outage");
            outage.setManaged(false);
            getChildren().add(0, outage);
        }
        List<Lane> lanes = shown.lanes();
        for (int i = 0; i < lanes.size(); i++) {
            lane(lanes.get(i), TOP + ROW * i);
        }
        cursor.toFront();
        placeCursor();
    }

    private void lane(Lane lane, double y) {
        for (Lane.Span span : lane.spans()) {
            double from = Math.max(NAMES, x(span.from()));
            double to = Math.min(getWidth() - 12, x(span.from() + span.duration()));
            if (to <= from) {
                continue;
            }
            Label bar = label(span.stage(), "timeline-span");
            bar.getStyleClass().add("stage-" + span.stage().replace(' ', '-'));
            bar.setTooltip(new Tooltip(lane.name() + ": " + span.stage() + ", " + Figures.duration(span.duration())));
            bar.setMinWidth(2);
            getChildren().add(bar);
            bar.resizeRelocate(from, y + 1, Math.max(2, to - from), ROW - 3);
            if (to - from < 44) {
                bar.setText("");
            }
        }
        Label name = label(lane.name(), "timeline-name");
        getChildren().add(name);
        name.resizeRelocate(0, y, NAMES - 8, ROW);
    }

    private void placeCursor() {
        Frame shown = frame;
        if (shown != null) {
            double x = Math.max(NAMES, Math.min(getWidth() - 12, x(shown.now())));
            cursor.setStartX(x);
            cursor.setEndX(x);
            cursor.setStartY(TOP - 4);
            cursor.setEndY(getHeight());
        }
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setManaged(false);
        return label;
    }
}
