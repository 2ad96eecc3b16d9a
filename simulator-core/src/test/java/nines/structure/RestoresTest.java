package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nines.analytic.Answer;
import nines.analytic.Limits;
import nines.analytic.Solver;
import nines.blueprint.Stage;
import org.junit.jupiter.api.Test;

/** Data that is gone and comes back from a replica or a backup: closed forms and cases by hand. */
class RestoresTest {
    private static final double HOUR = Trial.HOUR;
    private static final double DAY = Trial.DAY;
    private static final double HORIZON = 100 * Trial.YEAR;
    /** Losses come at exp(30 d), each mended in 1 h: so many a year. */
    private static final double PER_YEAR = 365 / (30 + 1 / 24.0);

    /** One database that loses its data every 30 days, and its backup. */
    private static String single(String backup) {
        return """
                components:
                  db:
                    kind: database
                    fails: { disk: { time-to-failure: exponential mean 30d, repair: 1h, loses-data: true } }
                  dump: { kind: backup, of: db, %s }
                journeys:
                  store: { through: [{ to: db, as: write }] }
                traffic:
                  writers: { rate: 10/s }
                """.formatted(backup);
    }

    private static double seconds(Journal journal) {
        return sum(journal.data[0].seconds, journal.data[0].count) * Trial.YEAR / journal.time;
    }

    private static double endings(Journal journal, int ending) {
        DataJournal seen = journal.data[0];
        return Arrays.stream(seen.endings, 0, seen.count)
                        .filter(each -> each == ending)
                        .count()
                * Trial.YEAR
                / journal.time;
    }

    private static double sum(double[] values, int count) {
        return Arrays.stream(values, 0, count).sum();
    }

    private static Journal byHand(String body, double horizon) {
        Replicator replicator = new Replicator(Trial.of(body).blueprint(), Options.plain());
        Journal journal = replicator.newJournal(horizon);
        replicator.run(17, 0, horizon, journal, Replicator.Stop.never());
        return journal;
    }

    /** The exact solvers do not know from where data comes back, and say so. */
    @Test
    void theSolversSayThatTheyDoNotKnow() {
        Solver solver = Solver.of(Trial.of(single("full: 6h")).blueprint(), Limits.generous());
        assertThat(solver.timeUnavailability(0))
                .isInstanceOfSatisfying(
                        Answer.NotApplicable.class,
                        no -> assertThat(no.why()).contains("db: how long its data takes to come back"));
        assertThat(solver.meanOutage(0)).isInstanceOf(Answer.NotApplicable.class);
        assertThat(solver.outageFrequency(0)).isInstanceOf(Answer.NotApplicable.class);
        assertThat(solver.intervalUnavailability(0, DAY)).isInstanceOf(Answer.NotApplicable.class);
    }

    /** F06: the primary loses all it has at once; 250 writes/s that are 0.8 s behind on average are 200 writes each time. */
    @Test
    void theWritesLostWhenThePrimaryDies() {
        Trial trial = Trial.of("""
                components:
                  db:
                    kind: database
                    instances: 2
                    replication: { mode: asynchronous, lag: lognormal mean 0.8s cv 1.5 }
                    fails: { dead: { time-to-failure: exponential mean 90d, loses-data: true, repair: 0s } }
                journeys:
                  store: { through: { to: db, as: write } }
                traffic:
                  writers: { rate: 250/s }
                """);
        // Only the death of the primary of the two is an interruption.
        trial.mean(HORIZON, journal -> sum(journal.data[0].records, journal.data[0].count) * Trial.YEAR / journal.time)
                .meets(811.1111111111111, 0.02);
        trial.mean(HORIZON, journal -> journal.data[0].count * Trial.YEAR / journal.time)
                .meets(365 / 90.0, 0.01);
    }

