package nines.cli;

import java.util.List;
import nines.format.Change;
import nines.result.Setting;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, and what to change in it first: the same for every command that reads one. */
final class ScenarioOptions {
    @Parameters(paramLabel = "FILE|NAME", description = "A scenario file, or the name of a bundled scenario.")
    private String scenario = "";

    @Option(names = "--set", paramLabel = "path=value", description = "Change a value first; may be repeated.")
    private List<String> sets = List.of();

    /** As it was typed. */
    String scenario() {
        return scenario;
    }

    ScenarioText text() {
        return ScenarioText.of(scenario);
    }

    boolean hasChanges() {
        return !sets.isEmpty();
    }

    List<Change> changes() {
        return Changes.of(sets);
    }

    /** The changes, for the record. */
    List<Setting> settings() {
        return changes().stream().map(Changes::setting).toList();
    }
}
