package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Story;
import org.junit.jupiter.api.Test;

/** A replication that is looked at is the one that was measured. */
class ReplayTest {
    private static final Settings SETTINGS =
            Settings.standard().withReplications(40).withThreads(2);

    private static final String PAIR = """
            nines: 1
            name: Pair
            defaults: textbook
            components:
              web:
                kind: server
                instances: 2
                fails: { crash: { time-to-failure: exponential mean 20d, repair: exponential mean 6h } }
              db:
                kind: database
                instances: 2
                fails: { node: { time-to-failure: exponential mean 90d, repair: lognormal mean 4h cv 1.5 } }
                failover: { detection: 30s, promotion: 15s, success: 80%, otherwise: exponential mean 40min }
            journeys:
              shop: { through: [web, db] }
              look: { through: [web] }
            traffic:
              people: { rate: 20/s, mix: { shop: 30%, look: 70% } }
            """;

    private static final Scenario SCENARIO =
            ScenarioReader.parse(PAIR, "pair.yaml").scenarioOrThrow();

    @Test
    void toldAgainTheWorstOutagesAreTheSameToTheLastBit() {
        Result result = Study.of(SCENARIO, SETTINGS, Study.origin(SCENARIO, "", "", "", List.of(), ""))
                .run();
        int told = 0;
        for (Journey journey : result.journeys()) {
            for (Story story : journey.worst()) {
                Replay replay = Replay.of(SCENARIO, SETTINGS, story.replication(), () -> false)
                        .orElseThrow();
                List<Story> same = replay.incidents().stream()
                        .filter(incident ->
                                incident.journey().equals(journey.name()) && incident.start() == story.start())
                        .map(incident -> replay.tell(incident, () -> false))
                        .toList();
                assertEquals(List.of(story), same);
                told++;
            }
        }
        assertTrue(told >= 5, "told " + told);
    }

    @Test
    void theOutagesOfAReplicationComeInOrderAndNoneIsMissing() {
        Settings one = SETTINGS.withReplications(1);
        Replay replay = Replay.of(SCENARIO, one, 0, () -> false).orElseThrow();
        Result result = Study.of(SCENARIO, one, Study.origin(SCENARIO, "", "", "", List.of(), ""))
                .run();
        assertEquals(SETTINGS.horizon(), replay.length());
        for (Journey journey : result.journeys()) {
            double seen = replay.incidents().stream()
                    .filter(incident -> incident.journey().equals(journey.name()))
                    .count();
            assertTrue(seen > 0);
            double years = SETTINGS.horizon() / Settings.YEAR;
            assertEquals(journey.outages().perYear().value() * years, seen, 1e-6);
        }
        for (int i = 1; i < replay.incidents().size(); i++) {
            assertTrue(replay.incidents().get(i - 1).start()
                    <= replay.incidents().get(i).start());
        }
    }

    @Test
    void toldToStopThereIsNothingToLookAt() {
        assertTrue(Replay.of(SCENARIO, SETTINGS, 0, () -> true).isEmpty());
    }
}
