package nines.ui.shell;

import java.io.File;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import nines.ui.control.Theme;

/** The window: header, page, keys, and the clock that looks at a running engine ten times a second. */
public final class Shell {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final long LOOK_EVERY = 100_000_000;

    private final WindowViewModel model;
    private final Stage stage;
    private final Scene scene;
    private final WorkPage work;

    public Shell(Stage stage, WindowViewModel model) {
        this.model = model;
        this.stage = stage;
        work = new WorkPage(model);
        var pages = new StackPane();
        var start = new StartPage(model, this::chooseFile);
        var problems = new ProblemsPage(model, this::chooseFile);
        model.pageProperty()
                .addListener((property, was, is) -> pages.getChildren()
                        .setAll(
                                switch (is) {
                                    case START -> start;
                                    case PROBLEMS -> problems;
                                    case WORK -> work;
                                }));
        pages.getChildren().setAll(start);
        var root = new BorderPane(pages);
        root.setTop(new Header(model, this::chooseFile));
        root.getStyleClass().add("nines");
        scene = new Scene(root, 1280, 800);
        Theme.dress(scene);
        model.darkProperty().addListener((property, was, is) -> paint(is));
        paint(model.darkProperty().get());
        addKeys();
        model.documentProperty()
                .addListener((property, was, is) -> stage.setTitle(is == null ? "Nines" : is.title() + " · Nines"));
        stage.setTitle("Nines");
        stage.setScene(scene);
        stage.setMinWidth(760);
        stage.setMinHeight(480);
        new AnimationTimer() {
            private long looked;

            @Override
            public void handle(long now) {
                if (now - looked >= LOOK_EVERY && !stage.isIconified()) {
                    looked = now;
                    model.run().refresh();
                }
            }
        }.start();
    }

    public void show() {
        stage.show();
    }

    private void paint(boolean dark) {
        Application.setUserAgentStylesheet(Theme.stylesheet(dark));
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }

    private void addKeys() {
        Map<String, Runnable> keys = Map.of(
                "Shortcut+O", this::chooseFile,
                "Shortcut+R", model::start,
                "F5", model::start,
                "Esc", model::stop,
                "Shortcut+0", work::fit,
                "Shortcut+Plus", () -> work.zoomBy(1.2),
                "Shortcut+Equals", () -> work.zoomBy(1.2),
                "Shortcut+Minus", () -> work.zoomBy(1 / 1.2));
        keys.forEach((key, action) -> scene.getAccelerators().put(KeyCombination.valueOf(key), action));
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle("Open a scenario");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Scenarios", "*.yaml", "*.yml", "*.json"),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        File chosen = chooser.showOpenDialog(stage);
        if (chosen != null) {
            model.open(Source.file(chosen.toPath()));
        }
    }
}
