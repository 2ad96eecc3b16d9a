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

    /** The stages of a crew are those of every repair it does, unless the repair has its own. */
    @Test
    void theStagesOfACrewAreTheDefaultOfItsRepairs() {
        Trial trial = Trial.of("""
                crews:
                  ops: { people: 2, acknowledgement: exponential mean 1h, travel: exponential mean 2h, fix: exponential mean 3h }
                components:
                  far: { kind: server, fails: { crash: { time-to-failure: exponential mean 94h, repair: { crew: ops } } } }
                  near: { kind: server, fails: { crash: { time-to-failure: exponential mean 96h, repair: { crew: ops, travel: 0s } } } }
                journeys:
                  visit: { through: [far] }
                  call: { through: [near] }
                """);

        assertThat(trial.solve().meanOutage(0).value()).isCloseTo(6 * 3600, withinPercentage(1e-9));
        assertThat(trial.solve().meanOutage(1).value()).isCloseTo(4 * 3600, withinPercentage(1e-9));
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

    private static final String WORKING_HOURS = """
            crews:
              ops: { people: 1, works: [%s] }
            components:
              web: { kind: server, fails: { crash: { time-to-failure: exponential mean 2000h, repair: { crew: ops, fix: 1h } } } }
            journeys:
              page: { through: [web] }
            """;

    /** Hours down of a job of one hour that comes evenly at any time of the week, when these hours are worked. */
    private static double meanHours(boolean[] worked) {
        int steps = 600;
        double sum = 0;
        for (int i = 0; i < 168 * steps; i++) {
            double left = 1;
            double at = (i + 0.5) / steps;
            double came = at;
            while (left > 1e-9) {
                double end = Math.floor(at + 1e-9) + 1;
                if (worked[(int) Math.floor(at + 1e-9) % 168]) {
                    double done = Math.min(left, end - at);
                    left -= done;
                    at += done;
                } else {
                    at = end;
                }
            }
            sum += (at - came) / (168 * steps);
        }
        return sum;
    }

    private static boolean[] week(int[]... stretches) {
        boolean[] worked = new boolean[168];
        for (int[] stretch : stretches) {
            for (int hour = stretch[0]; hour < stretch[1]; hour++) {
                worked[hour % 168] = true;
            }
        }
        return worked;
    }

    private void aCrashLastsOnAverage(String shifts, boolean[] worked) {
        Trial trial = Trial.of(WORKING_HOURS.formatted(shifts));
        Trial.Mean hours = trial.mean(100 * Trial.YEAR, journal -> journal.down[0] / journal.outages[0] / Trial.HOUR);

        hours.meets(meanHours(worked), 0.05);
    }

    /** From nine to five, Monday to Friday: (16² · 4 + 64²) / (2 · 168) h of waiting on average, and what is interrupted. */
    @Test
    void whatBreaksAtNightWaitsForTheMorning() {
        boolean[] office = week(
                new int[] {9, 17}, new int[] {33, 41}, new int[] {57, 65}, new int[] {81, 89}, new int[] {105, 113});
        double waits = (4 * 16.0 * 16 + 64 * 64) / (2 * 168);
        // One in eight of those that come in working hours is cut by the evening, or by the weekend.
        double cut = 5 / 168.0 * (4 * 16 + 64) / 5;
        assertThat(meanHours(office)).isCloseTo(1 + waits + cut, within(1e-3));

        aCrashLastsOnAverage("{ from: 9h, for: 8h, days: 5 }", office);
    }

    /** Early and late shift meet at noon and are one stretch; Saturday morning comes besides. */
    @Test
    void severalShiftsAddUp() {
        boolean[] worked = week(
                new int[] {6, 18},
                new int[] {30, 42},
                new int[] {54, 66},
                new int[] {78, 90},
                new int[] {102, 114},
                new int[] {129, 132});

        aCrashLastsOnAverage(
                "{ from: 6h, for: 6h, days: 5 }, { from: 11h, for: 7h, days: 5 }, { from: 129h, for: 3h, every: 7d }",
                worked);
    }

    /** From ten in the evening to six: the night shift of Sunday ends on Monday, and works at time 0. */
    @Test
    void aShiftMayLastBeyondMidnight() {
        aCrashLastsOnAverage(
                "{ from: 22h, for: 8h }",
                week(
                        new int[] {0, 6},
                        new int[] {22, 30},
                        new int[] {46, 54},
                        new int[] {70, 78},
                        new int[] {94, 102},
                        new int[] {118, 126},
                        new int[] {142, 150},
                        new int[] {166, 168}));
    }

    @Test
    void shiftsThatLeaveNoGapAreAlways() {
        Trial trial = Trial.of(WORKING_HOURS.formatted("{ from: 0h, for: 12h }, { from: 12h, for: 12h }"));

        trial.mean(100 * Trial.YEAR, journal -> journal.down[0] / journal.outages[0] / Trial.HOUR)
                .meets(1);
    }

    /** Work on the less urgent job stops in the evening, and in the morning the more urgent one that came at night goes first. */
    @Test
    void whatIsUrgentGoesFirstInTheMorning() {
        Trial trial = Trial.of("""
                crews:
                  ops: { people: 1, order: [db, web], preempts: true, works: { from: 8h, for: 8h } }
                components:
                  web: { kind: server, fails: { crash: { time-to-failure: fixed 15h, repair: { crew: ops, fix: 3h } } } }
                  db: { kind: server, fails: { crash: { time-to-failure: fixed 20h, repair: { crew: ops, fix: 2h } } } }
                journeys:
                  page: { through: [web] }
                  data: { through: [db] }
                """);

        // web: 15 h to 16 h, then from 34 h (the database from 32 h to 34 h) until 36 h.
        assertThat(trial.mean(40 * Trial.HOUR, journal -> journal.down[0] / Trial.HOUR)
                        .value())
                .isCloseTo(21, within(1e-9));
        assertThat(trial.mean(40 * Trial.HOUR, journal -> journal.down[1] / Trial.HOUR)
                        .value())
                .isCloseTo(14, within(1e-9));
    }

    private static double hoursDown(Trial trial, int journey) {
        return trial.mean(19.5 * Trial.HOUR, journal -> journal.down[journey] / Trial.HOUR)
                .value();
    }
}
