package nines.ui.inspector;

import java.util.List;
import nines.format.PropertyForm;
import nines.format.ScenarioText;
import nines.format.ScenarioWriter;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/** What silence means in one entry: the whole entry with every default written out, and the source of each. */
final class Silent {
    private final ScenarioText whole;

    private Silent(ScenarioText whole) {
        this.whole = whole;
    }

    static Silent of(@Nullable Scenario scenario, List<String> path) {
        String text =
                scenario == null || path.size() < 2 ? "" : ScenarioWriter.entry(scenario, path.get(0), path.get(1));
        return new Silent(ScenarioText.of(text));
    }

    /** The value that acts when nothing is written; empty if there is none. */
    String value(List<String> path, PropertyForm.Key key) {
        String value = whole.value(path).orElse("");
        return !value.isEmpty() ? value : key.silent().contains(" (") ? "" : key.silent();
    }

    /** Where that value comes from, or in words what silence means. */
    String hint(List<String> path, PropertyForm.Key key) {
        String source = whole.comment(path);
        if (!source.isEmpty()) {
            return source.startsWith("default (") ? "" : source;
        }
        return whole.has(path) || key.silent().isEmpty() ? "" : "silent: " + key.silent();
    }

    /** The keys of a block that is not written: the names of its failure modes. */
    List<String> keys(List<String> path) {
        return whole.keys(path);
    }

    String source(List<String> path) {
        return whole.value(path).orElse("");
    }
}
