package nines.quantity;

/** What is wrong with a text, with its place in the text and a stable code. */
public final class TextProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** A name that nothing has. */
    public static final String UNKNOWN_NAME = "N102";

    /** A bare number where a unit is meant. */
    public static final String NO_UNIT = "N103";

    /** A text that could mean several things. */
    public static final String AMBIGUOUS = "N104";

    /** A constant where chance is meant. */
    public static final String CONSTANT = "N105";

    /** A share written as a fraction. */
    public static final String FRACTION = "N106";

    /** Parameters that no law has. */
    public static final String IMPOSSIBLE = "N107";

    /** A quantity of another kind than the place needs. */
    public static final String OTHER_KIND = "N113";

    /** A value outside its range. */
    public static final String OUT_OF_RANGE = "N126";

    /** A text that cannot be read at all. */
    public static final String UNREADABLE = "N127";

    private final String code;
    private final int offset;
    private final String key;

    public TextProblem(String code, String message, int offset) {
        this(code, message, offset, "");
    }

    public TextProblem(String code, String message, int offset, String key) {
        super(message);
        this.code = code;
        this.offset = offset;
        this.key = key;
    }

    /** As in {@code N104}. */
    public String code() {
        return code;
    }

    /** Characters before the place that is wrong, in the text that was given. */
    public int offset() {
        return offset;
    }

    /**
     * The key under which the text stands when a law is spelled out as an object, such as {@code p90}
     * or {@code of.1.mean}; empty for the whole.
     */
    public String key() {
        return key;
    }

    /** The same problem in a longer text. */
    public TextProblem behind(int characters) {
        return new TextProblem(code, message(), offset + characters, key);
    }

    /** The same problem below a key. */
    public TextProblem below(String outer) {
        return new TextProblem(code, message(), offset, key.isEmpty() ? outer : outer + "." + key);
    }

    /** What was found, what is allowed, the likely intention. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
