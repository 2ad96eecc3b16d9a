package nines.result;

/** Why no further replication was run. */
public enum StoppedBecause {
    /** The wanted precision was reached. */
    PRECISION,
    /** The wanted number of replications was done. */
    REPLICATIONS,
    /** The time budget was used up: the longest complete prefix of replications is reported. */
    WALL_CLOCK,
    /** Somebody interrupted the run: the longest complete prefix of replications is reported. */
    INTERRUPTED
}
