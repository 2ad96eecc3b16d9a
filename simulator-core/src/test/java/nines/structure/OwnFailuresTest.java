package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;

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
}
