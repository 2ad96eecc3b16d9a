package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

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

    /** Back from a repair: as many probes as a run takes, the first of them after half an interval on average. */
    @ParameterizedTest
    @CsvSource({"1, 20%, 0.2", "3, 10%, 0.1", "2, 0%, 0"})
    void theWayBackFromARepairIsLongerToo(int rise, String written, double p) {
        var watch = Trial.of("""
                components:
                  lb: { kind: balancer, health-check: { interval: 10s, rise: %d, false-alarm: %s } }
                  s: { kind: server }
                journeys: { j: { through: [lb, s] } }
                """.formatted(rise, written)).blueprint().watches().get(0);
        double probes = p == 0 ? rise : run(1 - p, rise);
        assertThat(watch.rise().mean()).isCloseTo(10 * (probes - 0.5), withinPercentage(1e-9));
    }

    /** Every probe fails: removed after the first, for good. And a dead target whose probes all pass is never removed. */
    @ParameterizedTest
    @CsvSource({"false-alarm: 100%, 1", "misses: 100%, 0", "'false-alarm: 50%, rise: 3000', 1"})
    void neverMeansNever(String probes, double lost) {
        Trial trial = Trial.of("""
                components:
                  lb: { kind: balancer, health-check: { interval: 10s, fall: 1, %s } }
                  s: { kind: server }
                journeys: { j: { through: [lb, s] } }
                """.formatted(probes));
        double down = trial.mean(Trial.YEAR, journal -> journal.down[0] / journal.time)
                .value();
        assertThat(down).isCloseTo(lost, within(1e-4));
    }

    private static double run(double q, int n) {
        double all = Math.pow(q, n);
        return (1 - all) / ((1 - q) * all);
    }
}
