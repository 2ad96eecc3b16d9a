package nines.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import nines.ui.classroom.ClassroomView;
import nines.ui.compare.CompareView;
import nines.ui.control.Icons;
import nines.ui.control.Theme;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The window: header, page, keys, what it asks, and the clock that looks at a running engine ten times a second. */
public final class Shell {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final long LOOK_EVERY = 100_000_000;
    private static final long KEEP_EVERY = 5_000_000_000L;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final WindowViewModel model;
    private final Stage stage;
    private final Scene scene;
    private final WorkPage work;
    private final Choices choices;
    private final StackPane root = new StackPane();
    private final List<Shortcut> shortcuts = new ArrayList<>();
    private @Nullable Sheet sheet;

    /** A key and what it does: for the window, and for the page that lists them. */
    private record Shortcut(String key, String shown, String says, Runnable action) {}

    public Shell(Stage stage, WindowViewModel model) {
        this(stage, model, Choices.of(stage));
    }

    public Shell(Stage stage, WindowViewModel model, Choices choices) {
        this.model = model;
        this.stage = stage;
        this.choices = choices;
        work = new WorkPage(model, this::export);
        var pages = new StackPane();
        var start = new StartPage(model, this::chooseFile);
        var problems = new ProblemsPage(model, this::chooseFile);
        var classroom = new ClassroomView(
                model.classroom(),
                lesson -> model.open(new Source.BundledSource(lesson.name() + ".yaml", lesson.text())),
                model::backToWork);
        var comparison = new CompareView(model.comparison(), model::backToWork);
        model.pageProperty().addListener((property, was, is) -> {
            start.update();
            pages.getChildren()
                    .setAll(
                            switch (is) {
                                case START -> start;
                                case PROBLEMS -> problems;
                                case WORK -> work;
                                case COMPARE -> comparison;
                                case CLASSROOM -> classroom;
                            });
        });
        pages.getChildren().setAll(start);
        var window = new BorderPane(pages);
        window.setTop(new Header(model, this::chooseFile, this::save, this::export));
        root.getChildren().add(window);
        root.getStyleClass().add("nines");
        scene = new Scene(root, WIDTH, HEIGHT);
        Theme.dress(scene);
        model.darkProperty().addListener((property, was, is) -> paint(is));
        paint(model.darkProperty().get());
        addKeys();
        model.documentProperty().addListener((property, was, is) -> title());
        model.editor().dirtyProperty().addListener((property, was, is) -> title());
        model.waitingProperty().addListener((property, was, is) -> ask(is != null));
        title();
        stage.setScene(scene);
        stage.setMinWidth(760);
        stage.setMinHeight(480);
        stage.setOnCloseRequest(event -> {
            event.consume();
            closeWindow();
        });
        new AnimationTimer() {
            private long looked;
            private long kept;

            @Override
            public void handle(long now) {
                if (now - looked >= LOOK_EVERY && !stage.isIconified()) {
                    looked = now;
                    model.run().refresh();
                }
                if (now - kept >= KEEP_EVERY) {
                    kept = now;
                    model.autosave();
                }
            }
        }.start();
    }

    /** Shows the window where it was when it was closed, if there still is a screen. */
    public void show() {
        double width = model.desk().number("width", 0);
        double height = model.desk().number("height", 0);
        double x = model.desk().number("x", Double.NaN);
        double y = model.desk().number("y", Double.NaN);
        if (width >= 760 && height >= 480) {
            stage.setWidth(width);
            stage.setHeight(height);
        }
        boolean seen = !Double.isNaN(x)
                && !Double.isNaN(y)
                && !Screen.getScreensForRectangle(new Rectangle2D(x, y, 200, 100))
                        .isEmpty();
        if (seen) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(model.desk().isMaximized());
        stage.show();
    }

