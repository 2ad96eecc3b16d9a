package nines.format;

/** A result document that cannot be read: where, what was found, and what is expected. */
public final class UnreadableResult extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableResult(String message) {
        super(message);
    }
}
