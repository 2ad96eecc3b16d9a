package nines.ui.result;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nines.result.Result;
import nines.result.Verdict;
import nines.ui.control.Histogram;
import nines.ui.control.Icons;
import nines.ui.control.Percent;
import nines.ui.result.ResultViewModel.JourneyPage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** The side of the window with a result: the answer, the causes, then more figures and charts. */
public final class ResultView extends VBox {
    private static final int MOST_CAUSES = 12;

    private final ResultViewModel model;
    private final List<CauseView> causes = new ArrayList<>();

    public ResultView(ResultViewModel model) {
        this.model = model;
        getStyleClass().add("side");
        model.pageProperty().addListener((property, was, is) -> show(is));
        model.causeProperty().addListener((property, was, is) -> showPicked(is));
        show(model.pageProperty().get());
    }

    private void show(@Nullable JourneyPage page) {
        getChildren().clear();
        causes.clear();
        if (page == null) {
            return;
        }
        if (model.journeys().size() > 1) {
            getChildren().add(journeys(page.journey()));
        }
        getChildren().add(answer(page.answer()));
        getChildren().add(causes(page));
        page.charts().forEach(chart -> getChildren().add(chart(chart)));
        getChildren().add(facts(page.facts()));
        getChildren().addAll(warnings());
        Label effort = styled(model.effort(), "quiet");
        effort.setId("effort-done");
        getChildren().add(effort);
    }

    private HBox journeys(String shown) {
        var box = new HBox();
        box.setAccessibleText("Journeys");
        List<String> names = model.journeys();
        for (String name : names) {
            var button = new ToggleButton(name);
            button.setMnemonicParsing(false);
            button.setSelected(name.equals(shown));
            button.setAccessibleText("Result of journey " + name);
            button.getStyleClass()
                    .add(
                            names.indexOf(name) == 0
                                    ? "left-pill"
                                    : names.indexOf(name) == names.size() - 1 ? "right-pill" : "center-pill");
            button.setOnAction(event -> {
                button.setSelected(true);
                model.turnTo(name);
            });
            HBox.setHgrow(button, Priority.SOMETIMES);
            box.getChildren().add(button);
        }
        return box;
    }

    private static VBox answer(Answer answer) {
        var big = styled(answer.big(), "big");
        big.setId("answer");
        var box = new VBox(6, big);
        if (!answer.between().isEmpty()) {
            box.getChildren().add(styled(answer.between(), "quiet"));
        }
        if (!answer.verdictWords().isEmpty()) {
            var verdict = styled(answer.verdictWords(), "verdict");
            verdict.setId("verdict");
            verdict.setGraphic(
                    switch (answer.verdict()) {
                        case MET -> Icons.icon(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "good");
                        case MISSED -> Icons.icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, "bad");
                        case NOT_DECIDED -> Icons.icon(MaterialDesignH.HELP_CIRCLE_OUTLINE, "doubt");
                    });
            box.getChildren().add(verdict);
        }
        var sentence = styled(answer.sentence(), "words");
        sentence.setId("sentence");
        box.getChildren().add(sentence);
        if (answer.trust() != Verdict.GOOD) {
            box.getChildren().add(warning(answer.trustWords()));
        }
        return box;
    }

    private VBox causes(JourneyPage page) {
        var box = new VBox(2, styled("What causes it", "section"));
        if (page.causes().isEmpty()) {
            box.getChildren().add(styled("Nothing was lost, so there is nobody to blame.", "quiet"));
            return box;
        }
        double largest = page.causes().get(0).share();
        for (CauseRow row :
                page.causes().subList(0, Math.min(MOST_CAUSES, page.causes().size()))) {
            var view = new CauseView(causes.size() + 1, row, largest, () -> model.pick(row));
            causes.add(view);
            box.getChildren().add(view);
        }
        int more = page.causes().size() - causes.size();
        if (more > 0) {
            double rest = page.causes().stream()
                    .skip(causes.size())
                    .mapToDouble(CauseRow::share)
                    .sum();
            box.getChildren().add(styled("and " + more + " smaller ones: " + Percent.of(rest), "quiet"));
        }
        return box;
    }

    private void showPicked(@Nullable CauseRow picked) {
        causes.forEach(view -> view.show(view.row().equals(picked)));
    }

    private static VBox chart(Chart chart) {
        var histogram = new Histogram();
        histogram.show(chart.title(), chart.bars(), chart.lastEdge(), chart.limit(), chart.limitWords());
        return new VBox(4, styled(chart.title(), "section"), styled(chart.caption(), "quiet"), histogram);
    }

    private static VBox facts(List<Fact> facts) {
        var grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, values);
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            var value = new VBox(styled(fact.value(), "fact"));
            value.setAlignment(Pos.TOP_RIGHT);
            if (!fact.interval().isEmpty()) {
                value.getChildren().add(styled(fact.interval(), "quiet"));
            }
            Label name = styled(fact.name(), "fact-name");
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(i, name, value);
        }
        return new VBox(6, styled("More figures", "section"), grid);
    }

    private List<Node> warnings() {
        Result result = model.resultProperty().get();
        return result == null
                ? List.of()
                : result.warnings().stream().<Node>map(ResultView::warning).toList();
    }

    private static Label warning(String text) {
        Label label = styled(text, "warning");
        label.setGraphic(Icons.icon(MaterialDesignA.ALERT_OUTLINE, "doubt"));
        return label;
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
