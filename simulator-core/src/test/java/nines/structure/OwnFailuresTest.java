package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.analytic.Answer;
import nines.analytic.Limits;
import nines.analytic.Solver;
import org.junit.jupiter.api.Test;

/** How often something fails by itself, and how often because of what it needs. */
class OwnFailuresTest {
    @Test
    void whatAPlaceTakesDownIsNoFailureOfItsOwn() {
        Trial trial = Trial.of("""
                places:
                  zone: { kind: zone, fails: { outage: { time-to-failure: exponential mean 500h, repair: exponential mean 5h } } }
                components:
                  power: { kind: server, fails: { cut: { time-to-failure: exponential mean 300h, repair: exponential mean 2h } } }
                  web:
                    kind: server
                    in: zone
                    needs: power
                    fails: { crash: { time-to-failure: exponential mean 100h, repair: exponential mean 3h } }
                journeys:
                  page: { through: [web] }
                """);
        int web = trial.blueprint().node("web");
        double hours = 20_000;
        // The crash clock runs while web lives; place and power fail by the calendar and count only if web was up.
        double zone = 500.0 / 505;
        double power = 300.0 / 302;
        double own = 100.0 / 103;
        double up = zone * power * own;

        trial.mean(hours * Trial.HOUR, journal -> journal.ownFalls[web] / hours).meets(up / 100, 0.02);
        trial.mean(hours * Trial.HOUR, journal -> (journal.nodeFalls[web] - journal.ownFalls[web]) / hours)
                .meets(up / 500 + up / 300, 0.03);
        int place = trial.blueprint().node("zone");
        assertThat(trial.mean(1000 * Trial.HOUR, journal -> journal.nodeFalls[place] - journal.ownFalls[place])
                        .value())
                .isZero();
    }

    /** Each independent of the others: up for 100 of 150 h, 50 of 75 h and 20 of 25 h. */
    @Test
    void placesAndLinesComeAndGoWhateverHappensToThePlaceTheyAreIn() {
        Trial trial = Trial.of("""
                places:
                  eu:   { kind: region, fails: { outage: { time-to-failure: exponential mean 100h, repair: exponential mean 50h } } }
                  zone: { kind: zone, in: eu, fails: { outage: { time-to-failure: exponential mean 50h, repair: exponential mean 25h } } }
                  far:  { kind: region }
                components:
                  line: { kind: link, between: [zone, far], in: zone, fails: { cut: { time-to-failure: exponential mean 20h, repair: exponential mean 5h } } }
                  web:  { kind: server, in: zone, needs: line }
                journeys:
                  page: { through: [web] }
                """);
        double up = 100.0 / 150 * 50 / 75 * 20 / 25;

        Answer exact = Solver.of(trial.blueprint(), Limits.generous()).timeUnavailability(0);
        assertThat(exact)
                .isInstanceOfSatisfying(
                        Answer.Exact.class, answer -> assertThat(answer.value()).isCloseTo(1 - up, within(1e-12)));
        trial.mean(20_000 * Trial.HOUR, journal -> journal.down[0] / journal.time)
                .meets(1 - up, 0.02);
    }
}
