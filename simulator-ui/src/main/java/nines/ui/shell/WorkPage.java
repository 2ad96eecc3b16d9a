package nines.ui.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import nines.ui.canvas.DiagramView;
import nines.ui.canvas.EditableDiagram;
import nines.ui.canvas.Minimap;
import nines.ui.canvas.Palette;
import nines.ui.control.Icons;
import nines.ui.incident.PlayerView;
import nines.ui.inspector.InspectorView;
import nines.ui.result.ResultView;
import nines.ui.run.KeptRunsView;
import nines.ui.run.RunForm;
import nines.ui.run.RunView;
import nines.ui.run.RunViewModel;
import nines.ui.text.TextView;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The editor: palette, drawing and text; beside them the properties, or the run and its result; problems below. */
final class WorkPage extends BorderPane {
    private static final double SIDE_WIDTH = 400;

    private final WindowViewModel model;
    private final DiagramView drawing;
    private final EditableDiagram editable;
    private final RunView run;
    private final ResultView result;
    private final RunForm form;
    private final KeptRunsView kept;
    private final HBox actions;
    private final VBox runs;
    private final VBox asked;
    private final InspectorView inspector;
    private final TextView text;
    private final StackPane canvas;
    private final SplitPane middle = new SplitPane();
    private final VBox side = new VBox();
    private final ScrollPane scroll = new ScrollPane(side);
    private final ToggleButton properties = new ToggleButton("Properties");
    private final ToggleButton answers = new ToggleButton("Run and result");
    private final Label old = new Label("This result is of the document before your changes: run it again to compare.");

    WorkPage(WindowViewModel model, Runnable export) {
        this.model = model;
        setId("work");
        drawing = new DiagramView(model.diagram());
        inspector = new InspectorView(model.editor());
        editable = new EditableDiagram(drawing, model.editor(), this::openProperties);
        run = new RunView(model.run(), model::start);
        result = new ResultView(model.result());
        form = new RunForm(model.wishesProperty(), model.editor()::drawn);
        kept = new KeptRunsView(model.kept(), model::showRun, model::compare);
        actions = new HBox(
                8,
                Icons.button(
                        "play-outages", MaterialDesignM.MOVIE_OPEN_PLAY_OUTLINE, "Play outages", model::playOutages),
                Icons.button("copy-command", MaterialDesignC.CONSOLE, "Copy command", this::copyCommand),
                Icons.button("write-result", MaterialDesignE.EXPORT_VARIANT, "Write …", export));
        actions.getChildren().forEach(button -> button.getStyleClass().add("small"));
        runs = around(kept, actions);
        asked = around(form);
        text = new TextView(model.editor());
        old.getStyleClass().add("stale");
        old.setWrapText(true);
        old.visibleProperty().bind(model.staleProperty());
        old.managedProperty().bind(model.staleProperty());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side-scroll");
        scroll.setMinWidth(300);
        var minimap = new Minimap(drawing, model.diagram());
        StackPane.setAlignment(minimap, Pos.BOTTOM_LEFT);
        StackPane.setMargin(minimap, new Insets(10));
        canvas = new StackPane(drawing, minimap, tools(), alignment(), legend());
        middle.getItems().add(canvas);
        var player = new PlayerView(model.player());
        var stage = new SplitPane(middle);
        stage.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(player, false);
        model.player().openProperty().addListener((property, was, is) -> {
            if (is && !stage.getItems().contains(player)) {
                stage.getItems().add(player);
                stage.setDividerPositions(0.62);
            } else if (!is) {
                stage.getItems().remove(player);
            }
        });
        var all = new SplitPane(stage, sideways());
        SplitPane.setResizableWithParent(all.getItems().get(1), false);
        all.setDividerPositions(0.67);
        setLeft(new Palette(model.editor()));
        setCenter(all);
        setBottom(new ProblemStrip(model, this::goTo));
        model.run().stateProperty().addListener((property, was, is) -> {
            if (is != RunViewModel.State.IDLE) {
                answers.setSelected(true);
            }
            update();
        });
        model.result().resultProperty().addListener((property, was, is) -> update());
        model.editor().selectionProperty().addListener((property, was, is) -> {
            if (!is.isEmpty()
                    && model.result().causeProperty().get() == null
                    && !model.run().isRunning()) {
                properties.setSelected(true);
            }
        });
        properties.selectedProperty().addListener((property, was, is) -> update());
        model.pageProperty().addListener((property, was, is) -> openText());
        update();
    }

    void fit() {
        drawing.fit();
    }

    void zoomBy(double factor) {
        drawing.zoomBy(factor);
    }

    void showSelection() {
        editable.showSelection();
    }

    /** The text beside the drawing, or no longer. */
    void switchText() {
        if (!middle.getItems().remove(text)) {
            middle.getItems().add(text);
            middle.setDividerPositions(0.55);
        }
    }

    /** A file with mistakes is mended in its text. */
    private void openText() {
        boolean broken = model.pageProperty().get() == WindowViewModel.Page.WORK
                && model.editor().drawn() == null;
        if (broken && !middle.getItems().contains(text)) {
            switchText();
        }
    }

