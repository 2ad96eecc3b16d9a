package nines.ui.canvas;

import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** A small flag with a text, fastened to what causes downtime. */
final class Badge extends Label {
    Badge() {
        getStyleClass().add("badge");
        var flag = new FontIcon(MaterialDesignF.FLAG_VARIANT);
        flag.getStyleClass().add("badge-icon");
        setGraphic(flag);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        show("");
    }

    void show(String text) {
        setText(text);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}
