package nines.result;

/** How far an estimate can be believed. */
public enum Verdict {
    /** Enough has been seen: the interval means what it says. */
    GOOD,
    /** Little has been seen: the interval is honest but wide, or rests on few events. */
    THIN,
    /** Too little has been seen of what decides the value, or no interval exists: do not decide on it. */
    NOT_TRUSTED;

    /** Returns the worse of the two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
