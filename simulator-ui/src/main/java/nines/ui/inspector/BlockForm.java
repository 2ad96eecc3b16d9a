package nines.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import nines.format.PropertyForm;
import nines.format.ScenarioText;
import nines.model.Acts;
import nines.model.Type;
import nines.ui.control.Icons;
import nines.ui.edit.EditorViewModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The keys of one block: those that are written or matter most in sight, the rest one press away. */
final class BlockForm extends VBox {
    private static final Set<String> FIRST = Set.of(
            "instances",
            "in",
            "needs",
            "through",
            "time-to-failure",
            "repair",
            "fix",
            "kind",
            "to",
            "as",
            "soft",
            "rate",
            "availability",
            "horizon",
            "precision",
            "people",
            "stock",
            "members",
            "every",
            "for",
            "detection",
            "promotion",
            "success",
            "otherwise",
            "interval",
            "fall",
            "active",
            "needed");
    private static final int DEEPEST = 4;

    private final EditorViewModel editor;
    private final Silent silent;
    private final Opened opened;

    BlockForm(EditorViewModel editor, List<String> path, Silent silent, Opened opened, int depth) {
        super(8);
        this.editor = editor;
        this.silent = silent;
        this.opened = opened;
        getStyleClass().add("block-form");
        ScenarioText text = editor.text();
        var more = new VBox(8);
        for (PropertyForm.Key key : PropertyForm.of(text, path).keys()) {
            if (key.type() == Type.CHANGES || key.type() == Type.VALUE) {
                continue;
            }
            Node row = row(path, key, depth);
            boolean inSight = text.has(child(path, key.name())) || key.required() || FIRST.contains(key.name());
            (inSight && (key.acts() != Acts.REQUESTS || text.has(child(path, key.name()))) ? this : more)
                    .getChildren()
                    .add(row);
        }
        if (!more.getChildren().isEmpty()) {
            getChildren().add(pane("More: " + more.getChildren().size() + " keys", "more", path, more));
        }
    }

    private Node row(List<String> path, PropertyForm.Key key, int depth) {
        List<String> here = child(path, key.name());
        ScenarioText.Holds holds = editor.text().holds(here);
        boolean deeper = key.isBlock() && depth < DEEPEST && holds != ScenarioText.Holds.LIST;
        if (!deeper || key.many() == PropertyForm.Many.LIST) {
            return new FieldRow(editor, path, key, silent);
        }
        return key.many() == PropertyForm.Many.NAMED ? named(here, key, depth) : single(path, here, key, depth);
    }

    /** A block: written out, or a plain value that stands for it. */
    private Node single(List<String> path, List<String> here, PropertyForm.Key key, int depth) {
        boolean plain = editor.text().holds(here) == ScenarioText.Holds.PLAIN;
        var content = new VBox(8);
        if (plain) {
            content.getChildren().add(new FieldRow(editor, path, key, silent));
        } else {
            var says = new Label(key.says());
            says.getStyleClass().add("field-hint");
            says.setWrapText(true);
            content.getChildren().addAll(says, new BlockForm(editor, here, silent, opened, depth + 1));
            if (editor.text().has(here)) {
                content.getChildren().add(remove(here, "Leave `" + key.name() + "` to its default"));
            }
        }
        return pane(key.name() + (editor.text().has(here) ? "" : " (default)"), "block", here, content);
    }

    /** A block with names chosen by the user: failure modes. */
    private Node named(List<String> here, PropertyForm.Key key, int depth) {
        var content = new VBox(8);
        boolean written = editor.text().has(here);
        if (editor.text().holds(here) == ScenarioText.Holds.PLAIN) {
            content.getChildren().add(new FieldRow(editor, here.subList(0, here.size() - 1), key, silent));
        }
        List<String> names = written ? editor.text().keys(here) : silent.keys(here);
        for (String name : names) {
            List<String> entry = child(here, name);
            if (written) {
                var inner = new VBox(8, new BlockForm(editor, entry, silent, opened, depth + 1));
                inner.getChildren().add(remove(entry, "Remove " + name));
                content.getChildren().add(pane(name, "named", entry, inner));
            } else {
                var label = new Label(name + ": " + shortened(silent.source(child(entry, "time-to-failure"))));
                label.getStyleClass().add("field-hint");
                label.setWrapText(true);
                content.getChildren().add(label);
            }
        }
        var add =
                Icons.button("add-" + String.join("-", here), MaterialDesignP.PLUS, "Add one", () -> add(here, names));
        add.setAccessibleText("Add one of " + key.name());
        add.getStyleClass().add("small");
        content.getChildren().add(add);
        if (!written && !names.isEmpty()) {
            var own = new Button("Write the defaults here, to change them");
            own.setId("write-" + String.join("-", here));
            own.getStyleClass().add("small");
            own.setWrapText(true);
            own.setOnAction(
                    event -> editor.edit("Write out " + key.name(), text -> text.set(here, silent.source(here))));
            content.getChildren().add(own);
        }
        String count = written || names.isEmpty() ? "" : " (" + names.size() + " by default)";
        return pane(key.name() + count, "block", here, content);
    }

    private static String shortened(String text) {
        return text.isEmpty() ? "by default" : text;
    }

    private void add(List<String> here, List<String> names) {
        String name = "mode";
        for (int i = 2; names.contains(name); i++) {
            name = "mode-" + i;
        }
        List<String> path = child(here, name);
        opened.open(path);
        boolean fresh = !editor.text().has(here) && !silent.source(here).isEmpty();
        editor.edit("Add " + name, text -> {
            ScenarioText all = fresh ? text.set(here, silent.source(here)) : text;
            return all.holds(here) == ScenarioText.Holds.PLAIN
                    ? all.set(
                            here,
                            "{ " + path.get(path.size() - 1)
                                    + ": { time-to-failure: exponential mean 1y, repair: 1h } }")
                    : all.set(path, "{ time-to-failure: exponential mean 1y, repair: 1h }");
        });
    }

    private HBox remove(List<String> path, String words) {
        var button = Icons.button(
                "remove-" + String.join("-", path),
                MaterialDesignC.CLOSE,
                words,
                () -> editor.edit(words, text -> text.remove(path)));
        button.getStyleClass().add("small");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(gap, button);
    }

    private TitledPane pane(String title, String what, List<String> path, Node content) {
        var pane = new TitledPane(title, content);
        pane.setId("pane-" + what + "-" + String.join("-", path));
        pane.getStyleClass().add("field-pane");
        pane.setAnimated(false);
        pane.setAccessibleText(title);
        var key = new ArrayList<>(path);
        key.add("<" + what + ">");
        pane.setExpanded(opened.isOpen(what.equals("more") ? key : path));
        pane.expandedProperty()
                .addListener((property, was, is) -> opened.remember(what.equals("more") ? key : path, is));
        return pane;
    }

    private static List<String> child(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
