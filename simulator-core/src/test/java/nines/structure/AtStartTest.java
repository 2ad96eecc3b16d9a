package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What a checker believes when it comes back: everybody is fine, or nobody until probes have succeeded. */
class AtStartTest {
    private static String balanced(int servers, String start, String events) {
        return """
                components:
                  lb:
                    kind: balancer
                    fails: never
                    health-check: { interval: 5s, timeout: 1s, fall: 3, rise: 2, jitter: 0%%, at-start: %s }
                  web: { kind: server, instances: %d, fails: never }
                journeys:
                  page: { through: [lb, web] }
                events:
                  blow: { at: 1h, fail: lb, for: 10min }
                %s
                """.formatted(start, servers, events.indent(2));
    }

    /** Each of n is trusted again after U(5, 10) s; the first of them serves: 5 + 5 / (n + 1) on average. */
    @Test
    void nobodyIsTrustedUntilProbesSucceed() {
        for (int n : new int[] {1, 2, 10}) {
            Trial trial = Trial.of(balanced(n, "untrusted", ""));
            double mean = trial.mean(4000, Trial.DAY, journal -> journal.down[0]);
            // The standard deviation is at most that of U(5, 10), 1.443 s: four standard errors.
            assertThat(mean).isCloseTo(600 + 5 + 5.0 / (n + 1), within(4 * 1.443 / Math.sqrt(4000)));
        }
        assertThat(Trial.of(balanced(2, "trusted", ""))
                        .mean(Trial.DAY, journal -> journal.down[0])
                        .value())
                .isCloseTo(600, within(1e-6));
    }

    /** Who is dead when the checker comes back is never trusted by one that asks first, and for a while by the other. */
    @Test
    void theDeadAreNotTrusted() {
        String dead = "gone: { at: 30min, fail: web-1, for: 3h }";
        double asksFirst = Trial.of(balanced(2, "untrusted", dead)).mean(4000, Trial.DAY, journal -> journal.lost[0]);
        double trusts = Trial.of(balanced(2, "trusted", dead)).mean(4000, Trial.DAY, journal -> journal.lost[0]);
        // Half of the requests until noticed, 12.5 s; then 600 s; then 7.5 s of nobody, or 12.5 s of half again.
        double error = 4 * 1.443 / Math.sqrt(4000);
        assertThat(asksFirst).isCloseTo(6.25 + 600 + 7.5, within(1.5 * error));
        assertThat(trusts).isCloseTo(6.25 + 600 + 6.25, within(error));
    }
}
