package nines.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import nines.format.NamedEntries;
import nines.format.Problem;
import nines.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Below everything: what is wrong with the document, and the last thing there was to say. */
final class ProblemStrip extends VBox {
    /** Where to go in the text. */
    interface GoTo {
        void line(int line, int column);
    }

    private static final double HEIGHT = 170;

    private final WindowViewModel model;
    private final GoTo goTo;
    private final Button count = new Button();
    private final Label message = new Label();
    private final ProblemList list = new ProblemList();
    private final ScrollPane scroll = new ScrollPane(list);
    private boolean wasBroken;

    ProblemStrip(WindowViewModel model, GoTo goTo) {
        this.model = model;
        this.goTo = goTo;
        getStyleClass().add("problem-strip");
        count.setId("problem-count");
        count.getStyleClass().addAll("flat", "small");
        count.setOnAction(event -> show(!scroll.isVisible()));
        message.setId("message");
        message.getStyleClass().add("message");
        message.textProperty().bind(model.editor().messageProperty());
        message.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(12, count, gap, message);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("status-bar");
        scroll.setId("notes");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side-scroll");
        scroll.setPrefHeight(HEIGHT);
        scroll.setMinHeight(HEIGHT);
        getChildren().addAll(scroll, bar);
        show(false);
        model.documentProperty().addListener((property, was, is) -> update());
        update();
    }

    private void show(boolean visible) {
        scroll.setVisible(visible);
        scroll.setManaged(visible);
    }

    private void update() {
        List<Problem> problems = model.problems();
        Document shown = model.documentProperty().get();
        boolean broken = shown != null && shown.reading().hasErrors();
        count.setText(problems.isEmpty() ? "No problems" : ProblemList.count(problems));
        count.setGraphic(
                broken
                        ? Icons.icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, "bad")
                        : problems.isEmpty()
                                ? Icons.icon(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "good")
                                : Icons.icon(MaterialDesignA.ALERT_OUTLINE, "doubt"));
        count.setAccessibleText("Problems: " + count.getText() + ". Press to see them.");
        list.show(problems, this::open);
        if (broken && !wasBroken) {
            show(true);
        } else if (!broken && wasBroken) {
            show(false);
        }
        wasBroken = broken;
    }

    /** Selects what a problem is about, and goes to its line. */
    private void open(Problem problem) {
        String path = problem.path();
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        if (!first.isEmpty() && NamedEntries.section(model.editor().text(), first) != null) {
            model.editor().select(List.of(first));
        }
        if (problem.line() > 0) {
            goTo.line(problem.line(), problem.column());
        }
    }
}
