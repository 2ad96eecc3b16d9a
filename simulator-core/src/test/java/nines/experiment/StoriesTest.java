package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import nines.blueprint.Blueprint;
import nines.blueprint.Draft;
import nines.distribution.Lognormal;
import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.result.Beginning;
import nines.result.Episode;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The worst outages are told by running their replications again: what is told must be what was measured. */
class StoriesTest {
    private static final Settings SETTINGS =
            Settings.standard().withReplications(40).withThreads(2);

    private static final String SHOP = """
            nines: 1
            name: Shop
            defaults: textbook
            places:
              a: { kind: zone, fails: { outage: { time-to-failure: exponential mean 1y, repair: exponential mean 4h } } }
              b: { like: a }
            components:
              lb:
                kind: balancer
                instances: 2
                active: 1
                in: [a, b]
                health-check: { interval: 5s, fall: 3, rise: 2 }
                fails: { node: { time-to-failure: exponential mean 60d, repair: exponential mean 2h } }
                failover: { detection: 3s, success: 90%, otherwise: exponential mean 30min }
              web:
                kind: server
                instances: 3
                in: [a, b]
                fails: { crash: { time-to-failure: exponential mean 10d, repair: exponential mean 1h } }
              db:
                kind: database
                instances: 2
                in: [a, b]
                fails: { node: { time-to-failure: exponential mean 30d, repair: lognormal mean 4h cv 1.5 } }
                failover: { detection: 30s, promotion: 15s, success: 80%, otherwise: exponential mean 40min }
            journeys:
              shop: { through: [lb, web, db] }
            events:
              patching: { every: 30d, maintain: web, one-per: zone, for: 20min }
            """;

    private static Scenario scenario(String text) {
        return ScenarioReader.parse(text, "test.yaml").scenarioOrThrow();
    }

    private static Result run(String text, Settings settings) {
        Scenario scenario = scenario(text);
        return Study.of(scenario, settings, Study.origin(scenario, "", "", "", List.of(), ""))
                .run();
    }

