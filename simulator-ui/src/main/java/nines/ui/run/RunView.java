package nines.ui.run;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nines.quantity.Figures;
import nines.ui.control.ClosingBand;
import nines.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The side of the window before there is a result: an invitation, the live estimate, or why there is none. */
public final class RunView extends VBox {
    private final RunViewModel model;
    private final VBox invitation;
    private final VBox watching;
    private final VBox failed;
    private final Button stop;
    private final Button pause;

    public RunView(RunViewModel model, Runnable start) {
        this.model = model;
        getStyleClass().add("side");
        stop = Icons.button("stop-live", MaterialDesignS.STOP, "Stop and keep what is there", model::stop);
        pause = Icons.button("pause", MaterialDesignP.PAUSE, "Pause", model::pause);
        invitation = invitation(start);
        watching = watching();
        failed = failed();
        model.stateProperty().addListener((property, was, is) -> show(is));
        show(model.stateProperty().get());
    }

    private void show(RunViewModel.State state) {
        switch (state) {
            case RUNNING, PAUSED, STOPPING -> getChildren().setAll(watching);
            case FAILED -> getChildren().setAll(failed);
            case IDLE, DONE -> getChildren().setAll(invitation);
        }
        stop.setDisable(state == RunViewModel.State.STOPPING);
        stop.setText(state == RunViewModel.State.STOPPING ? "Stopping …" : "Stop and keep");
        boolean paused = state == RunViewModel.State.PAUSED;
        pause.setDisable(state == RunViewModel.State.STOPPING);
        pause.setText(paused ? "Go on" : "Pause");
        pause.setGraphic(new org.kordamp.ikonli.javafx.FontIcon(paused ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
        pause.setAccessibleText(paused ? "Go on with the run" : "Hold the run where it is");
    }

    private static VBox invitation(Runnable start) {
        var title = styled(new Label("How many nines?"), "title-2");
        var words = styled(
                new Label("A run simulates years of failures, detection, take-over and repair, again and again, "
                        + "until the answer is precise enough."),
                "words");
        var run = Icons.button("run-invitation", MaterialDesignP.PLAY, "Run", start);
        run.getStyleClass().add("accent");
        var key = styled(new Label("or press Ctrl+R"), "quiet");
        var box = new VBox(12, title, words, run, key);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private VBox watching() {
        var phase = styled(new Label(), "section");
        var bar = new ProgressBar();
        bar.setId("progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of the run");
        bar.progressProperty().bind(model.doneProperty());
        var effort = styled(new Label(), "quiet");
        effort.setId("effort");
        var left = styled(new Label(), "quiet");
        var journey = styled(new Label(), "section");
        var nines = styled(new Label(), "big");
        nines.setId("live-nines");
        var downtime = styled(new Label(), "words");
        var interval = styled(new Label(), "quiet");
        var band = new ClosingBand(unavailability -> Figures.duration(unavailability * LiveText.YEAR));
        model.traceProperty().addListener((property, was, is) -> band.show(is));
        model.liveProperty().addListener((property, was, is) -> {
            phase.setText(is.phase());
            effort.setText(is.effort());
            left.setText(is.left());
            journey.setText(is.journey().isEmpty() ? "" : "So far, " + is.journey());
            nines.setText(is.nines());
            downtime.setText(is.downtime());
            interval.setText(is.interval());
            band.setAccessibleText("Downtime a year so far: " + is.downtime() + ", " + is.interval());
        });
        phase.setText(LiveText.STARTING.phase());
        var caption = styled(new Label("Downtime a year and its interval, over replications"), "quiet");
        return new VBox(
                8,
                phase,
                bar,
                effort,
                left,
                journey,
                nines,
                downtime,
                interval,
                band,
                caption,
                new HBox(8, pause, stop));
    }

    private VBox failed() {
        var title = styled(new Label("No result"), "title-2");
        title.setGraphic(Icons.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "bad"));
        var words = styled(new Label(), "words");
        words.setId("failure");
        words.textProperty().bind(model.failureProperty());
        return new VBox(12, title, words);
    }

    private static Label styled(Label label, String style) {
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
