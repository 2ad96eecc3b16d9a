package nines.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text, collected and then made at once; and what one asks about its lines. */
final class Patch {
    private record Cut(int from, int to, String by, int order) {}

    private final String text;
    private final List<Comments.Comment> comments;
    private final List<Cut> cuts = new ArrayList<>();

    Patch(String text, List<Comments.Comment> comments) {
        this.text = text;
        this.comments = comments;
    }

    Patch replace(int from, int to, String by) {
        cuts.add(new Cut(from, to, by, cuts.size()));
        return this;
    }

    Patch insert(int at, String what) {
        return replace(at, at, what);
    }

    String done() {
        var sorted = new ArrayList<>(cuts);
        sorted.sort(Comparator.comparingInt(Cut::from).thenComparingInt(Cut::order));
        var out = new StringBuilder();
        int at = 0;
        for (Cut cut : sorted) {
            if (cut.from() < at) {
                throw new EditRefused("this change touches the same place twice");
            }
            out.append(text, at, cut.from()).append(cut.by());
            at = cut.to();
        }
        return out.append(text, at, text.length()).toString();
    }

    String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Where the line ends, before its line break. */
    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            return text.length();
        }
        return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Where the next line begins. */
    int nextLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** The blanks with which a line must begin so that it stands below a character. */
    String indent(int at) {
        return " ".repeat(at - lineStart(at));
    }

    boolean startsLine(int at) {
        return text.substring(lineStart(at), at).isBlank();
    }

    /** The next character that is neither blank nor in a comment; the length of the text if there is none. */
    int next(int from) {
        int at = from;
        while (at < text.length()) {
            int end = commentEnd(at);
            if (end >= 0) {
                at = end;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private int commentEnd(int at) {
        for (Comments.Comment comment : comments) {
            if (comment.from() == at) {
                return comment.to();
            }
        }
        return -1;
    }

    boolean hasComment(int from, int to) {
        return !commentsIn(from, to).isEmpty();
    }

    boolean isInComment(int at) {
        return comments.stream().anyMatch(comment -> comment.from() <= at && at < comment.to());
    }

    List<Comments.Comment> commentsIn(int from, int to) {
        return comments.stream()
                .filter(comment -> comment.from() >= from && comment.to() <= to)
                .toList();
    }

    /** The comments of a range, each on a line of its own, with a line break behind each. */
    String kept(int from, int to, String indent) {
        var lines = new StringBuilder();
        commentsIn(from, to)
                .forEach(comment -> lines.append(indent).append(comment.text()).append(lineBreak()));
        return lines.toString();
    }
}
