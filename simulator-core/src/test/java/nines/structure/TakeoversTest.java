package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Who takes over when several die one after the other, and automata whose clocks are stopped; by script and by hand. */
class TakeoversTest {
    private static String pair(int instances, String events) {
        return """
                components:
                  db:
                    kind: server
                    instances: %d
                    active: 1
                    fails: never
                    failover: { detection: 25s, promotion: 15s }
                journeys:
                  read: { through: [db] }
                events:
                %s
                """.formatted(instances, events.indent(2));
    }

    private static double down(String body) {
        return Trial.of(body).mean(Trial.DAY, journal -> journal.down[0]).value();
    }

    private static String fail(String who, String at, String length) {
        return "of-" + who + "-at-" + at + ": { at: " + at + ", fail: " + who + ", for: " + length + " }\n";
    }

    /**
     * A cold pair, λ = μ = 1 / 10 h, promotion at 1 / 50 h. The old holder, mended while the other is promoted, stands by
     * and does not fail. With A = 1 for "serves, other well", P2 and P1 for "is promoted, other broken or well", B "serves,
     * other broken" and D "both broken" (the first one back has the post): P2 = 5/6, P1 = 25/6, B = 1/6, D = 1/12.
     */
    @Test
    void aHolderThatIsMendedDuringThePromotionStandsBy() {
        double unavailable = Trial.of("""
                components:
                  s:
                    kind: server
                    instances: 2
                    active: 1
                    standby: cold
                    failover: { promotion: exponential mean 50h }
                    fails: { c: { time-to-failure: exponential mean 10h, repair: exponential mean 10h } }
                journeys: { j: { needs: s } }
                """).solve().timeUnavailability(0).value();
        assertThat(unavailable).isCloseTo((25.0 / 6 + 5.0 / 6 + 1.0 / 12) / 6.25, within(1e-10));
    }

    /**
     * A cold pair that takes over in no time, or half the time by hand, λ = μ = h = 1 / 10 h. With A = 1 for "serves, other
     * well", H and G for "by hand, other broken or well", B "serves, other broken" and D "both broken": H = G = 1/4,
     * B = 3/4, D = 3/8, and what is down is 7/8 of 21/8.
     */
    @Test
    void aTakeOverWithoutStagesWorksWithItsChance() {
        Trial trial = Trial.of("""
                components:
                  s:
                    kind: server
                    instances: 2
                    active: 1
                    standby: cold
                    failover: { success: 50%, otherwise: exponential mean 10h }
                    fails: { c: { time-to-failure: exponential mean 10h, repair: exponential mean 10h } }
                journeys: { j: { needs: s } }
                """);

        assertThat(trial.solve().timeUnavailability(0).value()).isCloseTo(1.0 / 3, within(1e-12));
        trial.mean(20_000 * Trial.HOUR, journal -> journal.down[0] / journal.time)
                .meets(1.0 / 3, 0.01);
    }

    /**
     * Two of three work, the third is cold, λ = μ = 1 / 10 h. With 1 for "nobody broken" 2, 2 and 2/3 for one, two and three
     * broken: a post that nobody is left for costs its half and takes nothing else down.
     */
    @Test
    void aPostThatNobodyIsLeftForCostsItsPart() {
        Trial trial = Trial.of("""
                components:
                  s:
                    kind: server
                    instances: 3
                    active: 2
                    standby: cold
                    fails: { c: { time-to-failure: exponential mean 10h, repair: exponential mean 10h } }
                journeys: { j: { through: [s] } }
                """);

        assertThat(trial.solve().requestUnavailability(0).value()).isCloseTo(5.0 / 17, within(1e-12));
        assertThat(trial.solve().timeUnavailability(0).value()).isCloseTo(8.0 / 17, within(1e-12));
        trial.mean(20_000 * Trial.HOUR, journal -> journal.lost[0] / journal.offered[0])
                .meets(5.0 / 17, 0.01);
    }

    /** The candidate dies while it is promoted: that is noticed for itself, and then the third one is promoted. */
    @Test
    void aThirdOneTakesOver() {
        String events = fail("db-1", "100s", "5h") + fail("db-2", "130s", "5h");
        assertThat(down(pair(3, events))).isCloseTo(30 + 25 + 15, within(1e-6));
    }

    /** A holder that comes back after it was fenced is a member like any other: noticed, promoted, and never just back. */
    @Test
    void aFencedHolderIsPromotedLikeAnyOther() {
        String backBefore = fail("db-1", "100s", "30s") + fail("db-2", "135s", "5h");
        assertThat(down(pair(2, backBefore))).isCloseTo(35 + 25 + 15, within(1e-6));
        // When nobody is left, the first to come back has the post at once.
        String backAfter = fail("db-1", "100s", "45s") + fail("db-2", "135s", "5h");
        assertThat(down(pair(2, backAfter))).isCloseTo(45, within(1e-6));
        // Nothing is fenced while the first death is being noticed.
        assertThat(down(pair(2, fail("db-1", "100s", "20s")))).isCloseTo(20, within(1e-6));
    }

