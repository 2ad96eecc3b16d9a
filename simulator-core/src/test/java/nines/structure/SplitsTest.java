package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Two holders of the same data at once: cases by hand, and rate × overlap. */
class SplitsTest {
    /** Noticed after 25 s, promoted 15 s later; 100 writes a second. */
    private static String pair(String fencing, String events) {
        return """
                components:
                  db:
                    kind: database
                    instances: 2
                    replication: { lag: 3s }
                    fails: never
                    failover: { detection: 25s, promotion: 15s, fencing: %s }
                journeys:
                  store: { through: [{ to: db, as: write }] }
                traffic:
                  writers: { rate: 100/s }
                events:
                %s
                """.formatted(fencing, events.indent(2));
    }

    private static DataJournal byHand(String fencing, String events) {
        Replicator replicator = new Replicator(Trial.of(pair(fencing, events)).blueprint(), Options.plain());
        Journal journal = replicator.newJournal(Trial.DAY);
        replicator.run(17, 0, Trial.DAY, journal, Replicator.Stop.never());
        return journal.data[0];
    }

    /** Cut off for 10 min, both take writes from 40 s on, and for 25 s more until the old one has noticed the new. */
    @Test
    void whoIsCutOffAndNotFencedWritesOn() {
        DataJournal seen = byHand("none", "cut: { at: 1h, isolate: db-1, for: 10min }");

        assertThat(seen.splits).isEqualTo(1);
        assertThat(seen.splitSeconds).isCloseTo(600 - 40 + 25, within(1e-6));
        assertThat(seen.splitWrites).isCloseTo(100 * (600 - 40 + 25), within(1e-3));
        assertThat(seen.count).isEqualTo(1);
        assertThat(seen.endings[0]).isEqualTo(DataJournal.TAKEN_OVER);
    }

    /** A paused primary writes nothing while it is paused; back, it does until it has noticed. */
    @Test
    void whoWasPausedGoesOnUntilItNotices() {
        DataJournal seen = byHand("none", "freeze: { at: 1h, pause: db-1, for: 10min }");

        assertThat(seen.splits).isEqualTo(1);
        assertThat(seen.splitSeconds).isCloseTo(25, within(1e-6));
    }

    @Test
    void whoIsFencedDoesNot() {
        for (String fencing : new String[] {"lease", "token", "power-off"}) {
            for (String what : new String[] {"isolate", "pause"}) {
                DataJournal seen = byHand(fencing, "cut: { at: 1h, " + what + ": db-1, for: 10min }");
                assertThat(seen.count).isEqualTo(1);
                assertThat(seen.splits).as(fencing + " " + what).isZero();
            }
        }
    }

    /** Back before anybody took over, dead instead of cut off, or dead while it is cut off. */
    @Test
    void noSplitWithoutTwoThatLive() {
        assertThat(byHand("none", "cut: { at: 1h, isolate: db-1, for: 20s }").splits)
                .isZero();
        assertThat(byHand("none", "die: { at: 1h, fail: db-1, for: 10min }").splits)
                .isZero();
        DataJournal dies = byHand("none", """
                cut: { at: 1h, isolate: db-1, for: 10min }
                die: { at: 62min, fail: db-1, for: 1h }
                """);
        assertThat(dies.splits).isEqualTo(1);
        assertThat(dies.splitSeconds).isCloseTo(120 - 40, within(1e-6));
    }

    /**
     * Each is cut off for exp(5 min) once in 10 d, the holder among them. From 25 s on nobody calls the take-over off: who is back
     * before its end writes on for the 25 s in which it has not noticed; later the rest of the cut comes to that, exp(5 min) again.
     */
    @Test
    void rateTimesOverlap() {
        Trial trial = Trial.of(pair("none", """
                cut-1: { every: exponential mean 10d, isolate: db-1, for: exponential mean 5min }
                cut-2: { every: exponential mean 10d, isolate: db-2, for: exponential mean 5min }
                """));
        double perYear = 36.5 * StrictMath.exp(-25.0 / 300);
        double seconds = perYear * 25 + 36.5 * StrictMath.exp(-40.0 / 300) * 300;
        // One in 2,000 finds the other one cut off as well: far below the errors.
        trial.mean(100 * Trial.YEAR, journal -> journal.data[0].splits * Trial.YEAR / journal.time)
                .meets(perYear, 0.02);
        trial.mean(100 * Trial.YEAR, journal -> journal.data[0].splitSeconds * Trial.YEAR / journal.time)
                .meets(seconds, 0.03);
        trial.mean(100 * Trial.YEAR, journal -> journal.data[0].splitWrites * Trial.YEAR / journal.time)
                .meets(100 * seconds, 0.03);
    }

    /** Whoever has the role at the moment is cut off or paused, and not killed. */
    @Test
    void aRoleIsCutOffAndPausedLikeAnInstance() {
        DataJournal cut = byHand("none", "cut: { at: 1h, isolate: db.primary, for: 10min }");
        assertThat(cut.splits).isEqualTo(1);
        assertThat(cut.splitSeconds).isCloseTo(600 - 40 + 25, within(1e-6));
        DataJournal paused = byHand("none", "freeze: { at: 1h, pause: db.primary, for: 10min }");
        assertThat(paused.splits).isEqualTo(1);
        assertThat(paused.splitSeconds).isCloseTo(25, within(1e-6));
    }
}
