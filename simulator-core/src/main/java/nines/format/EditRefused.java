package nines.format;

/** A change of a text that cannot be made without harm; the message says why, and nothing has been changed. */
public final class EditRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EditRefused(String message) {
        super(message);
    }

    EditRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
