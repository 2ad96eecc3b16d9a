package nines.format;

/** Thrown by the reading of one value; becomes a problem at its spot. */
final class BadValue extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Code code;

    private final int offset;

    BadValue(Code code, String message) {
        this(code, message, 0);
    }

    /** A problem at a character of the text, counted from 0. */
    BadValue(Code code, String message, int offset) {
        super(message, null, false, false);
        this.code = code;
        this.offset = offset;
    }

    /** A value that is wrong only because something else is, which has been told. */
    static BadValue told() {
        return new BadValue(Code.N102, "");
    }

    boolean isTold() {
        return rule().isEmpty();
    }

    int offset() {
        return offset;
    }

    Code code() {
        return code;
    }

    String rule() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
