package nines.ui.canvas;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The whole drawing in a corner, with a frame around the part that is seen; a click or drag goes there. */
public final class Minimap extends StackPane {
    private final DiagramView view;
    private final DiagramViewModel model;
    private final Miniature picture = new Miniature();
    private final Region frame = new Region();

    public Minimap(DiagramView view, DiagramViewModel model) {
        this.view = view;
        this.model = model;
        setId("minimap");
        getStyleClass().add("minimap");
        setMinSize(190, 120);
        setMaxSize(190, 120);
        frame.getStyleClass().add("minimap-frame");
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        getChildren().addAll(picture, new Pane(frame));
        getChildren().get(1).setMouseTransparent(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        model.changedProperty().addListener((property, was, is) -> show());
        model.freshProperty().addListener((property, was, is) -> show());
        view.cameraProperty().addListener((property, was, is) -> frame());
        picture.widthProperty().addListener((property, was, is) -> frame());
        show();
    }

    private void show() {
        picture.show(model.diagramProperty().get(), model.layoutProperty().get());
        frame();
    }

    private void frame() {
        Box seen = view.seen();
        double scale = picture.scale();
        double left = Math.max(0, picture.left() + seen.x() * scale);
        double top = Math.max(0, picture.top() + seen.y() * scale);
        double right = Math.min(getMaxWidth(), picture.left() + seen.right() * scale);
        double bottom = Math.min(getMaxHeight(), picture.top() + seen.bottom() * scale);
        frame.resizeRelocate(left, top, Math.max(4, right - left), Math.max(4, bottom - top));
        DiagramLayout layout = model.layoutProperty().get();
        var whole = new Box(0, 0, layout.width(), layout.height());
        setVisible(
                !seen.contains(whole) || model.diagramProperty().get().cards().size() > 60);
    }

    private void go(MouseEvent event) {
        double scale = picture.scale();
        view.lookAt((event.getX() - picture.left()) / scale, (event.getY() - picture.top()) / scale);
        event.consume();
    }
}
