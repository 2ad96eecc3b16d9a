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
import nines.ui.shell.WindowViewModel;
import nines.ui.shell.WindowViewModel.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lesson, from the start page to its explanation and into the editor, in a real window. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClassroomTest {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool();

    @TempDir
    Path home;

    private WindowViewModel model;

    @AfterAll
    static void goHome() {
        WORKERS.shutdownNow();
    }

    @Test
    void aLessonIsAskedPredictedMeasuredExplainedAndOpened() {
        try (Window window = Window.open(() -> model = new WindowViewModel(
                new BackgroundRun(WORKERS, Platform::runLater), List.of(), Runs::of, new Desk(home)))) {
            window.click("#classroom");
            assertThat(Window.onFx(() -> model.pageProperty().get())).isEqualTo(Page.CLASSROOM);
            window.click("#class-8");
            assertThat(window.node("#run-lesson").isDisabled()).isTrue();
            window.shoot("lesson");
            window.click("#choice-1");
            window.click("#run-lesson");
            window.until(
                    "it is measured",
                    () -> model.classroom().stateProperty().get().isOver());
            assertThat(window.text("#lesson-verdict")).startsWith("Not what you said.");
            assertThat(window.text("#lesson-explanation"))
                    .contains(window.text("#found-usual"))
                    .contains(window.text("#found-untested"));
            window.shoot("lesson-explained");
            window.click("#theme");
            window.shoot("lesson-dark");
            window.click("#theme");
            window.click("#edit-lesson");
            window.until("it is drawn", () -> model.pageProperty().get() == Page.WORK);
            assertThat(window.text("#title")).isEqualTo("The failover that fails");
        }
    }
}
