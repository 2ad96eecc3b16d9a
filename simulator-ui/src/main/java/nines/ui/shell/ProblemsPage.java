package nines.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nines.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** A file that cannot be read: everything that is wrong with it, at once. */
final class ProblemsPage extends ScrollPane {
    private final WindowViewModel model;
    private final Label title = new Label();
    private final Label words = new Label();
    private final ProblemList list = new ProblemList();

    ProblemsPage(WindowViewModel model, Runnable openFile) {
        this.model = model;
        setId("problems");
        setFitToWidth(true);
        getStyleClass().add("page");
        title.getStyleClass().add("title-2");
        title.setWrapText(true);
        words.getStyleClass().add("words");
        words.setWrapText(true);
        var again = Icons.button("read-again", MaterialDesignR.RELOAD, "Read it again", model::reload);
        again.getStyleClass().add("accent");
        var other = Icons.button("open-other", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Open another …", openFile);
        var content = new VBox(16, title, words, list, new HBox(10, again, other));
        content.getStyleClass().add("page-content");
        setContent(content);
        model.documentProperty()
                .addListener((property, was, is) ->
                        show(is == null ? "" : is.source().name()));
    }

    private void show(String file) {
        boolean isRead = model.problems().stream().anyMatch(problem -> problem.line() > 0);
        title.setText(file + (isRead ? " cannot be drawn yet" : " cannot be opened"));
        words.setText(
                isRead
                        ? "Found in it: " + ProblemList.count(model.problems())
                                + ". Mend the file in your editor, then read it again."
                        : "");
        words.setVisible(isRead);
        words.setManaged(isRead);
        list.show(model.problems());
        setVvalue(0);
    }
}
