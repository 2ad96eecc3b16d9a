package nines.ui.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nines.format.PropertyForm;
import nines.model.Type;
import nines.quantity.Dimension;
import nines.ui.control.Icons;
import nines.ui.edit.EditorViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** One key: its name, a control that fits its type, what silence means, and what is wrong with it. */
final class FieldRow extends VBox {
    private final EditorViewModel editor;
    private final List<String> block;
    private final PropertyForm.Key key;
    private final Silent silent;
    private final Label error = new Label();
    private final VBox below = new VBox(4);
    private @Nullable LawPlot plot;
    private boolean busy;

    FieldRow(EditorViewModel editor, List<String> block, PropertyForm.Key key, Silent silent) {
        super(3);
        this.editor = editor;
        this.block = block;
        this.key = key;
        this.silent = silent;
        getStyleClass().add("field");
        var name = new Label(key.name());
        name.getStyleClass().add("field-name");
        boolean written = editor.text().has(path());
        name.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("written"), written);
        var tooltip = new Tooltip(key.says() + "\nAllowed: " + key.type().says()
                + (key.missing().isEmpty() ? "" : "\nDoes not act in this version yet: " + key.missing()));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        name.setTooltip(tooltip);
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        show(error, false);
        Control control = control();
        control.setId("field-" + String.join("-", block) + "-" + key.name());
        control.setAccessibleText(key.name() + ": " + key.says());
        var line = new HBox(4, control);
        HBox.setHgrow(control, Priority.ALWAYS);
        control.setMaxWidth(Double.MAX_VALUE);
        line.getChildren().addAll(buttons(control));
        getChildren().addAll(name, line, below, error);
        String hint = silent.hint(path(), key);
        if (!written && !hint.isEmpty()) {
            var quiet = new Label(hint);
            quiet.getStyleClass().add("field-hint");
            quiet.setWrapText(true);
            getChildren().add(quiet);
        }
    }

    private List<String> path() {
        var path = new java.util.ArrayList<>(block);
        path.add(key.name());
        return path;
    }

    /** The value as the file writes it; a text without its quotes. */
    private String written() {
        return key.type() == Type.TEXT || key.type() == Type.WORD
                ? editor.text().plain(path()).orElse("")
                : editor.text().value(path()).orElse("");
    }

    private Control control() {
        List<String> choices = choices();
        if (!choices.isEmpty()) {
            return choice(choices);
        }
        var field = new TextField(written());
        field.setPromptText(silent.value(path(), key));
        field.setOnAction(event -> commit(field.getText()));
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                commit(field.getText());
            } else {
                preview(field.getText());
            }
        });
        field.textProperty().addListener((property, was, is) -> preview(is));
        return field;
    }

    private List<String> choices() {
        if (key.many() != PropertyForm.Many.ONE) {
            return List.of();
        }
        return switch (key.type()) {
            case WORD -> key.words();
            case FLAG -> List.of("true", "false");
            case NAME ->
                key.refers().stream()
                        .flatMap(section -> editor.text().keys(List.of(section)).stream())
                        .toList();
            default -> List.of();
        };
    }

    private ComboBox<String> choice(List<String> choices) {
        var box = new ComboBox<String>();
        box.getItems().add("");
        box.getItems().addAll(choices);
        box.setValue(written());
        String value = silent.value(path(), key);
        box.setPromptText(value);
        box.setButtonCell(new javafx.scene.control.ListCell<>() {
            @Override
            protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                boolean none = item == null || item.isEmpty();
                setText(none ? value : item);
                setOpacity(none ? 0.6 : 1);
            }
        });
        box.valueProperty().addListener((property, was, is) -> commit(is == null ? "" : is));
        return box;
    }

    private List<Node> buttons(Control control) {
        if (key.type() == Type.COUNT && control instanceof TextField field) {
            Button less = Icons.button(
                    "less-" + control.getId(),
                    MaterialDesignM.MINUS,
                    "One less " + key.name(),
                    "",
                    () -> step(field, -1));
            Button more = Icons.button(
                    "more-" + control.getId(),
                    MaterialDesignP.PLUS,
                    "One more " + key.name(),
                    "",
                    () -> step(field, 1));
            return List.of(less, more);
        }
        Dimension dimension = Laws.dimension(key.type());
        if (dimension != null && control instanceof TextField field) {
            return List.of(Icons.button(
                    "catalogue-" + control.getId(),
                    MaterialDesignB.BOOK_SEARCH_OUTLINE,
                    "Choose " + key.name() + " from the catalogue",
                    "",
                    () -> pick(field, dimension)));
        }
        return List.of();
    }

    private void step(TextField field, int by) {
        String shown = field.getText().isBlank() ? silent.value(path(), key) : field.getText();
        if (shown.strip().matches("[0-9]{1,6}")) {
            commit(Integer.toString(Math.max(0, Integer.parseInt(shown.strip()) + by)));
        }
    }

    private void pick(TextField field, Dimension dimension) {
        boolean open = below.getChildren().removeIf(CataloguePicker.class::isInstance);
        if (!open) {
            below.getChildren().add(new CataloguePicker(dimension, key.type() == Type.LIFE, chosen -> {
                field.setText(chosen);
                commit(chosen);
            }));
        }
    }

    /** What the law that is being typed looks like. */
    private void preview(String text) {
        Dimension dimension = Laws.dimension(key.type());
        if (dimension == null) {
            return;
        }
        String shown = text.isBlank() ? silent.value(path(), key) : text;
        Laws.read(shown, dimension)
                .ifPresentOrElse(
                        law -> {
                            if (plot == null) {
                                plot = new LawPlot(law, dimension);
                                below.getChildren().add(0, plot);
                            } else {
                                plot.show(law);
                            }
                        },
                        () -> {
                            below.getChildren().remove(plot);
                            plot = null;
                        });
    }

    private void commit(String value) {
        if (busy || value.strip().equals(written())) {
            show(error, false);
            return;
        }
        busy = true;
        boolean done = editor.set(block, key.name(), key.type(), value);
        busy = false;
        error.setText(done ? "" : editor.messageProperty().get());
        show(error, !done);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
