package nines.traffic;

/** What becomes of a request, or of one attempt. Exactly one of these, in the end. */
public enum Outcome {
    /** Answered, and rightly. */
    SUCCEEDED(0, "succeeded"),
    /** No answer came in time. */
    TIMED_OUT(1, "timed out"),
    /** The queue was full. */
    REJECTED(2, "queue full"),
    /** The instance was dead and refused the connection. */
    REFUSED(3, "refused by a dead instance"),
    /** The instance died with the work in its hands. */
    LOST(4, "lost in a crash"),
    /** Nobody was there to send it to. */
    UNREACHABLE(5, "nobody to serve it"),
    /** The answer was wrong. */
    WRONG(6, "wrong answer"),
    /** It had waited longer than the queue allows. */
    EXPIRED(7, "waited too long in a queue"),
    /** The client lost patience before it was served. */
    ABANDONED(8, "abandoned by the client"),
    /** The station turned it away to protect itself. */
    SHED(9, "shed under overload"),
    /** More than a rate limit or a bulkhead lets through. */
    LIMITED(10, "over a limit"),
    /** The caller's circuit breaker was open. */
    CUT_OFF(11, "cut off by a breaker");

    private final int index;
    private final String words;

    Outcome(int index, String words) {
        this.index = index;
        this.words = words;
    }

    /** The one of an index. */
    public static Outcome of(int index) {
        for (Outcome each : values()) {
            if (each.index == index) {
                return each;
            }
        }
        throw new IllegalArgumentException("index must be one of the outcomes': " + index);
    }

    /** Its place in {@link Journal#ended}, from 0. */
    public int index() {
        return index;
    }

    /** The outcome as reports write it. */
    public String words() {
        return words;
    }
}
