package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import nines.format.ScenarioReader;
import nines.layout.Layout;
import org.junit.jupiter.api.Test;

/** What a unit alone may be answered by its means for, and what not. */
class UnitTest {

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

        assertThat(whyNot(solver(body.formatted("true")).timeUnavailability(0)))
                .startsWith("s: time-to-failure of 'b' is a fixed 150h; its life is not Markov");
        // Without it: 1 - 1 / (1 + 10/100 + 20/150).
        assertThat(solver(body.formatted("false")).timeUnavailability(0).value())
                .isCloseTo(0.1891891892, withinPercentage(1e-7));
        // Where nothing ages a replacement changes nothing: 1 - 1 / (1 + 10/100 + 20/150).
        assertThat(solver(body.formatted("true").replace("fixed", "exponential mean"))
                        .timeUnavailability(0)
                        .value())
                .isCloseTo(0.1891891892, withinPercentage(1e-7));
    }

    /**
     * Two units with exponential lives and fixed repairs of d: A(t) = Σ (λ(t − kd))ᵏ / k! e^(−λ(t − kd)) over k ≤ t/d each. From
     * 120 hours on nothing changes any more, to 1e-12.
     */
    @Test
    void aMeanOverTimeOfSeveralUnitsIsTheIntegralOfTheClosedForm() {
        Solver solver = solver("""
                components:
                  a: { kind: server, fails: { f: { time-to-failure: exponential mean 100d, repair: 3h } } }
                  b: { kind: server, fails: { f: { time-to-failure: exponential mean 50d, repair: 3h } } }
                journeys: { j: { through: [a, b] } }
                """);

        double a = 3 / 2403.0;
        double b = 3 / 1203.0;
        double settled = 1 - (1 - a) * (1 - b);
        assertThat(solver.timeUnavailability(0).value()).isCloseTo(settled, withinPercentage(1e-7));
        // Midpoints of 400,000 cells, which begin and end where the curves have their corners.
        int n = 400_000;
        double atFirst = 0;
        for (int i = 0; i < n; i++) {
            double hours = 120 * (i + 0.5) / n;
            atFirst += 120.0 / n * (1 - up(1 / 2400.0, hours) * up(1 / 1200.0, hours));
        }
        for (double hours : new double[] {240, 8760, 87_600}) {
            Answer mean = solver.intervalUnavailability(0, hours * 3600);
            assertThat(mean).isInstanceOf(Answer.Exact.class);
            assertThat(mean.value())
                    .as(hours + " h, within " + ((Answer.Exact) mean).error())
                    .isCloseTo((atFirst + (hours - 120) * settled) / hours, withinPercentage(2e-4));
            assertThat(((Answer.Exact) mean).method()).isEqualTo("2 independent subsystems: renewal equation");
        }
    }

    private static double up(double rate, double hours) {
        double sum = 0;
        for (int k = 0; 3 * k <= hours; k++) {
            double left = rate * (hours - 3 * k);
            double factor = 1;
            for (int i = 1; i <= k; i++) {
                factor *= left / i;
            }
            sum += factor * Math.exp(-left);
        }
        return sum;
    }
}
