package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nines.format.ScenarioReader;
import nines.result.Estimate;
import nines.result.Journey;
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

    /** Two runs say little, and never more than three years of downtime in one. */
    @Test
    void intervalsEndWhereNothingMoreIsPossible() {
        int cut = 0;
        for (int seed = 1; seed <= 20; seed++) {
            String file = """
                    nines: 1
                    name: one server
                    components:
                      web: { kind: server, fails: { crash: { time-to-failure: exponential mean 30d, repair: 20d } } }
                    journeys:
                      browse: { through: [web] }
                    measure: { windows: [30d] }
                    run: { horizon: 30d, replications: 2, seed: SEED }
                    """.replace("SEED", String.valueOf(seed));
            Journey journey = Study.of(ScenarioReader.parse(file, "one.yaml").scenarioOrThrow())
                    .run()
                    .journeys()
                    .get(0);
            List<Estimate> bounded = new ArrayList<>();
            bounded.add(journey.windows().get(0).time().mean());
            journey.downBy().byRoot().forEach(share -> bounded.add(share.secondsPerYear()));
            for (int i = 0; i < bounded.size(); i++) {
                Estimate each = bounded.get(i);
                assertTrue(!(each.high() > (i == 0 ? 30 * 86_400 : Settings.YEAR)), each::toString);
                cut += each.reason().contains("wider than all that is possible") ? 1 : 0;
            }
        }
        assertTrue(cut > 0, "some interval was wider than a month in a month");
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
