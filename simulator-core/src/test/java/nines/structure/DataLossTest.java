package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.blueprint.Stage;
import org.junit.jupiter.api.Test;

/** What a take-over loses of data that is kept in copies: closed forms and cases by hand. */
class DataLossTest {
    private static final double HORIZON = 10 * Trial.YEAR;

    /** An event starts when the last one is over: so many a year. */
    private static final double PER_YEAR = 365 / (10 + 1 / 24.0);

    private static String database(int instances, String replication, String events) {
        return """
                components:
                  db:
                    kind: database
                    instances: %d
                    fails: never
                    replication: %s
                    failover: { detection: 25s, promotion: 15s }
                journeys:
                  store: { through: [{ to: db, as: write }] }
                  look: { through: [{ to: db, as: read }] }
                traffic:
                  writers: { rate: 200/s, mix: { store: 50%%, look: 50%% } }
                events:
                %s
                """.formatted(instances, replication, events.indent(2));
    }

    private static final String CRASHES = "crash: { every: exponential mean 10d, fail: db.primary, for: 1h }";

    private static Trial crashing(int instances, String replication) {
        return Trial.of(database(instances, replication, CRASHES));
    }

    private static String fail(String who, String at, String length) {
        return "of-" + who + "-at-" + at + ": { at: " + at + ", fail: " + who + ", for: " + length + " }\n";
    }

    private static DataJournal byHand(String body) {
        Replicator replicator = new Replicator(Trial.of(body).blueprint(), Options.plain());
        Journal journal = replicator.newJournal(Trial.DAY);
        replicator.run(17, 0, Trial.DAY, journal, Replicator.Stop.never());
        return journal.data[0];
    }

    private static double seconds(Journal journal) {
        return sum(journal.data[0].seconds, journal.data[0].count) * Trial.YEAR / journal.time;
    }

