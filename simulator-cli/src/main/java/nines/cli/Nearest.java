package nines.cli;

import java.util.Collection;
import java.util.Optional;
import nines.quantity.Closest;

/** The word that was probably meant. */
final class Nearest {
    private Nearest() {}

    /** {@code " Did you mean 'x'?"}, or nothing when no word is near. */
    static String hint(String written, Collection<String> words) {
        return of(written, words).map(word -> " Did you mean '" + word + "'?").orElse("");
    }

    /** The word that differs least; else one that contains what was written. */
    static Optional<String> of(String written, Collection<String> words) {
        Optional<String> closest = Closest.of(written, words);
        return closest.isPresent() || written.length() < 3
                ? closest
                : words.stream().filter(word -> word.contains(written)).findFirst();
    }
}