    /** F07: a backup every 6 h; the work since is lost: uniform, mean 3 h, 95 % under 5.7 h. */
    @Test
    void aPeriodicBackupLosesHalfItsInterval() {
        Trial trial = Trial.of(single("full: 6h"));
        trial.mean(HORIZON, journal -> endings(journal, DataJournal.RESTORED)).meets(PER_YEAR, 0.01);
        trial.mean(HORIZON, RestoresTest::seconds).meets(PER_YEAR * 3 * HOUR, 0.01);
        trial.mean(HORIZON, journal -> above(journal, 5.7 * HOUR)).meets(PER_YEAR * 0.05, 0.05);
        // Nothing but the repair is waited for, as there is nothing to move.
        trial.mean(HORIZON, Trial::downShare).meets(1 / (30 * 24 + 1.0), 0.01);
    }

    private static double above(Journal journal, double limit) {
        return Arrays.stream(journal.data[0].seconds, 0, journal.data[0].count)
                        .filter(each -> each > limit)
                        .count()
                * Trial.YEAR
                / journal.time;
    }

    /** Each job that failed or cannot be used costs another interval: I / 2 + I (1 - p) / p with p = success × usable. */
    @Test
    void anUnusableBackupCostsAnInterval() {
        double p = 0.8 * 0.9;
        Trial.of(single("full: 6h, success: 80%, usable: 90%"))
                .mean(HORIZON, RestoresTest::seconds)
                .meets(PER_YEAR * (3 + 6 * (1 - p) / p) * HOUR, 0.02);
    }

    /** A log every 5 min brings the loss to 2.5 min; what is between the full copy and it is replayed, three times as fast. */
    @Test
    void theLogIsReplayed() {
        Trial trial = Trial.of(single("full: 1d, log: 5min, replay: 3x"));
        trial.mean(HORIZON, RestoresTest::seconds).meets(PER_YEAR * 150 * 1.0, 0.02);
        // Half a day less 2.5 min of log, in a third of the time; one cycle of life, repair and replay.
        double replay = (0.5 * DAY - 150) / 3;
        double cycle = 30 * DAY + HOUR + replay;
        trial.mean(HORIZON, Trial::downShare).meets((HOUR + replay) / cycle, 0.02);
    }

    /** An increment every 6 h takes the place of most of the log. */
    @Test
    void anIncrementShortensTheReplay() {
        Trial increments = Trial.of(single("full: 1d, incremental: 6h"));
        increments.mean(HORIZON, RestoresTest::seconds).meets(PER_YEAR * 3 * HOUR, 0.02);
        increments.mean(HORIZON, Trial::downShare).meets(1 / (30 * 24 + 1.0), 0.01);
        double replay = (3 * HOUR - 150) / 3;
        Trial.of(single("full: 1d, incremental: 6h, log: 5min"))
                .mean(HORIZON, Trial::downShare)
                .meets((HOUR + replay) / (30 * DAY + HOUR + replay), 0.02);
    }

    /** 1 TB at 200 MB/s: 5000 s, and as much again for each copy that turns out unusable. */
    @Test
    void movingTheDataTakesItsTime() {
        String body = single("full: 6h, restore: 200MB/s, usable: 80%")
                .replace("kind: database", "kind: database\n    size: 1TB");
        double restore = 5000 / 0.8;
        Trial.of(body).mean(HORIZON, Trial::downShare).meets((HOUR + restore) / (30 * DAY + HOUR + restore), 0.02);
        Journal journal = byHand(body, 10 * Trial.YEAR);
        int count = journal.data[0].count;
        assertThat(journal.data[0].stages[Stage.RESTORE.column()] / count).isBetween(5000.0, 8000.0);
        assertThat(journal.data[0].stages[Stage.REPAIR.column()]).isCloseTo(count * HOUR, within(1e-3));
        // What is lost to the copying is told apart from what is lost to the repair.
        double[] cells = journal.causeDown[0];
        double restoring = 0;
        for (int c = Stage.RESTORE.column(); c < cells.length; c += Journal.STAGES) {
            restoring += cells[c];
        }
        assertThat(restoring).isCloseTo(journal.data[0].stages[Stage.RESTORE.column()], within(1.0));
    }

