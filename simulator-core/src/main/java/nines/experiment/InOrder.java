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
        int hands = Math.max(1, Math.min(threads, limit));
        List<Hand<R>> crew = new ArrayList<>();
        for (int i = 0; i < hands; i++) {
            Hand<R> hand = new Hand<>(run, workers, i + 1);
            hand.start();
            crew.add(hand);
        }
        // Whoever still builds its worker when the run is given up is not waited for: it will find nothing to do.
        crew.forEach(hand -> Building.await(hand, () -> hand.builds && (run.stopped || abort.getAsBoolean())));
        run.stopped = true;
        Throwable failed = run.failure;
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
        if (failed instanceof Error error) {
            throw error;
        }
        return run.merged;
    }

    /** A thread that builds its worker and lets it run replications. */
    private static final class Hand<R> extends Thread {
        private final InOrder<R> run;
        private final Supplier<? extends Work<R>> workers;
        private volatile boolean builds = true;

        Hand(InOrder<R> run, Supplier<? extends Work<R>> workers, int number) {
            super("replications-" + number);
            setDaemon(true);
            this.run = run;
            this.workers = workers;
        }

        @Override
        public void run() {
            run.work(workers, this);
        }
    }

    private void work(Supplier<? extends Work<R>> workers, Hand<R> hand) {
        try {
            Work<R> worker = workers.get();
            hand.builds = false;
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
}