    private void closeWindow() {
        model.guarded(() -> {
            model.desk().window(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
            model.run().stop();
            stage.close();
        });
    }

    private void title() {
        Document shown = model.documentProperty().get();
        String dot = model.editor().dirtyProperty().get() ? "• " : "";
        stage.setTitle(shown == null ? "Nines" : dot + shown.title() + " · Nines");
    }

    private void paint(boolean dark) {
        Application.setUserAgentStylesheet(Theme.stylesheet(dark));
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }

    private void addKeys() {
        key("Shortcut+N", "Ctrl+N", "New scenario", model::create);
        key("Shortcut+O", "Ctrl+O", "Open a file", this::chooseFile);
        key("Shortcut+S", "Ctrl+S", "Save", this::save);
        key("Shortcut+Shift+S", "Ctrl+Shift+S", "Save under another name", this::saveAs);
        key("Shortcut+Z", "Ctrl+Z", "Undo", model.editor()::undo);
        key("Shortcut+Shift+Z", "Ctrl+Shift+Z", "Redo", model.editor()::redo);
        key("Shortcut+Y", "", "", model.editor()::redo);
        key("Shortcut+R", "Ctrl+R", "Run", model::start);
        key("F5", "", "", model::start);
        key("Esc", "Escape", "Stop the run, or select nothing", this::escape);
        key("Shortcut+E", "Ctrl+E", "Write the result as a page or JSON", this::export);
        key("Shortcut+T", "Ctrl+T", "The file as text, beside the drawing", work::switchText);
        key("Shortcut+L", "Ctrl+L", "Tidy up what was put by hand", model.editor()::tidy);
        key("Shortcut+0", "Ctrl+0", "Show the whole drawing", work::fit);
        key("Shortcut+Shift+0", "Ctrl+Shift+0", "Show what is selected", work::showSelection);
        key("Shortcut+Plus", "Ctrl++", "Larger", () -> work.zoomBy(1.2));
        key("Shortcut+Equals", "", "", () -> work.zoomBy(1.2));
        key("Shortcut+Minus", "Ctrl+-", "Smaller", () -> work.zoomBy(1 / 1.2));
        key("F1", "F1 or ?", "This page", this::keys);
        shortcuts.forEach(
                shortcut -> scene.getAccelerators().put(KeyCombination.valueOf(shortcut.key()), shortcut.action()));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?") && !(scene.getFocusOwner() instanceof TextInputControl)) {
                keys();
            }
        });
    }

    private void key(String key, String shown, String says, Runnable action) {
        shortcuts.add(new Shortcut(key, shown, says, () -> {
            if (sheet == null) {
                action.run();
            }
        }));
    }

    private void escape() {
        if (model.run().isRunning()) {
            model.stop();
        } else {
            model.editor().select(List.of());
        }
    }

    private void chooseFile() {
        choices.toOpen().ifPresent(file -> model.open(Source.file(file)));
    }

    private void save() {
        model.save(this::saveName);
    }

    private void saveAs() {
        if (model.documentProperty().get() != null) {
            saveName().ifPresent(model::saveAs);
        }
    }

    private Optional<Path> saveName() {
        Document shown = model.documentProperty().get();
        return choices.toSave(shown == null ? "scenario.yaml" : shown.source().name());
    }

    private void export() {
        Document shown = model.documentProperty().get();
        if (shown == null || model.result().resultProperty().get() == null) {
            model.editor().say("There is no result yet: run it first (Ctrl+R).");
            return;
        }
        String name = shown.source().name().replaceAll("\\.(ya?ml|json)$", "");
        choices.toExport(name + ".html").ifPresent(model::export);
    }

    // Sheets

    private void ask(boolean waits) {
        put(null);
        Document shown = model.documentProperty().get();
        if (!waits || shown == null) {
            return;
        }
        var words = new Label("There are changes that are not saved. Without saving they are lost.");
        words.setWrapText(true);
        var save = new Button("Save");
        save.setId("answer-save");
        save.getStyleClass().add("accent");
        save.setOnAction(event -> answer(WindowViewModel.Answer.SAVE));
        var discard = new Button("Do not save");
        discard.setId("answer-discard");
        discard.setOnAction(event -> answer(WindowViewModel.Answer.DISCARD));
        var cancel = new Button("Cancel");
        cancel.setId("answer-cancel");
        cancel.setOnAction(event -> answer(WindowViewModel.Answer.CANCEL));
        put(new Sheet(
                "unsaved",
                "Save “" + shown.title() + "”?",
                words,
                List.of(save, discard, cancel),
                () -> answer(WindowViewModel.Answer.CANCEL)));
    }

    private void answer(WindowViewModel.Answer answer) {
        put(null);
        model.answer(answer, this::saveName);
    }

    /** All keys on one page. */
    private void keys() {
        var grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(5);
        int row = 0;
        for (Shortcut shortcut : shortcuts) {
            if (!shortcut.shown().isEmpty()) {
                grid.addRow(row++, strong(shortcut.shown()), new Label(shortcut.says()));
            }
        }
        String[][] drawing = {
            {"Tab, Shift+Tab", "From one thing on the drawing to the next"},
            {"Space, Shift+Space", "Select it, or add it to the selection"},
            {"Enter, F2", "Its properties; its name"},
            {"C, then Tab and Enter", "Connect it with another (Shift+Enter: needs)"},
            {"Arrows, Shift+arrows", "Move by 10 pixels, by 1"},
            {"Delete", "Delete what is selected"},
            {"Ctrl+A, C, X, V, D", "Select all, copy, cut, paste, duplicate"},
            {"Right or middle button, wheel", "Move the drawing, zoom"}
        };
        int second = 0;
        for (String[] line : drawing) {
            grid.add(strong(line[0]), 2, second);
            grid.add(new Label(line[1]), 3, second++);
        }
        Button close = Icons.button("close-keys", MaterialDesignC.CLOSE, "Close", () -> put(null));
        put(new Sheet("keys", "Keys", grid, List.of(close), () -> put(null)));
    }

    private static Label strong(String words) {
        var label = new Label(words);
        label.getStyleClass().add("fact");
        return label;
    }

    private void put(@Nullable Sheet next) {
        root.getChildren().remove(sheet);
        sheet = next;
        if (next != null) {
            root.getChildren().add(next);
        }
        root.getChildren().get(0).setDisable(next != null);
    }
}
