package nines.ui.control;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** Values with their intervals, one below the other, on one axis that begins at nothing. */
public final class Whiskers extends Region {
    /**
     * One of them.
     *
     * @param name in front
     * @param value a dot; NaN for none
     * @param low lower end of the line
     * @param high upper end
     */
    public record Item(String name, double value, double low, double high) {}

    private static final double ROW = 30;
    private static final double BELOW = 20;
    private static final double NAMES = 220;

    private final DoubleFunction<String> words;
    private List<Item> items = List.of();

    /** @param words how a value is written */
    public Whiskers(DoubleFunction<String> words) {
        this.words = words;
        getStyleClass().add("whiskers");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    public void show(String spoken, List<Item> next) {
        items = List.copyOf(next);
        setAccessibleText(spoken);
        setPrefHeight(ROW * items.size() + BELOW + 6);
        setMinHeight(ROW * items.size() + BELOW + 6);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        double most = items.stream()
                .mapToDouble(item -> Math.max(finite(item.value()), finite(item.high())))
                .max()
                .orElse(0);
        if (most <= 0) {
            return;
        }
        double right = getWidth() - 40;
        double bottom = ROW * items.size() + 4;
        line(NAMES, bottom, right, bottom, "histogram-axis");
        int steps = right - NAMES > 500 ? 4 : 2;
        for (int i = 0; i <= steps; i++) {
            double x = NAMES + (right - NAMES) * i / steps;
            if (i > 0) {
                line(x, 4, x, bottom, "chart-grid");
            }
            Label label = label(words.apply(most * i / steps), "histogram-edge");
            label.relocate(x - label.getWidth() / 2, bottom + 3);
        }
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            double y = 4 + ROW * (i + 0.5);
            Label name = label(item.name(), "whisker-name");
            name.resize(Math.min(NAMES - 12, name.getWidth()), name.getHeight());
            name.relocate(0, y - name.getHeight() / 2);
            double scale = (right - NAMES) / most;
            if (!Double.isNaN(item.low()) && !Double.isNaN(item.high())) {
                double from = NAMES + Math.max(0, item.low()) * scale;
                double to = NAMES + Math.min(most, item.high()) * scale;
                line(from, y, to, y, "whisker");
                line(from, y - 5, from, y + 5, "whisker");
                line(to, y - 5, to, y + 5, "whisker");
            }
            if (!Double.isNaN(item.value())) {
                var dot = new Circle(NAMES + item.value() * scale, y, 5);
                dot.getStyleClass().add("whisker-dot");
                dot.setManaged(false);
                getChildren().add(dot);
            }
        }
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private void line(double x, double y, double toX, double toY, String style) {
        var line = new Line(x, y, toX, toY);
        line.getStyleClass().add(style);
        line.setManaged(false);
        getChildren().add(line);
    }

    private Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setManaged(false);
        getChildren().add(label);
        label.applyCss();
        label.autosize();
        return label;
    }
}
