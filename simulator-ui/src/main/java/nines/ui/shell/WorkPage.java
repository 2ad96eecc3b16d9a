package nines.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import nines.ui.canvas.DiagramView;
import nines.ui.control.Icons;
import nines.ui.result.ResultView;
import nines.ui.run.RunView;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The drawing, and beside it the run or its result. */
final class WorkPage extends SplitPane {
    private static final double SIDE_WIDTH = 430;
    private static final double FIRST_WIDTH = 1280;

    private final WindowViewModel model;
    private final DiagramView drawing;
    private final RunView run;
    private final ResultView result;
    private final VBox side = new VBox();
    private final ScrollPane scroll = new ScrollPane(side);
    private final ProblemList notes = new ProblemList();
    private final TitledPane notesPane = new TitledPane("", notes);

    WorkPage(WindowViewModel model) {
        this.model = model;
        setId("work");
        drawing = new DiagramView(model.diagram());
        run = new RunView(model.run(), model::start);
        result = new ResultView(model.result());
        notesPane.setId("notes");
        notesPane.getStyleClass().add("notes");
        notesPane.setExpanded(false);
        notesPane.setAnimated(false);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side-scroll");
        scroll.setMinWidth(320);
        scroll.setPrefWidth(SIDE_WIDTH);
        var canvas = new StackPane(drawing, tools(), legend());
        SplitPane.setResizableWithParent(scroll, false);
        getItems().addAll(canvas, scroll);
        setDividerPositions(1 - SIDE_WIDTH / FIRST_WIDTH);
        model.run().stateProperty().addListener((property, was, is) -> update());
        model.result().resultProperty().addListener((property, was, is) -> update());
        model.documentProperty().addListener((property, was, is) -> update());
        update();
    }

    void fit() {
        drawing.fit();
    }

    void zoomBy(double factor) {
        drawing.zoomBy(factor);
    }

    private void update() {
        Node shown = model.result().resultProperty().get() == null ? run : result;
        side.getChildren().setAll(shown);
        if (!model.problems().isEmpty()) {
            notesPane.setText("Notes on the file: " + ProblemList.count(model.problems()));
            notes.show(model.problems());
            side.getChildren().add(notesPane);
        }
        scroll.setVvalue(0);
    }

    private HBox tools() {
        var tools = new HBox(
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

    private static Label legend() {
        var legend = new Label("solid: asks   dotted: can do without   dashed: needs   pale: in another place");
        legend.getStyleClass().addAll("quiet", "legend");
        legend.setMouseTransparent(true);
        StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
        StackPane.setMargin(legend, new Insets(10));
        return legend;
    }
}
