package nines.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nines.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** A file that cannot be read: everything that is wrong with it, at once. */
final class ProblemsPage extends ScrollPane {
    private final WindowViewModel model;
    private final Label title = new Label();
    private final Label words = new Label();
    private final ProblemList list = new ProblemList();
    private final Button mend;

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
        var other = Icons.button("open-other", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Open another …", openFile);
        mend = Icons.button("mend", MaterialDesignP.PENCIL_OUTLINE, "Mend it here", model::mend);
        mend.getStyleClass().add("accent");
        var content = new VBox(16, title, words, list, new HBox(10, mend, again, other));
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
                                + ". Mend it here in its text, or in your editor and read it again."
                        : "");
        words.setVisible(isRead);
        words.setManaged(isRead);
        list.show(model.problems());
        mend.setVisible(isRead);
        mend.setManaged(isRead);
        setVvalue(0);
    }
}
