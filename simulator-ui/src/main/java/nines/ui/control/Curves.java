package nines.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** Lines over a logarithmic axis, each of a shade and a dash of its own; the upward axis goes from 0 to 1. */
public final class Curves extends Region {
    /** Lines that can be told apart. */
    public static final int MOST = 5;

    private static final double LEFT = 46;
    private static final double BELOW = 20;
    private static final double ABOVE = 8;

    private final DoubleFunction<String> words;
    private List<Curve> curves = List.of();

    /** @param words how a value of the axis below is written */
    public Curves(DoubleFunction<String> words) {
        this.words = words;
        getStyleClass().add("curves");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPrefHeight(220);
        setMinHeight(140);
    }

    public void show(String spoken, List<Curve> next) {
        curves = List.copyOf(next);
        setAccessibleText(spoken);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Curve curve : curves) {
            for (Curve.Point point : curve.points()) {
                low = Math.min(low, point.x());
                high = Math.max(high, point.x());
            }
        }
        if (!(low < high) || low <= 0) {
            return;
        }
        double bottom = getHeight() - BELOW;
        line(LEFT, bottom, getWidth() - 8, bottom, "histogram-axis");
        for (double share : List.of(0.0, 0.25, 0.5, 0.75, 1.0)) {
            double y = bottom - share * (bottom - ABOVE);
            if (share > 0) {
                line(LEFT, y, getWidth() - 8, y, "chart-grid");
            }
            Label label = label(Percent.of(share));
            label.relocate(LEFT - 8 - label.prefWidth(-1), y - label.prefHeight(-1) / 2);
        }
        double from = StrictMath.log10(low);
        double to = StrictMath.log10(high);
        int steps = Math.max(2, (int) Math.min(7, (getWidth() - LEFT) / 90));
        for (int i = 0; i <= steps; i++) {
            double at = from + (to - from) * i / steps;
            double x = LEFT + (getWidth() - 8 - LEFT) * i / steps;
            Label label = label(words.apply(StrictMath.pow(10, at)));
            double wide = label.prefWidth(-1);
            label.relocate(Math.min(getWidth() - wide, Math.max(0, x - wide / 2)), bottom + 3);
        }
        for (int i = 0; i < curves.size(); i++) {
            var points = new ArrayList<Double>();
            for (Curve.Point point : curves.get(i).points()) {
                points.add(LEFT + (getWidth() - 8 - LEFT) * (StrictMath.log10(point.x()) - from) / (to - from));
                points.add(bottom - point.y() * (bottom - ABOVE));
            }
            var shape = new Polyline();
            shape.getPoints().setAll(points);
            shape.getStyleClass().addAll("curve", "curve-" + i % MOST);
            shape.setManaged(false);
            getChildren().add(shape);
        }
    }

    private void line(double x, double y, double toX, double toY, String style) {
        var line = new Line(x, y, toX, toY);
        line.getStyleClass().add(style);
        line.setManaged(false);
        getChildren().add(line);
    }

    private Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().add("histogram-edge");
        label.setManaged(false);
        getChildren().add(label);
        label.applyCss();
        label.autosize();
        return label;
    }
}
