package nines.ui.control;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Work away from the interface thread; what comes of it is handed over on that thread. */
public final class BackgroundRun {
    private final Executor workers;
    private final Executor interfaceThread;

    /**
     * @param workers where work is done
     * @param interfaceThread where outcomes are handed over
     */
    public BackgroundRun(Executor workers, Executor interfaceThread) {
        this.workers = workers;
        this.interfaceThread = interfaceThread;
    }

    /** Everything at once and on the calling thread. */
    public static BackgroundRun inPlace() {
        return new BackgroundRun(Runnable::run, Runnable::run);
    }

    /** Starts work; exactly one of the two is called in the end, unless the workers have gone home. */
    public <T> void start(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        try {
            workers.execute(() -> {
                try {
                    T outcome = work.call();
                    interfaceThread.execute(() -> done.accept(outcome));
                } catch (Exception | StackOverflowError | OutOfMemoryError problem) {
                    interfaceThread.execute(() -> failed.accept(problem));
                }
            });
        } catch (RejectedExecutionException closed) {
            // The window is closing: nobody waits for the outcome.
        }
    }
}
