package nines.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame of a place, with its name in the corner. */
final class AreaView extends StackPane {
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label kind = new Label();
    private final HBox title = new HBox(6);
    private final Badge badge = new Badge();
    private String words = "";

    AreaView() {
        getStyleClass().add("area");
        icon.getStyleClass().add("area-icon");
        name.getStyleClass().add("area-name");
        kind.getStyleClass().add("area-kind");
        title.getChildren().addAll(icon, name, kind);
        title.getStyleClass().add("area-title");
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMouseTransparent(true);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        badge.setTranslateY(-9);
        badge.setTranslateX(8);
        getChildren().add(badge);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    }

    /** The name in the corner: it lies above the arrows, so that none strikes it out. */
    HBox title() {
        return title;
    }

    void show(Area area) {
        icon.setIconCode(KindIcons.ofPlace(area.kind()));
        name.setText(area.name() + (area.count() > 1 ? " × " + area.count() : ""));
        kind.setText(area.name().equals(area.kind()) ? "" : area.kind());
        words = area.kind() + " " + area.name() + (area.count() > 1 ? ", " + area.count() + " of them" : "");
        setAccessibleText(words);
    }

    void fasten(String text) {
        badge.show(text);
        setAccessibleText(text.isEmpty() ? words : words + ", " + text + " of the downtime");
    }
}
