package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nines.layout.Layout;
import nines.layout.NotLaidOut;
import org.junit.jupiter.api.Test;

/** To whom balancers send: those who come back slowly, those who answer badly, those a client knows. */
class TrustTest {
    private static Journal run(double seconds, String... lines) {
        Replicator replicator = new Replicator(Layout.withRequests(Files.read(lines)));
        Journal journal = replicator.newJournal(0);
        assertThat(replicator.run(5, 0, 0, seconds, journal, Replicator.Stop.never()))
                .isTrue();
        return journal;
    }

    private static final String WEB = "  web: { kind: server, instances: 10, workers: 1000, service-time: 1ms }";

    /** One of ten answers half of its requests wrongly: five in a row come soon, and it is out nearly all the time. */
    @Test
    void whoAnswersBadlyIsLeftOut() {
        Journal journal = run(
                3600,
                "components:",
                "  lb: { kind: balancer, ejection: { errors-in-a-row: 5, for: 30s, at-most: 10% } }",
                WEB,
                "journeys: { page: { through: [lb, web] } }",
                "traffic: { users: { rate: 100/s } }",
                "events: { sick: { at: 0s, degrade: web-3, errors: 50%, for: 1d } }");
        // At 10/s the fifth error in a row takes 62 requests: 6 s. Ejections last 30, 60, … 300 s: some 15 in an hour.
        assertThat(journal.arrived[2]).isBetween(500L, 2000L);
        assertThat(journal.arrived[0]).isGreaterThan(38_000L);
    }

    /** With three of ten bad and one tenth that may be out, two keep failing: 2 of the 9 who are asked. */
    @Test
    void noMoreAreLeftOutThanIsAllowed() {
        Journal journal = run(
                3600,
                "components:",
                "  lb: { kind: balancer, ejection: { errors-in-a-row: 5, for: 30s, at-most: 10% } }",
                WEB,
                "journeys: { page: { through: [lb, web] } }",
                "traffic: { users: { rate: 100/s } }",
                "events: { sick: { at: 0s, degrade: [web-1, web-2, web-3], errors: 100%, for: 1d } }");
        double failed = (double) journal.ended[0][Outcome.WRONG.index()] / journal.offered[0];
        assertThat(failed).isBetween(2 / 9.0 - 0.004, 2 / 9.0 + 0.01);
    }

    /** A share of good answers far below the others' is found even without five failures in a row. */
    @Test
    void whoIsWorseThanTheOthersIsLeftOut() {
        Journal journal = run(
                600,
                "components:",
                "  lb: { kind: balancer, ejection: { errors-in-a-row: 100000, interval: 10s, for: 300s } }",
                WEB,
                "journeys: { page: { through: [lb, web] } }",
                "traffic: { users: { rate: 1000/s } }",
                "events: { sick: { at: 0s, degrade: web-3, errors: 5%, for: 1d } }");
        // Out from 10 s to 310 s, then for ten seconds in, and out to the end.
        assertThat(journal.arrived[2]).isBetween(1800L, 2300L);
    }

    /** The last one trusted is never left out. */
    @Test
    void somebodyIsAlwaysAsked() {
        Journal journal = run(
                600,
                "components:",
                "  lb: { kind: balancer, ejection: { at-most: 100% } }",
                "  web: { kind: server, instances: 2, workers: 1000, service-time: 1ms }",
                "journeys: { page: { through: [lb, web] } }",
                "traffic: { users: { rate: 100/s } }",
                "events: { sick: { at: 0s, degrade: web, errors: 100%, for: 1d } }");
        assertThat(journal.ended[0][Outcome.UNREACHABLE.index()]).isZero();
        assertThat(journal.ended[0][Outcome.WRONG.index()]).isGreaterThan(50_000L);
    }

