package nines.ui.edit;

import java.util.ArrayList;
import java.util.List;

/** Paths into a scenario text. */
final class Steps {
    private Steps() {}

    static List<String> of(String... steps) {
        return List.of(steps);
    }

    static List<String> component(String name, String... deeper) {
        var path = new ArrayList<>(List.of("components", name));
        path.addAll(List.of(deeper));
        return path;
    }

    static List<String> child(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    static List<String> parent(List<String> path) {
        return path.subList(0, path.size() - 1);
    }
}