    /** Without a backup, or with one that is thrown away too soon, everything is gone. */
    @Test
    void withoutABackupEverythingIsGone() {
        String none = single("full: 6h").replace("dump: { kind: backup, of: db, full: 6h }", "");
        Trial.of(none)
                .mean(HORIZON, journal -> endings(journal, DataJournal.GONE))
                .meets(PER_YEAR, 0.01);
        assertThat(Trial.of(none).mean(HORIZON, RestoresTest::seconds).value()).isZero();
        // A copy older than 3 h is not there any more: so it is in one of two cases.
        Trial.of(single("full: 6h, retention: 4h"))
                .mean(HORIZON, journal -> endings(journal, DataJournal.GONE))
                .meets(PER_YEAR * 0.5, 0.02);
    }

    /** A replica has the data: one that is new copies it, and nobody asks the backup. */
    @Test
    void aReplicaGoesBeforeTheBackup() {
        String body = """
                components:
                  db:
                    kind: database
                    instances: 2
                    size: 720GB
                    replication: { lag: 2s, copy-speed: 200MB/s }
                    fails: never
                    failover: { detection: 30s }
                  dump: { kind: backup, of: db, full: 1d }
                journeys:
                  store: { through: [{ to: db, as: write }] }
                events:
                  one: { at: 1h, fail: db-1, for: 2h, loses-data: true }
                  two: { at: %s, fail: db-2, for: 5h }
                """;
        // db-1 copies from 3 h to 4 h; db-2 dies afterwards, and db-1 takes over what it has.
        DataJournal after = byHand(body.formatted("250min"), DAY).data[0];
        assertThat(after.count).isEqualTo(2);
        assertThat(after.seconds[0]).isCloseTo(2, within(1e-6));
        assertThat(after.endings[1]).isEqualTo(DataJournal.TAKEN_OVER);
        assertThat(after.recoveries[1]).isCloseTo(30, within(1e-6));
        // db-2 dies while db-1 copies: db-1 waits for it, however old the backup, and db-2 goes on as it was.
        DataJournal during = byHand(body.formatted("210min"), DAY).data[0];
        assertThat(during.count).isEqualTo(2);
        assertThat(during.endings[1]).isEqualTo(DataJournal.SAME);
        assertThat(during.recoveries[1]).isCloseTo(5 * HOUR, within(1e-6));
    }

    private static String corrupted(String backup, String detection) {
        return """
                components:
                  db: { kind: database, instances: 2, fails: never }
                  dump: { kind: backup, of: db, %s }
                journeys:
                  store: { through: [{ to: db, as: write }] }
                events:
                  drop: { every: exponential mean 100d, corrupt: db, detection: %s }
                """.formatted(backup, detection);
    }

    /** Wrong data is on all replicas; it is restored from before it became wrong, and what was written since is in doubt. */
    @Test
    void whatIsWrongIsRestoredFromBefore() {
        Trial trial = Trial.of(corrupted("full: 1d, log: 5min, replay: 1000x", "2h"));
        double perYear = 365 / (100 + 2 / 24.0);
        trial.mean(HORIZON, journal -> endings(journal, DataJournal.RESTORED)).meets(perYear, 0.02);
        trial.mean(HORIZON, RestoresTest::seconds).meets(perYear * 150, 0.02);
        trial.mean(HORIZON, journal -> sum(journal.data[0].doubtful, journal.data[0].count) * Trial.YEAR / journal.time)
                .meets(perYear * 2 * HOUR, 0.02);
    }

