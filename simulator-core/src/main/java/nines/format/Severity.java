package nines.format;

/** How bad a problem is. */
public enum Severity {
    /** Nothing runs. */
    ERROR,
    /** It runs, but is it what was meant? */
    WARNING,
    /** It runs, and something that was written does not act yet. */
    NOTICE
}
