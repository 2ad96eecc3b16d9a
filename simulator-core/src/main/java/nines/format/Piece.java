package nines.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a scenario text with the characters it covers: from the first of its own to behind the last of its own,
 * so that a comment behind it is not part of it.
 */
sealed interface Piece {
    /** What {@code null} and an empty value say. */
    Object NOTHING = "\0";

    int from();

    int to();

    /** What it says, without where: lists, lists of pairs, texts. Two texts with the same plain value mean the same. */
    Object plain();

    /**
     * A text, number, flag or nothing.
     *
     * @param quoted whether it stands in quotes or in a block of lines
     */
    record Scalar(String text, boolean quoted, int from, int to) implements Piece {
        @Override
        public Object plain() {
            return isNothing() ? NOTHING : text;
        }

        boolean isNothing() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** A second use of a value that was given a name. */
    record Alias(String name, int from, int to) implements Piece {
        @Override
        public Object plain() {
            return "*" + name;
        }
    }

    /** A key and its value. */
    record Pair(Scalar key, Piece value) {}

    /**
     * A block.
     *
     * @param flow whether it stands in braces
     */
    record Mapping(List<Pair> pairs, boolean flow, int from, int to) implements Piece {
        public Mapping {
            pairs = List.copyOf(pairs);
        }

        @Nullable
        Pair pair(String key) {
            for (Pair pair : pairs) {
                if (pair.key().text().equals(key)) {
                    return pair;
                }
            }
            return null;
        }

        @Override
        public Object plain() {
            var list = new ArrayList<Object>();
            pairs.forEach(
                    pair -> list.add(Map.entry(pair.key().text(), pair.value().plain())));
            return list;
        }
    }

    /**
     * A list.
     *
     * @param flow whether it stands in brackets
     */
    record Sequence(List<Piece> items, boolean flow, int from, int to) implements Piece {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Object plain() {
            var list = new ArrayList<Object>(List.of("[]"));
            items.forEach(item -> list.add(item.plain()));
            return list;
        }
    }
}