    /** Back at 100 s with a ramp of 100 s from a tenth: 0.505 of its half of the last 100 s. */
    @Test
    void whoComesBackStartsSlowly() {
        String[] lines = {
            "components:",
            "  lb: { kind: balancer, slow-start: 100s }",
            "  web: { kind: server, instances: 2, workers: 1000, service-time: 1ms }",
            "journeys: { page: { through: [lb, web] } }",
            "traffic: { users: { rate: 1000/s } }",
            "events: { crash: { at: 0s, fail: web-1, for: 100s } }",
        };
        double exact = 0.5 * 0.505 * 100_000;
        assertThat((double) run(200, lines).arrived[0]).isCloseTo(exact, within(5 * Math.sqrt(exact)));
        lines[1] = "  lb: { kind: balancer, algorithm: least-connections, slow-start: 100s }";
        assertThat(run(200, lines).arrived[0]).isBetween(10_000L, 32_000L);
        lines[1] = "  lb: { kind: balancer }";
        assertThat((double) run(200, lines).arrived[0]).isCloseTo(50_000, within(5 * Math.sqrt(50_000)));
    }

    @Test
    void aClientStaysWithItsServerWhileItLives() {
        String[] lines = {
            "components:",
            "  lb: { kind: balancer, sticky: 1h }",
            "  web: { kind: server, instances: 2, workers: 1000, service-time: 1ms }",
            "journeys: { page: { through: [lb, web] } }",
            "traffic: { users: { users: 100, think-time: 100ms } }",
            "events: { crash: { at: 100s, fail: web-1, for: 100s } }",
        };
        Journal journal = run(600, lines);
        // Half of the users until 100 s, then all are with the other, and stay.
        double all = journal.arrived[0] + journal.arrived[1];
        assertThat(journal.arrived[0] / all).isCloseTo(0.5 * 100 / 600, within(0.002));
        lines[1] = "  lb: { kind: balancer }";
        journal = run(600, lines);
        all = journal.arrived[0] + journal.arrived[1];
        assertThat(journal.arrived[0] / all).isCloseTo(0.5 * 500 / 600, within(0.005));
    }

    @Test
    void aHashKeepsEachUserOnOneServer() {
        for (String algorithm : new String[] {"source-hash", "ring-hash", "maglev"}) {
            Journal journal = run(
                    100,
                    "components:",
                    "  lb: { kind: balancer, algorithm: " + algorithm + " }",
                    WEB,
                    "journeys: { page: { through: [lb, web] } }",
                    "traffic: { users: { users: 1, think-time: 10ms } }");
            assertThat(Arrays.stream(journal.arrived).filter(n -> n > 0).count())
                    .as(algorithm)
                    .isEqualTo(1);
            journal = run(
                    100,
                    "components:",
                    "  lb: { kind: balancer, algorithm: " + algorithm + " }",
                    WEB,
                    "journeys: { page: { through: [lb, web] } }",
                    "traffic: { users: { rate: 1000/s } }");
            for (long arrived : journal.arrived) {
                assertThat(arrived).as(algorithm).isBetween(7000L, 13_000L);
            }
        }
    }

    @Test
    void weightsAreShares() {
        Journal journal = run(
                100,
                "components:",
                "  lb: { kind: balancer, algorithm: weighted, weights: [5x, 1x, 1x] }",
                "  web: { kind: server, instances: 3, workers: 1000, service-time: 1ms }",
                "journeys: { page: { through: [lb, web] } }",
                "traffic: { users: { arrivals: fixed 10ms } }");
        assertThat(journal.arrived[0]).isBetween(5 * 1428L, 5 * 1429L);
        assertThat(journal.arrived[2]).isBetween(1427L, 1429L);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> run(
                        1,
                        "components: { lb: { kind: balancer, sticky: 1h }, web: { kind: server, instances: 2 } }",
                        "journeys: { page: { through: [lb, web] } }",
                        "traffic: { users: { rate: 1/s } }"))
                .isInstanceOf(NotLaidOut.class)
                .hasMessageContaining("sticky");
        assertThatThrownBy(() -> run(
                        1,
                        "components:",
                        "  lb: { kind: balancer, algorithm: weighted, weights: [5x, 1x, 1x] }",
                        "  web: { kind: server, instances: 2 }",
                        "journeys: { page: { through: [lb, web] } }",
                        "traffic: { users: { rate: 1/s } }"))
                .isInstanceOf(NotLaidOut.class)
                .hasMessageContaining("3 for the 2 instances");
    }
}
