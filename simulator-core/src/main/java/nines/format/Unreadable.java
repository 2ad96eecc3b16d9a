package nines.format;

/** Thrown where the rest of a text makes no sense any more; caught by the reader. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Code code;
    private final transient Spot spot;

    Unreadable(Code code, Spot spot, String message) {
        super(message, null, false, false);
        this.code = code;
        this.spot = spot;
    }

    Code code() {
        return code;
    }

    Spot spot() {
        return spot;
    }

    String rule() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
