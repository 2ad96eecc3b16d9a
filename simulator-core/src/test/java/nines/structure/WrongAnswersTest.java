package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Wrong answers cost their share wherever the instance stands: alone, behind a balancer, or holding a post. */
class WrongAnswersTest {
    private static double lost(String component, String event) {
        String body = """
                components:
                  app: %s
                journeys:
                  page: { through: [app] }
                events:
                  sick: { at: 1h, degrade: %s, errors: 30%%, for: 2h }
                """.formatted(component, event);
        return Trial.of(body).mean(Trial.DAY, journal -> journal.lost[0]).value() / Trial.HOUR;
    }

    @Test
    void withoutABalancerToo() {
        assertThat(lost("{ kind: server, fails: never }", "app")).isCloseTo(0.6, within(1e-9));
        assertThat(lost("{ kind: server, instances: 3, fails: never }", "app-1"))
                .isCloseTo(0.2, within(1e-9));
        assertThat(lost("{ kind: server, instances: 3, fails: never }", "app")).isCloseTo(0.6, within(1e-9));
    }

    /** Only who holds the post answers; after two hours of trouble with the first, nobody is better off for a standby. */
    @Test
    void ofWhoHoldsThePost() {
        String pair = "{ kind: database, instances: 2, fails: never }";
        assertThat(lost(pair, "app-1")).isCloseTo(0.6, within(1e-9));
        assertThat(lost(pair, "app-2")).isZero();
        assertThat(lost(pair, "app.primary")).isCloseTo(0.6, within(1e-9));
        String two = "{ kind: server, instances: 3, active: 2, fails: never }";
        assertThat(lost(two, "app-1")).isCloseTo(0.3, within(1e-9));
        assertThat(lost(two, "app-3")).isZero();
    }

    /** The sick holder dies an hour later, and the standby answers rightly. */
    @Test
    void theStandbyIsWell() {
        String body = """
                components:
                  db: { kind: database, instances: 2, fails: never }
                journeys:
                  page: { through: [db] }
                events:
                  sick: { at: 1h, degrade: db-1, errors: 30%, for: 5h }
                  dead: { at: 2h, fail: db-1, for: 1h }
                """;
        assertThat(Trial.of(body).mean(Trial.DAY, journal -> journal.lost[0]).value())
                .isCloseTo(0.3 * Trial.HOUR, within(1e-6));
    }

    /** Reads go to any replica that lives, one of them wrong now and then; writes to the primary only. */
    @Test
    void ofReplicasThatServeReads() {
        String body = """
                components:
                  db: { kind: database, instances: 3, fails: never, reads: any }
                journeys:
                  page: { calls: [{ to: db, as: %s }] }
                events:
                  sick: { at: 1h, degrade: db-2, errors: 30%%, for: 5h }
                  dead: { at: 2h, fail: db-3, for: 1h }
                """;
        // A third of the reads for four hours, half of them while another replica is down.
        Trial.of(body.formatted("read"))
                .mean(Trial.DAY, journal -> journal.lost[0])
                .meets((4 * 0.3 / 3 + 0.3 / 2) * Trial.HOUR);
        assertThat(Trial.of(body.formatted("write"))
                        .mean(Trial.DAY, journal -> journal.lost[0])
                        .value())
                .isZero();
    }

    /** Two replicas that are sick a tenth of their time each: the mean of their errors. */
    @Test
    void ofReadsInTheLongRun() {
        Trial trial = Trial.of("""
                components:
                  db:
                    kind: database
                    instances: 2
                    reads: any
                    fails:
                      sick: { time-to-failure: exponential mean 90h, errors: 20%, repair: exponential mean 10h }
                journeys:
                  page: { calls: [{ to: db, as: read, retry: { attempts: 2 } }] }
                """);
        // One try meets a wrong answer with 0, 0.1 or 0.2; two tries both do with its square.
        double right = 2 * 0.1 * 0.9 * 0.01 + 0.01 * 0.04;
        assertThat(trial.solve().requestUnavailability(0).value()).isCloseTo(right, within(1e-12));
        trial.mean(20_000 * Trial.DAY, Trial::lostShare).meets(right, 0.02);
    }

    /** A failure mode that degrades: the share of time it is broken, times its errors. */
    @Test
    void asAFailureModeOfItsOwn() {
        Trial trial = Trial.of("""
                components:
                  db:
                    kind: database
                    instances: 2
                    fails:
                      sick: { time-to-failure: exponential mean 90h, errors: 20%, repair: exponential mean 10h }
                journeys:
                  page: { through: [db] }
                """);
        assertThat(trial.solve().requestUnavailability(0).value()).isCloseTo(0.2 * 0.1, within(1e-12));
        trial.mean(20_000 * Trial.DAY, Trial::lostShare).meets(0.02, 0.02);
    }
}
