package nines.structure;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Probes of a healthy target that fail: it is removed after {@code fall} in a row and trusted again after {@code rise}
 * good ones in a row, all at probes. Means of runs: (1 − q^n) / ((1 − q) q^n) probes for n in a row with chance q.
 */
class FalseAlarmTest {
    @ParameterizedTest
    @CsvSource({"2, 1, 20%, 0.2", "1, 3, 1%, 0.01", "1, 1, 10%, 0.1", "3, 2, 30%, 0.3"})
    void theWayBackTakesWholeIntervals(int fall, int rise, String written, double p) {
        Trial trial = Trial.of("""
                components:
                  lb: { kind: balancer, health-check: { interval: 10s, timeout: 1s, fall: %d, rise: %d, false-alarm: %s } }
                  s: { kind: server }
                journeys: { j: { through: [lb, s] } }
                """.formatted(fall, rise, written));
        double away = run(1 - p, rise);
        trial.mean(10 * Trial.DAY, journal -> journal.down[0] / journal.time).meets(away / (away + run(p, fall)), 0.02);
    }

    private static double run(double q, int n) {
        double all = Math.pow(q, n);
        return (1 - all) / ((1 - q) * all);
    }
}
