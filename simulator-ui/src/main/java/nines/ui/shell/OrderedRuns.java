package nines.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import nines.experiment.Replay;
import nines.ui.control.BackgroundRun;
import nines.ui.incident.PlayerViewModel;
import nines.ui.result.ResultViewModel;
import nines.ui.result.ResultViewModel.JourneyPage;
import nines.ui.run.KeptRun;
import nines.ui.run.KeptRunsViewModel;
import nines.ui.run.Ran;
import nines.ui.run.RunJob;
import nines.ui.run.RunViewModel;
import nines.ui.run.Wishes;
import org.jspecify.annotations.Nullable;

/** Runs from their order to their result: one under way, those that are over and kept, and the one that is shown. */
final class OrderedRuns {
    private final Function<RunOrder, RunJob> jobs;
    private final Supplier<@Nullable Document> document;
    private final RunViewModel run;
    private final PlayerViewModel player;
    private final ResultViewModel result = new ResultViewModel();
    private final KeptRunsViewModel kept = new KeptRunsViewModel();
    private final Map<Integer, RunOrder> orders = new HashMap<>();
    private final ObjectProperty<Wishes> wishes = new SimpleObjectProperty<>(Wishes.NONE);
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private @Nullable RunOrder order;

    /**
     * No run yet.
     *
     * @param jobs makes a run of an order
     * @param document what is open; null when nothing is
     */
    OrderedRuns(BackgroundRun background, Function<RunOrder, RunJob> jobs, Supplier<@Nullable Document> document) {
        this.jobs = jobs;
        this.document = document;
        run = new RunViewModel(background);
        player = new PlayerViewModel(background);
        run.ranProperty().addListener((property, was, is) -> keep(is));
        kept.shownProperty().addListener((property, was, is) -> {
            boolean isRenamed = was != null && is != null && was.number() == is.number();
            if (!isRenamed) {
                player.close();
                result.show(is == null ? null : is.ran().result());
            }
            age();
        });
        wishes.addListener((property, was, is) -> age());
    }

    RunViewModel run() {
        return run;
    }

    PlayerViewModel player() {
        return player;
    }

    ResultViewModel result() {
        return result;
    }

    KeptRunsViewModel kept() {
        return kept;
    }

    ObjectProperty<Wishes> wishesProperty() {
        return wishes;
    }

    /** Whether what is shown, or under way, is of an older document or was asked for otherwise. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Runs a document, unless a run is under way. */
    void start(Document shown) {
        if (!run.isRunning()) {
            var next = new RunOrder(shown, wishes.get());
            order = next;
            kept.hide();
            stale.set(false);
            run.start(jobs.apply(next));
        }
    }

    /** A run is over: it is kept, and its result is shown. */
    private void keep(@Nullable Ran ran) {
        RunOrder of = order;
        if (ran == null || of == null) {
            result.show(null);
            return;
        }
        KeptRun over = kept.keep(
                of.about(),
                of.document().title(),
                ran,
                of.identity(),
                of.document().text(),
                of.command());
        orders.put(over.number(), of);
        orders.keySet().retainAll(kept.runs().stream().map(KeptRun::number).toList());
    }

    /** Shows the result of a run that is kept, unless another one is under way. */
    void show(int number) {
        if (!run.isRunning()) {
            kept.show(number);
        }
    }

    /** Another document is open, or none: no result is shown and nothing runs; what is kept stays. */
    void leave() {
        run.forget();
        kept.hide();
        player.close();
        wishes.set(Wishes.NONE);
    }

    /** Plays the outages of the shown journey, the worst one first. */
    void playOutages() {
        KeptRun shown = kept.shownProperty().get();
        JourneyPage of = result.pageProperty().get();
        RunOrder ordered = shown == null ? null : orders.get(shown.number());
        if (shown != null && of != null && ordered != null) {
            player.open(
                    (replication, stop) -> Replay.of(ordered.scenario(), ordered.settings(), replication, stop),
                    shown.ran().result(),
                    of.journey());
        }
    }

    /** The line that gives the shown result without a window; empty without a result. */
    String command() {
        KeptRun shown = kept.shownProperty().get();
        return shown == null ? "" : shown.command();
    }

    /** Looks again whether what is shown still is what would come of a run now. */
    void age() {
        Document now = document.get();
        KeptRun shown = kept.shownProperty().get();
        RunOrder under = order;
        String of = run.isRunning() && under != null ? under.identity() : shown == null ? "" : shown.identity();
        stale.set(now != null && !of.isEmpty() && !of.equals(new RunOrder(now, wishes.get()).identity()));
    }
}
