package nines.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nines.experiment.Progress;
import nines.ui.control.BackgroundRun;
import nines.ui.control.ClosingBand;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time: started, watched, stopped. The engine leaves its latest progress in one place; whoever draws asks
 * for it with {@link #refresh} as often as the eye wants, and nothing ever queues up.
 */
public final class RunViewModel {
    private static final int MOST_POINTS = 240;

    /** Where the run is. */
    public enum State {
        /** Nothing has run since the scenario was opened. */
        IDLE,
        RUNNING,
        /** It waits until it is told to go on. */
        PAUSED,
        /** Told to stop; it ends with what is there. */
        STOPPING,
        /** There is a result. */
        DONE,
        /** It ended without a result. */
        FAILED
    }

    private final BackgroundRun background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Ran> ran = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LiveText> live = new ReadOnlyObjectWrapper<>(LiveText.STARTING);
    private final ReadOnlyObjectWrapper<List<ClosingBand.Point>> trace = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyObjectWrapper<String> failure = new ReadOnlyObjectWrapper<>("");
    private final List<ClosingBand.Point> points = new ArrayList<>();
    private Watch watch = new Watch();

    /** What one run and its watcher share. */
    private static final class Watch {
        final AtomicReference<@Nullable Progress> latest = new AtomicReference<>();
        final AtomicBoolean stop = new AtomicBoolean();
        final Hold hold = new Hold();
        final long startedAt = System.nanoTime();

        @Nullable
        Progress shown;

        /** The engine asks this often; while the run is held, it waits for the answer. */
        boolean isStopped() {
            hold.pass();
            return stop.get();
        }

        void stop() {
            stop.set(true);
            hold.release();
        }
    }

    public RunViewModel(BackgroundRun background) {
        this.background = background;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the last run ended in; null before, and while a new one runs. */
    public ReadOnlyObjectProperty<@Nullable Ran> ranProperty() {
        return ran.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LiveText> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Unavailability over replications, with its interval. */
    public ReadOnlyObjectProperty<List<ClosingBand.Point>> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    /** Share of the run that is over; −1 while nobody knows. */
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Why there is no result; empty when there is one. */
    public ReadOnlyObjectProperty<String> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return state.get() == State.RUNNING || state.get() == State.PAUSED || state.get() == State.STOPPING;
    }

    /** Starts a run, unless one is running. */
    public void start(RunJob job) {
        if (isRunning()) {
            return;
        }
        forget();
        Watch mine = watch;
        state.set(State.RUNNING);
        background.start(
                () -> job.run(mine.latest::set, mine::isStopped),
                outcome -> finish(mine, outcome),
                problem -> fail(mine, problem));
    }

    /** Asks the run to end with what it has. */
    public void stop() {
        if (state.get() == State.RUNNING || state.get() == State.PAUSED) {
            watch.stop();
            state.set(State.STOPPING);
        }
    }

    /** Holds the run where it is, or lets it go on. What it has simulated so far stays. */
    public void pause() {
        if (state.get() == State.RUNNING) {
            watch.hold.begin();
            state.set(State.PAUSED);
        } else if (state.get() == State.PAUSED) {
            state.set(State.RUNNING);
            watch.hold.release();
        }
    }

    /** Back to the beginning; a run still going is stopped and its result is dropped. */
    public void forget() {
        watch.stop();
        watch = new Watch();
        points.clear();
        trace.set(List.of());
        live.set(LiveText.STARTING);
        done.set(-1);
        failure.set("");
        ran.set(null);
        state.set(State.IDLE);
    }

    /** Shows the latest progress, if there is any news. */
    public void refresh() {
        Progress now = watch.latest.get();
        if (now == null || now.equals(watch.shown) || !isRunning()) {
            return;
        }
        watch.shown = now;
        live.set(LiveText.of(now));
        double elapsed = (System.nanoTime() - watch.startedAt) / 1e9 - watch.hold.seconds();
        done.set(Double.isNaN(now.secondsLeft()) ? -1 : elapsed / (elapsed + now.secondsLeft()));
        if (!Double.isNaN(now.unavailability())) {
            points.add(new ClosingBand.Point(now.replications(), now.unavailability(), now.low(), now.high()));
            if (points.size() > MOST_POINTS) {
                thinOut();
            }
            trace.set(List.copyOf(points));
        }
    }

    /** Every other point is enough. */
    private void thinOut() {
        for (int i = points.size() - 2; i > 0; i -= 2) {
            points.remove(i);
        }
    }

    private void finish(Watch whose, Ran outcome) {
        if (whose == watch) {
            ran.set(outcome);
            state.set(State.DONE);
        }
    }

    private void fail(Watch whose, Throwable problem) {
        if (whose == watch) {
            failure.set(Failure.words(problem));
            state.set(State.FAILED);
        }
    }
}
