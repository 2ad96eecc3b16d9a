package nines.traffic;

import java.util.List;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.result.Result;

/** Scenario files of the tests, and their runs. */
final class Files {
    private Files() {}

    /** A textbook scenario whose intervals a right program misses once in ten thousand times. */
    static Scenario read(String... lines) {
        String text = "nines: 1\nname: test\ndefaults: textbook\nrun: { fidelity: requests, confidence: 99.99% }\n"
                + String.join("\n", lines) + "\n";
        return ScenarioReader.parse(text, "test.yaml", List.of(), null).scenarioOrThrow();
    }

    /** The same, simulated by its structure alone. */
    static Scenario structural(String... lines) {
        String text = "nines: 1\nname: test\ndefaults: textbook\n" + String.join("\n", lines) + "\n";
        return ScenarioReader.parse(text, "test.yaml", List.of(), null).scenarioOrThrow();
    }

    static Result run(Scenario scenario, double horizon, int replications, long seed) {
        Settings settings = Study.settings(scenario)
                .withHorizon(horizon)
                .withReplications(replications)
                .withSeed(seed)
                .withWallClock(Double.POSITIVE_INFINITY);
        return Study.of(scenario, settings, Study.origin(scenario, "", "", "", List.of(), ""))
                .run();
    }
}
