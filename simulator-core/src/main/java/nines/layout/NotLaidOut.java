package nines.layout;

/** A scenario says something that has no meaning yet, or contradicts itself; the message names the part and the rule. */
public final class NotLaidOut extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotLaidOut(String message) {
        super(message);
    }
}
