package nines.experiment;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Time on the wall, and the wish to stop. The only clock of the core. */
final class Budget {
    private static final double NANOS = 1e9;

    private final long begun = System.nanoTime();
    private final double seconds;
    private final BooleanSupplier cancelled;

    Budget(double seconds, BooleanSupplier cancelled) {
        this.seconds = seconds;
        this.cancelled = cancelled;
    }

    double elapsed() {
        return (System.nanoTime() - begun) / NANOS;
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

    boolean isCancelled() {
        return cancelled.getAsBoolean();
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
