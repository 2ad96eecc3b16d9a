package nines.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A question or a page over the window, which keeps everything else away until it is answered. */
final class Sheet extends StackPane {
    private final Runnable escape;

    /**
     * @param escape what the Escape key means
     * @param buttons the first of them has the focus
     */
    Sheet(String id, String title, Node content, List<Button> buttons, Runnable escape) {
        this.escape = escape;
        setId(id);
        getStyleClass().add("sheet-ground");
        var heading = new Label(title);
        heading.getStyleClass().add("title-3");
        heading.setWrapText(true);
        var row = new HBox(10);
        row.getChildren().addAll(buttons);
        row.setAlignment(Pos.CENTER_RIGHT);
        var box = new VBox(14, heading, content, row);
        box.getStyleClass().add("sheet");
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(box);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        sceneProperty().addListener((property, was, is) -> {
            if (is != null && !buttons.isEmpty()) {
                javafx.application.Platform.runLater(buttons.get(0)::requestFocus);
            }
        });
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            escape.run();
            event.consume();
        }
    }
}
