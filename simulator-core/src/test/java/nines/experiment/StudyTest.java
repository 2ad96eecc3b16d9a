package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nines.format.ScenarioReader;
import org.junit.jupiter.api.Test;

/** What a scenario says of its traffic, and what its result says of it. */
class StudyTest {
    @Test
    void aJourneyHasTheRateOfItsTraffic() {
        assertEquals(20, requestsPerSecond("rate: 20/s"), 1e-12);
    }

    @Test
    void aJourneyHasTheMeanRateOfAProfile() {
        // From 10/s up to 30/s within 6 hours, down again within 18: 20/s on average.
        String profile = "profile: [{ at: 0h, rate: 10/s }, { at: 6h, rate: 30/s }, { at: 24h, rate: 10/s }]";
        assertEquals(20, requestsPerSecond(profile), 1e-12);
    }

    @Test
    void aJourneyWithoutTrafficHasNoRate() {
        assertEquals(Double.NaN, requestsPerSecond(""));
    }

    private static double requestsPerSecond(String traffic) {
        String file = """
                nines: 1
                name: one server
                components:
                  web: { kind: server, fails: { crash: { time-to-failure: exponential mean 30d, repair: 1h } } }
                journeys:
                  browse: { through: [web] }
                run: { horizon: 30d, replications: 2 }
                """;
        String users = traffic.isEmpty() ? "" : "traffic: { shoppers: { " + traffic + ", mix: { browse: 100% } } }\n";
        return Study.of(ScenarioReader.parse(file + users, "one.yaml").scenarioOrThrow())
                .run()
                .journeys()
                .get(0)
                .requestsPerSecond();
    }
}
