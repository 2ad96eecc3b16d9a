package nines.experiment;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs replications, one after the other, on one thread. */
@FunctionalInterface
interface Worker {
    /** What replication {@code index} saw, a function of the index alone; null when it was told to stop on the way. */
    @Nullable
    Row run(int index, BooleanSupplier stop);
}
