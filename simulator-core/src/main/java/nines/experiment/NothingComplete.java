package nines.experiment;

/** A run ended before its first replication was complete: there is nothing to tell. */
public final class NothingComplete extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NothingComplete() {
        super("stopped before the first replication was complete");
    }
}