    /** Both die again and again: the promoted holder dies too, while the other one is still dead. */
    @Test
    void thePromotedHolderDiesAsWell() {
        String events = fail("db-1", "100s", "30s") + fail("db-2", "135s", "1min") + fail("db-1", "170s", "5h");
        // db-1, being promoted again since 160 s, dies at 170 s; nobody is left, and db-2 is the first to come back, at
        // 195 s.
        assertThat(down(pair(2, events))).isCloseTo(95, within(1e-6));
        // A third one that lives by then, since 150 s, is promoted before the old holder: from 160 to 175 s.
        assertThat(down(pair(3, fail("db-3", "50s", "100s") + events))).isCloseTo(75, within(1e-6));
    }

    /** After an hour of quiet the first one has its post back: at once, or as planned work that costs its promotion. */
    @Test
    void theFirstHolderReturns() {
        String events = fail("db-1", "100s", "1h");
        for (String back : new String[] {"never", "at-once", "planned"}) {
            String body = pair(2, events)
                    .replace("promotion: 15s", "promotion: 15s, failback: { mode: " + back + ", after: 1h }");
            assertThat(down(body)).isCloseTo(back.equals("planned") ? 55 : 40, within(1e-6));
            // Whoever works then is db-1, unless it stayed as it was.
            double second = down(body.replace("events:", "events:\n  later: { at: 10h, fail: db-1, for: 1h }"));
            assertThat(second)
                    .isCloseTo(
                            down(body) + (back.equals("never") ? 0 : 40) + (back.equals("planned") ? 15 : 0),
                            within(1e-6));
        }
        // The quiet time begins anew when it dies again.
        String again = pair(2, events + fail("db-1", "5500s", "1h"))
                .replace("promotion: 15s", "promotion: 15s, failback: { mode: planned, after: 1h }");
        assertThat(down(again)).isCloseTo(55, within(1e-6));
        // The one that holds the post dies during the quiet time, and the first one takes over in the ordinary way.
        String holder = pair(2, events + fail("db-2", "5500s", "1h"))
                .replace("promotion: 15s", "promotion: 15s, failback: { mode: planned, after: 1h }");
        assertThat(down(holder)).isCloseTo(80, within(1e-6));
    }

    /**
     * The second death comes ten minutes after the first; within an hour after a take-over nobody is promoted again. What is
     * noticed in between waits, then comes the promotion. Without stages the wait was forgotten, with one it was part of it.
     */
    @Test
    void nobodyIsPromotedSoonAfterATakeOver() {
        String events = fail("db-1", "1h", "5min") + fail("db-2", "70min", "2h");
        String body = pair(2, events);
        // Both in the quiet time until 2 h, and whatever the take-over takes after it.
        double[] takes = {0, 15, 40, 115};
        String[] stages = {
            "",
            "promotion: 15s, ",
            "detection: 25s, promotion: 15s, ",
            "detection: 25s, hold-down: 75s, promotion: 15s, "
        };
        for (int i = 0; i < stages.length; i++) {
            double promotion = i == 0 ? 0 : 15;
            String quiet = body.replace("detection: 25s, promotion: 15s", stages[i] + "anti-flap: 1h");
            assertThat(down(quiet)).isCloseTo(takes[i] + 50 * 60 + takes[i] + promotion, within(1e-6));
        }
        // The holder is back during the quiet time and simply goes on; planned work does not wait.
        String blink = pair(2, fail("db-1", "1h", "5min") + fail("db-2", "70min", "10min"))
                .replace("promotion: 15s", "promotion: 15s, anti-flap: 1h");
        assertThat(down(blink)).isCloseTo(40 + 600, within(1e-6));
        String planned = pair(2, fail("db-1", "1h", "5min") + "work: { at: 70min, maintain: db-2, for: 2h }\n")
                .replace("promotion: 15s", "promotion: 15s, anti-flap: 1h");
        assertThat(down(planned)).isCloseTo(40 + 15, within(1e-6));
    }

    /** A site that stands in is called for planned work at once: nobody needs to notice it. */
    @Test
    void whatStandsInIsCalledForPlannedWork() {
        String body = """
                components:
                  grid: { kind: utility, fails: never }
                  diesel:
                    kind: generator
                    stands-by-for: grid
                    fails: never
                    failover: { detection: 10s, start: 20s }
                  s: { kind: server, fails: never, needs: { any: [grid, diesel] } }
                journeys: { j: { through: [s] } }
                events:
                  away: { at: 1h, %s: grid, for: 1h }
                """;
        assertThat(down(body.formatted("maintain"))).isCloseTo(20, within(1e-6));
        assertThat(down(body.formatted("fail"))).isCloseTo(30, within(1e-6));
    }

