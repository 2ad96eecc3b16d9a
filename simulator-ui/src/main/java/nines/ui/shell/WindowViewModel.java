package nines.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import nines.format.Problem;
import nines.format.ScenarioText;
import nines.model.Event;
import nines.model.Scenario;
import nines.result.Result;
import nines.ui.canvas.Diagram;
import nines.ui.canvas.DiagramLayout;
import nines.ui.canvas.DiagramViewModel;
import nines.ui.canvas.EditableDiagram;
import nines.ui.canvas.ScenarioDiagram;
import nines.ui.control.BackgroundRun;
import nines.ui.edit.Autosave;
import nines.ui.edit.EditorViewModel;
import nines.ui.edit.Reader;
import nines.ui.edit.Snapshot;
import nines.ui.result.CauseRow;
import nines.ui.result.ResultViewModel;
import nines.ui.run.RunJob;
import nines.ui.run.RunViewModel;
import org.jspecify.annotations.Nullable;

/** The window: what is open, which page shows it, and how drawing, run and result follow each other. */
public final class WindowViewModel {
    /** What fills the window. */
    public enum Page {
        /** The library, and the way to a file. */
        START,
        /** What is wrong with a file that cannot be read. */
        PROBLEMS,
        /** Drawing and result. */
        WORK
    }

    /** What a user answers when asked about unsaved work. */
    public enum Answer {
        SAVE,
        DISCARD,
        CANCEL
    }

