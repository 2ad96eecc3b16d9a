package nines.ui.incident;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import nines.experiment.Replay;

/** Gives the replications of one run once more. */
@FunctionalInterface
public interface Replays {
    /**
     * Runs a replication again; not on the interface thread.
     *
     * @param stop asked often; once true, nothing is given
     */
    Optional<Replay> of(int replication, BooleanSupplier stop);
}
