package nines.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nines.format.PropertyForm;
import nines.format.ScenarioText;
import nines.model.Type;
import nines.ui.control.Icons;
import nines.ui.edit.EditorViewModel;
import nines.ui.edit.Entries;
import nines.ui.edit.Fields;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The properties of what is selected: an entry, an arrow, several things, or the file when nothing is. */
public final class InspectorView extends VBox {
    private static final List<String> NOT_DRAWN = List.of("traffic", "events", "crews", "spares", "groups");

    private final EditorViewModel editor;
    private final Opened opened = new Opened();
    private String shown = "";

    public InspectorView(EditorViewModel editor) {
        super(12);
        this.editor = editor;
        setId("inspector");
        getStyleClass().addAll("side", "inspector");
        editor.selectionProperty().addListener((property, was, is) -> show());
        editor.snapshotProperty().addListener((property, was, is) -> show());
        show();
    }

    /** Moves the focus to the first thing that can be changed. */
    public void focus() {
        Node name = lookup("#inspector-name");
        if (name instanceof TextField field) {
            field.requestFocus();
            field.selectAll();
        }
    }

    private void show() {
        ScenarioText text = editor.text();
        if (!text.refusal().isEmpty()) {
            return;
        }
        List<String> selection = editor.selectionProperty().get();
        String signature = selection + "\n" + content(text, selection);
        if (signature.equals(shown)) {
            return;
        }
        shown = signature;
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        String focused = focus == null || !isInside(focus) || focus.getId() == null ? "" : focus.getId();
        if (selection.isEmpty()) {
            getChildren().setAll(file());
        } else if (selection.size() > 1) {
            getChildren().setAll(several(selection));
        } else {
            String one = selection.get(0);
            int arrow = one.indexOf('→');
            getChildren().setAll(arrow < 0 ? entry(one) : arrow(one.substring(0, arrow), one.substring(arrow + 1)));
        }
        if (!focused.isEmpty()) {
            Node again = lookup("#" + focused);
            if (again != null) {
                again.requestFocus();
            }
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    /** What the form depends on; positions of the drawing do not count. */
    private static String content(ScenarioText text, List<String> selection) {
        if (selection.size() == 1 && selection.get(0).indexOf('→') < 0) {
            return text.source(Fields.path(text, selection.get(0))).orElse("")
                    + text.value(List.of("templates")).orElse("")
                    + text.value(List.of("defaults")).orElse("");
        }
        return text.text();
    }

    // One entry

    private List<Node> entry(String name) {
        ScenarioText text = editor.text();
        List<String> path = Fields.path(text, name);
        if (path.isEmpty()) {
            return file();
        }
        String kind = Entries.kind(text, name);
        String what = kind != null
                ? kind
                : path.get(0).equals("journeys")
                        ? "journey"
                        : path.get(0).equals("places")
                                ? text.plain(List.of("places", name, "kind")).orElse("place")
                                : path.get(0);
        var nodes = new ArrayList<Node>();
        nodes.add(header(what, kind == null ? "" : PropertyForm.says(kind)));
        nodes.add(nameField(name));
        if (kind != null && !PropertyForm.missing(kind).isEmpty()) {
            nodes.add(quiet("This version does not simulate " + PropertyForm.missing(kind)
                    + " yet: it says so in the result."));
        }
        nodes.add(new BlockForm(editor, path, Silent.of(editor.drawn(), path), opened, 0));
        nodes.add(actions(List.of(name)));
        return nodes;
    }

    private VBox header(String what, String says) {
        var title = new Label(what);
        title.getStyleClass().add("title-3");
        var box = new VBox(2, title);
        if (!says.isEmpty()) {
            box.getChildren().add(quiet(says));
        }
        return box;
    }

    private Node nameField(String name) {
        var field = new TextField(name);
        field.setId("inspector-name");
        field.setAccessibleText("Name");
        var error = quiet("");
        error.getStyleClass().setAll("label", "field-error");
        error.setVisible(false);
        error.setManaged(false);
        Runnable commit = () -> {
            boolean changed = !field.getText().strip().equals(name);
            boolean done = !changed || editor.rename(name, field.getText().strip());
            error.setText(done ? "" : editor.messageProperty().get());
            error.setVisible(!done);
            error.setManaged(!done);
        };
        field.setOnAction(event -> commit.run());
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is && editor.text().has(Fields.path(editor.text(), name))) {
                commit.run();
            }
        });
        var label = new Label("name");
        label.getStyleClass().add("field-name");
        return new VBox(3, label, field, error);
    }

    private Node actions(List<String> names) {
        var duplicate = Icons.button(
                "duplicate", MaterialDesignC.CONTENT_DUPLICATE, "Duplicate", () -> editor.duplicate(names));
        var delete = Icons.button("delete", MaterialDesignD.DELETE_OUTLINE, "Delete", () -> editor.delete(names));
        delete.getStyleClass().add("danger");
        return new HBox(8, duplicate, delete);
    }

    // An arrow

    private List<Node> arrow(String from, String to) {
        var nodes = new ArrayList<Node>();
        List<List<String>> calls = Fields.calls(editor.text(), from, to);
        nodes.add(header(
                from + " → " + to,
                calls.isEmpty()
                        ? "It cannot work without, but sends no requests there."
                        : "Requests go there, in " + calls.size() + (calls.size() == 1 ? " journey." : " journeys.")));
        for (List<String> call : calls) {
            var title = new Label("in " + call.get(1));
            title.getStyleClass().add("section");
            nodes.add(title);
            nodes.add(new BlockForm(editor, call, Silent.of(null, call), opened, 2));
        }
        var cut = Icons.button(
                "cut", MaterialDesignC.CONTENT_CUT, "Cut this arrow", () -> editor.delete(List.of(from + "→" + to)));
        nodes.add(cut);
        return nodes;
    }

    private List<Node> several(List<String> names) {
        return List.of(header(names.size() + " things", String.join(", ", names)), actions(names));
    }

    // The file

    private List<Node> file() {
        ScenarioText text = editor.text();
        var nodes = new ArrayList<Node>();
        nodes.add(header("The scenario", "Nothing is selected: these are the properties of the file."));
        var name = new TextField(text.plain(List.of("name")).orElse(""));
        name.setId("scenario-name");
        name.setAccessibleText("Name of the scenario");
        name.setOnAction(event -> editor.set(List.of(), "name", Type.TEXT, name.getText()));
        name.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                editor.set(List.of(), "name", Type.TEXT, name.getText());
            }
        });
        nodes.add(labelled("name", name));
        var about = new TextArea(text.plain(List.of("about")).orElse(""));
        about.setId("scenario-about");
        about.setAccessibleText("What the scenario is about");
        about.setWrapText(true);
        about.setPrefRowCount(5);
        about.focusedProperty().addListener((property, was, is) -> {
            boolean changed = !about.getText()
                    .strip()
                    .equals(text.plain(List.of("about")).orElse("").strip());
            if (!is && changed) {
                editor.set(List.of(), "about", Type.TEXT, about.getText());
            }
        });
        nodes.add(labelled("about", about));
        for (String section : List.of("targets", "run")) {
            var title = new Label(section.equals("run") ? "The run" : "What is promised");
            title.getStyleClass().add("section");
            nodes.add(title);
            nodes.add(new BlockForm(editor, List.of(section), Silent.of(null, List.of()), opened, 1));
        }
        NOT_DRAWN.forEach(section -> nodes.add(entries(section)));
        return nodes;
    }

    private static VBox labelled(String key, Node control) {
        var label = new Label(key);
        label.getStyleClass().add("field-name");
        return new VBox(3, label, control);
    }

    /** The entries of a section that is not on the drawing, and one more. */
    private Node entries(String section) {
        var title = new Label(section.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + section.substring(1));
        title.getStyleClass().add("section");
        var flow = new FlowPane(6, 6);
        for (String name : editor.text().keys(List.of(section))) {
            var button = new Button(name);
            button.setId("entry-" + name);
            button.getStyleClass().add("small");
            button.setMnemonicParsing(false);
            button.setAccessibleText(section + " " + name);
            button.setOnAction(event -> editor.select(List.of(name)));
            flow.getChildren().add(button);
        }
        var add = Icons.button(
                "add-" + section, MaterialDesignP.PLUS, "Add to " + section, "", () -> editor.addEntry(section));
        add.getStyleClass().add("small");
        flow.getChildren().add(add);
        HBox.setHgrow(flow, Priority.ALWAYS);
        return new VBox(4, title, flow);
    }

    private static Label quiet(String words) {
        var label = new Label(words);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }
}
