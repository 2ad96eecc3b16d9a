package nines.experiment;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something large that is built on a thread of its own, so that nobody waits for it longer than there is time. What is built
 * too late is built to its end, and then dropped: building cannot be broken off.
 */
final class Building<T> {
    private static final long LOOK_EVERY_MILLIS = 10;

    private volatile @Nullable T built;
    private volatile @Nullable Throwable failure;

    private Building() {}

    /**
     * What the plan makes.
     *
     * @throws NothingComplete when it is cancelled, or twice the time is up
     */
    static <T> T within(Budget budget, Supplier<? extends T> plan) {
        Building<T> building = new Building<>();
        Thread builder = new Thread(() -> building.build(plan), "building");
        builder.setDaemon(true);
        builder.start();
        await(builder, () -> budget.isCancelled() || budget.isLate());
        Throwable failed = building.failure;
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
        if (failed instanceof Error error) {
            throw error;
        }
        T result = building.built;
        if (result == null) {
            throw NothingComplete.whileBuilding();
        }
        return result;
    }

    private void build(Supplier<? extends T> plan) {
        try {
            built = plan.get();
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        }
    }

    /** Waits for the end of a thread, or until it is to be given up. */
    static void await(Thread thread, java.util.function.BooleanSupplier givenUp) {
        boolean interrupted = false;
        while (thread.isAlive() && !givenUp.getAsBoolean()) {
            try {
                thread.join(LOOK_EVERY_MILLIS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
