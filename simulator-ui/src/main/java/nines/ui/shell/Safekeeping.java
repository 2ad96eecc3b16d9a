package nines.ui.shell;

import java.nio.file.Path;
import java.util.List;
import nines.ui.control.BackgroundRun;
import nines.ui.edit.Autosave;
import nines.ui.edit.EditorViewModel;

/** Keeps unsaved work where a crash does not reach it, and takes it away once it is saved or given up. */
final class Safekeeping {
    private final BackgroundRun background;
    private final EditorViewModel editor;
    private final Autosave autosave;
    private String kept = "";

    Safekeeping(BackgroundRun background, EditorViewModel editor, Path folder) {
        this.background = background;
        this.editor = editor;
        autosave = new Autosave(folder, "window-" + ProcessHandle.current().pid());
    }

    Autosave autosave() {
        return autosave;
    }

    /** What windows that are no more left unsaved. */
    List<Autosave.Left> left() {
        return autosave.left();
    }

    /** A text has been kept already. */
    void holds(String text) {
        kept = text;
    }

    /** Keeps the document, if there is something new that is not saved. */
    void keep(Document shown) {
        String text = editor.text().text();
        if (!editor.dirtyProperty().get() || text.equals(kept)) {
            return;
        }
        kept = text;
        String origin = shown.source() instanceof Source.FileSource file
                ? file.file().toAbsolutePath().toString()
                : "";
        background.start(
                () -> {
                    autosave.keep(origin, text);
                    return text;
                },
                done -> {
                    if (!editor.dirtyProperty().get()) {
                        clear();
                    }
                },
                problem -> {
                    kept = "";
                    editor.say("Unsaved work cannot be kept safe: " + problem.getMessage() + ". Save it soon.");
                });
    }

    void clear() {
        if (kept.isEmpty()) {
            return;
        }
        kept = "";
        background.start(
                () -> {
                    autosave.clear();
                    return true;
                },
                done -> {},
                problem -> editor.say("What was kept of unsaved work cannot be removed: " + problem.getMessage()));
    }
}
