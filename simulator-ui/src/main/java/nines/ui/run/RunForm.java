package nines.ui.run;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** How to run: each field shows what the file says, and takes what the user wants instead. The file stays as it is. */
public final class RunForm extends TitledPane {
    private static final String AS_THE_FILE_SAYS = "as the file says";

    private static final List<String> KEYS =
            List.of("fidelity", "horizon", "replications", "precision", "seed", "wall-clock");

    private static final Map<String, String> NAMES = Map.of(
            "fidelity", "What is simulated",
            "horizon", "Simulated time",
            "replications", "Replications",
            "precision", "Until precise to",
            "seed", "Seed",
            "wall-clock", "At most, on the clock");

    private final ObjectProperty<Wishes> wishes;
    private final Supplier<@Nullable Scenario> scenario;
    private final GridPane grid = new GridPane();
    private final ComboBox<String> fidelity = new ComboBox<>();
    private final Map<String, TextField> fields = new java.util.LinkedHashMap<>();
    private boolean busy;

    /** @param scenario what is open; null while it cannot be read */
    public RunForm(ObjectProperty<Wishes> wishes, Supplier<@Nullable Scenario> scenario) {
        this.wishes = wishes;
        this.scenario = scenario;
        setId("how-to-run");
        setText("How to run");
        getStyleClass().add("field-pane");
        setExpanded(false);
        setAnimated(false);
        grid.setHgap(12);
        grid.setVgap(6);
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        fidelity.setId("run-fidelity");
        fidelity.setAccessibleText(NAMES.get("fidelity"));
        fidelity.setMaxWidth(Double.MAX_VALUE);
        fidelity.getItems().setAll(AS_THE_FILE_SAYS, "structural", "requests");
        fidelity.valueProperty().addListener((property, was, is) -> {
            if (!busy && is != null) {
                wishes.set(wishes.get().with("fidelity", is.equals(AS_THE_FILE_SAYS) ? "" : is));
            }
        });
        for (String key : KEYS) {
            var name = new Label(NAMES.get(key));
            name.getStyleClass().add("field-name");
            grid.addRow(grid.getRowCount(), name, key.equals("fidelity") ? fidelity : field(key));
        }
        var words = new Label("Only for runs here: the file is not changed. Structural runs simulate years of failures;"
                + " requests simulates every single request.");
        words.getStyleClass().add("field-hint");
        words.setWrapText(true);
        setContent(new VBox(8, grid, words));
        wishes.addListener((property, was, is) -> update());
        update();
    }

    private TextField field(String key) {
        var field = new TextField();
        field.setId("run-" + key);
        field.setAccessibleText(NAMES.get(key));
        field.setOnAction(event -> take(key, field));
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                take(key, field);
            }
        });
        fields.put(key, field);
        return field;
    }

    private void take(String key, TextField field) {
        if (!busy) {
            wishes.set(wishes.get().with(key, field.getText()));
        }
    }

    /** Shows what is asked for, and what the open file says. */
    public void update() {
        busy = true;
        Map<String, String> asked = wishes.get().written();
        String what = asked.getOrDefault("fidelity", AS_THE_FILE_SAYS);
        fidelity.setValue(what);
        Scenario open = scenario.get();
        fields.forEach((key, field) -> {
            field.setText(asked.getOrDefault(key, ""));
            field.setPromptText(open == null ? "" : says(open.run(), key));
        });
        setText(asked.isEmpty() ? "How to run" : "How to run: " + wishes.get().words());
        busy = false;
    }

    private static String says(RunSettings run, String key) {
        Integer replications = run.replications();
        return switch (key) {
            case "horizon" -> Dimension.DURATION.exact(run.horizon());
            case "replications" -> replications == null ? "until precise" : replications.toString();
            case "precision" -> Dimension.SHARE.exact(run.precision());
            case "seed" -> Integer.toString(run.seed());
            case "wall-clock" -> Dimension.DURATION.exact(run.wallClock());
            default -> "";
        };
    }
}
