package nines.ui.canvas;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A component in a place: picture by kind, name, what it is, how many. */
final class CardView extends StackPane {
    static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label below = new Label();
    private final Label count = new Label();
    private final Badge badge = new Badge();
    private final Tooltip tooltip = new Tooltip();
    private String words = "";

    CardView() {
        getStyleClass().add("card");
        icon.getStyleClass().add("card-icon");
        name.getStyleClass().add("card-name");
        below.getStyleClass().add("card-below");
        count.getStyleClass().add("card-count");
        count.setMinWidth(USE_PREF_SIZE);
        var texts = new VBox(name, below);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var content = new HBox(10, icon, texts, count);
        content.getStyleClass().add("card-content");
        content.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(content, badge);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        badge.setTranslateY(-11);
        badge.setTranslateX(8);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        Tooltip.install(this, tooltip);
    }

    void show(Card card, String place) {
        icon.setIconCode(KindIcons.ofComponent(card.kind()));
        name.setText(card.name());
        below.setText(CardText.below(card));
        count.setText("× " + card.count());
        count.setVisible(card.count() > 1);
        count.setManaged(card.count() > 1);
        words = CardText.spoken(card, place);
        tooltip.setText(words);
        setAccessibleText(words);
    }

    void fasten(String text) {
        badge.show(text);
        setAccessibleText(text.isEmpty() ? words : words + ", " + text + " of the downtime");
    }
}
