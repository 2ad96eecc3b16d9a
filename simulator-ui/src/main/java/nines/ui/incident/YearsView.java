package nines.ui.incident;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import nines.experiment.Replay.Incident;
import nines.quantity.Figures;

/** A whole replication as a bar with a tick for every outage; a click goes to the nearest. */
final class YearsView extends Region {
    private static final double HEIGHT = 20;

    private final PlayerViewModel model;

    YearsView(PlayerViewModel model) {
        this.model = model;
        getStyleClass().add("years");
        setId("years");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(120);
        setOnMouseClicked(event -> jump(event.getX()));
        model.frameProperty().addListener((property, was, is) -> update());
    }

    private void update() {
        setAccessibleText(model.incidents().size() + " outages in " + Figures.duration(model.length()));
        Tooltip.install(this, new Tooltip(getAccessibleText() + ": click on one"));
        requestLayout();
    }

    private void jump(double x) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < model.incidents().size(); i++) {
            double far = Math.abs(x(model.incidents().get(i)) - x);
            if (far < least) {
                least = far;
                nearest = i;
            }
        }
        model.jump(nearest);
    }

    private double x(Incident incident) {
        return 4 + (getWidth() - 8) * incident.start() / Math.max(1, model.length());
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        var ground = new Rectangle(0, 7, getWidth(), 6);
        ground.getStyleClass().add("years-ground");
        getChildren().add(ground);
        for (int i = 0; i < model.incidents().size(); i++) {
            double x = x(model.incidents().get(i));
            boolean isShown = i == model.at();
            var tick = new Line(x, isShown ? 1 : 5, x, isShown ? HEIGHT - 1 : HEIGHT - 5);
            tick.getStyleClass().add(isShown ? "years-shown" : "years-tick");
            getChildren().add(tick);
        }
    }
}
