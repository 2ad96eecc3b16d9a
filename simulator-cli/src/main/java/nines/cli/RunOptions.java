package nines.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nines.format.Change;
import nines.model.RunSettings;
import nines.result.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that simulates can be told. */
final class RunOptions {
    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    private EventOptions event = new EventOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness (1).")
    private @Nullable String seed;

    @Option(names = "--replications", paramLabel = "N", description = "Exactly so many, instead of until precise.")
    private @Nullable String replications;

    @Option(
            names = "--fidelity",
            paramLabel = "F",
            description = "structural: years of failures; requests: hours of single requests (what the file says).")
    private @Nullable String fidelity;

    @Option(
            names = "--horizon",
            paramLabel = "10y",
            description = "Simulated time of one replication (10y; requests: 1h).")
    private @Nullable String horizon;

    @Option(names = "--precision", paramLabel = "5%", description = "Until the loss is known so well (5%%).")
    private @Nullable String precision;

    @Option(names = "--wall-clock", paramLabel = "60s", description = "Stop after that time with what is there (60s).")
    private @Nullable String wallClock;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads (all cores); the result does not depend on it.")
    private @Nullable Integer threads;

    @Option(names = "--format", paramLabel = "table|json|csv", description = "How to print the result (table).")
    private Format format = Format.table;

    @Option(names = "--out", paramLabel = "DIR", description = "Also write the results as JSON and CSV there.")
    private @Nullable Path out;

    /** Seconds above which a horizon cannot have been meant for single requests: a week. */
    private static final double REQUESTS_AT_MOST = 7 * 86_400;

    /** How long single requests are simulated where nothing says so. */
    static final String REQUESTS_FOR = "1h";

    /** The words of {@code --format}. */
    enum Format {
        table,
        json,
        csv
    }

    String scenario() {
        return scenario.scenario();
    }

    ScenarioText text() {
        return scenario.text();
    }

    Format format() {
        return format;
    }

    @Nullable
    Path out() {
        return out;
    }

    /** How many threads; null for all cores. */
    @Nullable
    Integer threads() {
        if (threads != null && threads < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--threads must be at least 1: " + threads + ".");
        }
        return threads;
    }

    /** Everything that changes the scenario before it is run. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>(scenario.changes());
        changes.addAll(event.changes());
        Changes.add(changes, "run.fidelity", fidelity, "--fidelity");
        Changes.add(changes, "run.seed", seed, "--seed");
        Changes.add(changes, "run.replications", replications, "--replications");
        Changes.add(changes, "run.horizon", horizon, "--horizon");
        Changes.add(changes, "run.precision", precision, "--precision");
        Changes.add(changes, "run.wall-clock", wallClock, "--wall-clock");
        return changes;
    }

    /** The same, with the usual time of single requests, when the file's horizon of years was meant for failures. */
    @Nullable
    List<Change> changesForRequests(RunSettings written) {
        boolean asked = fidelity != null && horizon == null && written.fidelity() == RunSettings.Fidelity.REQUESTS;
        if (!asked || written.horizon() <= REQUESTS_AT_MOST) {
            return null;
        }
        List<Change> changes = changes();
        Changes.add(changes, "run.horizon", REQUESTS_FOR, "--fidelity");
        return changes;
    }

    /** What was changed with {@code --set}, for the record. */
    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>(scenario.settings());
        settings.addAll(event.settings());
        return settings;
    }
}
