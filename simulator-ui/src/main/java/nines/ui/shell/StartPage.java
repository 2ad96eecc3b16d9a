package nines.ui.shell;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import nines.ui.canvas.Miniature;
import nines.ui.control.Icons;
import nines.ui.edit.Autosave;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Where one begins: lost work, recent files, and the library as pictures, each with its lesson. */
final class StartPage extends ScrollPane {
    private static final double CARD_HEIGHT = 272;

    private final WindowViewModel model;
    private final VBox lost = new VBox(8);
    private final VBox recent = new VBox(8);

    StartPage(WindowViewModel model, Runnable openFile) {
        this.model = model;
        setId("start");
        setFitToWidth(true);
        getStyleClass().add("page");
        var title = styled("How many nines will your design deliver, and why?", "title-1");
        var words = styled(
                "Start from a template that shows a lesson, change it, run it. "
                        + "Nines simulates years of failures and repairs in seconds, and says what causes the downtime.",
                "words");
        var create = Icons.button("new", MaterialDesignF.FILE_PLUS_OUTLINE, "New", model::create);
        create.getStyleClass().add("accent");
        var open = Icons.button("open-file", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Open a file …", openFile);
        var learn = Icons.button("classroom", MaterialDesignS.SCHOOL_OUTLINE, "Classroom", model::learn);
        var key = styled("Ctrl+N, Ctrl+O; F1 lists all keys", "quiet");
        var first = new HBox(12, create, open, learn, key);
        first.setAlignment(Pos.CENTER_LEFT);
        var content = new VBox(16, title, words, first, lost, recent);
        content.getStyleClass().add("page-content");
        if (!model.library().isEmpty()) {
            var shelf = new FlowPane(16, 16);
            for (Lesson lesson : model.library()) {
                Button card = card(lesson, () -> model.open(lesson.source()));
                card.setId("lesson-" + (shelf.getChildren().size() + 1));
                shelf.getChildren().add(card);
            }
            content.getChildren().addAll(styled("Templates", "title-3"), shelf);
        }
        setContent(content);
        update();
    }

    /** Looks again for recent files and lost work. */
    void update() {
        recent.getChildren().clear();
        var flow = new FlowPane(8, 8);
        for (Path file : model.desk().recent()) {
            var button = new Button(String.valueOf(file.getFileName()), new FontIcon(MaterialDesignF.FILE_OUTLINE));
            button.setId("recent-" + (flow.getChildren().size() + 1));
            button.setMnemonicParsing(false);
            button.setTooltip(new Tooltip(file.toString()));
            button.setAccessibleText("Open " + file.getFileName() + " again");
            button.setOnAction(event -> model.open(Source.file(file)));
            flow.getChildren().add(button);
        }
        show(recent, !flow.getChildren().isEmpty());
        if (!flow.getChildren().isEmpty()) {
            recent.getChildren().addAll(styled("Recent files", "title-3"), flow);
        }
        lost.getChildren().clear();
        for (Autosave.Left left : model.left()) {
            lost.getChildren().add(lost(left));
        }
        show(lost, !lost.getChildren().isEmpty());
    }

    private HBox lost(Autosave.Left left) {
        String origin = left.origin().isEmpty()
                ? "a document without a file"
                : String.valueOf(Path.of(left.origin()).getFileName());
        var words = styled("Unsaved work of a window that was not closed: " + origin, "words");
        words.setGraphic(Icons.icon(MaterialDesignL.LIFEBUOY, "note"));
        var back = new Button("Bring it back");
        back.setId("recover");
        back.getStyleClass().add("accent");
        back.setOnAction(event -> model.recover(left));
        var row = new HBox(12, words, back);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("lost");
        return row;
    }

    private static void show(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private Button card(Lesson lesson, Runnable open) {
        var picture = new Miniature();
        picture.setPrefSize(272, 132);
        picture.setMinSize(272, 132);
        model.draw(lesson, picture::show);
        var title = styled(lesson.title(), "lesson-title");
        title.setMinHeight(Region.USE_PREF_SIZE);
        var about = styled(lesson.about(), "lesson-about");
        about.setAlignment(Pos.TOP_LEFT);
        about.setMinHeight(52);
        about.setMaxHeight(52);
        var texts = new VBox(6, picture, title, about);
        texts.setAlignment(Pos.TOP_LEFT);
        texts.setPrefWidth(272);
        texts.setMaxWidth(272);
        var button = new Button();
        button.setGraphic(texts);
        button.getStyleClass().setAll("lesson");
        button.setAlignment(Pos.TOP_LEFT);
        button.setMinSize(300, CARD_HEIGHT);
        button.setPrefSize(300, CARD_HEIGHT);
        button.setMaxSize(300, CARD_HEIGHT);
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
