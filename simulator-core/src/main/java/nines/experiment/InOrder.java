package nines.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replications on many threads, handed over one by one in the order of their index, so that whatever is summed has the
 * same bits on any number of threads.
 */
final class InOrder<R> {
    /** Runs replications, one after the other, on one thread. */
    interface Work<R> {
        /** What replication {@code index} saw, a function of the index alone; null when it was told to stop on the way. */
        @Nullable
        R run(int index, BooleanSupplier stop);
    }

    /** Takes rows in order. */
    interface Sink<R> {
        /** Takes the next row; false when no further one is wanted. */
        boolean accept(int index, R row);
    }

    private final AtomicInteger next = new AtomicInteger();
    private final ReentrantLock merging = new ReentrantLock();
    private final Map<Integer, R> waiting = new HashMap<>();
    private final int limit;
    private final BooleanSupplier enough;
    private final BooleanSupplier abort;
    private final Sink<R> sink;
    private int merged;
    private volatile boolean stopped;
    private volatile @Nullable Throwable failure;

    private InOrder(int limit, BooleanSupplier enough, BooleanSupplier abort, Sink<R> sink) {
        this.limit = limit;
        this.enough = enough;
        this.abort = abort;
        this.sink = sink;
    }

    /**
     * Runs replications 0, 1, 2 …, at least one, until the sink has enough, the limit is reached, or {@code enough}
     * becomes true; then the replications already begun are finished, unless {@code abort} becomes true, and those that complete the prefix
     * are handed over.
     *
     * @return how many rows were handed over
     */
    static <R> int run(
            int threads,
            int limit,
            Supplier<? extends Work<R>> workers,
            BooleanSupplier enough,
            BooleanSupplier abort,
            Sink<R> sink) {
        InOrder<R> run = new InOrder<>(limit, enough, abort, sink);
        int helpers = Math.min(threads, limit) - 1;
        List<Thread> crew = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            Thread helper = new Thread(() -> run.work(workers), "replications-" + (i + 2));
            helper.setDaemon(true);
            helper.start();
            crew.add(helper);
        }
        run.work(workers);
        crew.forEach(InOrder::join);
        Throwable failed = run.failure;
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
        if (failed instanceof Error error) {
            throw error;
        }
        return run.merged;
    }

    private void work(Supplier<? extends Work<R>> workers) {
        try {
            Work<R> worker = workers.get();
            while (!stopped && (isNothingBegun() || !enough.getAsBoolean())) {
                int index = next.getAndIncrement();
                if (index >= limit) {
                    return;
                }
                R row = worker.run(index, () -> stopped || abort.getAsBoolean());
                if (row == null) {
                    return;
                }
                handOver(index, row);
            }
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
            stopped = true;
        }
    }

    /** One replication is always run, so that there is something to tell. */
    private boolean isNothingBegun() {
        return next.get() == 0;
    }

    private void handOver(int index, R row) {
        merging.lock();
        try {
            waiting.put(index, row);
            R first;
            while (!stopped && (first = waiting.remove(merged)) != null) {
                stopped = !sink.accept(merged, first);
                merged++;
            }
        } finally {
            merging.unlock();
        }
    }

    private static void join(Thread helper) {
        boolean interrupted = false;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
