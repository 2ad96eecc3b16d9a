package nines.ui.canvas;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** A journey: where its users come in. Clicking it makes its way stand out. */
final class EntryView extends ToggleButton {
    EntryView(String journey, Runnable clicked) {
        super(journey);
        getStyleClass().add("entry");
        setGraphic(new FontIcon(MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE));
        setAccessibleText("Journey " + journey + ": show its way");
        setTooltip(new Tooltip("Journey " + journey + ": click to follow its way"));
        setOnAction(event -> clicked.run());
    }

    void follow(boolean on) {
        setSelected(on);
    }
}
