package nines.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an object is kept: in equal copies, or cut into data chunks with parities computed from them.
 *
 * @param copies whether every chunk is a whole copy
 * @param data chunks that are enough to read it; 1 for copies
 * @param local parities of one local group each, in (lrc); 0: none
 * @param parity chunks that may be lost, whichever they are: further copies, or parities over all data
 */
public record Scheme(boolean copies, int data, int local, int parity) {
    private static final int CHUNKS_MAX = 100;

    private static final Pattern COPIES = Pattern.compile("([1-9][0-9]?) cop(?:y|ies)");
    private static final Pattern REED_SOLOMON = Pattern.compile("rs ([1-9][0-9]?)\\+([1-9][0-9]?)");
    private static final Pattern LOCAL = Pattern.compile("lrc ([1-9][0-9]?)\\+([1-9][0-9]?)\\+([1-9][0-9]?)");

    /** The scheme that a text says: {@code 3 copies}, {@code rs 6+3}, {@code lrc 12+2+2}. */
    public static Optional<Scheme> of(String text) {
        Matcher copies = COPIES.matcher(text.strip());
        if (copies.matches()) {
            return Optional.of(new Scheme(true, 1, 0, number(copies, 1) - 1));
        }
        Matcher coded = REED_SOLOMON.matcher(text.strip());
        if (coded.matches()) {
            return possible(new Scheme(false, number(coded, 1), 0, number(coded, 2)));
        }
        Matcher local = LOCAL.matcher(text.strip());
        if (local.matches() && number(local, 1) % number(local, 2) == 0) {
            return possible(new Scheme(false, number(local, 1), number(local, 2), number(local, 3)));
        }
        return Optional.empty();
    }

    private static Optional<Scheme> possible(Scheme scheme) {
        return scheme.width() <= CHUNKS_MAX ? Optional.of(scheme) : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Chunks of an object, each on an instance of its own. */
    public int width() {
        return data + local + parity;
    }

    /** Bytes kept for each byte of data. */
    public double overhead() {
        return (double) width() / data;
    }
}
