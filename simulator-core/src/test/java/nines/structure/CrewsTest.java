package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Who repairs, when, and where: small crews whose answers are known in closed form. */
class CrewsTest {

    /**
     * A server in a zone, both mended by the only person. Nobody works in a zone that is down, and the server's clock
     * stands still with it: the two are independent, and the availability is the product. A crew that stayed bound to the
     * server's job while the zone waits for that very crew would never mend either.
     */
    @Test
    void aJobWhosePlaceIsDownFreesTheCrewThatThePlaceWaitsFor() {
        Trial trial = Trial.of("""
                crews:
                  ops: { people: 1 }
                places:
                  zone: { kind: zone, fails: { outage: { time-to-failure: exponential mean 50h, repair: { crew: ops, fix: exponential mean 4h } } } }
                components:
                  web: { kind: server, in: zone, fails: { crash: { time-to-failure: exponential mean 20h, repair: { crew: ops, fix: exponential mean 3h } } } }
                journeys:
                  page: { through: [web] }
                """);
        double available = 50.0 / 54 * 20 / 23;

        assertThat(trial.solve().timeUnavailability(0).value()).isCloseTo(1 - available, withinPercentage(1e-9));
        trial.mean(2 * Trial.YEAR, Trial::downShare).meets(1 - available, 0.02);
    }

    /** What is left of a repair is left when the place is back: a fixed time is neither begun anew nor forgotten. */
    @Test
    void aSuspendedJobIsTakenUpWhereItWasLeft() {
        Trial trial = Trial.of("""
                crews:
                  ops: { people: 1 }
                places:
                  zone: { kind: zone }
                components:
                  web: { kind: server, in: zone, fails: { crash: { time-to-failure: fixed 10h, repair: { crew: ops, fix: 4h } } } }
                events:
                  cut: { at: 11h, fail: zone, for: 5h }
                journeys:
                  page: { through: [web] }
                """);

        // Broken at 10 h, one hour of work, five hours cut off, three hours of work: whole again at 19 h.
        assertThat(hoursDown(trial, 0)).isCloseTo(9, within(1e-9));
    }

    /**
     * Two servers and one person: while the zone of the first is down the second is mended, which came later; the first
     * is taken up before a third that came later still.
     */
    @Test
    void aJobThatWasBegunGoesBeforeThoseThatWait() {
        String body = """
                crews:
                  ops: { people: 1 }
                places:
                  zone: { kind: zone }
                components:
                  first: { kind: server, in: zone, fails: { crash: { time-to-failure: fixed 10h, repair: { crew: ops, fix: 4h } } } }
                  second: { kind: server, fails: { crash: { time-to-failure: fixed 11h, repair: { crew: ops, fix: 3h } } } }
                  third: { kind: server, fails: { crash: { time-to-failure: fixed 12h, repair: { crew: ops, fix: 1h } } } }
                events:
                  cut: { at: 12h, fail: zone, for: 90min }
                journeys:
                  one: { through: [first] }
                  two: { through: [second] }
                  three: { through: [third] }
                """;
        Trial trial = Trial.of(body);

        // first: 10-12 h, cut until 13:30, waits for the second's end at 15 h, done at 17 h; third: 12 h to 18 h.
        assertThat(hoursDown(trial, 0)).isCloseTo(7, within(1e-9));
        assertThat(hoursDown(trial, 1)).isCloseTo(4, within(1e-9));
        assertThat(hoursDown(trial, 2)).isCloseTo(6, within(1e-9));
    }

    private static double hoursDown(Trial trial, int journey) {
        return trial.mean(19.5 * Trial.HOUR, journal -> journal.down[journey] / Trial.HOUR)
                .value();
    }
}
