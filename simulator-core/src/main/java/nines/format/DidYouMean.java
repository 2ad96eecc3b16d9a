package nines.format;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class DidYouMean {

    /** Among more words than these nobody is helped by a guess, and guessing takes long. */
    private static final int MOST_WORDS = 2_000;

    private DidYouMean() {}

    /** The nearest of the words, if one is near: at most one edit in three letters, at most three. */
    static Optional<String> nearest(String written, Collection<String> words) {
        if (words.size() > MOST_WORDS || written.length() > 63) {
            return Optional.empty();
        }
        String best = null;
        int bestDistance = Math.min(3, Math.max(1, written.length() / 3)) + 1;
        for (String word : words) {
            int distance = distance(written, word);
            boolean prefix = word.length() > 3 && written.startsWith(word + "-");
            boolean beginning = written.length() > 2 && word.startsWith(written);
            boolean initials = word.length() > 1 && word.equals(initials(written));
            if (prefix || beginning || initials) {
                distance = Math.min(distance, 1);
            }
            if (distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code data-base} is {@code db}. */
    private static String initials(String written) {
        StringBuilder initials = new StringBuilder();
        for (String part : written.split("-", -1)) {
            initials.append(part.isEmpty() ? "" : part.substring(0, 1));
        }
        return initials.toString();
    }

    /** {@code " Did you mean `x`?"}, or nothing. */
    static String hint(String written, Collection<String> words) {
        return nearest(written, words).map(w -> " Did you mean `" + w + "`?").orElse("");
    }

    /** Edits of one letter, or swaps of two neighbours, that lead from one word to the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
