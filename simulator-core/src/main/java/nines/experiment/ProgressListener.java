package nines.experiment;

/** Whoever wants to watch a run. Called a few times a second, never by two threads at once. */
@FunctionalInterface
public interface ProgressListener {
    /** Watches nothing. */
    ProgressListener NONE = progress -> {};

    void progress(Progress progress);
}
