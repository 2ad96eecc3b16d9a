package nines.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import nines.format.Problem;
import nines.model.Scenario;
import nines.result.Result;
import nines.ui.canvas.DiagramViewModel;
import nines.ui.canvas.Sketch;
import nines.ui.classroom.ClassroomViewModel;
import nines.ui.compare.CompareViewModel;
import nines.ui.control.BackgroundRun;
import nines.ui.edit.Autosave;
import nines.ui.edit.EditorViewModel;
import nines.ui.edit.Reader;
import nines.ui.edit.Snapshot;
import nines.ui.incident.PlayerViewModel;
import nines.ui.result.ResultViewModel;
import nines.ui.run.KeptRunsViewModel;
import nines.ui.run.RunJob;
import nines.ui.run.RunViewModel;
import nines.ui.run.Wishes;
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
        WORK,
        /** Runs side by side. */
        COMPARE,
        /** Lessons: predict, then measure. */
        CLASSROOM
    }

    /** What a user answers when asked about unsaved work. */
    public enum Answer {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** Components that are laid out within a few milliseconds. */
    private static final int AT_ONCE = 60;

    private final BackgroundRun background;
    private final List<Lesson> library;
    private final Desk desk;
    private final Safekeeping safe;
    private final DiagramViewModel diagram = new DiagramViewModel();
    private final OrderedRuns runs;
    private final CompareViewModel comparison = new CompareViewModel();
    private final ClassroomViewModel classroom;
    private final EditorViewModel editor;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.START);
    private final ReadOnlyObjectWrapper<@Nullable Document> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Runnable> waiting = new ReadOnlyObjectWrapper<>();
    private final StringProperty variant = new SimpleStringProperty("");
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private int opened;
    private int sketched;

    /**
     * @param background reads files and runs experiments
     * @param library offered on the start page
     * @param jobs makes a run of a document without errors
     * @param desk what is remembered from one start to the next
     */
    public WindowViewModel(BackgroundRun background, List<Lesson> library, Function<RunOrder, RunJob> jobs, Desk desk) {
        this.background = background;
        this.library = List.copyOf(library);
        this.desk = desk;
        this.runs = new OrderedRuns(background, jobs, document::get);
        this.classroom = new ClassroomViewModel(background, nines.ui.classroom.Lesson.all());
        this.editor = new EditorViewModel(background);
        this.safe = new Safekeeping(background, editor, desk.unsaved());
        dark.set(desk.isDark());
        dark.addListener((property, was, is) -> desk.dark(is));
        new Pointing(diagram, runs.result(), runs.player(), () -> {
            Document shown = document.get();
            return shown == null ? null : shown.reading().scenario();
        });
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
        return runs.staleProperty();
    }

    /** What waits for an answer about unsaved work; null when nothing does. */
    public ReadOnlyObjectProperty<@Nullable Runnable> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** The runs that are over. */
    public KeptRunsViewModel kept() {
        return runs.kept();
    }

    /** Runs side by side. */
    public CompareViewModel comparison() {
        return comparison;
    }

    /** Shows the runs that are ticked side by side. */
    public void compare() {
        if (runs.kept().chosen().size() > 1) {
            comparison.show(runs.kept().chosen());
            page.set(Page.COMPARE);
        }
    }

    /** Back from another page to the drawing, or to the start page where nothing is open. */
    public void backToWork() {
        classroom.leave();
        page.set(document.get() == null ? Page.START : Page.WORK);
    }

    /** The lessons. */
    public ClassroomViewModel classroom() {
        return classroom;
    }

    /** Goes to the lessons; what is open stays open. */
    public void learn() {
        page.set(Page.CLASSROOM);
    }

    /** What is asked of runs beyond what the file says. */
    public ObjectProperty<Wishes> wishesProperty() {
        return runs.wishesProperty();
    }

    public DiagramViewModel diagram() {
        return diagram;
    }

    public RunViewModel run() {
        return runs.run();
    }

    public ResultViewModel result() {
        return runs.result();
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
    public void draw(Lesson lesson, Consumer<Sketch> done) {
        background.start(
                () -> Opened.read(lesson.source()).sketch(),
                done,
                problem -> done.accept(Opened.failed(lesson.source(), problem).sketch()));
    }

    /** Reads and shows something; what was open before is closed, its run is stopped. */
    public void open(Source source) {
        guarded(() -> load(source, () -> Opened.read(source)));
    }

    /** A document that has no file yet. */
    public void create() {
        open(new Source.BundledSource("new-scenario.yaml", Templates.NEW));
    }

    /** Work that was lost, back again and unsaved. */
    public void recover(Autosave.Left left) {
        Source source = left.origin().isEmpty()
                ? new Source.BundledSource("recovered.yaml", left.text())
                : Source.file(Path.of(left.origin()));
        guarded(() -> {
            safe.holds(left.text());
            load(source, () -> Opened.recover(source, left, safe.autosave()));
        });
    }

    /** What windows that are no more left unsaved. */
    public List<Autosave.Left> left() {
        return safe.left();
    }

    private void load(Source source, Callable<Opened> reading) {
        int mine = ++opened;
        Consumer<Opened> done = read -> {
            if (mine == opened) {
                show(read);
            }
        };
        background.start(reading, done, problem -> done.accept(Opened.failed(source, problem)));
    }

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
            runs.leave();
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
            safe.clear();
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
            safe.clear();
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
                    safe.clear();
                    done.run();
                },
                problem -> editor.say("It could not be saved as " + file + ": " + problem.getMessage()
                        + ". Save it under another name (Ctrl+Shift+S)."));
    }

    /** Keeps unsaved work where a crash does not reach it; called every few seconds. */
    public void autosave() {
        Document shown = document.get();
        if (shown != null) {
            safe.keep(shown);
        }
    }

    private Reader reader() {
        Document shown = document.get();
        return shown == null ? Reader.of("scenario.yaml") : Opened.reader(shown.source());
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
        runs.start(shown);
    }

    /** Shows the result of a run that is kept, unless another one is under way. */
    public void showRun(int number) {
        runs.show(number);
    }

    /** Plays the outages of the shown journey, the worst one first. */
    public void playOutages() {
        runs.playOutages();
    }

    /** The outages of the shown run, one after the other. */
    public PlayerViewModel player() {
        return runs.player();
    }

    /** The line that gives the shown result without a window; empty without a result. */
    public String command() {
        return runs.command();
    }

    /** Writes the result as a page or as a document for machines. */
    public void export(Path file) {
        Result shown = runs.result().resultProperty().get();
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
        runs.run().stop();
    }

    private void show(Opened read) {
        runs.leave();
        variant.set("");
        sketched++;
        Snapshot first = read.first();
        document.set(new Document(read.source(), first.reading(), first.text().text(), ""));
        editor.open(Opened.reader(read.source()), first, read.saved());
        if (read.source() instanceof Source.FileSource file && first.reading().scenario() != null) {
            desk.opened(file.file());
        }
        diagram.show(read.sketch());
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
            sketch(now);
        }
        runs.age();
    }

    /** Draws what has been edited: at once, and what is large away from the interface thread. */
    private void sketch(Snapshot now) {
        int mine = ++sketched;
        Scenario drawn = now.drawn();
        if (drawn == null || drawn.components().size() <= AT_ONCE) {
            diagram.update(Sketch.of(now));
            return;
        }
        background.start(
                () -> Sketch.of(now),
                done -> {
                    if (mine == sketched) {
                        diagram.update(done);
                    }
                },
                problem -> editor.say("It cannot be drawn: " + problem.getMessage()));
    }
}
