package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Laws that remember: one draw for an instance or a batch, and recorded values in their order. */
class KeptDrawsTest {
    private static final double HOUR = Trial.HOUR;

    private static String servers(String life, String repair) {
        return """
                components:
                  web: { kind: server, instances: 2, needed: 1, fails: { crash: { time-to-failure: %s, repair: %s } } }
                journeys:
                  page: { needs: web-1 }
                """.formatted(life, repair);
    }

    private static int falls(Journal journal, Trial trial, int i) {
        return journal.nodeFalls[trial.blueprint().node("web-" + i)];
    }

    /** A life drawn once between 10 h and 20 h is lived again and again: in 1000 h it fails floor(1000 / life) times. */
    @Test
    void aDrawIsKeptForAnInstance() {
        Trial trial = Trial.of(servers("uniform 10h to 20h once", "0s"));
        // E[floor(1000 / L)] for L uniform on 10 to 20: falls k or more times if L <= 1000 / k.
        double expected = 0;
        for (int k = 1; k <= 100; k++) {
            expected += Math.max(0, Math.min(10, 1000.0 / k - 10)) / 10;
        }
        Trial zero = Trial.of(servers("uniform 10h to 20h once", "1ms"));

        zero.mean(1000 * HOUR, journal -> falls(journal, zero, 1)).meets(expected, 0.2);
        double differ =
                zero.mean(100, 1000 * HOUR, journal -> falls(journal, zero, 1) == falls(journal, zero, 2) ? 1 : 0);
        assertThat(differ).isLessThan(0.3);
        // Drawn anew each time, fifty to a hundred draws would bring the number close to its mean.
        assertThat(spread(zero)).isGreaterThan(8);
        assertThat(spread(Trial.of(servers("uniform 10h to 20h", "1ms")))).isLessThan(3);
        assertThat(trial.mean(1000 * HOUR, journal -> journal.down[0]).value()).isZero();
    }

    /** Standard deviation of the number of failures over replications. */
    private static double spread(Trial trial) {
        double mean = trial.mean(200, 1000 * HOUR, journal -> falls(journal, trial, 1));
        return Math.sqrt(trial.mean(200, 1000 * HOUR, journal -> Math.pow(falls(journal, trial, 1) - mean, 2)));
    }

    @Test
    void aBatchIsBadTogether() {
        Trial trial = Trial.of(servers("uniform 10h to 20h once-per-batch", "1ms"));

        double same =
                trial.mean(100, 1000 * HOUR, journal -> falls(journal, trial, 1) == falls(journal, trial, 2) ? 1 : 0);
        assertThat(same).isEqualTo(1);
        assertThat(spread(trial)).isGreaterThan(8);
    }

    /** Lives of 10 h and 20 h in turn, repairs of 1 h, 2 h and 3 h in turn. */
    @Test
    void recordedValuesAreReplayedInTheirOrder() {
        Trial trial = Trial.of(servers(
                "{ distribution: replay, values: [10h, 20h] }",
                "{ fix: { distribution: replay, values: [1h, 2h, 3h] } }"));

        // Down 10-11, 31-33, 43-46, 66-67, 77-79, 99-100 h.
        double[] until = {10.5, 33, 46, 66.5, 79, 100};
        double[] hours = {0.5, 3, 6, 6.5, 9, 10};
        for (int i = 0; i < until.length; i++) {
            assertThat(trial.mean(2, until[i] * HOUR, journal -> journal.down[0] / HOUR))
                    .isCloseTo(hours[i], within(1e-9));
        }
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        Trial.isRefused("""
                components:
                  web: { kind: server, fails: { crash: { time-to-failure: uniform 10h to 20h once, after-repair: as-before, repair: 1h } } }
                """, "web.fails.crash", "fail again at once");
        Trial.isRefused("""
                components:
                  web:
                    kind: server
                    instances: 2
                    fails:
                      crash: { time-to-failure: { distribution: replay, values: [10h, 20h] }, common-cause: 5%, repair: 1h }
                """, "in its order");
    }
}
