package nines.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.result.Difference;
import nines.result.Estimate;
import org.junit.jupiter.api.Test;

/** What is gained without the faults of one part, against products of availabilities. */
class FaultlessTest {
    private static final double YEAR = 31_557_600;
    private static final String FILE = """
            name: Two in a row, one of them twice
            defaults: textbook
            places:
              zone: { kind: zone, fails: { outage: { time-to-failure: exponential mean 2000h, repair: exponential mean 5h, clock: calendar } } }
            components:
              one: { kind: server, in: zone, fails: { crash: { time-to-failure: exponential mean 1000h, repair: exponential mean 4h, clock: calendar } } }
              two: { kind: server, instances: 2, fails: { crash: { time-to-failure: exponential mean 100h, repair: exponential mean 10h, clock: calendar } } }
            events:
              work: { first: 10h, every: 500h, maintain: one, for: 3h }
            journeys:
              ask: { through: [one, two] }
            run: { horizon: 10y, start: steady, replications: 400, seed: 5, confidence: 99.99% }
            """;

    private static Scenario read(String text) {
        return ScenarioReader.parse("nines: 1\n" + text, "two.yaml").scenarioOrThrow();
    }

    private static Trial trial(Scenario scenario) {
        return Study.of(scenario).trial(ProgressListener.NONE, () -> false);
    }

    @Test
    void everyThingThatFailsOrHappensIsASubjectOnce() {
        assertThat(Faultless.subjects(read(FILE))).containsExactly("zone", "one", "two", "work");
    }

    @Test
    void withoutItsFaultsAPartIsWhatTheProductLeavesOut() {
        Scenario scenario = read(FILE.replaceAll("(?s)events:.*journeys", "journeys"));
        double zone = 2000.0 / 2005;
        double one = 1000.0 / 1004;
        double two = 1 - Math.pow(10.0 / 110, 2);
        Trial first = trial(scenario);
        for (String name : List.of("zone", "one", "two")) {
            double all = zone * one * two;
            double without = switch (name) {
                case "zone" -> one * two;
                case "one" -> zone * two;
                default -> zone * one;
            };
            Estimate less = difference(trial(Faultless.without(scenario, name)), first);
            // A right program fails each of the three with a chance of 1 in 10,000: the confidence of the run.
            assertThat(less.low()).as(name).isLessThanOrEqualTo((all - without) * YEAR);
            assertThat(less.high()).as(name).isGreaterThanOrEqualTo((all - without) * YEAR);
            assertThat(less.high()).as("%s is seen to gain", name).isNegative();
        }
    }

    @Test
    void anEventThatNeverComesIsGone() {
        Scenario scenario = read(FILE);
        assertThat(Faultless.without(scenario, "work").events()).isEmpty();
        assertThat(Faultless.without(scenario, "work").components()).isEqualTo(scenario.components());
        assertThat(Faultless.without(scenario, "one").events()).isEqualTo(scenario.events());
    }

    private static Estimate difference(Trial trial, Trial first) {
        Difference difference =
                trial.as("without", "", List.of(), first).journeys().get(0).difference();
        assertThat(difference).isNotNull();
        return difference.lostPerYear();
    }
}
