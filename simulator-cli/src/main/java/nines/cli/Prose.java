package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.reports.Amounts;

/** Text broken into lines. */
final class Prose {
    private Prose() {}

    /**
     * The text in lines of at most {@code columns} characters; the first begins with {@code start}, the others below its
     * end. A number stays with its unit.
     */
    static List<String> wrapped(String start, String text, int columns) {
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(Paint.width(start));
        StringBuilder line = new StringBuilder(start);
        boolean fresh = true;
        for (String words : text.strip().split("(?<![0-9±])\\s+")) {
            String piece = words.replaceAll("\\s+", " ");
            if (!fresh && Paint.width(line.toString()) + 1 + Paint.width(piece) > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(piece);
            fresh = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /** At most so many characters of a text, with a mark where something is left out. */
    static String clipped(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns - 1) + "…";
    }

    /** The first sentences of a text, as many as fit into so many characters, at least one. */
    static String gist(String text, int characters) {
        int end = text.length();
        for (int at = text.length() - 1; at > 0; at--) {
            boolean ends = ".?!".indexOf(text.charAt(at - 1)) >= 0 && text.charAt(at) == ' ';
            if (ends && (end == text.length() && text.length() > characters || end > characters)) {
                end = at;
            }
        }
        return text.substring(0, end).strip();
    }

    /** {@code a, b and c}. */
    static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** {@code 1 outage}, {@code 2 outages}. */
    static String count(long number, String one) {
        return Amounts.count(number) + " " + one + (number == 1 ? "" : "s");
    }
}