    private static void assertToldAsMeasured(Journey journey) {
        assertFalse(journey.worst().isEmpty());
        for (Story story : journey.worst()) {
            List<Episode> episodes =
                    story.episodes().stream().filter(e -> e.from() >= 0).toList();
            assertEquals(0, episodes.get(0).from(), story.toString());
            Episode last = episodes.get(episodes.size() - 1);
            assertEquals(story.duration(), last.from() + last.duration(), 1e-6 * story.duration(), story.toString());
            double lost = episodes.stream()
                    .mapToDouble(e -> (1 - e.served()) * e.duration())
                    .sum();
            assertEquals(story.lost(), lost, 1e-6 * story.lost(), story.toString());
            assertFalse(last.happened().isEmpty() && !story.open(), story.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToldAddsUpToWhatWasMeasured(Settings.Start start) {
        Result result = run(SHOP, SETTINGS.withStart(start));
        assertToldAsMeasured(result.answer());
    }

    /** Two servers carry the load of the day, one that of the night: with one lost, every day is an outage. */
    @Test
    void anOutageThatTheHourBeginsAndEndsIsToldToo() {
        String busy = """
                nines: 1
                name: Busy
                defaults: textbook
                components:
                  web:
                    kind: server
                    instances: 2
                    workers: 1
                    service-time: 10ms
                    fails: { crash: { time-to-failure: exponential mean 30d, repair: 60h } }
                journeys:
                  shop: { through: [web] }
                traffic:
                  users: { rate: 70/s, day-peak: 2x }
                """;
        Journey journey = run(busy, SETTINGS).answer();
        for (Story story : journey.worst()) {
            List<Episode> episodes =
                    story.episodes().stream().filter(e -> e.from() >= 0).toList();
            Episode last = episodes.get(episodes.size() - 1);
            assertEquals(story.duration(), last.from() + last.duration(), 1e-6 * story.duration(), story.toString());
        }
        String told = journey.worst().stream()
                .flatMap(story -> story.episodes().stream())
                .map(Episode::happened)
                .collect(Collectors.joining("\n"));
        assertTrue(told.contains("the load of the hour "), told);
    }

    @Test
    void theWorstComeFirst() {
        List<Story> worst = run(SHOP, SETTINGS).answer().worst();
        assertEquals(5, worst.size());
        for (int i = 1; i < worst.size(); i++) {
            assertTrue(worst.get(i - 1).lost() >= worst.get(i).lost());
        }
    }

    @Test
    void theSameIsToldOnAnyNumberOfThreads() {
        Result one = run(SHOP, SETTINGS.withThreads(1));
        Result four = run(SHOP, SETTINGS.withThreads(4));
        assertEquals(one.answer().worst(), four.answer().worst());
        assertEquals(one.fingerprint(), four.fingerprint());
    }

    @Test
    void anOutageThatIsNotOverIsToldUpToTheHorizon() {
        Draft draft = new Draft();
        int unit = Cases.unit(draft, "unit", Cases.exponential(Cases.YEAR), Cases.exponential(1000 * Cases.YEAR));
        Blueprint blueprint = Cases.journey(draft, unit);
        Journey journey = new Experiment(blueprint, SETTINGS, List.of(), Origin.named("test"))
                .run()
                .answer();
        assertTrue(journey.worst().get(0).open());
        assertToldAsMeasured(journey);
        assertEquals(
                "unit fails (failure)", journey.worst().get(0).episodes().get(0).happened());
    }

    @Test
    void aFailoverByHandIsToldStepByStep() {
        Blueprint pair = Cases.failover(Cases.exponential(30 * Cases.DAY), Lognormal.ofMeanAndCv(Cases.HOUR, 1.5));
        Journey journey = new Experiment(pair, SETTINGS, List.of(), Origin.named("test"))
                .run()
                .answer();
        assertToldAsMeasured(journey);
        String told = journey.worst().stream()
                .flatMap(story -> story.episodes().stream())
                .map(Episode::happened)
                .collect(Collectors.joining("\n"));
        assertTrue(told.contains(" fails (failure); db switches over"), told);
        assertTrue(told.contains("db: the take-over fails, a person is called"), told);
        assertTrue(told.contains(" takes over"), told);
    }

    @Test
    void whoBeginsOutagesAddsUp() {
        Journey journey = run(SHOP, SETTINGS).answer();
        List<Beginning> beginnings = journey.outages().beginnings();
        double perYear = journey.outages().perYear().value();
        assertEquals(1, beginnings.stream().mapToDouble(Beginning::triggerShare).sum(), 1e-9);
        assertEquals(
                perYear,
                beginnings.stream().mapToDouble(b -> b.trigger().value()).sum(),
                1e-9 * perYear);
        assertEquals(
                perYear, beginnings.stream().mapToDouble(b -> b.first().value()).sum(), 1e-9 * perYear);
    }

    /** One unit fails often, its partner rarely: the one that fails often is more often the last straw than the first. */
    @Test
    void theFirstInTheChainIsNotTheTrigger() {
        Draft draft = new Draft();
        // The first fails and stays away for long: it is nearly always there first.
        int slow = Cases.unit(draft, "slow", Cases.exponential(30 * Cases.DAY), Cases.exponential(10 * Cases.DAY));
        int quick = Cases.unit(draft, "quick", Cases.exponential(Cases.DAY), Cases.exponential(Cases.HOUR));
        Blueprint blueprint = Cases.journey(draft, draft.gate("works", 1, slow, quick));
        Journey journey = new Experiment(blueprint, SETTINGS, List.of(), Origin.named("test"))
                .run()
                .answer();
        Beginning slowly = journey.outages().beginnings().stream()
                .filter(b -> b.root().startsWith("slow"))
                .findFirst()
                .orElseThrow();
        Beginning quickly = journey.outages().beginnings().stream()
                .filter(b -> b.root().startsWith("quick"))
                .findFirst()
                .orElseThrow();
        // Outages begin with quick at rate (slow down) / day, with slow at rate (quick down) / 30 d: 0.25 : 0.04 / 30 ×
        // 0.75.
        double expected = 0.25 / (0.25 + 0.75 * (1.0 / 25) / 30);
        assertEquals(expected, quickly.triggerShare(), 0.004);
        assertEquals(slowly.first().value(), quickly.trigger().value(), 1e-9);
    }
}
