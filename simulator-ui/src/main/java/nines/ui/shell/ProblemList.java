package nines.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nines.format.Problem;
import nines.format.Severity;
import nines.ui.control.Icons;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** What was found in a file: how bad, where, what. */
final class ProblemList extends VBox {
    void show(List<Problem> problems) {
        show(problems, problem -> {});
    }

    /**
     * Shows problems that can be gone to.
     *
     * @param open called when a problem is clicked or entered
     */
    void show(List<Problem> problems, Consumer<Problem> open) {
        getStyleClass().setAll("problems");
        getChildren().clear();
        for (Problem problem : problems) {
            HBox row = row(problem);
            row.setOnMouseClicked(event -> open.accept(problem));
            row.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    open.accept(problem);
                    event.consume();
                }
            });
            getChildren().add(row);
        }
    }

    private static HBox row(Problem problem) {
        var where = new Label(problem.line() == 0 ? "" : "line " + problem.line());
        where.getStyleClass().add("problem-line");
        where.setMinWidth(64);
        var message = new Label(problem.message());
        message.getStyleClass().add("problem-message");
        message.setWrapText(true);
        var code = new Label(problem.code().name()
                + (problem.path().isEmpty() ? "" : " · " + problem.path())
                + (problem.column() > 0 && problem.line() > 0 ? " · column " + problem.column() : ""));
        code.getStyleClass().add("quiet");
        var texts = new VBox(2, message, code);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var row = new HBox(10, icon(problem.severity()), where, texts);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("problem");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(word(problem.severity()) + (problem.line() == 0 ? "" : " in line " + problem.line())
                + ": " + problem.message());
        return row;
    }

    private static FontIcon icon(Severity severity) {
        return switch (severity) {
            case ERROR -> Icons.icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, "bad");
            case WARNING -> Icons.icon(MaterialDesignA.ALERT_OUTLINE, "doubt");
            case NOTICE -> Icons.icon(MaterialDesignI.INFORMATION_OUTLINE, "note");
        };
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case NOTICE -> "Notice";
        };
    }

    /** {@code 2 errors, 1 notice}. */
    static String count(List<Problem> problems) {
        var words = new StringBuilder();
        for (Severity severity : Severity.values()) {
            long count = problems.stream()
                    .filter(problem -> problem.severity() == severity)
                    .count();
            if (count > 0) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(word(severity).toLowerCase(Locale.ROOT))
                        .append(count == 1 ? "" : "s");
            }
        }
        return words.toString();
    }
}
