package nines.result;

/** What a run says about a promise. */
public enum Outcome {
    /** The whole interval keeps the promise. */
    MET,
    /** The whole interval breaks the promise. */
    MISSED,
    /** The interval contains the promise, or the estimate is not trusted. */
    NOT_DECIDED
}
