package nines.check;

import org.jspecify.annotations.Nullable;

/**
 * Guards for arguments. Each returns its argument or throws {@link IllegalArgumentException} with a
 * message of the form "name, rule, value": {@code scale must be positive and finite: -1.0}.
 */
public final class Require {

    private Require() {}

    /** A finite number above zero. */
    public static double positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw broken(name, "positive and finite", value);
        }
        return value;
    }

    /** A finite number, zero or above. */
    public static double nonNegative(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw broken(name, "zero or positive, and finite", value);
        }
        return value;
    }

    /** A number above zero that may be infinite, such as the mean of a heavy-tailed duration. */
    public static double positiveOrInfinite(double value, String name) {
        if (!(value > 0)) {
            throw broken(name, "positive", value);
        }
        return value;
    }

    /** A number that is neither infinite nor NaN. */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw broken(name, "finite", value);
        }
        return value;
    }

    /** A probability or a part of a whole: a number in [0, 1]. */
    public static double share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw broken(name, "between 0 and 1", value);
        }
        return value;
    }

    /** A probability that is neither impossible nor certain: a number in (0, 1). */
    public static double openShare(double value, String name) {
        if (!(value > 0 && value < 1)) {
            throw broken(name, "above 0 and below 1", value);
        }
        return value;
    }

    /** A number in [{@code from}, {@code to}]. */
    public static double between(double value, double from, double to, String name) {
        if (!(value >= from && value <= to)) {
            throw broken(name, "between " + from + " and " + to, value);
        }
        return value;
    }

    /** A whole number in [{@code from}, {@code to}]. */
    public static int between(int value, int from, int to, String name) {
        if (value < from || value > to) {
            throw broken(name, "between " + from + " and " + to, value);
        }
        return value;
    }

    /** A whole number, one or above. */
    public static int count(int value, String name) {
        if (value < 1) {
            throw broken(name, "at least 1", value);
        }
        return value;
    }

    /** A whole number, one or above. */
    public static long count(long value, String name) {
        if (value < 1) {
            throw broken(name, "at least 1", value);
        }
        return value;
    }

    /** A whole number, zero or above. */
    public static int nonNegative(int value, String name) {
        if (value < 0) {
            throw broken(name, "zero or positive", value);
        }
        return value;
    }

    /** A whole number, zero or above. */
    public static long nonNegative(long value, String name) {
        if (value < 0) {
            throw broken(name, "zero or positive", value);
        }
        return value;
    }

    /** A position in a list of {@code size} things. */
    public static int index(int value, int size, String name) {
        if (value < 0 || value >= size) {
            throw broken(name, "from 0 to " + (size - 1), value);
        }
        return value;
    }

    /** A text with at least one character that is not white space. */
    public static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw broken(name, "a text that is not blank", value == null ? "null" : "\"" + value + "\"");
        }
        return value;
    }

    /** Anything but null. */
    public static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw broken(name, "present", "null");
        }
        return value;
    }

    /** A condition over several arguments; {@code rule} names them, {@code value} shows them. */
    public static void that(boolean condition, String name, String rule, Object value) {
        if (!condition) {
            throw broken(name, rule, value);
        }
    }

    private static IllegalArgumentException broken(String name, String rule, Object value) {
        return new IllegalArgumentException(name + " must be " + rule + ": " + value);
    }
}
