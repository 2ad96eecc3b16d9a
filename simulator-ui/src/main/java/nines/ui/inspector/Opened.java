package nines.ui.inspector;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which parts of the form are unfolded, so that they stay so while values change. */
final class Opened {
    private final Set<List<String>> paths = new HashSet<>();

    boolean isOpen(List<String> path) {
        return paths.contains(path);
    }

    void open(List<String> path) {
        for (int end = 1; end <= path.size(); end++) {
            paths.add(List.copyOf(path.subList(0, end)));
        }
    }

    void remember(List<String> path, boolean open) {
        if (open) {
            paths.add(List.copyOf(path));
        } else {
            paths.remove(path);
        }
    }
}
