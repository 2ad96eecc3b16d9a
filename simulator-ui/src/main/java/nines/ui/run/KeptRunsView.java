package nines.ui.run;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nines.quantity.Figures;
import nines.result.Estimate;
import nines.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The runs that are kept: pick one to see its result, tick some to compare them. */
public final class KeptRunsView extends VBox {
    private final KeptRunsViewModel model;
    private final Button compare;
    private int renaming;

    /**
     * @param show shows the result of the run of a number
     * @param openComparison shows the ticked runs side by side
     */
    public KeptRunsView(KeptRunsViewModel model, java.util.function.IntConsumer show, Runnable openComparison) {
        super(2);
        this.model = model;
        setId("kept-runs");
        compare = Icons.button("compare", MaterialDesignC.COMPARE_HORIZONTAL, "Compare", openComparison);
        compare.getStyleClass().add("small");
        model.runs().addListener((ListChangeListener<KeptRun>) change -> update(show));
        model.compared().addListener((ListChangeListener<Integer>) change -> tick());
        model.shownProperty().addListener((property, was, is) -> update(show));
        update(show);
    }

    private void update(java.util.function.IntConsumer show) {
        var rows = new ArrayList<Node>();
        if (!model.runs().isEmpty()) {
            var title = new Label("Runs");
            title.getStyleClass().add("section");
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            var head = new HBox(8, title, compare);
            head.setAlignment(Pos.BASELINE_LEFT);
            rows.add(head);
        }
        for (KeptRun run : model.runs()) {
            rows.add(row(run, show));
        }
        setVisible(!rows.isEmpty());
        setManaged(!rows.isEmpty());
        getChildren().setAll(rows);
        tick();
    }

    private void tick() {
        int ticked = model.compared().size();
        compare.setDisable(ticked < 2);
        compare.setTooltip(new Tooltip(ticked < 2 ? "Tick two runs or more" : "Side by side, with differences"));
    }

    private HBox row(KeptRun run, java.util.function.IntConsumer show) {
        var tick = new CheckBox();
        tick.setId("compare-" + run.number());
        tick.setAccessibleText("Compare run " + run.name());
        tick.setSelected(model.compared().contains(run.number()));
        tick.setOnAction(event -> model.compare(run.number(), tick.isSelected()));
        Node name = renaming == run.number() ? nameField(run, show) : nameButton(run, show);
        HBox.setHgrow(name, Priority.ALWAYS);
        var answer = new Label(answer(run));
        answer.getStyleClass().add("fact");
        answer.setMinWidth(USE_PREF_SIZE);
        var rename = Icons.button(
                "rename-run-" + run.number(),
                MaterialDesignP.PENCIL_OUTLINE,
                "Call run " + run.name() + " another name",
                "",
                () -> {
                    renaming = run.number();
                    update(show);
                });
        var drop = Icons.button(
                "drop-run-" + run.number(),
                MaterialDesignD.DELETE_OUTLINE,
                "Forget run " + run.name(),
                "",
                () -> model.drop(run.number()));
        var row = new HBox(4, tick, name, answer, rename, drop);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("kept-run");
        return row;
    }

    private ToggleButton nameButton(KeptRun run, java.util.function.IntConsumer show) {
        KeptRun shown = model.shownProperty().get();
        var name = new ToggleButton(run.name());
        name.setId("run-" + run.number());
        name.setMnemonicParsing(false);
        name.getStyleClass().setAll("kept-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setSelected(shown != null && shown.number() == run.number());
        name.setAccessibleText("Show run " + run.name() + " of " + run.subject() + ": " + answer(run));
        name.setTooltip(new Tooltip(run.subject() + ": " + run.name()));
        name.setOnAction(event -> {
            name.setSelected(true);
            show.accept(run.number());
        });
        return name;
    }

    private TextField nameField(KeptRun run, java.util.function.IntConsumer show) {
        var field = new TextField(run.name());
        field.setId("run-name");
        field.setAccessibleText("Name of the run");
        Runnable done = () -> {
            if (renaming == run.number()) {
                renaming = 0;
                model.rename(run.number(), field.getText());
                update(show);
            }
        };
        field.setOnAction(event -> done.run());
        field.focusedProperty().addListener((property, was, is) -> {
            if (was && !is) {
                done.run();
            }
        });
        javafx.application.Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
        });
        return field;
    }

    /** Its answer in a word: {@code 3.87 nines}. */
    static String answer(KeptRun run) {
        List<nines.result.Journey> journeys = run.ran().result().journeys();
        if (journeys.isEmpty()) {
            return "";
        }
        Estimate lost = run.ran().result().answer().requests().unavailability();
        return lost.value() > 0 ? Figures.nines(lost.value()) + " nines" : "none lost";
    }
}
