package nines.quantity;

import java.util.Collection;
import java.util.Optional;

/** The word that was probably meant. */
public final class Closest {

    private Closest() {}

    /** " Did you mean `mean`?" when one of the words is near enough to the one written; otherwise empty. */
    public static String advice(String written, Collection<String> words) {
        return of(written, words).map(word -> " Did you mean `" + word + "`?").orElse("");
    }

    /** The word with the fewest edits (Damerau 1964, restricted), at most one in three letters. */
    public static Optional<String> of(String written, Collection<String> words) {
        String best = "";
        int least = Math.max(1, written.length() / 3) + 1;
        for (String word : words) {
            int distance = distance(written, word);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** How many letters must be added, dropped, changed or swapped with the next. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
