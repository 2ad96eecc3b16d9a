package nines.blueprint;

/** What a broken mode does to its unit. */
public enum Effect {
    /** Stopped: nothing answers, connections are refused. */
    DOWN,
    /** Accepts connections, answers nothing; only a deeper probe sees it. */
    HANG,
    /** Lives and works, but cannot be reached. */
    ISOLATED,
    /** Answers slowly or wrongly. */
    DEGRADED
}
