package nines.model;

/** What a failure does to the instance it strikes. */
public enum Effect {
    /** Stops; whoever asks is refused at once. */
    DOWN,
    /** Accepts and never answers; only a deeper probe sees it. */
    HANG,
    /** Answers, slowly or wrongly. */
    DEGRADED,
    /** Lives, but nobody reaches it. */
    ISOLATED
}