    /** A copy from before is gone when nobody has noticed for longer than copies are kept: P(D + age > 10 d). */
    @Test
    void copiesMustBeKeptLongerThanNobodyNotices() {
        Trial trial = Trial.of(corrupted("full: 2d, retention: 10d", "uniform 0s to 20d"));
        double perYear = 365 / (100 + 10.0);
        // The newest copy before is U(0, 2 d) old when the data becomes wrong: P(D + A > 10) = 1 - (10 - 1) / 20.
        trial.mean(HORIZON, journal -> endings(journal, DataJournal.GONE)).meets(perYear * 0.55, 0.03);
    }

    /** Two misfortunes at once: the restore for the first goes back to before the second too, which then does no more harm. */
    @Test
    void aRestoreUndoesAllThatCameAfterTheCopy() {
        String body = """
                components:
                  db: { kind: database, instances: 2, fails: never }
                  dump: { kind: backup, of: db, full: 1d }
                journeys:
                  store: { through: [{ to: db, as: write }] }
                events:
                  one: { at: 50h, corrupt: db, detection: %s }
                  two: { at: 60h, corrupt: db, detection: %s }
                """;
        DataJournal seen = byHand(body.formatted("20h", "30h"), 30 * DAY).data[0];
        assertThat(seen.count).isEqualTo(1);
        assertThat(seen.seconds[0]).isCloseTo(2 * HOUR, within(1e-6));
        assertThat(seen.doubtful[0]).isCloseTo(20 * HOUR, within(1e-6));
        // The second one is noticed first, and the copy of hour 48 undoes both.
        DataJournal second = byHand(body.formatted("30h", "5h"), 30 * DAY).data[0];
        assertThat(second.count).isEqualTo(1);
        assertThat(second.seconds[0]).isCloseTo(12 * HOUR, within(1e-6));
        assertThat(second.doubtful[0]).isCloseTo(5 * HOUR, within(1e-6));
    }

    /** A fire takes what is in the building, the backup too; a copy elsewhere is not hurt. */
    @Test
    void aBackupInTheSamePlaceBurnsWithIt() {
        String body = """
                places: { site: { kind: building }, far: { kind: building } }
                components:
                  db: { kind: database, instances: 2, in: site, fails: never }
                  dump: { kind: backup, of: db, in: %s, full: 6h }
                journeys:
                  store: { through: [{ to: db, as: write }] }
                events:
                  fire: { at: 100h, fail: site, for: 14d, loses-data: true }
                """;
        DataJournal here = byHand(body.formatted("site"), 30 * DAY).data[0];
        assertThat(here.count).isEqualTo(1);
        assertThat(here.endings[0]).isEqualTo(DataJournal.GONE);
        DataJournal there = byHand(body.formatted("far"), 30 * DAY).data[0];
        assertThat(there.count).isEqualTo(1);
        assertThat(there.endings[0]).isEqualTo(DataJournal.RESTORED);
        // The newest copy is of hour 96.
        assertThat(there.seconds[0]).isCloseTo(4 * HOUR, within(1e-6));
        assertThat(there.recoveries[0]).isCloseTo(14 * DAY, within(1e-6));
    }

    /** Whoever changes data for the worse changes the backups in reach, unless they cannot be changed. */
    @Test
    void immutableCopiesAreNotHurt() {
        String body = """
                places: { site: { kind: building } }
                components:
                  db: { kind: database, in: site, fails: never }
                  dump: { kind: backup, of: db, in: site, full: 6h, immutable: %s }
                journeys:
                  store: { through: [{ to: db, as: write }] }
                events:
                  ransom: { at: 100h, corrupt: [db, site], detection: 4d }
                """;
        assertThat(byHand(body.formatted("false"), 30 * DAY).data[0].endings[0]).isEqualTo(DataJournal.GONE);
        DataJournal safe = byHand(body.formatted("true"), 30 * DAY).data[0];
        assertThat(safe.endings[0]).isEqualTo(DataJournal.RESTORED);
        assertThat(safe.seconds[0]).isCloseTo(4 * HOUR, within(1e-6));
        assertThat(safe.doubtful[0]).isCloseTo(4 * DAY, within(1e-6));
    }
}
