package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.result.Architecture;
import nines.result.BudgetPoint;
import nines.result.Episode;
import nines.result.Journey;
import nines.result.Lane;
import nines.result.Quantile;
import nines.result.Result;
import nines.result.Story;
import nines.result.Window;
import org.junit.jupiter.api.Test;

/** What documents and pages tell beyond the numbers: the drawing, cut sets, lanes, how a budget burns down. */
class ExplainedTest {
    private static final String TWO_ROOMS = """
            nines: 1
            name: Two rooms
            defaults: textbook
            places:
              hall: { kind: hall }
              room: { kind: room, in: hall, instances: 2 }
            components:
              gate: { kind: balancer, fails: { crash: { time-to-failure: exponential mean 30d, repair: exponential mean 1h } } }
              pair:
                kind: server
                instances: 2
                active: 1
                in: room
                fails: { crash: { time-to-failure: exponential mean 60d, repair: exponential mean 8h } }
                failover: { detection: 30s, success: 90%, otherwise: exponential mean 40min }
            journeys:
              ask: { through: [gate, pair] }
            run: { horizon: 2y, replications: 60, seed: 3 }
            """;

    private static Scenario scenario() {
        return ScenarioReader.parse(TWO_ROOMS, "two.yaml", List.of(), null).scenarioOrThrow();
    }

    private static Result result() {
        return Study.of(scenario()).run();
    }

    @Test
    void theLastOfTheWayMakesTheCalls() {
        String file = """
                nines: 1
                name: page
                components:
                  web:   { kind: server }
                  cache: { kind: cache }
                  db:    { kind: database }
                  ads:   { kind: server }
                journeys:
                  page:
                    through: [web]
                    calls: [{ to: cache, on-miss: { to: db, as: read } }, { to: ads, soft: true }]
                """;
        assertEquals(
                List.of(
                        new Architecture.Line("journey page", "web", "call", List.of("page")),
                        new Architecture.Line("web", "cache", "call", List.of("page")),
                        new Architecture.Line("web", "db", "call", List.of("page")),
                        new Architecture.Line("web", "ads", "soft", List.of("page"))),
                Study.architecture(ScenarioReader.parse(file, "page.yaml", List.of(), null)
                                .scenarioOrThrow())
                        .lines());
    }

    @Test
    void theArchitectureIsDrawnPlacesInPlaces() {
        Result plain = result();
        assertNull(plain.architecture());
        Result explained = Study.explained(plain, scenario());
        assertEquals(plain.fingerprint(), explained.fingerprint());
        Architecture drawn = Objects.requireNonNull(explained.architecture());
        assertEquals(
                List.of(
                        new Architecture.Ground("/hall", "hall", "hall", "", 1),
                        new Architecture.Ground("/hall/room", "room", "room", "/hall", 2)),
                drawn.grounds());
        assertEquals(
                List.of(
                        new Architecture.Stand("gate", "balancer", "", 1, ""),
                        new Architecture.Stand("pair", "server", "/hall/room", 2, "1 of 2 active")),
                drawn.stands());
        assertEquals(
                List.of(
                        new Architecture.Line("journey ask", "gate", "call", List.of("ask")),
                        new Architecture.Line("gate", "pair", "call", List.of("ask"))),
                drawn.lines());
    }

    @Test
    void theCutSetsAreThoseOfTheSettledStructure() {
        Result explained = Study.explained(result(), scenario());
        var structure = explained.structure("ask").orElseThrow();
        assertEquals(List.of("gate"), structure.cutSets().get(0).events());
        assertEquals(2, structure.cutSetCount());
        double gate = 1 / (1 + 30 * 24.0);
        double server = 8 / (8 + 60 * 24.0);
        assertEquals(1 - (1 - gate) * (1 - server * server), structure.unavailability(), 1e-12);
    }

    /** The last step of a window is the window: the percentiles are those of the year, to the 1.5 % of a class. */
    @Test
    void theBudgetBurnsDownToWhatTheYearLoses() {
        Journey ask = result().answer();
        Window year = ask.window(Settings.YEAR).orElseThrow();
        List<BudgetPoint> points = year.budget();
        assertEquals(74, points.size());
        BudgetPoint last = points.get(73);
        assertEquals(Settings.YEAR, last.at());
        Quantile half = year.requests().quantiles().get(0);
        assertEquals(0.5, half.share());
        assertEquals(half.value().value(), last.median(), 0.03 * last.median());
        for (int i = 1; i < points.size(); i++) {
            BudgetPoint point = points.get(i);
            assertTrue(point.p95() >= points.get(i - 1).p95(), "what is lost stays lost");
            assertTrue(point.p05() <= point.p25() && point.p25() <= point.median(), point.toString());
            assertTrue(point.median() <= point.p75() && point.p75() <= point.p95(), point.toString());
        }
        assertEquals(
                List.of(),
                ask.window(Settings.MONTH).orElseThrow().budget(),
                "only the longest window is stepped through");
    }

    @Test
    void lanesSayWhatWasWrongWithWhomAndUntilWhen() {
        List<Story> worst = result().answer().worst();
        assertEquals(5, worst.size());
        List<String> names = new ArrayList<>();
        for (Story story : worst) {
            assertFalse(story.lanes().isEmpty(), story.root());
            for (Lane lane : story.lanes()) {
                names.add(lane.name());
                double before = Double.NEGATIVE_INFINITY;
                for (Lane.Span span : lane.spans()) {
                    assertTrue(span.duration() > 0 && span.from() >= before, lane.toString());
                    before = span.from();
                    assertTrue(span.from() + span.duration() <= story.duration() + 1e-6, "no lane outlasts its outage");
                }
            }
            // Something is wrong at every moment at which requests are lost.
            for (Episode episode : story.episodes()) {
                if (episode.duration() > 0 && episode.served() < 1) {
                    double middle = episode.from() + episode.duration() / 2;
                    assertTrue(
                            story.lanes().stream()
                                    .flatMap(lane -> lane.spans().stream())
                                    .anyMatch(span -> span.from() <= middle && middle <= span.from() + span.duration()),
                            story.toString());
                }
            }
        }
        assertTrue(names.contains("gate") || names.contains("pair take-over"), names.toString());
    }
}
