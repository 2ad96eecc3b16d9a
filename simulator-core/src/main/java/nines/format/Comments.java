package nines.format;

import java.util.ArrayList;
import java.util.List;

/** The comments of a text: whatever begins with {@code #} behind a blank and outside every value. */
final class Comments {
    /** A comment without the line break behind it. */
    record Comment(String text, int from, int to) {}

    private final String text;
    private final List<Comment> found = new ArrayList<>();
    private int at;

    private Comments(String text) {
        this.text = text;
    }

    /** All of them, in order. */
    static List<Comment> of(String text, Piece root) {
        var comments = new Comments(text);
        comments.walk(root);
        comments.gap(text.length());
        return comments.found;
    }

    private void walk(Piece piece) {
        if (piece instanceof Piece.Mapping mapping) {
            for (Piece.Pair pair : mapping.pairs()) {
                walk(pair.key());
                walk(pair.value());
            }
        } else if (piece instanceof Piece.Sequence sequence) {
            sequence.items().forEach(this::walk);
        } else {
            gap(piece.from());
            at = Math.max(at, piece.to());
        }
    }

    /** Looks through what lies between two values. */
    private void gap(int end) {
        while (at < end) {
            boolean starts = text.charAt(at) == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
            if (starts) {
                int to = at;
                while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
                    to++;
                }
                found.add(new Comment(text.substring(at, to), at, to));
                at = to;
            } else {
                at++;
            }
        }
    }
}