    private void goTo(int line, int column) {
        if (!middle.getItems().contains(text)) {
            switchText();
        }
        text.goTo(line, column);
    }

    private void openProperties() {
        properties.setSelected(true);
        inspector.focus();
    }

    private BorderPane sideways() {
        var group = new ToggleGroup();
        properties.setToggleGroup(group);
        answers.setToggleGroup(group);
        properties.setId("show-properties");
        answers.setId("show-result");
        properties.getStyleClass().add("left-pill");
        answers.getStyleClass().add("right-pill");
        properties.setMaxWidth(Double.MAX_VALUE);
        answers.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(properties, Priority.ALWAYS);
        HBox.setHgrow(answers, Priority.ALWAYS);
        properties.setSelected(true);
        group.selectedToggleProperty().addListener((property, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true);
            }
        });
        var bar = new HBox(properties, answers);
        bar.getStyleClass().add("side-bar");
        var pane = new BorderPane(scroll);
        pane.setTop(new VBox(bar));
        pane.setMinWidth(300);
        pane.setPrefWidth(SIDE_WIDTH);
        return pane;
    }

    private void update() {
        if (properties.isSelected()) {
            fill(inspector);
            return;
        }
        if (model.run().isRunning()) {
            fill(run);
        } else if (model.result().resultProperty().get() == null) {
            fill(run, runs, asked);
        } else {
            fill(old, runs, result, asked);
        }
    }

    private static VBox around(Node... nodes) {
        var box = new VBox(10, nodes);
        box.getStyleClass().add("side-part");
        return box;
    }

    private void fill(Node... shown) {
        form.update();
        boolean answered = model.result().resultProperty().get() != null;
        actions.setVisible(answered);
        actions.setManaged(answered);
        if (!side.getChildren().equals(List.of(shown))) {
            side.getChildren().setAll(shown);
            scroll.setVvalue(0);
        }
    }

    private void copyCommand() {
        var content = new ClipboardContent();
        content.putString(model.command());
        Clipboard.getSystemClipboard().setContent(content);
        model.editor()
                .say(
                        model.editor().dirtyProperty().get()
                                ? "Copied: " + model.command() + "  (save first: it reads the file)"
                                : "Copied: " + model.command());
    }

    private HBox tools() {
        var tools = new HBox(
                Icons.button(
                        "text-switch",
                        MaterialDesignF.FILE_CODE_OUTLINE,
                        "The file as text",
                        "Ctrl+T",
                        this::switchText),
                Icons.button(
                        "tidy",
                        MaterialDesignA.AUTO_FIX,
                        "Tidy up: forget where things were put by hand",
                        "Ctrl+L",
                        model.editor()::tidy),
                Icons.button("zoom-in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "Larger", "Ctrl++", () -> zoomBy(1.2)),
                Icons.button(
                        "zoom-out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "Smaller", "Ctrl+-", () -> zoomBy(1 / 1.2)),
                Icons.button("fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE, "Fit", "Ctrl+0", this::fit));
        tools.getStyleClass().add("canvas-tools");
        tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(tools, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(tools, new Insets(10));
        return tools;
    }

    /** Shown while two things or more are selected. */
    private HBox alignment() {
        var tools = new HBox(
                align("align-left", MaterialDesignA.ALIGN_HORIZONTAL_LEFT, "Bring left edges into line", "LEFT"),
                align(
                        "align-center",
                        MaterialDesignA.ALIGN_HORIZONTAL_CENTER,
                        "Bring middles into line, one below the other",
                        "CENTER"),
                align("align-top", MaterialDesignA.ALIGN_VERTICAL_TOP, "Bring upper edges into line", "TOP"),
                align(
                        "align-middle",
                        MaterialDesignA.ALIGN_VERTICAL_CENTER,
                        "Bring middles into line, side by side",
                        "MIDDLE"),
                align(
                        "spread-across",
                        MaterialDesignA.ARROW_EXPAND_HORIZONTAL,
                        "Equal gaps from left to right",
                        "ACROSS"),
                align("spread-down", MaterialDesignA.ARROW_EXPAND_VERTICAL, "Equal gaps from top to bottom", "DOWN"));
        tools.setId("alignment");
        tools.getStyleClass().add("canvas-tools");
        tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        tools.setVisible(false);
        model.editor().selectionProperty().addListener((property, was, is) -> tools.setVisible(is.size() > 1));
        StackPane.setAlignment(tools, Pos.TOP_CENTER);
        StackPane.setMargin(tools, new Insets(38, 10, 10, 10));
        return tools;
    }

    private Node align(String id, org.kordamp.ikonli.Ikon ikon, String says, String how) {
        return Icons.button(id, ikon, says, "", () -> editable.align(how));
    }

    private static Label legend() {
        var legend = new Label("solid: asks   dotted: can do without   dashed: needs   pale: in another place");
        legend.getStyleClass().addAll("quiet", "legend");
        legend.setMouseTransparent(true);
        StackPane.setAlignment(legend, Pos.TOP_LEFT);
        StackPane.setMargin(legend, new Insets(10));
        return legend;
    }
}
