package nines.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asking the user for files. */
public interface Choices {
    /** Nobody answers. */
    Choices NONE = new Choices() {
        @Override
        public Optional<Path> toOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toExport(String name) {
            return Optional.empty();
        }
    };

    /** A file to open. */
    Optional<Path> toOpen();

    /** A file to save a scenario in. */
    Optional<Path> toSave(String name);

    /** A file to write a result in: a page or JSON. */
    Optional<Path> toExport(String name);

    /** By the file dialogs of the desktop. */
    static Choices of(Window window) {
        return new Choices() {
            @Override
            public Optional<Path> toOpen() {
                return path(scenarios("Open a scenario").showOpenDialog(window));
            }

            @Override
            public Optional<Path> toSave(String name) {
                FileChooser chooser = scenarios("Save the scenario");
                chooser.setInitialFileName(name);
                return path(chooser.showSaveDialog(window));
            }

            @Override
            public Optional<Path> toExport(String name) {
                var chooser = new FileChooser();
                chooser.setTitle("Write the result");
                chooser.setInitialFileName(name);
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter("A page to read", "*.html"),
                                new FileChooser.ExtensionFilter("JSON for machines", "*.json"));
                return path(chooser.showSaveDialog(window));
            }
        };
    }

    private static FileChooser scenarios(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Scenarios", "*.yaml", "*.yml", "*.json"),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        return chooser;
    }

    private static Optional<Path> path(@org.jspecify.annotations.Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
