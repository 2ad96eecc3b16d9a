package nines.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/**
 * Bars of equal width, each labelled at its lower edge and with its share on top; a vertical line may mark a limit.
 */
public final class Histogram extends Region {
    private static final double LABELS = 18;
    private static final double SHARES = 16;
    private static final double BETWEEN_LABELS = 8;

    private final List<Region> bars = new ArrayList<>();
    private final List<Label> shares = new ArrayList<>();
    private final List<Label> edges = new ArrayList<>();
    private final Line axis = new Line();
    private final Line limit = new Line();
    private final Label limitWords = new Label();
    private List<Bar> data = List.of();
    private double limitAt = Double.NaN;

    public Histogram() {
        getStyleClass().add("histogram");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        axis.getStyleClass().add("histogram-axis");
        limit.getStyleClass().add("histogram-limit");
        limitWords.getStyleClass().add("histogram-limit-words");
        setPrefHeight(150);
        setMinHeight(110);
    }

    /**
     * Shows other bars.
     *
     * @param title spoken before the bars
     * @param lastEdge the upper edge of the last bar
     * @param limitPosition in bars from the left: 1.5 is the middle of the second; NaN for no limit
     */
    public void show(String title, List<Bar> next, String lastEdge, double limitPosition, String limitText) {
        data = List.copyOf(next);
        limitAt = limitPosition;
        bars.clear();
        shares.clear();
        edges.clear();
        getChildren().setAll(axis);
        var spoken = new StringBuilder(title);
        for (Bar bar : data) {
            var view = new Region();
            view.getStyleClass().add("histogram-bar");
            Tooltip.install(view, new Tooltip(bar.words()));
            bars.add(view);
            shares.add(label(Percent.of(bar.share()), "histogram-share"));
            edges.add(label(bar.label(), "histogram-edge"));
            spoken.append("; ").append(bar.words());
        }
        edges.add(label(lastEdge, "histogram-edge"));
        getChildren().addAll(bars);
        getChildren().addAll(shares);
        getChildren().addAll(edges);
        limitWords.setText(limitText);
        if (!Double.isNaN(limitAt)) {
            getChildren().add(getChildren().size() - shares.size() - edges.size(), limit);
            getChildren().add(limitWords);
            spoken.append("; ").append(limitText);
        }
        setAccessibleText(spoken.toString());
        requestLayout();
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset() + 8;
        double width = getWidth() - left - snappedRightInset() - 8;
        double top = snappedTopInset() + SHARES + (Double.isNaN(limitAt) ? 0 : LABELS);
        double bottom = getHeight() - snappedBottomInset() - LABELS;
        double most = data.stream().mapToDouble(Bar::share).max().orElse(1);
        double step = data.isEmpty() ? width : width / data.size();
        int every = labelEvery(step);
        for (int i = 0; i < data.size(); i++) {
            double height = most <= 0
                    ? 0
                    : Math.max(
                            data.get(i).share() > 0 ? 2 : 0,
                            (bottom - top) * data.get(i).share() / most);
            bars.get(i).resizeRelocate(left + i * step + 1, bottom - height, Math.max(1, step - 2), height);
            Label share = shares.get(i);
            share.setVisible(step >= 34 && data.get(i).share() > 0);
            center(share, left + (i + 0.5) * step, bottom - height - SHARES);
        }
        for (int i = 0; i < edges.size(); i++) {
            boolean isLast = i == edges.size() - 1;
            edges.get(i).setVisible(i % every == 0 && (isLast || edges.size() - 1 - i >= every) || isLast);
            center(edges.get(i), left + i * step, bottom + 2);
        }
        axis.setStartX(left);
        axis.setEndX(left + width);
        axis.setStartY(bottom);
        axis.setEndY(bottom);
        double x = left + limitAt * step;
        limit.setStartX(x);
        limit.setEndX(x);
        limit.setStartY(snappedTopInset() + LABELS - 2);
        limit.setEndY(bottom);
        center(limitWords, x, snappedTopInset());
    }

    /** How many bars a label at the lower edge needs for itself. */
    private int labelEvery(double step) {
        double widest = edges.stream()
                .mapToDouble(edge -> edge.prefWidth(-1) + BETWEEN_LABELS)
                .max()
                .orElse(0);
        return (int) Math.max(1, Math.ceil(widest / step));
    }

    private void center(Label label, double x, double y) {
        label.autosize();
        double within = Math.max(0, Math.min(getWidth() - label.getWidth(), x - label.getWidth() / 2));
        label.relocate(snapPositionX(within), snapPositionY(y));
    }
}
