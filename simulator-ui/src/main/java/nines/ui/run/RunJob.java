package nines.ui.run;

import java.util.function.BooleanSupplier;
import nines.experiment.ProgressListener;

/** One run, ready to start: it knows its scenario, so that a result can never belong to another one. */
@FunctionalInterface
public interface RunJob {
    /**
     * Runs to the end, or until told to stop; then with what is there.
     *
     * @param listener told how far it is, on any thread
     * @param stopped asked often, on any thread
     */
    Ran run(ProgressListener listener, BooleanSupplier stopped);
}
