package nines.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.format.Code;
import nines.format.Problem;

/** What was written and has no influence on the answer, told together instead of line by line. */
final class NoticesText {
    private static final int SHOWN = 6;

    private NoticesText() {}

    /** One sentence: how much of a file has no influence, and which keys; empty if nothing. */
    static String sentence(String file, List<Problem> notices) {
        Set<String> keys = new LinkedHashSet<>();
        notices.stream().filter(notice -> notice.code() != Code.N304).forEach(notice -> keys.add(key(notice)));
        if (keys.isEmpty()) {
            return "";
        }
        List<String> shown = keys.stream().limit(SHOWN).toList();
        int left = keys.size() - shown.size();
        String list = left > 0 ? String.join(", ", shown) + " and " + Prose.count(left, "other") : Prose.listed(shown);
        return "Note: the scenario also says " + list + ", which " + (keys.size() == 1 ? "does" : "do")
                + " not change this answer yet. 'nines check " + file + "' tells why.";
    }

    /** By kind, each key with the places where it stands. */
    static List<String> lines(List<Problem> notices, int columns) {
        Map<String, Map<String, List<String>>> kinds = new LinkedHashMap<>();
        for (Problem notice : notices) {
            if (notice.code() == Code.N301 || notice.code() == Code.N302) {
                String where = notice.line() == 0 ? "" : notice.line() + ":" + notice.column();
                kinds.computeIfAbsent(kind(notice), kind -> new LinkedHashMap<>())
                        .computeIfAbsent(key(notice), key -> new ArrayList<>())
                        .add(where);
            }
        }
        List<String> lines = new ArrayList<>();
        kinds.forEach((kind, keys) -> {
            List<String> texts = new ArrayList<>();
            keys.forEach((key, places) -> texts.add(key + " (" + String.join(", ", places) + ")"));
            lines.add("  " + kind);
            lines.addAll(Prose.wrapped("    ", String.join(", ", texts), columns));
        });
        for (Problem notice : notices) {
            if (notice.code() != Code.N301 && notice.code() != Code.N302) {
                lines.addAll(Prose.wrapped("  " + notice.code() + " ", notice.message(), columns));
            }
        }
        return lines;
    }

    private static String kind(Problem notice) {
        return notice.code() == Code.N301
                ? "acts only when requests are simulated, with --fidelity requests (N301)"
                : "is read and checked, but does not act in this version (N302)";
    }

    /** The key that a notice is about: what stands first in backquotes. */
    private static String key(Problem notice) {
        String[] parts = notice.message().split("`");
        return parts.length > 1 ? parts[1] : notice.path();
    }
}
