package nines.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import nines.ui.control.BackgroundRun;
import nines.ui.shell.Desk;
import nines.ui.shell.Shell;
import nines.ui.shell.WindowViewModel;

/** The desktop: wires the window to the library and the engine. */
public final class NinesApp extends Application {
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "nines-work");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void start(Stage stage) {
        var background = new BackgroundRun(workers, Platform::runLater);
        var model = new WindowViewModel(background, Library.lessons(), Runs::of, new Desk(home()));
        new Shell(stage, model).show();
        List<String> files = getParameters().getUnnamed();
        if (!files.isEmpty()) {
            model.open(Library.source(files.get(0)));
        }
    }

    /** Where the desktop keeps what it remembers. */
    private static Path home() {
        String own = System.getenv("NINES_HOME");
        return own == null || own.isBlank() ? Path.of(System.getProperty("user.home"), ".nines") : Path.of(own);
    }

    @Override
    public void stop() {
        workers.shutdownNow();
    }
}