    private final BackgroundRun background;
    private final List<Lesson> library;
    private final Function<Document, RunJob> jobs;
    private final Desk desk;
    private final Autosave autosave;
    private final DiagramViewModel diagram = new DiagramViewModel();
    private final RunViewModel run;
    private final ResultViewModel result = new ResultViewModel();
    private final EditorViewModel editor;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.START);
    private final ReadOnlyObjectWrapper<@Nullable Document> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Runnable> waiting = new ReadOnlyObjectWrapper<>();
    private final StringProperty variant = new SimpleStringProperty("");
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private String ran = "";
    private String kept = "";
    private int opened;
    private boolean following;

    /**
     * @param background reads files and runs experiments
     * @param library offered on the start page
     * @param jobs makes a run of a document without errors
     * @param desk what is remembered from one start to the next
     */
    public WindowViewModel(BackgroundRun background, List<Lesson> library, Function<Document, RunJob> jobs, Desk desk) {
        this.background = background;
        this.library = List.copyOf(library);
        this.jobs = jobs;
        this.desk = desk;
        this.autosave =
                new Autosave(desk.unsaved(), "window-" + ProcessHandle.current().pid());
        this.run = new RunViewModel(background);
        this.editor = new EditorViewModel(background);
        dark.set(desk.isDark());
        dark.addListener((property, was, is) -> desk.dark(is));
        run.resultProperty().addListener((property, was, is) -> result.show(is));
        result.pageProperty().addListener((property, was, is) -> diagram.fasten(result.shares()));
        result.causeProperty()
                .addListener((property, was, is) ->
                        follow(() -> diagram.pickedProperty().set("")));
        diagram.pickedProperty().addListener((property, was, is) -> follow(() -> result.pickPart(is)));
        editor.selectionProperty()
                .addListener((property, was, is) -> diagram.pickedProperty().set(is.size() == 1 ? is.get(0) : ""));
        editor.snapshotProperty().addListener((property, was, is) -> changed());
        variant.addListener((property, was, is) -> changed());
    }

    public EditorViewModel editor() {
        return editor;
    }

    public Desk desk() {
        return desk;
    }

    /** The alternative that a run would be of; empty: as written. */
    public StringProperty variantProperty() {
        return variant;
    }

    /** The alternatives that the file names. */
    public List<String> variants() {
        Scenario scenario = editor.drawn();
        return scenario == null ? List.of() : List.copyOf(scenario.variants().keySet());
    }

    /** Whether the result is that of an older document or of another alternative. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** What waits for an answer about unsaved work; null when nothing does. */
    public ReadOnlyObjectProperty<@Nullable Runnable> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    public DiagramViewModel diagram() {
        return diagram;
    }

    public RunViewModel run() {
        return run;
    }

    public ResultViewModel result() {
        return result;
    }

    public List<Lesson> library() {
        return library;
    }

    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** Whether light text stands on a dark ground. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** What was found in the open file; empty when nothing is open. */
    public List<Problem> problems() {
        Document shown = document.get();
        return shown == null ? List.of() : shown.reading().problems();
    }

    /** Draws a scenario of the library, away from the interface thread. */
    public void draw(Lesson lesson, BiConsumer<Diagram, DiagramLayout> done) {
        background.start(
                () -> {
                    Scenario scenario = lesson.source().read().scenario();
                    return scenario == null ? Diagram.EMPTY : ScenarioDiagram.of(scenario);
                },
                diagram -> done.accept(diagram, DiagramLayout.of(diagram)),
                problem -> done.accept(Diagram.EMPTY, DiagramLayout.of(Diagram.EMPTY)));
    }

    /** Reads and shows something; what was open before is closed, its run is stopped. */
    public void open(Source source) {
        guarded(() -> load(source, null));
    }

    /** A document that has no file yet. */
    public void create() {
        guarded(() -> load(new Source.BundledSource("new-scenario.yaml", Templates.NEW), null));
    }

    /** Work that was lost, back again and unsaved. */
    public void recover(Autosave.Left left) {
        Source source = left.origin().isEmpty()
                ? new Source.BundledSource("recovered.yaml", left.text())
                : Source.file(Path.of(left.origin()));
        guarded(() -> load(source, left));
    }

    /** What windows that are no more left unsaved. */
    public List<Autosave.Left> left() {
        return autosave.left();
    }

    private void load(Source source, Autosave.@Nullable Left left) {
        int mine = ++opened;
        background.start(
                () -> {
                    Snapshot saved = new Snapshot(ScenarioText.of(source.text()), source.read(), null);
                    String text = left == null ? saved.text().text() : left.text();
                    Snapshot first = left == null
                            ? new Snapshot(
                                    saved.text(),
                                    saved.reading(),
                                    saved.reading().scenario())
                            : Snapshot.of(ScenarioText.of(text), reader(source), null);
                    if (left != null) {
                        Autosave.discard(left);
                    }
                    return new Loaded(
                            source,
                            first,
                            left == null
                                    ? text
                                    : left.origin().isEmpty()
                                            ? ""
                                            : saved.text().text());
                },
                read -> {
                    if (mine == opened) {
                        show(read);
                    }
                },
                problem -> {
                    throw new IllegalStateException("cannot open " + source.name(), problem);
                });
    }

    private record Loaded(Source source, Snapshot first, String saved) {}

    /** Reads what is open once more. */
    public void reload() {
        Document shown = document.get();
        if (shown != null) {
            open(shown.source());
        }
    }

    /** Back to the start page. */
    public void close() {
        guarded(() -> {
            opened++;
            run.forget();
            document.set(null);
            page.set(Page.START);
        });
    }

    /** A file with mistakes is mended here, in its text. */
    public void mend() {
        if (document.get() != null) {
            page.set(Page.WORK);
        }
    }

    /** Does something that would lose unsaved work, after asking. */
    public void guarded(Runnable then) {
        if (document.get() != null && editor.dirtyProperty().get()) {
            waiting.set(then);
        } else {
            clearAutosave();
            then.run();
        }
    }

    /** The user has answered; a save that needs a name asks for it first. */
    public void answer(Answer answer, Supplier<Optional<Path>> chooseFile) {
        Runnable then = waiting.get();
        waiting.set(null);
        if (then == null || answer == Answer.CANCEL) {
            return;
        }
        Runnable done = () -> {
            clearAutosave();
            then.run();
        };
        if (answer == Answer.DISCARD) {
            editor.saved(reader(), editor.text().text());
            done.run();
        } else {
            save(chooseFile, done);
        }
    }

    /** Saves under the name it has, or under one that is chosen now. */
    public void save(Supplier<Optional<Path>> chooseFile) {
        save(chooseFile, () -> {});
    }

    private void save(Supplier<Optional<Path>> chooseFile, Runnable done) {
        Document shown = document.get();
        if (shown != null && shown.source() instanceof Source.FileSource file) {
            saveAs(file.file(), done);
        } else if (shown != null) {
            chooseFile.get().ifPresent(file -> saveAs(file, done));
        }
    }

    /** Saves under a name. */
    public void saveAs(Path file) {
        saveAs(file, () -> {});
    }

    private void saveAs(Path file, Runnable done) {
        Document shown = document.get();
        if (shown == null) {
            return;
        }
        String text = editor.text().text();
        background.start(
                () -> {
                    Autosave.write(file, text);
                    return file;
                },
                written -> {
                    document.set(new Document(Source.file(file), shown.reading(), text, variant.get()));
                    desk.opened(file);
                    editor.saved(reader(), text);
                    changed();
                    clearAutosave();
                    done.run();
                },
                problem -> editor.say("It could not be saved as " + file + ": " + problem.getMessage()
                        + ". Save it under another name (Ctrl+Shift+S)."));
    }

    /** Keeps unsaved work where a crash does not reach it; called every few seconds. */
    public void autosave() {
        Document shown = document.get();
        String text = editor.text().text();
        if (shown == null || !editor.dirtyProperty().get() || text.equals(kept)) {
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
                        clearAutosave();
                    }
                },
                problem -> {
                    kept = "";
                    editor.say("Unsaved work cannot be kept safe: " + problem.getMessage() + ". Save it soon.");
                });
    }

    private void clearAutosave() {
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

    private Reader reader() {
        Document shown = document.get();
        return shown == null ? Reader.of("scenario.yaml") : reader(shown.source());
    }

    private static Reader reader(Source source) {
        return text -> source.read(text, "");
    }

    /** Runs what is open, if it can be run. */
    public void start() {
        Document shown = document.get();
        if (page.get() != Page.WORK || shown == null) {
            return;
        }
        if (shown.reading().scenario() == null) {
            editor.say("It cannot be run yet: mend the errors in the list first.");
            return;
        }
        if (!run.isRunning()) {
            ran = identity(shown);
            stale.set(false);
            run.start(jobs.apply(shown));
        }
    }

    private static String identity(Document shown) {
        return shown.variant() + "\n" + shown.text();
    }

    /** Writes the result as a page or as a document for machines. */
    public void export(Path file) {
        Result shown = result.resultProperty().get();
        if (shown == null) {
            return;
        }
        background.start(
                () -> {
                    Exports.write(shown, file);
                    return file;
                },
                written -> editor.say("Written: " + written),
                problem -> editor.say("It could not be written: " + problem.getMessage()));
    }

    /** Stops the run and keeps what is there. */
    public void stop() {
        run.stop();
    }

    private void show(Loaded read) {
        run.forget();
        stale.set(false);
        variant.set("");
        Snapshot first = read.first();
        document.set(new Document(read.source(), first.reading(), first.text().text(), ""));
        editor.open(reader(read.source()), first, read.saved());
        if (read.source() instanceof Source.FileSource file && first.reading().scenario() != null) {
            desk.opened(file.file());
        }
        Diagram drawn = EditableDiagram.diagram(editor);
        diagram.show(drawn);
        diagram.update(drawn, EditableDiagram.places(editor, drawn));
        page.set(first.reading().scenario() == null ? Page.PROBLEMS : Page.WORK);
    }

    /** The document has been edited. */
    private void changed() {
        Document shown = document.get();
        if (shown == null) {
            return;
        }
        Snapshot now = editor.now();
        if (!variant.get().isEmpty() && !variants().contains(variant.get())) {
            variant.set("");
        }
        var next = new Document(shown.source(), now.reading(), now.text().text(), variant.get());
        if (!next.equals(shown)) {
            document.set(next);
        }
        if (now.isCurrent()) {
            Diagram drawn = EditableDiagram.diagram(editor);
            diagram.update(drawn, EditableDiagram.places(editor, drawn));
        }
        stale.set(run.stateProperty().get() != RunViewModel.State.IDLE && !ran.equals(identity(next)));
    }

    /** The user pointed at something in the drawing or in the result: the other one follows, and does not answer back. */
    private void follow(Runnable other) {
        if (following) {
            return;
        }
        following = true;
        other.run();
        following = false;
        CauseRow cause = result.causeProperty().get();
        diagram.mark(cause == null ? List.of() : concerned(cause.part()));
    }

    /** What to point at for a part that is to blame: itself, or what an event of that name happens to. */
    private List<String> concerned(String part) {
        Document shown = document.get();
        Scenario scenario = shown == null ? null : shown.reading().scenario();
        Event event = scenario == null || diagram.isDrawn(part)
                ? null
                : scenario.events().get(part);
        return event == null ? List.of(part) : EventTargets.of(event);
    }
}
