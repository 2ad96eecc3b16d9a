package nines.ui.control;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** An estimate and its interval as they close in: effort to the right, the value upwards. */
public final class ClosingBand extends Region {
    /**
     * The estimate after some effort.
     *
     * @param effort any growing number
     * @param value the estimate
     * @param low lower end of its interval
     * @param high upper end
     */
    public record Point(double effort, double value, double low, double high) {}

    private static final double SCALE = 76;
    private static final double EFFORTS = 18;

    private final Polygon band = new Polygon();
    private final Polyline line = new Polyline();
    private final Line axis = new Line();
    private final Label top = new Label();
    private final Label bottom = new Label();
    private final Label first = new Label();
    private final Label last = new Label();
    private final Line upright = new Line();
    private final DoubleFunction<String> words;
    private List<Point> points = List.of();

    /** @param words how a value is written */
    public ClosingBand(DoubleFunction<String> words) {
        this.words = words;
        getStyleClass().add("closing-band");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("The interval closing in");
        band.getStyleClass().add("closing-band-area");
        line.getStyleClass().add("closing-band-line");
        axis.getStyleClass().add("histogram-axis");
        top.getStyleClass().add("histogram-edge");
        bottom.getStyleClass().add("histogram-edge");
        first.getStyleClass().add("histogram-edge");
        last.getStyleClass().add("histogram-edge");
        upright.getStyleClass().add("histogram-axis");
        getChildren().addAll(band, line, axis, upright, top, bottom, first, last);
        setPrefHeight(138);
        setMinHeight(90);
    }

    public void show(List<Point> next) {
        points = next.stream()
                .filter(point -> !Double.isNaN(point.value()) && !Double.isNaN(point.low()))
                .toList();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset() + SCALE;
        double width = getWidth() - left - snappedRightInset();
        double above = snappedTopInset() + 4;
        double height = getHeight() - above - snappedBottomInset() - EFFORTS;
        axis.setStartX(left);
        axis.setEndX(left + width);
        axis.setStartY(above + height);
        axis.setEndY(above + height);
        upright.setStartX(left);
        upright.setEndX(left);
        upright.setStartY(above);
        upright.setEndY(above + height);
        band.getPoints().clear();
        line.getPoints().clear();
        first.setVisible(points.size() > 1);
        last.setVisible(points.size() > 1);
        top.setVisible(points.size() > 1);
        bottom.setVisible(points.size() > 1);
        if (points.size() < 2) {
            return;
        }
        double from = points.get(0).effort();
        double to = points.get(points.size() - 1).effort();
        double most = highest();
        scale(top, words.apply(most), left, above - 8);
        scale(bottom, words.apply(0), left, above + height - 10);
        effort(first, from, left, left, above + height + 2);
        effort(last, to, left, left + width, above + height + 2);
        for (Point point : points) {
            double x = left + width * (point.effort() - from) / Math.max(1e-9, to - from);
            line.getPoints().addAll(x, y(point.value(), most, above, height));
            band.getPoints().addAll(x, y(point.high(), most, above, height));
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            Point point = points.get(i);
            double x = left + width * (point.effort() - from) / Math.max(1e-9, to - from);
            band.getPoints().addAll(x, y(point.low(), most, above, height));
        }
    }

    /** The effort at one end of the axis, within the picture. */
    private void effort(Label label, double effort, double left, double x, double y) {
        label.setText(Long.toString(Math.round(effort)) + (x > left ? " replications" : ""));
        label.autosize();
        label.relocate(Math.max(left, Math.min(getWidth() - label.getWidth(), x - label.getWidth() / 2)), y);
    }

    private static void scale(Label label, String text, double right, double y) {
        label.setText(text);
        label.autosize();
        label.relocate(Math.max(0, right - 8 - label.getWidth()), y);
    }

    /** The top of the scale: the first wild guesses may leave the picture. */
    private double highest() {
        Point last = points.get(points.size() - 1);
        double all = points.stream()
                .mapToDouble(Point::high)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double sensible = Math.max(2.5 * last.value(), 1.2 * last.high());
        return Math.max(1e-300, Math.min(all, sensible));
    }

    private static double y(double value, double most, double above, double height) {
        return above + height * (1 - Math.max(0, Math.min(1, value / most)));
    }
}
