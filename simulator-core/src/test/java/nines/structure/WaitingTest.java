package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.analytic.Answer;
import nines.analytic.Limits;
import nines.analytic.Solver;
import org.junit.jupiter.api.Test;

/** Targets that hang, in the long run: the chain and the simulation know the same rule. */
class WaitingTest {
    /** A crash goes to the fallback at once, a hang only when somebody stops waiting. */
    private static Trial withAFallback(String timeout) {
        return Trial.of("""
                components:
                  web:
                    kind: server
                    fails:
                      crash: { time-to-failure: exponential mean 90h, repair: exponential mean 10h }
                      stuck: { time-to-failure: exponential mean 30h, effect: hang, repair: exponential mean 5h }
                  spare: { kind: server, fails: never }
                journeys:
                  page: { calls: [{ to: web, fallback: spare%s }] }
                """.formatted(timeout));
    }

    /** Operating clocks: up, crashed, hanging, of which one mode is broken at a time. */
    @Test
    void aHangHidesTheFallback() {
        // The crash clock stands still while the instance does not live; a hanging instance lives and may still crash.
        // up → crashed 1/90, up → hanging 1/30, hanging → both 1/90, crashed stops the other clock.
        double crash = 1.0 / 90;
        double hang = 1.0 / 30;
        double mend = 1.0 / 10;
        double free = 1.0 / 5;
        // Balance of: hanging (h), hanging and crashed (b), crashed (c), up (u).
        // hanging: u hang + b mend = h (crash + free); both: h crash = b (mend + free); crashed: u crash + b free = c
        // mend.
        double both = crash / (mend + free);
        double hanging = hang / (crash + free - both * mend);
        double crashed = (crash + hanging * both * free) / mend;
        double right = hanging / (1 + hanging + hanging * both + crashed);
        Trial trial = withAFallback("");
        assertThat(trial.solve().requestUnavailability(0).value()).isCloseTo(right, within(1e-12));
        trial.mean(20_000 * Trial.DAY, Trial::lostShare).meets(right, 0.02);
        Solver solver = Solver.of(trial.blueprint(), Limits.generous());
        assertThat(((Answer.Exact) solver.requestUnavailability(0)).value()).isCloseTo(right, within(1e-12));
        assertThat(((Answer.Exact) solver.timeUnavailability(0)).value()).isCloseTo(right, within(1e-12));
        assertThat(solver.pointLoss(0, 3600)).isInstanceOf(Answer.NotApplicable.class);
    }

    /** A caller that waits only so long loses nothing. */
    @Test
    void aTimeoutFindsTheFallback() {
        assertThat(withAFallback(", timeout: 1s")
                        .solve()
                        .requestUnavailability(0)
                        .value())
                .isZero();
    }

    /** With probes: 12.5 s or 14.5 s until it is noticed, and until then three tries without a time-out. */
    @Test
    void untilTheBalancerNotices() {
        String body = """
                components:
                  lb: { kind: balancer, health-check: { interval: 5s, fall: 3, rise: 2, timeout: 2s } }
                  web: { kind: server, instances: 4, fails: never }
                journeys:
                  page: { through: [lb, web] }
                traffic:
                  people: { rate: 10/s, retry: { attempts: 3 } }
                events:
                  fault: { at: 1h, %s: web-1, for: 1h }
                """;
        // A dead one costs a 64th for 12.5 s; of a hanging one's quarter nobody comes back, until 14.5 s and then
        // rises.
        double dead = 10.0 / 64 * 12.5;
        double hung = 10.0 / 4 * 14.5;
        Trial.of(body.formatted("fail"))
                .mean(3 * Trial.HOUR, journal -> journal.lostCorrected[0])
                .meets(dead, 1e-9);
        Trial.of(body.formatted("pause"))
                .mean(3 * Trial.HOUR, journal -> journal.lostCorrected[0])
                .meets(hung, 1e-9);
    }

    /** Patience is for waiting: whoever is being served stays, though a call inside waits 800 ms for one that hangs. */
    @Test
    void patienceDoesNotCutOffWhatIsBeingServed() {
        Trial trial = Trial.of("""
                components:
                  ads:
                    kind: server
                    fails: { f: { time-to-failure: exponential mean 9h, effect: hang, repair: exponential mean 1h } }
                  web: { kind: server }
                journeys: { j: { calls: [ { to: web, calls: [ { to: ads, soft: true, timeout: 800ms } ] } ] } }
                traffic: { users: { rate: 1/s, patience: 600ms } }
                """);

        assertThat(trial.solve().requestUnavailability(0).value()).isLessThan(1e-12);
    }
}
