package nines.ui.shell;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import nines.format.Problem;
import nines.model.Event;
import nines.model.Scenario;
import nines.ui.canvas.DiagramViewModel;
import nines.ui.canvas.ScenarioDiagram;
import nines.ui.control.BackgroundRun;
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

    private final BackgroundRun background;
    private final List<Lesson> library;
    private final Function<Document, RunJob> jobs;
    private final DiagramViewModel diagram = new DiagramViewModel();
    private final RunViewModel run;
    private final ResultViewModel result = new ResultViewModel();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.START);
    private final ReadOnlyObjectWrapper<@Nullable Document> document = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private int opened;
    private boolean following;

    /**
     * @param background reads files and runs experiments
     * @param library offered on the start page
     * @param jobs makes a run of a document without errors
     */
    public WindowViewModel(BackgroundRun background, List<Lesson> library, Function<Document, RunJob> jobs) {
        this.background = background;
        this.library = List.copyOf(library);
        this.jobs = jobs;
        this.run = new RunViewModel(background);
        run.resultProperty().addListener((property, was, is) -> result.show(is));
        result.pageProperty().addListener((property, was, is) -> diagram.fasten(result.shares()));
        result.causeProperty()
                .addListener((property, was, is) ->
                        follow(() -> diagram.pickedProperty().set("")));
        diagram.pickedProperty().addListener((property, was, is) -> follow(() -> result.pickPart(is)));
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

    /** Reads and shows something; what was open before is closed, its run is stopped. */
    public void open(Source source) {
        int mine = ++opened;
        background.start(
                () -> new Document(source, source.read()),
                read -> {
                    if (mine == opened) {
                        show(read);
                    }
                },
                problem -> {
                    throw new IllegalStateException("cannot open " + source.name(), problem);
                });
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
        opened++;
        run.forget();
        document.set(null);
        page.set(Page.START);
    }

    /** Runs what is open, if it can be run. */
    public void start() {
        Document shown = document.get();
        if (page.get() == Page.WORK && shown != null) {
            run.start(jobs.apply(shown));
        }
    }

    /** Stops the run and keeps what is there. */
    public void stop() {
        run.stop();
    }

    private void show(Document read) {
        run.forget();
        document.set(read);
        if (read.reading().scenario() == null) {
            page.set(Page.PROBLEMS);
        } else {
            diagram.show(ScenarioDiagram.of(read.reading().scenario()));
            page.set(Page.WORK);
        }
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
        diagram.mark(cause == null ? List.of(diagram.pickedProperty().get()) : concerned(cause.part()));
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
