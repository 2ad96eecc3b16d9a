package nines.ui.classroom;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import nines.result.Estimate;
import nines.ui.canvas.Miniature;
import nines.ui.canvas.Sketch;
import nines.ui.classroom.ClassroomViewModel.State;
import nines.ui.control.Icons;
import nines.ui.control.Whiskers;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The page of lessons: their list, and beside it the one that is open. */
public final class ClassroomView extends BorderPane {
    /** What to do with a lesson beyond reading it. */
    public interface Leave {
        /** Opens the lesson's scenario in the editor. */
        void edit(Lesson lesson);
    }

    private final ClassroomViewModel model;
    private final Leave leave;
    private final VBox content = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(content);
    private final List<ToggleButton> buttons = new ArrayList<>();
    private @Nullable Lesson drawn;
    private Node picture = new Region();

    /** @param goBack to where the user came from */
    public ClassroomView(ClassroomViewModel model, Leave leave, Runnable goBack) {
        this.model = model;
        this.leave = leave;
        setId("classroom-page");
        getStyleClass().add("classroom");
        content.getStyleClass().add("classroom-content");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        setCenter(scroll);
        setLeft(list(goBack));
        model.stateProperty().addListener((property, was, is) -> show(was, is));
        show(null, model.stateProperty().get());
    }

    private VBox list(Runnable goBack) {
        var back = Icons.button("leave-classroom", MaterialDesignA.ARROW_LEFT, "Back", "", goBack);
        var head = new HBox(6, back, styled("Classroom", "title-3"));
        head.setAlignment(Pos.CENTER_LEFT);
        var list = new VBox(2, head);
        list.getStyleClass().add("classroom-list");
        var group = new ToggleGroup();
        for (Lesson lesson : model.lessons()) {
            int number = buttons.size() + 1;
            var button = new ToggleButton(number + ". " + lesson.title());
            button.setId("class-" + number);
            button.setMnemonicParsing(false);
            button.setWrapText(true);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinHeight(Region.USE_PREF_SIZE);
            button.getStyleClass().setAll("kept-name");
            button.setAccessibleText("Lesson " + number + ": " + lesson.title());
            button.setOnAction(event -> {
                button.setSelected(true);
                model.open(lesson);
            });
            buttons.add(button);
            list.getChildren().add(button);
        }
        return list;
    }

    private void show(@Nullable State was, @Nullable State state) {
        content.getChildren().clear();
        if (state == null) {
            content.getChildren()
                    .addAll(
                            styled("Predict, then measure", "title-1"),
                            styled(
                                    "Each lesson asks a question. Say what you think will happen, run the experiment,"
                                            + " and read why. What runs is the engine that runs everything here.",
                                    "words"));
            return;
        }
        Lesson lesson = state.lesson();
        int number = model.lessons().indexOf(lesson);
        if (number >= 0) {
            buttons.get(number).setSelected(true);
        }
        content.getChildren().addAll(styled(lesson.title(), "title-1"), new HBox(28, question(state), picture(lesson)));
        if (state.running()) {
            var bar = new ProgressBar();
            bar.setPrefWidth(320);
            bar.setAccessibleText("The experiment is running");
            content.getChildren().addAll(styled("Running the experiment …", "quiet"), bar);
        }
        if (!state.failure().isEmpty()) {
            content.getChildren().add(styled(state.failure(), "words"));
        }
        if (state.isOver()) {
            content.getChildren().addAll(measured(state));
        }
        if (was == null || !was.lesson().equals(lesson)) {
            scroll.setVvalue(0);
        }
    }

    private VBox question(State state) {
        Lesson lesson = state.lesson();
        var box = new VBox(10, styled(lesson.question(), "words"), styled("What will happen?", "section"));
        var group = new ToggleGroup();
        for (int i = 0; i < lesson.choices().size(); i++) {
            int choice = i;
            var radio = new RadioButton(lesson.choices().get(i));
            radio.setId("choice-" + (i + 1));
            radio.setMnemonicParsing(false);
            radio.setWrapText(true);
            radio.setToggleGroup(group);
            radio.setSelected(state.predicted() == i);
            radio.setDisable(state.running() || state.isOver());
            radio.setAccessibleText("Prediction: " + lesson.choices().get(i));
            radio.setOnAction(event -> model.predict(choice));
            box.getChildren().add(radio);
        }
        Button run = Icons.button("run-lesson", MaterialDesignP.PLAY, "Run the experiment", model::run);
        run.getStyleClass().add("accent");
        run.setDisable(state.predicted() < 0 || state.running() || state.isOver());
        Button edit = Icons.button(
                "edit-lesson", MaterialDesignF.FILE_EDIT_OUTLINE, "Open in the editor", () -> leave.edit(lesson));
        box.getChildren().add(new HBox(10, run, edit));
        if (state.predicted() < 0) {
            box.getChildren().add(styled("First say what you think.", "quiet"));
        }
        box.setPrefWidth(560);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node picture(Lesson lesson) {
        if (!lesson.equals(drawn)) {
            drawn = lesson;
            var miniature = new Miniature();
            miniature.setPrefSize(330, 240);
            miniature.setMinSize(330, 240);
            miniature.setMaxSize(330, 240);
            miniature.show(Sketch.of(lesson.scenario(lesson.arms().get(0))));
            picture = miniature;
        }
        return picture;
    }

    private static List<Node> measured(State state) {
        Lesson lesson = state.lesson();
        var verdict = styled(state.verdict(), "verdict");
        verdict.setId("lesson-verdict");
        boolean right = state.predicted() == lesson.right();
        verdict.setGraphic(
                right
                        ? Icons.icon(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "good")
                        : Icons.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "doubt"));
        var whiskers = new Whiskers(lesson.measure()::words);
        whiskers.show(
                lesson.measure().title(),
                state.findings().stream()
                        .map(finding -> new Whiskers.Item(
                                finding.arm().label(),
                                finding.estimate().value(),
                                finding.estimate().low(),
                                finding.estimate().high()))
                        .toList());
        var figures = new VBox(3);
        for (Finding finding : state.findings()) {
            var name = styled(finding.arm().label(), "fact-name");
            name.setMinWidth(230);
            var value = styled(ClassroomViewModel.value(lesson.measure(), finding.estimate()), "fact");
            value.setMinWidth(130);
            value.setId("found-" + finding.arm().variant());
            var line = new HBox(12, name, value, styled(interval(lesson.measure(), finding.estimate()), "quiet"));
            line.setAlignment(Pos.BASELINE_LEFT);
            figures.getChildren().add(line);
        }
        var explanation = styled(state.explanation(), "words");
        explanation.setId("lesson-explanation");
        var title = styled("Why", "section");
        title.setGraphic(Icons.icon(MaterialDesignS.SCHOOL_OUTLINE, "note"));
        return List.of(verdict, styled(lesson.measure().title(), "section"), whiskers, figures, title, explanation);
    }

    private static String interval(Measure measure, Estimate estimate) {
        return estimate.hasInterval() && Double.isFinite(estimate.high())
                ? measure.words(Math.max(0, estimate.low())) + " to " + measure.words(estimate.high())
                : "";
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
