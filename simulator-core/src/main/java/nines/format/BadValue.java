package nines.format;

/** Thrown by the reading of one value; becomes a problem at its spot. */
final class BadValue extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Code code;

    BadValue(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    Code code() {
        return code;
    }

    String rule() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
