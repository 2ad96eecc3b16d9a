package nines.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import nines.ui.control.BackgroundRun;
import nines.ui.shell.Desk;
import nines.ui.shell.Lesson;
import nines.ui.shell.WindowViewModel;
import nines.ui.shell.WindowViewModel.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The outages of a run, played in a real window. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class IncidentTest {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool();

    @TempDir
    Path home;

    private WindowViewModel model;

    @AfterAll
    static void goHome() {
        WORKERS.shutdownNow();
    }

    @Test
    void theWorstOutageIsPlayedStepByStep() {
        try (Window window = Window.open(() -> {
            model = new WindowViewModel(
                    new BackgroundRun(WORKERS, Platform::runLater),
                    List.of(new Lesson("Shop", "", Examples.source("shop.yaml"))),
                    Runs::of,
                    new Desk(home));
            model.wishesProperty().set(model.wishesProperty().get());
            return model;
        })) {
            window.click("#lesson-1");
            window.until("the shop is drawn", () -> model.pageProperty().get() == Page.WORK);
            Window.onFx(() -> {
                model.wishesProperty().set(model.wishesProperty().get().with("replications", "20"));
                model.start();
                return true;
            });
            window.until(
                    "there is an answer", () -> model.result().resultProperty().get() != null);
            window.click("#play-outages");
            window.until("it is told", () -> model.player().frameProperty().get() != null);
            String first = window.text("#sentence-now");
            assertThat(first).startsWith("It begins: ");
            assertThat(Window.onFx(() -> model.diagram().markedProperty().get()))
                    .isNotEmpty();
            window.shoot("player");
            window.click("#step-forward");
            assertThat(window.text("#sentence-now")).isNotEqualTo(first);
            window.click("#step-back");
            assertThat(window.text("#sentence-now")).isEqualTo(first);
            window.click("#timeline-in");
            window.click("#timeline-in");
            window.shoot("player-zoomed");
            window.click("#timeline-fit");
            window.click("#play");
            assertThat(Window.onFx(() -> model.player().playingProperty().get()))
                    .isTrue();
            window.click("#play");
            int at = Window.onFx(() -> model.player().at());
            if (at + 1 < model.player().incidents().size()) {
                window.click("#next-outage");
                window.until("the next is told", () -> model.player().at() == at + 1);
            }
            window.click("#theme");
            window.shoot("player-dark");
            window.click("#theme");
            window.click("#close-player");
            assertThat(window.has("#player")).isFalse();
            assertThat(Window.onFx(() -> model.diagram().markedProperty().get()))
                    .isEmpty();
        }
    }
}
