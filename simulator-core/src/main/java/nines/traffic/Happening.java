package nines.traffic;

/** Events on the calendar: each is a number, what it concerns in the high bits and its kind in the low ones. */
final class Happening {
    /** Bits of the kind. */
    static final int KIND_BITS = 5;

    static final int ARRIVAL = 0;
    static final int THOUGHT = 1;
    static final int PASSED = 2;
    static final int SERVED = 3;
    static final int RETRY = 4;
    static final int EXPIRY = 5;
    static final int IMPATIENCE = 6;
    static final int STRUCTURE = 7;
    static final int MEASURE = 8;
    static final int PART = 9;
    static final int END = 10;
    static final int EJECTION_END = 11;
    static final int EJECTION_LOOK = 12;
    static final int BURST = 13;
    static final int SHARED = 14;
    static final int SECOND_COPY = 15;
    static final int DEADLINE = 16;
    static final int SCALE = 17;
    static final int STARTED = 18;
    static final int VISIBLE = 19;
    /** A request or an answer has come to the other end of a link. */
    static final int ARRIVED = 20;
    /** An interval of the time series ends. */
    static final int INTERVAL = 21;

    private Happening() {}
}
