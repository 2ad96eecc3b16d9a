package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import nines.layout.Layout;
import nines.queueing.ManyServers;
import org.junit.jupiter.api.Test;

/**
 * Queues between servers: the caller is answered when its message is stored. The queue's own instance is the first station,
 * then come its messages and the consumers.
 */
class MessagesTest {
    private static final int HOUR = 3600;

    private static Journal run(double discard, double seconds, String... lines) {
        Replicator replicator = new Replicator(Layout.withRequests(Files.read(lines)));
        Journal journal = replicator.newJournal(0);
        assertThat(replicator.run(3, 0, discard, seconds, journal, Replicator.Stop.never()))
                .isTrue();
        return journal;
    }

    private static String[] orders(String queue, String worker, String more) {
        return new String[] {
            "components: { orders: { kind: queue" + queue + " }, worker: { kind: server, consumes: orders, " + worker
                    + " } }",
            "journeys: { order: { calls: [orders] } }",
            more
        };
    }

    private static int store(Journal journal) {
        for (int s = 0; s < journal.arrived.length; s++) {
            if (journal.busyArea[s] == 0 && journal.begun[s] > 0 && journal.queueArea[s] > 0) {
                return s;
            }
        }
        throw new AssertionError("no store");
    }

    /** Who is called by name and works off a queue too is asked, whichever of the two stands first. */
    @Test
    void aConsumerThatIsCalledFirstServes() {
        Journal journal = run(
                0,
                100,
                "components: { orders: { kind: queue }, worker: { kind: server, consumes: orders, workers: 9 } }",
                "journeys: { order: { calls: [worker, orders] } }",
                "traffic: { u: { rate: 10/s } }");
        assertThat(journal.ended[0][Outcome.SUCCEEDED.index()]).isEqualTo(journal.offered[0]);
    }

    /** Consumers stop for an hour at 10/s and can do 12.5/s: four hours to drain (mechanism M22). */
    @Test
    void aBacklogDrainsByTheDifference() {
        String[] lines = orders(
                "",
                "service-time: fixed 80ms",
                "traffic: { u: { rate: 10/s } }\nevents: { stop: { at: 0s, fail: worker, for: 1h } }");
        // 36,000 ± 4 × 190 messages when work begins again; 2.5/s fewer from then on.
        assertThat(backlog(lines, HOUR)).isBetween(35_200.0, 36_800.0);
        assertThat(backlog(lines, 3 * HOUR)).isBetween(18_000 - 1400.0, 18_000 + 1400.0);
        assertThat(backlog(lines, 4.5 * HOUR)).isBetween(4500 - 1700.0, 4500 + 1700.0);
        // 36,000 / 2.5 = 14,400 s more, ± 4 × 0.05 of them.
        assertThat(backlog(lines, 6.2 * HOUR)).isLessThan(100);
    }

    private static double backlog(String[] lines, double at) {
        Journal journal = run(at, 10, lines);
        assertThat(journal.ended[0][Outcome.SUCCEEDED.index()]).isEqualTo(journal.allEnded(0));
        return journal.queueArea[1] / 10;
    }

    /** Two consumers that take when they are free are M/M/2, whoever takes: waits of Erlang C. */
    @Test
    void consumersShareOneQueue() {
        Journal journal = run(
                50,
                20_000,
                orders("", "instances: 2, service-time: exponential mean 200ms", "traffic: { u: { rate: 8/s } }"));
        ManyServers theory = ManyServers.of(8, 5, 2);
        int store = 1;
        // 160,000 messages at a load of 0.8: four standard errors are some 5 %.
        double wait = journal.waitSum[store] / journal.begun[store];
        assertThat(wait).isBetween(0.94 * theory.meanWaitServed(), 1.06 * theory.meanWaitServed());
        double waited = (double) journal.waited[store] / journal.begun[store];
        assertThat(waited).isBetween(theory.waitProbability() - 0.02, theory.waitProbability() + 0.02);
        assertThat(journal.served[store]).isBetween(journal.arrived[store] - 100, journal.arrived[store]);
        // Nobody who hands a message over waits for it to be worked off.
        assertThat(journal.responseSum[0]).isZero();
        double difference = Math.abs(journal.begun[2] - journal.begun[3]);
        assertThat(difference / journal.begun[store]).isLessThan(0.05);
    }

    /** A consumer that dies with a message in hand: another gets it when its time is up; none is lost. */
    @Test
    void whatADeadConsumerHadIsGivenAgain() {
        Journal journal = run(
                0,
                60,
                orders(
                        ", visibility-timeout: 5s",
                        "service-time: fixed 100ms",
                        "traffic: { u: { arrivals: fixed 1s } }\nevents: { crash: { at: 10050ms, fail: worker, for: 1s } }"));
        int store = 1;
        assertThat(journal.arrived[store]).isBetween(59L, 60L);
        assertThat(journal.begun[store]).isEqualTo(journal.arrived[store] + 1);
        assertThat(journal.served[store]).isBetween(journal.arrived[store] - 1, journal.arrived[store]);
        assertThat(journal.wasted[store]).isZero();
    }

    /** Work that takes longer than it may is given to a second one: done twice, in both hands at once. */
    @Test
    void whatTakesTooLongIsDoneTwice() {
        Journal journal = run(
                0,
                1000,
                orders(
                        ", visibility-timeout: 3s, dead-letter-after: 2",
                        "workers: 100, service-time: fixed 4s",
                        "traffic: { u: { arrivals: fixed 1s } }"));
        int store = 1;
        assertThat((double) journal.served[store] / journal.arrived[store]).isBetween(1.97, 2.0);
    }

    /** What nobody can work off is put aside after so many tries. */
    @Test
    void afterSomeTriesAMessageIsPutAside() {
        Journal journal = run(
                0,
                1000,
                orders(
                        ", visibility-timeout: 1s, dead-letter-after: 3",
                        "workers: 100, service-time: fixed 100ms",
                        "traffic: { u: { arrivals: fixed 1s } }\nevents: { bug: { at: 0s, degrade: worker, errors: 100%, for: 1d } }"));
        int store = 1;
        assertThat(journal.served[store]).isZero();
        assertThat((double) journal.begun[store] / journal.arrived[store]).isBetween(2.98, 3.0);
        assertThat(journal.wasted[store]).isBetween(journal.arrived[store] - 4, journal.arrived[store]);
    }

    /** A full queue turns callers away. */
    @Test
    void aFullQueueTurnsCallersAway() {
        Journal journal = run(
                0,
                100,
                orders(", capacity: 10", "service-time: fixed 1s", "traffic: { u: { arrivals: fixed 100ms } }"));
        long rejected = journal.ended[0][Outcome.REJECTED.index()];
        assertThat(rejected).isBetween(999 - 112L, 1000 - 108L);
        assertThat(store(journal)).isEqualTo(1);
        assertThat(journal.queueMost[1]).isEqualTo(10);
    }
}
