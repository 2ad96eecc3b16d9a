package nines.format;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the characters of a change go: as a person would write them by hand. */
final class Placing {
    private final String text;
    private final Patch patch;
    private final Spelling spelling;

    Placing(String text, Patch patch, Spelling spelling) {
        this.text = text;
        this.patch = patch;
        this.spelling = spelling;
    }

    String done() {
        return patch.done();
    }

    /** A value at a path; a snippet that is a block of lines stays one where it is new. */
    void set(Piece.Mapping root, List<String> path, Piece value, String snippet) {
        Piece piece = root;
        Piece.@Nullable Pair pair = null;
        for (int i = 0; i < path.size(); i++) {
            String step = path.get(i);
            List<String> rest = path.subList(i + 1, path.size());
            if (piece instanceof Piece.Mapping mapping) {
                pair = mapping.pair(step);
                if (pair == null) {
                    insert(mapping, i == 0, step, rest, value, snippet);
                    return;
                }
                piece = pair.value();
            } else if (piece instanceof Piece.Scalar nothing && nothing.isNothing()) {
                replace(pair, piece, nested(path.subList(i, path.size()), value));
                return;
            } else {
                Piece item = ScenarioText.step(piece, step);
                if (item == null) {
                    throw new EditRefused(
                            "`" + path.get(Math.max(0, i - 1)) + "` is no block that has a `" + step + "`");
                }
                pair = null;
                piece = item;
            }
        }
        replace(pair, piece, spelling.of(value));
    }

    /** A text of several lines as a block of lines. */
    void setLines(Piece.Mapping root, List<String> path, String words) {
        Piece owner = root;
        for (String step : path.subList(0, path.size() - 1)) {
            owner = owner == null ? null : ScenarioText.step(owner, step);
        }
        if (!(owner instanceof Piece.Mapping mapping)
                || mapping.flow()
                || mapping.pairs().isEmpty()) {
            throw new EditRefused("no place for lines");
        }
        String key = path.get(path.size() - 1);
        Piece.Pair pair = mapping.pair(key);
        String indent = patch.indent(mapping.pairs().get(0).key().from());
        String lines = "|" + patch.lineBreak()
                + words.strip()
                        .lines()
                        .map(line -> line.isBlank() ? "" : indent + "  " + line.stripTrailing())
                        .collect(Collectors.joining(patch.lineBreak()));
        if (pair == null) {
            int at = patch.lineEnd(mapping.to());
            patch.insert(at, patch.lineBreak() + indent + spelling.key(key) + ": " + lines);
        } else if (patch.hasComment(
                pair.value().to(), patch.lineEnd(pair.value().to()))) {
            throw new EditRefused("a comment is in the way");
        } else {
            patch.replace(pair.value().from(), pair.value().to(), lines);
        }
    }

    private String nested(List<String> path, Piece value) {
        String inner = spelling.of(value);
        for (int i = path.size() - 1; i >= 0; i--) {
            inner = "{ " + spelling.key(path.get(i)) + ": " + inner + " }";
        }
        return inner;
    }

    private void replace(Piece.@Nullable Pair pair, Piece old, String by) {
        boolean below = pair != null
                && patch.lineStart(old.from()) > pair.key().to()
                && !(old instanceof Piece.Scalar scalar && scalar.isNothing());
        if (!below || pair == null) {
            String gap =
                    old.from() > 0 && !Character.isWhitespace(text.charAt(old.from() - 1)) && pair != null ? " " : "";
            patch.replace(old.from(), old.to(), gap + by);
            int end = patch.lineEnd(old.to());
            String indent = pair == null ? "" : patch.indent(pair.key().from());
            String kept = patch.kept(old.from(), old.to(), indent);
            if (!kept.isEmpty()) {
                patch.insert(end, patch.lineBreak() + kept.stripTrailing());
            }
            return;
        }
        // The value stands on the lines below its key: the new one comes up, comments of the old lines stay.
        int colon = text.indexOf(':', pair.key().to());
        String indent = patch.indent(pair.key().from());
        int from = patch.nextLine(colon);
        int to = patch.nextLine(old.to());
        patch.insert(colon + 1, " " + by);
        patch.replace(from, to, patch.kept(from, to, indent));
    }

    private void insert(
            Piece.Mapping mapping, boolean isTop, String key, List<String> rest, Piece value, String snippet) {
        if (mapping.flow()) {
            String inner = rest.isEmpty() ? spelling.of(value) : nested(rest, value);
            insertInBraces(mapping, spelling.key(key) + ": " + inner);
            return;
        }
        String indent = mapping.pairs().isEmpty() || isTop
                ? ""
                : patch.indent(mapping.pairs().get(0).key().from());
        String head = indent + spelling.key(key) + ":";
        String entry;
        if (rest.isEmpty()) {
            entry = head + below(value, snippet, indent + "  ");
        } else if (isTop) {
            // A new section stands apart, and its first entry on a line of its own.
            String next = "  " + spelling.key(rest.get(0)) + ":";
            List<String> deeper = rest.subList(1, rest.size());
            entry = patch.lineBreak()
                    + head
                    + patch.lineBreak()
                    + next
                    + (deeper.isEmpty() ? below(value, snippet, "    ") : " " + nested(deeper, value));
        } else {
            entry = head + " " + nested(rest, value);
        }
        boolean empty = mapping.pairs().isEmpty();
        int at = empty ? text.length() : patch.lineEnd(mapping.to());
        String before = at == 0 || text.charAt(at - 1) == '\n' ? "" : patch.lineBreak();
        patch.insert(at, before + entry + (empty ? patch.lineBreak() : ""));
    }

