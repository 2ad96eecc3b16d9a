package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import nines.format.ScenarioReader;
import nines.layout.Layout;
import org.junit.jupiter.api.Test;

/** What a unit alone may be answered by its means for, and what not. */
class UnitTest {
    private static final double YEAR = 365 * 86_400.0;

    private static Solver solver(String body) {
        return Solver.of(
                Layout.of(ScenarioReader.parse("nines: 1\nname: unit\ndefaults: textbook\n" + body, "unit.yaml")
                        .scenarioOrThrow()),
                Limits.generous());
    }

    private static String whyNot(Answer answer) {
        return ((Answer.NotApplicable) answer).why();
    }

    /** The repair of the first mode renews the second, which ages: their means do not tell how often that happens. */
    @Test
    void aReplacementMattersToWhatAges() {
        String body = """
                components:
                  s:
                    kind: server
                    fails:
                      a: { time-to-failure: exponential mean 100h, replaced: %s, repair: 10h }
                      b: { time-to-failure: fixed 150h, repair: 20h }
                journeys: { j: { through: [s] } }
                """;

        assertThat(whyNot(solver(body.formatted("true")).timeUnavailability(0))).contains("150h is not memoryless");
        // Without it: 1 - 1 / (1 + 10/100 + 20/150).
        assertThat(solver(body.formatted("false")).timeUnavailability(0).value())
                .isCloseTo(0.1891891892, withinPercentage(1e-7));
        // Where nothing ages a replacement changes nothing: 1 - 1 / (1 + 10/100 + 20/150).
        assertThat(solver(body.formatted("true").replace("fixed", "exponential mean"))
                        .timeUnavailability(0)
                        .value())
                .isCloseTo(0.1891891892, withinPercentage(1e-7));
    }

    /** The long run in closed form; a mean over ten years of two such units would take thousands of renewal equations. */
    @Test
    void manyMomentsOfRenewalsAreRefusedBeforeTheyTakeLong() {
        Solver solver = solver("""
                components:
                  a: { kind: server, fails: { f: { time-to-failure: exponential mean 100d, repair: 3h } } }
                  b: { kind: server, fails: { f: { time-to-failure: exponential mean 50d, repair: 3h } } }
                journeys: { j: { through: [a, b] } }
                """);

        double a = 3 / 2403.0;
        double b = 3 / 1203.0;
        assertThat(solver.timeUnavailability(0).value()).isCloseTo(1 - (1 - a) * (1 - b), withinPercentage(1e-7));
        assertThat(whyNot(solver.intervalUnavailability(0, 10 * YEAR))).contains("for too many times");
        // One moment, and the answer that was known before, are still to be had.
        assertThat(solver.timeUnavailability(0)).isInstanceOf(Answer.Exact.class);
    }
}
