package nines.experiment;

/** A run ended before its first replication was complete: there is nothing to tell. */
public final class NothingComplete extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final boolean built;

    private NothingComplete(boolean built, String message) {
        super(message);
        this.built = built;
    }

    static NothingComplete whileBuilding() {
        return new NothingComplete(false, "stopped while the system was being built in memory");
    }

    static NothingComplete whileRunning() {
        return new NothingComplete(true, "stopped before the first replication was complete");
    }

    /** Whether the system had been built in memory, and the first replication had begun. */
    public boolean isBuilt() {
        return built;
    }
}