    /** A value behind its key: on the same line, or below it if it is written as a block of lines. */
    private String below(Piece value, String snippet, String indent) {
        boolean lines = value instanceof Piece.Mapping mapping && !mapping.flow() && spelling == Spelling.YAML;
        if (!lines) {
            return " " + spelling.of(value);
        }
        return patch.lineBreak()
                + snippet.lines()
                        .map(line -> line.isBlank() ? "" : indent + line)
                        .collect(Collectors.joining(patch.lineBreak()));
    }

    private void insertInBraces(Piece.Mapping mapping, String entry) {
        List<Piece.Pair> pairs = mapping.pairs();
        if (pairs.isEmpty()) {
            int inside = mapping.from() + 1;
            patch.insert(inside, " " + entry + " ");
            if (patch.hasComment(mapping.from(), mapping.to())) {
                throw new EditRefused("a comment stands in an empty block; change it in the text");
            }
            return;
        }
        Piece.Pair last = pairs.get(pairs.size() - 1);
        after(last.key().from(), last.value().to(), entry);
    }

    /** One more entry or item behind the last one of a list in brackets or a block in braces. */
    private void after(int lastFrom, int lastTo, String entry) {
        boolean comma = patch.next(lastTo) < text.length() && text.charAt(patch.next(lastTo)) == ',';
        int at = comma ? patch.next(lastTo) + 1 : lastTo;
        if (patch.startsLine(lastFrom) && patch.lineEnd(at) < text.length()) {
            patch.insert(at, comma ? "" : ",");
            boolean closes =
                    !text.substring(at, patch.lineEnd(at)).isBlank() && !patch.hasComment(at, patch.lineEnd(at));
            if (!closes) {
                patch.insert(patch.lineEnd(at), patch.lineBreak() + patch.indent(lastFrom) + entry);
                return;
            }
            patch.insert(at, patch.lineBreak() + patch.indent(lastFrom) + entry);
            return;
        }
        patch.insert(at, (comma ? " " : ", ") + entry);
    }

    /** One more item of a list that has some. */
    void add(Piece.Sequence list, Piece value) {
        Piece last = list.items().get(list.items().size() - 1);
        if (list.flow()) {
            after(last.from(), last.to(), spelling.of(value));
        } else {
            int dash = dash(list.items().get(0));
            patch.insert(patch.lineEnd(last.to()), patch.lineBreak() + patch.indent(dash) + "- " + spelling.of(value));
        }
    }

    private int dash(Piece item) {
        int at = item.from() - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        if (at < 0 || text.charAt(at) != '-') {
            throw new EditRefused("the list is written in a way that cannot be changed from here");
        }
        return at;
    }

    /** Takes away one of several entries or items; what it returns went with it. */
    List<Comments.Comment> remove(Piece owner, String step) {
        if (owner instanceof Piece.Sequence list) {
            int index = Integer.parseInt(step);
            Piece item = list.items().get(index);
            return list.flow() ? inline(item.from(), item.to(), index > 0) : lines(dash(item), item.to());
        }
        Piece.Mapping mapping = (Piece.Mapping) owner;
        Piece.Pair pair = mapping.pair(step);
        if (pair == null) {
            throw new EditRefused("there is no `" + step + "`");
        }
        int from = pair.key().from();
        int to = pair.value().to();
        if (mapping.flow()) {
            return inline(from, to, mapping.pairs().indexOf(pair) > 0);
        }
        if (patch.startsLine(from)) {
            return lines(from, to);
        }
        // The first key behind a dash: the second one moves up into its place.
        int index = mapping.pairs().indexOf(pair);
        int next = mapping.pairs().get(index + 1).key().from();
        if (patch.hasComment(from, next)) {
            throw new EditRefused("a comment is in the way; change it in the text");
        }
        patch.replace(from, next, "");
        return List.of();
    }

    /** Whole lines, with the comments in and behind them. */
    private List<Comments.Comment> lines(int from, int to) {
        int start = patch.lineStart(from);
        patch.replace(start, patch.nextLine(to), "");
        return patch.commentsIn(start, patch.lineEnd(to));
    }

    private List<Comments.Comment> inline(int from, int to, boolean hasFormer) {
        int next = patch.next(to);
        boolean comma = next < text.length() && text.charAt(next) == ',';
        if (comma) {
            int end = next + 1;
            while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
                end++;
            }
            boolean wholeLine = patch.startsLine(from) && patch.lineEnd(end) == end && end < text.length();
            int start = wholeLine ? patch.lineStart(from) : from;
            int stop = wholeLine ? patch.nextLine(end) : end;
            List<Comments.Comment> gone = patch.commentsIn(from, to);
            if (patch.commentsIn(start, stop).size() > gone.size()) {
                throw new EditRefused("a comment is in the way; change it in the text");
            }
            patch.replace(start, stop, "");
            return gone;
        }
        int before = hasFormer ? comma(from) : from;
        if (patch.hasComment(before, from)) {
            patch.replace(before, before + 1, "");
            patch.replace(from, to, "");
        } else {
            patch.replace(before, to, "");
        }
        return patch.commentsIn(from, to);
    }

    /** The comma before a place, with nothing but blanks and comments between. */
    private int comma(int from) {
        for (int at = from - 1; at >= 0; at--) {
            if (text.charAt(at) == ',' && patch.next(at + 1) == from && !patch.isInComment(at)) {
                return at;
            }
        }
        throw new EditRefused("the list is written in a way that cannot be changed from here");
    }
}
