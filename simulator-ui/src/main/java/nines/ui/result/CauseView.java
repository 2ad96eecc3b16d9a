package nines.ui.result;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import nines.ui.control.Percent;

/** A cause: its rank, name, share as a bar and in figures; when picked, where the time goes by stage. */
final class CauseView extends ToggleButton {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final CauseRow row;
    private final VBox stages = new VBox(2);

    CauseView(int rank, CauseRow row, double largest, Runnable picked) {
        this.row = row;
        getStyleClass().setAll("cause");
        setMaxWidth(Double.MAX_VALUE);
        setId("cause-" + rank);
        setAccessibleText(spoken(rank));
        var number = styled(rank + ".", "cause-rank");
        var title = styled(row.title(), "cause-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var share = styled(Percent.of(row.share()), "cause-share");
        share.setMinWidth(USE_PREF_SIZE);
        var first = new HBox(6, number, title, share);
        first.setAlignment(Pos.BASELINE_LEFT);
        var content = new VBox(4, first, new ShareBar(row, largest), styled(row.time(), "quiet"), stages);
        content.setFillWidth(true);
        content.prefWidthProperty().bind(widthProperty().subtract(24));
        setGraphic(content);
        setOnAction(event -> picked.run());
        for (CauseRow.Portion stage : row.stages()) {
            var name = styled(stage.stage(), "stage");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            var time = styled(stage.time(), "quiet");
            var part = styled(Percent.of(stage.share()), "stage-share");
            var line = new HBox(8, new StageMark(row.stages().indexOf(stage)), name, time, part);
            line.setAlignment(Pos.CENTER_LEFT);
            stages.getChildren().add(line);
        }
        show(false);
    }

    CauseRow row() {
        return row;
    }

    void show(boolean isPicked) {
        setSelected(isPicked);
        pseudoClassStateChanged(OPEN, isPicked);
        stages.setVisible(isPicked);
        stages.setManaged(isPicked);
    }

    private String spoken(int rank) {
        var words = new StringBuilder("Cause " + rank + ": " + row.title() + ", " + Percent.of(row.share())
                + " of the downtime, " + row.time());
        row.stages()
                .forEach(stage ->
                        words.append("; ").append(stage.stage()).append(' ').append(stage.time()));
        return words.toString();
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    /** A small square in the shade of a stage. */
    private static final class StageMark extends Region {
        StageMark(int index) {
            getStyleClass().addAll("stage-mark", ShareBar.shade(index));
            setMinSize(10, 10);
            setMaxSize(10, 10);
        }
    }
}