    private static double records(Journal journal) {
        return sum(journal.data[0].records, journal.data[0].count) * Trial.YEAR / journal.time;
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** Loss = take-overs × lag, whatever the law; 100 writes/s and a mean lag of 200 ms: 20 writes each time. */
    @Test
    void anAsynchronousTakeoverLosesTheLag() {
        Trial trial = crashing(2, "{ mode: asynchronous, lag: exponential mean 200ms }");
        trial.mean(HORIZON, journal -> journal.data[0].count * Trial.YEAR / journal.time)
                .meets(PER_YEAR, 0.02);
        trial.mean(HORIZON, DataLossTest::seconds).meets(PER_YEAR * 0.2, 0.02);
        trial.mean(HORIZON, DataLossTest::records).meets(PER_YEAR * 20, 0.02);
        crashing(2, "{ mode: asynchronous, lag: lognormal mean 800ms cv 1.5 }")
                .mean(HORIZON, DataLossTest::seconds)
                .meets(PER_YEAR * 0.8, 0.03);
    }

    /** Writes follow the day: a death at a random hour loses the mean rate on average. */
    @Test
    void theRecordsFollowTheLoadOfTheDay() {
        String busy = database(2, "{ lag: exponential mean 10min }", CRASHES)
                .replace("rate: 200/s,", "rate: 200/s, day-peak: 2x,");
        Trial.of(busy).mean(HORIZON, DataLossTest::records).meets(PER_YEAR * 100 * 600, 0.03);
    }

    /** The most advanced of two is promoted: the smaller of two exponential lags has half their mean. */
    @Test
    void theMostAdvancedReplicaWins() {
        crashing(3, "{ lag: exponential mean 4s }")
                .mean(HORIZON, DataLossTest::seconds)
                .meets(PER_YEAR * 2, 0.02);
    }

    @Test
    void synchronousReplicasLoseNothing() {
        for (int acks = 1; acks <= 2; acks++) {
            String replication = "{ mode: synchronous, acks: " + acks + ", lag: exponential mean 4s }";
            for (int instances = acks + 1; instances <= 4; instances++) {
                Trial trial = crashing(instances, replication);
                trial.mean(HORIZON, journal -> journal.data[0].count * Trial.YEAR / journal.time)
                        .meets(PER_YEAR, 0.02);
                assertThat(trial.mean(HORIZON, DataLossTest::seconds).value()).isZero();
            }
        }
    }

    /**
     * A write waits 10 s for its confirmation and is then acknowledged without: what is lost is the lag where it is longer
     * than that, E[L; L > 10] = (10 + 5) e^-2 for an exponential lag of mean 5 s.
     */
    @Test
    void semiSynchronousLosesWhatHasFallenBack() {
        crashing(2, "{ mode: semi-synchronous, fallback-after: 10s, lag: exponential mean 5s }")
                .mean(HORIZON, DataLossTest::seconds)
                .meets(PER_YEAR * 15 * StrictMath.exp(-2), 0.04);
    }

    /** One of two confirms, any of them; when the other one dies with the primary, each write is there in one of two cases. */
    @Test
    void whoConfirmsIsChance() {
        String places = "places: { a: { kind: zone }, b: { kind: zone } }\n";
        String body = database(3, "{ mode: synchronous, lag: 8s }", fail("a", "2h", "22h"))
                .replace("instances: 3", "instances: 3\n    in: { a: 2, b: 1 }");
        Trial trial = Trial.of(places + body);
        Replicator replicator = new Replicator(trial.blueprint(), Options.plain());
        Journal journal = replicator.newJournal(Trial.DAY);
        int lost = 0;
        for (int i = 0; i < 1000; i++) {
            replicator.run(17, i, Trial.DAY, journal, Replicator.Stop.never());
            assertThat(journal.data[0].count).isEqualTo(1);
            assertThat(journal.data[0].seconds[0]).isIn(0.0, 8.0);
            lost += journal.data[0].seconds[0] > 0 ? 1 : 0;
        }
        // Binomial of 1000 and 1/2: outside 500 ± 62 in less than one case of 10,000.
        assertThat(lost).isBetween(438, 562);
    }

    /** A replica that was down before the primary died has what it had then, should it be the first to come back. */
    @Test
    void aStaleCopyThatComesBackFirstLosesAllSince() {
        String stale = fail("db-2", "1h", "2h") + fail("db-1", "90min", "10h");
        DataJournal seen = byHand(database(2, "{ lag: 3s }", stale));
        assertThat(seen.count).isEqualTo(1);
        assertThat(seen.seconds[0]).isCloseTo(1800 + 3, within(1e-6));
        assertThat(seen.records[0]).isCloseTo(100 * 1803, within(1e-3));
        assertThat(seen.recoveries[0]).isCloseTo(90 * 60, within(1e-6));
        assertThat(seen.endings[0]).isEqualTo(DataJournal.TAKEN_OVER);
        // The primary is the first to come back: it has everything.
        DataJournal whole = byHand(database(2, "{ lag: 3s }", fail("db-2", "1h", "10h") + fail("db-1", "90min", "1h")));
        assertThat(whole.count).isEqualTo(1);
        assertThat(whole.seconds[0]).isZero();
        assertThat(whole.endings[0]).isEqualTo(DataJournal.SAME);
        assertThat(whole.recoveries[0]).isCloseTo(3600, within(1e-6));
    }

    /** Back while the primary works, a replica catches up; a holder that is back before anything is fenced loses nothing. */
    @Test
    void whoComesBackFollowsAgain() {
        String back = fail("db-2", "1h", "1h") + fail("db-1", "3h", "5h");
        DataJournal seen = byHand(database(2, "{ lag: 3s }", back));
        assertThat(seen.count).isEqualTo(1);
        assertThat(seen.seconds[0]).isCloseTo(3, within(1e-6));
        DataJournal early = byHand(database(2, "{ lag: 3s }", fail("db-1", "3h", "20s")));
        assertThat(early.count).isEqualTo(1);
        assertThat(early.seconds[0]).isZero();
        assertThat(early.recoveries[0]).isCloseTo(20, within(1e-6));
    }

    @Test
    void anInterruptionIsToldByStage() {
        DataJournal seen = byHand(database(2, "{ lag: 3s }", fail("db-1", "3h", "5h")));
        assertThat(seen.recoveries[0]).isCloseTo(40, within(1e-6));
        assertThat(seen.stages[Stage.DETECTION.column()]).isCloseTo(25, within(1e-6));
        assertThat(seen.stages[Stage.SWITCHOVER.column()]).isCloseTo(15, within(1e-6));
        assertThat(sum(seen.stages, seen.stages.length)).isCloseTo(40, within(1e-6));
    }

    @Test
    void plannedWorkHandsOverInGoodOrder() {
        String work = "patch: { at: 3h, maintain: db, one-per: instance, for: 10min }";
        assertThat(byHand(database(2, "{ lag: 3s }", work)).count).isZero();
    }

    /** Strictly synchronous with one standby: a write needs both, a read one of them. */
    @Test
    void strictWritesWaitForTheStandbyAndReadsDoNot() {
        String lone = database(2, "{ mode: synchronous }", fail("db-2", "1h", "2h"));
        assertThat(Trial.of(lone).mean(Trial.DAY, journal -> journal.down[0]).value())
                .isCloseTo(7200, within(1e-6));
        assertThat(Trial.of(lone).mean(Trial.DAY, journal -> journal.down[1]).value())
                .isZero();
        // Any one of two is enough, and without `strict` nobody waits.
        for (String safe : new String[] {
            lone.replace("instances: 2", "instances: 3"),
            lone.replace("mode: synchronous", "mode: synchronous, strict: false")
        }) {
            assertThat(Trial.of(safe)
                            .mean(Trial.DAY, journal -> journal.down[0])
                            .value())
                    .isZero();
        }
        // What waits is not acknowledged, and so not lost: the stale copy is complete.
        String both = fail("db-2", "1h", "2h") + fail("db-1", "90min", "10h");
        assertThat(byHand(database(2, "{ mode: synchronous }", both)).seconds[0])
                .isZero();
        assertThat(byHand(database(2, "{ mode: synchronous, strict: false }", both)).seconds[0])
                .isCloseTo(1800, within(1e-6));
        assertThat(byHand(database(2, "{ mode: semi-synchronous, fallback-after: 10min }", both)).seconds[0])
                .isCloseTo(1800, within(1e-6));
        assertThat(byHand(database(2, "{ mode: semi-synchronous, fallback-after: 40min }", both)).seconds[0])
                .isZero();
    }

    /** Write availability of a strict pair is that of two in series: 2 λ / μ to the first order, exactly 1 - A². */
    @Test
    void theWriteAvailabilityOfAStrictPairIsThatOfASeries() {
        Trial trial = Trial.of("""
                components:
                  db:
                    kind: database
                    instances: 2
                    replication: { mode: synchronous }
                    fails: { crash: { time-to-failure: exponential mean 99h, repair: exponential mean 1h } }
                journeys:
                  store: { through: [{ to: db, as: write }] }
                """);
        trial.mean(HORIZON, Trial::downShare).meets(1 - 0.99 * 0.99, 0.02);
    }
}
