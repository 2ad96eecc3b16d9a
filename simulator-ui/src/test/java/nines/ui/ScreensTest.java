package nines.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import nines.ui.control.BackgroundRun;
import nines.ui.shell.Choices;
import nines.ui.shell.Desk;
import nines.ui.shell.WindowViewModel;
import nines.ui.shell.WindowViewModel.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of every screen, light and dark, small and large, for somebody to look at: {@code target/shots}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScreensTest {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool();

    @TempDir
    Path home;

    private WindowViewModel model;

    @AfterAll
    static void goHome() {
        WORKERS.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, false", "1280, 800, true", "1920, 1080, false", "1920, 1080, true"})
    void everyScreen(int width, int height, boolean dark) {
        String size = width + (dark ? "-dark" : "-light");
        try (Window window = Window.open(
                () -> {
                    model = new WindowViewModel(
                            new BackgroundRun(WORKERS, Platform::runLater),
                            Library.lessons(),
                            Runs::of,
                            new Desk(home));
                    model.darkProperty().set(dark);
                    return model;
                },
                Choices.NONE,
                width,
                height)) {
            window.shoot("start-" + size);
            window.click("#lesson-1");
            window.until("it is drawn", () -> model.pageProperty().get() == Page.WORK);
            window.shoot("file-" + size);
            select(window, "web");
            window.shoot("properties-" + size);
            select(window, "web→db");
            window.click("#text-switch");
            window.shoot("text-" + size);
            assertThat(window.has("#text")).isTrue();
        }
    }

    private void select(Window window, String name) {
        Window.onFx(() -> {
            model.editor().select(List.of(name));
            return true;
        });
        window.settle();
    }
}
