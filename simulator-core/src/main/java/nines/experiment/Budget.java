package nines.experiment;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Time on the wall, and the wish to stop. The only clock of the core. */
final class Budget {
    private static final double NANOS = 1e9;
    /** Whoever takes longer to answer has been waiting on purpose. */
    private static final long PAUSE = 20_000_000;

    private final AtomicLong waited = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final long begun = System.nanoTime();
    private final double seconds;
    private final BooleanSupplier cancelled;

    Budget(double seconds, BooleanSupplier cancelled) {
        this.seconds = seconds;
        this.cancelled = cancelled;
    }

    /** Seconds since the beginning, without those in which the run was held up by who is asked whether to stop. */
    double elapsed() {
        return (System.nanoTime() - begun - waited.get()) / NANOS;
    }

    /** Seconds of processor time this process has used. */
    static double cpu() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    double left() {
        return seconds - elapsed();
    }

    /** True when even the first replication must not be waited for any longer: twice the time is up. */
    boolean isLate() {
        return elapsed() > 2 * seconds;
    }

    /** Asks whether to stop. Who is asked may let the run wait: a pause is not time that the run has used up. */
    boolean isCancelled() {
        long before = System.nanoTime() - begun;
        boolean stop = cancelled.getAsBoolean();
        long after = System.nanoTime() - begun;
        if (after - before > PAUSE) {
            // Threads that waited side by side waited once.
            long counted = asked.getAndUpdate(until -> Math.max(until, after));
            waited.addAndGet(Math.max(0, after - Math.max(before, counted)));
        }
        return stop;
    }

    /** True when no further replication should begin; {@code share} of the whole budget is for what runs now. */
    BooleanSupplier enough(double share) {
        return () -> elapsed() > share * seconds || isCancelled();
    }

    /** True when even a replication under way should be given up: only when somebody asks, never for being slow. */
    boolean isHopeless() {
        return isCancelled();
    }
}
