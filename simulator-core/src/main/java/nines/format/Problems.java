package nines.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one file; each thing once, told in file order. */
final class Problems {

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Code code, Spot spot, String path, String message) {
        String by = spot.isInFile() ? "" : " (in " + spot.by() + ")";
        found.add(new Problem(code, code.severity(), file, spot.line(), spot.column(), path, message + by));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    boolean hasErrors() {
        return found.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    boolean hasErrorAt(int line, int column) {
        return found.stream().anyMatch(p -> p.severity() == Severity.ERROR && p.line() == line && p.column() == column);
    }

    /** In the order of the file; what stands at one spot keeps the order in which it was found. */
    List<Problem> inOrder() {
        List<Problem> list = new ArrayList<>(found);
        list.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return List.copyOf(list);
    }
}
