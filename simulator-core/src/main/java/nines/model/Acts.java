package nines.model;

/** Which of the two layers a key acts in; see the fidelities of the design. */
public enum Acts {
    /** Years of failures and repairs. */
    STRUCTURAL,
    /** Request by request. */
    REQUESTS,
    BOTH
}
