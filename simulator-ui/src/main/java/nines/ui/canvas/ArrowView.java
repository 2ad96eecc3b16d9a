package nines.ui.canvas;

import javafx.scene.Group;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.transform.Rotate;

/** An arrow: its line and its head. */
final class ArrowView extends Group {
    private static final double HEAD = 8;

    private final Path line = new Path();
    private final Polygon head = new Polygon(0, 0, -HEAD, HEAD / 2, -HEAD, -HEAD / 2);

    ArrowView() {
        getChildren().addAll(line, head);
        line.getStyleClass().add("arrow-line");
        head.getStyleClass().add("arrow-head");
        setMouseTransparent(true);
    }

    void show(Arrow arrow, Route route) {
        getStyleClass()
                .setAll(
                        "arrow",
                        switch (arrow.link().way()) {
                            case CALL -> "call";
                            case SOFT -> "soft";
                            case NEED -> "need";
                        });
        if (arrow.across()) {
            getStyleClass().add("across");
        }
        line.getElements().setAll(new MoveTo(route.startX(), route.startY()));
        for (Route.Curve curve : route.curves()) {
            line.getElements()
                    .add(new CubicCurveTo(curve.x1(), curve.y1(), curve.x2(), curve.y2(), curve.endX(), curve.endY()));
        }
        Route.Curve last = route.curves().get(route.curves().size() - 1);
        head.setLayoutX(last.endX());
        head.setLayoutY(last.endY());
        head.getTransforms()
                .setAll(new Rotate(Math.toDegrees(Math.atan2(last.endY() - last.y2(), last.endX() - last.x2()))));
    }
}
