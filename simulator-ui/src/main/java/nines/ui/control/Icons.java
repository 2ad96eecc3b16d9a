package nines.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons with a picture, a name for those who listen, and their key in the tooltip. */
public final class Icons {
    private Icons() {}

    public static FontIcon icon(Ikon ikon, String style) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().add(style);
        return icon;
    }

    /** A button without words: its name is spoken and shown as a tooltip. */
    public static Button button(String id, Ikon ikon, String name, String key, Runnable action) {
        Button button = button(id, ikon, name, action);
        button.setText("");
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(key.isEmpty() ? name : name + " (" + key + ")"));
        return button;
    }

    /** A button with picture and words. */
    public static Button button(String id, Ikon ikon, String name, Runnable action) {
        var button = new Button(name, new FontIcon(ikon));
        button.setId(id);
        button.setAccessibleText(name);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        return button;
    }
}
