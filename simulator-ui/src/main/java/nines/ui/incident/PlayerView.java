package nines.ui.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nines.ui.control.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Below the drawing: an outage on a timeline, with the keys of a player and a sentence for each change. */
public final class PlayerView extends VBox {
    private static final Map<String, Double> SPEEDS = speeds();

    private final PlayerViewModel model;
    private final Label title = styled("", "section");
    private final Label words = styled("", "quiet");
    private final Label sentence = styled("", "player-sentence");
    private final Label count = styled("", "quiet");
    private final TimelineView timeline;
    private final Button play;
    private final Button back;
    private final Button forward;
    private final Button previous;
    private final Button next;
    private final ComboBox<String> speed = new ComboBox<>();

    public PlayerView(PlayerViewModel model) {
        super(4);
        this.model = model;
        setId("player");
        getStyleClass().add("player");
        timeline = new TimelineView(model::seek);
        previous = key("previous-outage", MaterialDesignS.SKIP_PREVIOUS, "The outage before", model::previous);
        back = key("step-back", MaterialDesignS.STEP_BACKWARD, "One step back", model::back);
        play = key("play", MaterialDesignP.PLAY, "Play", model::play);
        forward = key("step-forward", MaterialDesignS.STEP_FORWARD, "One step forward", model::forward);
        next = key("next-outage", MaterialDesignS.SKIP_NEXT, "The next outage", model::next);
        var close = key("close-player", MaterialDesignC.CLOSE, "Close the player", model::close);
        var larger = key(
                "timeline-in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "Zoom into the time", () -> timeline.zoomBy(4));
        var smaller = key(
                "timeline-out",
                MaterialDesignM.MAGNIFY_MINUS_OUTLINE,
                "Zoom out of the time",
                () -> timeline.zoomBy(0.25));
        var fit = key("timeline-fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE, "The whole outage", timeline::fit);
        speed.setId("speed");
        speed.getItems().setAll(SPEEDS.keySet());
        speed.setValue("1 min/s");
        speed.setAccessibleText("How fast the clock runs");
        speed.getStyleClass().add("small");
        var years = new YearsView(model);
        HBox.setHgrow(years, Priority.ALWAYS);
        title.setMinWidth(USE_PREF_SIZE);
        title.setWrapText(false);
        var head = new HBox(10, title, years, close);
        head.setAlignment(Pos.CENTER_LEFT);
        count.setMinWidth(USE_PREF_SIZE);
        var keys = new HBox(2, previous, back, play, forward, next, speed, larger, smaller, fit, count);
        keys.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(timeline);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side-scroll");
        scroll.setPrefHeight(130);
        scroll.setMinHeight(80);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        sentence.setId("sentence-now");
        sentence.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, words, keys, sentence, scroll);
        model.frameProperty().addListener((property, was, is) -> show(is));
        model.messageProperty()
                .addListener((property, was, is) -> show(model.frameProperty().get()));
        model.playingProperty()
                .addListener((property, was, is) -> show(model.frameProperty().get()));
        run();
        show(model.frameProperty().get());
    }

    /** The clock of the player: it runs only while something is played. */
    private void run() {
        var clock = new AnimationTimer() {
            private long before = -1;

            @Override
            public void start() {
                before = -1;
                super.start();
            }

            @Override
            public void handle(long now) {
                if (before >= 0) {
                    model.advance((now - before) / 1e9 * SPEEDS.getOrDefault(speed.getValue(), 60.0));
                }
                before = now;
            }
        };
        model.playingProperty().addListener((property, was, is) -> {
            if (is) {
                clock.start();
            } else {
                clock.stop();
            }
        });
    }

    private void show(@Nullable Frame frame) {
        String message = model.messageProperty().get();
        boolean some = frame != null;
        title.setText(frame == null ? "Outages" : frame.title());
        words.setText(frame == null ? message : frame.words());
        sentence.setText(frame == null ? "" : message.isEmpty() ? frame.sentence() : message);
        count.setText(frame == null ? "" : "step " + (frame.step() + 1) + " of " + frame.steps());
        timeline.show(frame);
        boolean playing = model.playingProperty().get();
        play.setGraphic(new FontIcon(playing ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
        play.setAccessibleText(playing ? "Hold the clock" : "Play");
        play.setDisable(!some);
        back.setDisable(frame == null || frame.step() == 0);
        forward.setDisable(frame == null || frame.step() == frame.steps() - 1);
        previous.setDisable(model.at() == 0);
        next.setDisable(model.at() >= model.incidents().size() - 1);
    }

    private static Button key(String id, org.kordamp.ikonli.Ikon ikon, String says, Runnable action) {
        return Icons.button(id, ikon, says, "", action);
    }

    /** Simulated time in a second on the wall. */
    private static Map<String, Double> speeds() {
        var speeds = new LinkedHashMap<String, Double>();
        speeds.put("0.1 s/s", 0.1);
        speeds.put("1 s/s", 1.0);
        speeds.put("10 s/s", 10.0);
        speeds.put("1 min/s", 60.0);
        speeds.put("10 min/s", 600.0);
        speeds.put("1 h/s", 3600.0);
        speeds.put("1 d/s", 86_400.0);
        return speeds;
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    /** Where the keys go first. */
    public Node first() {
        return forward;
    }
}
