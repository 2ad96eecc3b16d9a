package nines.ui.inspector;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import nines.distribution.Distribution;
import nines.quantity.Dimension;

/** How likely a random quantity is to be how large: its density up to the 99th percentile, with the quartiles that matter. */
final class LawPlot extends Region {
    private static final int STEPS = 120;
    private static final double LABELS = 18;

    private final Polygon area = new Polygon();
    private final Line axis = new Line();
    private final Line[] marks = {new Line(), new Line(), new Line()};
    private final Label[] words = {new Label(), new Label(), new Label()};
    private final double[] shares = {0.5, 0.95, 0.99};
    private Distribution law;
    private final Dimension dimension;

    LawPlot(Distribution law, Dimension dimension) {
        this.law = law;
        this.dimension = dimension;
        getStyleClass().add("law-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        area.getStyleClass().add("closing-band-area");
        axis.getStyleClass().add("histogram-axis");
        getChildren().addAll(area, axis);
        for (int i = 0; i < marks.length; i++) {
            marks[i].getStyleClass().add("law-mark");
            words[i].getStyleClass().add("histogram-edge");
            getChildren().addAll(marks[i], words[i]);
        }
        setMinHeight(84);
        setPrefHeight(84);
        show(law);
    }

    void show(Distribution next) {
        law = next;
        setAccessibleText(sentence(next, dimension));
        requestLayout();
    }

    /** Mean and percentiles in words. */
    static String sentence(Distribution law, Dimension dimension) {
        return "mean " + amount(law.mean(), dimension) + ", half of them below " + amount(law.quantile(0.5), dimension)
                + ", 99 % below " + amount(law.quantile(0.99), dimension);
    }

    private static String amount(double value, Dimension dimension) {
        return Double.isNaN(value) ? "not known" : Double.isInfinite(value) ? "never" : dimension.rounded(value);
    }

    @Override
    protected void layoutChildren() {
        double to = law.quantile(0.992) * 1.05;
        boolean plots = Double.isFinite(to) && to > 0;
        area.setVisible(plots);
        area.getPoints().clear();
        double width = getWidth() - 2;
        double bottom = getHeight() - LABELS;
        axis.setStartX(0);
        axis.setEndX(width);
        axis.setStartY(bottom);
        axis.setEndY(bottom);
        for (int i = 0; i < marks.length; i++) {
            marks[i].setVisible(plots);
            words[i].setVisible(plots);
        }
        if (!plots) {
            return;
        }
        var density = new double[STEPS];
        double most = 0;
        for (int i = 0; i < STEPS; i++) {
            density[i] = Math.max(0, law.cdf(to * (i + 1) / STEPS) - law.cdf(to * i / STEPS));
            most = Math.max(most, density[i]);
        }
        area.getPoints().addAll(0.0, bottom);
        for (int i = 0; i < STEPS; i++) {
            area.getPoints()
                    .addAll(width * (i + 0.5) / STEPS, bottom - (bottom - 6) * density[i] / Math.max(1e-300, most));
        }
        area.getPoints().addAll(width, bottom);
        double free = 0;
        for (int i = 0; i < marks.length; i++) {
            double x = width * Math.min(1, law.quantile(shares[i]) / to);
            marks[i].setStartX(x);
            marks[i].setEndX(x);
            marks[i].setStartY(4);
            marks[i].setEndY(bottom);
            words[i].setText("p" + Math.round(100 * shares[i]) + " " + amount(law.quantile(shares[i]), dimension));
            words[i].autosize();
            double left = Math.min(width - words[i].getWidth(), Math.max(0, x - words[i].getWidth() / 2));
            words[i].setVisible(left >= free);
            words[i].relocate(left, bottom + 2);
            free = words[i].isVisible() ? left + words[i].getWidth() + 6 : free;
        }
    }
}
