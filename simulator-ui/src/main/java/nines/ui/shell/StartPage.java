package nines.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import nines.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Where one begins: the library, each scenario with its lesson, and the way to a file of one's own. */
final class StartPage extends ScrollPane {
    StartPage(WindowViewModel model, Runnable openFile) {
        setId("start");
        setFitToWidth(true);
        getStyleClass().add("page");
        var title = styled("How many nines will your design deliver, and why?", "title-1");
        var words = styled(
                "Open a scenario file, or start from one that shows a lesson. "
                        + "Nines draws it, runs years of failures and repairs, and says what causes the downtime.",
                "words");
        var open = Icons.button("open-file", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Open a file …", openFile);
        open.getStyleClass().add("accent");
        var key = styled("Ctrl+O", "quiet");
        var first = new HBox(12, open, key);
        first.setAlignment(Pos.CENTER_LEFT);
        var content = new VBox(16, title, words, first);
        content.getStyleClass().add("page-content");
        if (!model.library().isEmpty()) {
            var shelf = new FlowPane(16, 16);
            for (Lesson lesson : model.library()) {
                Button card = card(lesson, () -> model.open(lesson.source()));
                card.setId("lesson-" + (shelf.getChildren().size() + 1));
                shelf.getChildren().add(card);
            }
            content.getChildren().addAll(styled("The library", "title-3"), shelf);
        }
        setContent(content);
    }

    private static Button card(Lesson lesson, Runnable open) {
        var title = styled(lesson.title(), "lesson-title");
        var about = styled(lesson.about(), "lesson-about");
        var texts = new VBox(6, title, about);
        title.setMinHeight(Region.USE_PREF_SIZE);
        texts.setAlignment(Pos.TOP_LEFT);
        texts.setMinHeight(124);
        texts.setMaxHeight(124);
        texts.setPrefWidth(268);
        texts.setMaxWidth(268);
        var button = new Button();
        button.setGraphic(texts);
        button.getStyleClass().setAll("lesson");
        button.setAlignment(Pos.TOP_LEFT);
        button.setPrefSize(300, 156);
        var whole = new Tooltip(lesson.about());
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        button.setTooltip(whole);
        button.setAccessibleText(lesson.title() + ". " + lesson.about());
        button.setOnAction(event -> open.run());
        return button;
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
