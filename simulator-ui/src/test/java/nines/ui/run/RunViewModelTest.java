package nines.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nines.experiment.Progress;
import nines.result.Result;
import nines.ui.Examples;
import nines.ui.control.BackgroundRun;
import nines.ui.run.RunViewModel.State;
import org.junit.jupiter.api.Test;

class RunViewModelTest {
    private static final Result RESULT = Examples.result();

    /** Work that waits until the test does it. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private final RunViewModel model = new RunViewModel(new BackgroundRun(waiting::add, Runnable::run));

    private static Progress progress(int replications, double secondsLeft) {
        return new Progress("years", replications, replications * 10, 2e6, "order", 1e-4, 0.5e-4, 2e-4, secondsLeft);
    }

    @Test
    void runsAndKeepsTheResult() {
        model.start((listener, stopped) -> Ran.of(RESULT));
        assertThat(model.stateProperty().get()).isEqualTo(State.RUNNING);
        assertThat(model.ranProperty().get()).isNull();
        waiting.remove().run();
        assertThat(model.stateProperty().get()).isEqualTo(State.DONE);
        assertThat(model.ranProperty().get().result()).isSameAs(RESULT);
    }

    @Test
    void showsTheLatestProgressWhenAsked() {
        model.start((listener, stopped) -> {
            listener.progress(progress(1, Double.NaN));
            listener.progress(progress(40, 0));
            model.refresh();
            assertThat(model.liveProperty().get())
                    .isEqualTo(new LiveText(
                            "Simulating years",
                            "40 replications · 400 simulated years · 2000000 events/s".replace("2000000", "2,000,000"),
                            "less than 1 s left",
                            "order",
                            "4.00 nines",
                            "52 min 34 s of downtime a year",
                            "between 26 min 17 s and 1 h 45 min"));
            assertThat(model.doneProperty().get()).isEqualTo(1);
            assertThat(model.traceProperty().get()).hasSize(1);
            model.refresh();
            assertThat(model.traceProperty().get()).as("no news, no point").hasSize(1);
            return Ran.of(RESULT);
        });
        waiting.remove().run();
    }

    @Test
    void theTraceStaysShort() {
        model.start((listener, stopped) -> {
            for (int i = 1; i <= 2000; i++) {
                listener.progress(progress(i, 1));
                model.refresh();
            }
            return Ran.of(RESULT);
        });
        waiting.remove().run();
        assertThat(model.traceProperty().get()).hasSizeBetween(100, 240);
        assertThat(model.traceProperty().get().get(0).effort()).isEqualTo(1);
    }

    @Test
    void stoppingKeepsWhatIsThere() {
        var asked = new AtomicBoolean();
        model.start((listener, stopped) -> {
            asked.set(stopped.getAsBoolean());
            return Ran.of(RESULT);
        });
        model.stop();
        assertThat(model.stateProperty().get()).isEqualTo(State.STOPPING);
        waiting.remove().run();
        assertThat(asked).isTrue();
        assertThat(model.stateProperty().get()).isEqualTo(State.DONE);
        assertThat(model.ranProperty().get().result()).isSameAs(RESULT);
    }

    /** The engine asks whether to stop; while the run is held, that question takes as long as the pause. */
    @Test
    void aHeldRunWaitsUntilItIsLetGo() throws InterruptedException {
        var workers = Executors.newSingleThreadExecutor();
        try {
            var held = new RunViewModel(new BackgroundRun(workers, Runnable::run));
            var asks = new AtomicInteger();
            var begun = new CountDownLatch(1);
            held.start((listener, stopped) -> {
                begun.countDown();
                while (!stopped.getAsBoolean()) {
                    asks.incrementAndGet();
                }
                return Ran.of(RESULT);
            });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            held.pause();
            assertThat(held.stateProperty().get()).isEqualTo(State.PAUSED);
            assertThat(held.isRunning()).isTrue();
            // One question may have been on its way.
            Thread.sleep(20);
            int before = asks.get();
            Thread.sleep(30);
            assertThat(asks.get()).isEqualTo(before);
            held.pause();
            assertThat(held.stateProperty().get()).isEqualTo(State.RUNNING);
            held.pause();
            held.stop();
            workers.shutdown();
            assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(held.ranProperty().get().result()).isSameAs(RESULT);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void aForgottenRunIsStoppedAndItsResultDropped() {
        var asked = new AtomicBoolean();
        model.start((listener, stopped) -> {
            asked.set(stopped.getAsBoolean());
            return Ran.of(RESULT);
        });
        model.forget();
        waiting.remove().run();
        assertThat(asked).isTrue();
        assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
        assertThat(model.ranProperty().get()).isNull();
    }

    @Test
    void onlyOneRunAtATime() {
        model.start((listener, stopped) -> Ran.of(RESULT));
        model.start((listener, stopped) -> Ran.of(RESULT));
        assertThat(waiting).hasSize(1);
    }

    @Test
    void aFailureIsToldInWords() {
        assertThat(failure(new IllegalArgumentException("traffic 'shoppers' has no rate")))
                .isEqualTo("Traffic 'shoppers' has no rate.");
        assertThat(failure(new NullPointerException()))
                .isEqualTo("The run broke off: this is a mistake in Nines, not in your file (NullPointerException).");
        assertThat(failure(new OutOfMemoryError())).contains("-Xmx4g");
    }

    private String failure(Throwable problem) {
        model.forget();
        model.start((listener, stopped) -> {
            if (problem instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) problem;
        });
        waiting.remove().run();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        return model.failureProperty().get();
    }
}