    /** The probe of a failover is refused by what is down; when it would notice what hangs is not known to it. */
    @Test
    void whatHangsIsNotSeenByAFailoversProbe() {
        String body = pair(2, "gone: { at: 1h, pause: db-1, for: 1h }")
                .replace("detection: 25s", "health-check: { interval: 10s, probe: tcp }");
        Trial.isRefused(body, "gone.pause", "health-check", "detection");
        String modes = pair(2, "")
                .replace("events:\n", "")
                .replace("detection: 25s", "health-check: { interval: 10s }")
                .replace(
                        "fails: never",
                        "fails: { f: { time-to-failure: exponential mean 1y, repair: 1h, effect: hang } }");
        Trial.isRefused(modes, "db.fails.f.effect", "health-check", "detection");
    }

    /** What is only known as a fixed time is not taken for its mean. */
    @Test
    void randomTimesAreNotTakenForTheirMeans() {
        Trial.isRefused(
                pair(2, "")
                        .replace("promotion: 15s", "promotion: 15s, anti-flap: exponential mean 1h")
                        .replace("events:\n", ""),
                "db",
                "anti-flap",
                "fixed");
        Trial.isRefused("""
                components:
                  web:
                    kind: server
                    instances: 3
                    fails:
                      crash:
                        time-to-failure: exponential mean 100h
                        repair: 1h
                        common-cause: { share: 10%, over: exponential mean 1min }
                """, "web.fails.crash", "over", "fixed");
    }

    private static String box(String memory) {
        return """
                components:
                  feed: { kind: utility, fails: never }
                  box:
                    kind: automaton
                    start: ok
                    states: { ok: { works: true }, broken: { works: false } }
                    moves:
                      - { from: ok, to: broken, after: 10h, while: feed, memory: %s }
                      - { from: broken, to: ok, after: 1h }
                journeys:
                  use: { needs: box }
                events:
                  dark: { at: 3h, fail: feed, for: 2h }
                """.formatted(memory);
    }

    /** Ten hours of its own: stopped for two it breaks at 12 h; begun anew at 5 h it breaks at 15 h. */
    @Test
    void aStoppedClockGoesOnOrBeginsAnew() {
        for (String memory : new String[] {"keeps", "restarts"}) {
            Trial trial = Trial.of(box(memory));
            double breaks = memory.equals("keeps") ? 12 : 15;
            assertThat(trial.mean((breaks - 0.1) * Trial.HOUR, journal -> journal.down[0])
                            .value())
                    .isZero();
            assertThat(trial.mean((breaks + 0.5) * Trial.HOUR, journal -> journal.down[0])
                            .value())
                    .isCloseTo(0.5 * Trial.HOUR, within(1e-6));
        }
    }

    /** The first holder is back at 2 h and should have its post ten minutes later, whatever the second one does meanwhile. */
    @Test
    void aMoveBackIsNotForgottenWhenTheStandInBlinks() {
        Trial trial = Trial.of("""
                components:
                  db:
                    kind: database
                    instances: 2
                    active: 1
                    failover: { detection: 30s, failback: { mode: at-once, after: 10min } }
                journeys: { j: { through: [db] } }
                events:
                  away: { at: 1h, fail: db-1, for: 1h }
                  blink: { at: 125min, fail: db-2, for: 10s }
                  later: { at: 10h, fail: db-2, for: 1h }
                """);

        // Detection at 1 h, the blink itself, and nothing at 10 h.
        assertThat(trial.mean(12 * Trial.HOUR, journal -> journal.down[0]).value())
                .isCloseTo(30 + 10, within(1e-6));
    }

    /** The state says who is on the way home: the chain used to find two futures for one state. */
    @Test
    void aMoveBackIsAChain() {
        Trial trial = Trial.of("""
                components:
                  db:
                    kind: database
                    instances: 2
                    active: 1
                    fails: { f: { time-to-failure: exponential mean 200h, repair: exponential mean 10h } }
                    failover:
                      detection: exponential mean 1h
                      promotion: exponential mean 1h
                      failback: { mode: planned, after: exponential mean 2h }
                journeys: { j: { through: [db] } }
                """);

        trial.mean(100_000 * Trial.HOUR, Trial::downShare)
                .meets(trial.solve().timeUnavailability(0).value(), 0.05);
    }

    /**
     * A replica that waits fails at the share that its {@code dormancy} says, like any stand-by: a pair of which both
     * must be mended, working at rate a and waiting at rate d a, each mended at rate m by hands of its own. The unavailable
     * state is both down: with all take-overs at once that is a birth-death chain, a + d a out of both, a out of one.
     */
    @Test
    void aReplicaMayFailLessOftenWhileItWaits() {
        for (double dormancy : new double[] {0, 0.3, 1}) {
            Trial trial = Trial.of("""
                    components:
                      db:
                        kind: database
                        instances: 2
                        standby: warm
                        dormancy: %.0f%%
                        fails: { f: { time-to-failure: exponential mean 100h, repair: exponential mean 10h } }
                    journeys: { j: { through: [db] } }
                    """.formatted(100 * dormancy));
            double a = 1 / 100.0;
            double m = 1 / 10.0;
            double one = (1 + dormancy) * a / m;
            double both = one * a / (2 * m);

            assertThat(trial.solve().timeUnavailability(0).value()).isCloseTo(both / (1 + one + both), within(1e-9));
        }
    }
}
