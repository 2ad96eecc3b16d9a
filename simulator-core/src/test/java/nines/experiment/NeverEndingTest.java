package nines.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.format.ScenarioReader;
import nines.result.Journey;
import org.junit.jupiter.api.Test;

/** Requests that have no end are not served, and those that are merely under way when the run ends are no failures. */
class NeverEndingTest {
    private static Journey run(String body) {
        String file = "nines: 1\nname: never ending\ndefaults: textbook\n" + body
                + "run: { fidelity: requests, horizon: 20min, replications: 4, seed: 1 }\n";
        return Study.of(ScenarioReader.parse(file, "never.yaml").scenarioOrThrow())
                .run()
                .journeys()
                .get(0);
    }

    /** One of two hangs for good, the other answers: half of the requests wait for ever, whatever else is counted. */
    @Test
    void whatHangsForEverIsNotServed() {
        Journey journey = run("""
                components:
                  lb: { kind: balancer, algorithm: random, health-check: { probe: tcp, interval: 5s } }
                  web: { kind: server, instances: 2, workers: 1000 }
                journeys: { j: { through: [lb, web] } }
                traffic: { users: { rate: 20/s } }
                events: { stuck: { at: 0s, pause: web-1, for: 30d } }
                """);

        // Each of 96,000 requests with chance one half: five standard deviations are 0.008.
        assertThat(journey.requests().unavailability().value()).isCloseTo(0.5, within(0.01));
    }

    /** At 90 % of its capacity a queue swings widely, and still nobody is lost in it. */
    @Test
    void aLongQueueIsNoFailure() {
        Journey journey = run("""
                components:
                  web: { kind: server, workers: 1, service-time: exponential mean 90ms }
                journeys: { j: { through: [web] } }
                traffic: { users: { rate: 10/s } }
                """);

        assertThat(journey.requests().unavailability().value()).isZero();
    }
}
