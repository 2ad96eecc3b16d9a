package nines.ui.result;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** The share of a cause, drawn against the largest one and cut into its stages. */
final class ShareBar extends Region {
    private static final double HEIGHT = 10;
    private static final int SHADES = 5;

    private final CauseRow row;
    private final double largest;
    private final List<Region> parts = new ArrayList<>();

    ShareBar(CauseRow row, double largest) {
        this.row = row;
        this.largest = largest;
        getStyleClass().add("share-bar");
        for (int i = 0; i < row.stages().size(); i++) {
            var part = new Region();
            part.getStyleClass().addAll("share-part", shade(i));
            parts.add(part);
        }
        getChildren().addAll(parts);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMaxWidth(Double.MAX_VALUE);
        setMouseTransparent(true);
    }

    static String shade(int index) {
        return "shade-" + Math.min(index, SHADES - 1);
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = largest > 0 ? getWidth() * row.stages().get(i).share() / largest : 0;
            // One pixel of gap tells neighbours apart without colour.
            parts.get(i).resizeRelocate(x, 0, Math.max(width > 0 ? 1 : 0, width - 1), getHeight());
            x += width;
        }
    }
}
