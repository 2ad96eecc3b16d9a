package nines.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one file; each thing once, told in file order. */
final class Problems {

    /** Whoever made more mistakes begins with these. */
    private static final int MOST = 1_000;

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Set<Problem> refused = new HashSet<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Code code, Spot spot, String path, String message) {
        add(code, spot, path, message, false);
    }

    /** An error that leaves the scenario as it was read: it can be shown and changed, and not be simulated. */
    void refuse(Code code, Spot spot, String path, String message) {
        add(code, spot, path, message, true);
    }

    private void add(Code code, Spot spot, String path, String message, boolean refuses) {
        // A template is read once for each entry that is like it; its mistake is told once. Several keys may be missing
        // at
        // one spot.
        String key = path.substring(path.lastIndexOf('.') + 1);
        boolean told = spot.line() > 0 && !places.add(code + ":" + spot.line() + ":" + spot.column() + ":" + key);
        if (told || found.size() >= MOST) {
            return;
        }
        Problem problem =
                new Problem(code, code.severity(), file, spot.line(), spot.column(), path, message, spot.by());
        if (found.add(problem) && refuses) {
            refused.add(problem);
        }
    }

    /** A value that could not be read, unless that follows from what has been told already. */
    void add(BadValue value, Spot spot, String path) {
        if (!value.isTold()) {
            add(value.code(), spot, path, value.rule());
        }
    }

    void add(Problem problem) {
        found.add(problem);
    }

    String file() {
        return file;
    }

    /** Takes over the errors found in an alternative, unless they are those of the file itself. */
    void addErrors(Problems others, String in) {
        for (Problem p : others.found) {
            boolean known = found.stream()
                    .anyMatch(q -> q.code() == p.code()
                            && (p.line() > 0
                                    ? q.line() == p.line() && q.column() == p.column()
                                    : q.path().equals(p.path())));
            if (others.refused.contains(p)) {
                // The file as written can be simulated all the same: told as an error to whoever runs the alternative.
                found.add(new Problem(
                        Code.N304,
                        Severity.NOTICE,
                        p.file(),
                        p.line(),
                        p.column(),
                        p.path(),
                        in + " cannot be run: " + p.message(),
                        p.by()));
            } else if (p.severity() == Severity.ERROR && !known) {
                String where = p.message().contains(in) ? "" : " (In " + in + ".)";
                Problem taken = new Problem(
                        p.code(), p.severity(), p.file(), p.line(), p.column(), p.path(), p.message() + where, p.by());
                found.add(taken);
            }
        }
    }

    boolean hasErrors() {
        return found.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    /** Whether there are errors that leave no scenario. */
    boolean hasMistakes() {
        return found.stream().anyMatch(p -> p.severity() == Severity.ERROR && !refused.contains(p));
    }

    /** In the order of the file; what stands at one spot keeps the order in which it was found. */
    List<Problem> inOrder() {
        List<Problem> list = new ArrayList<>(found);
        list.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return List.copyOf(list);
    }
}
