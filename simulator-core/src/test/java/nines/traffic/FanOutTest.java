package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nines.blueprint.Blueprint;
import nines.layout.Layout;
import nines.result.Result;
import org.junit.jupiter.api.Test;

/**
 * Questions to all shards at once (mechanism M38). Random checks are off by less than four standard errors, which a right
 * program misses once in 16,000 times.
 */
class FanOutTest {
    private static String[] shards(int count, String more, String events) {
        return new String[] {
            "components:",
            "  web: { kind: server, workers: 1000, service-time: 0s }",
            "  shard: { kind: server, instances: " + count + ", workers: 1000, service-time: exponential mean 10ms"
                    + more + " }",
            "journeys: { visit: { through: [web], calls: [{ to: shard, fan-out: all }] } }",
            "traffic: { clients: { rate: 100/s } }",
            events
        };
    }

    private static Journal run(double seconds, String... lines) {
        Blueprint blueprint = Layout.withRequests(Files.read(lines));
        Replicator replicator = new Replicator(blueprint);
        Journal journal = replicator.newJournal(0);
        replicator.run(5, 0, 1, seconds, journal, Replicator.Stop.never());
        return journal;
    }

    /** The slowest of ten exponential times takes 1 + 1/2 + ... + 1/10 of their mean; every shard is asked every time. */
    @Test
    void theAnswerTakesAsLongAsTheSlowestShard() {
        Journal journal = run(300, shards(10, ", needed: all", ""));
        long n = journal.ended[0][0];
        double mean = 0;
        double variance = 0;
        for (int k = 1; k <= 10; k++) {
            mean += 0.01 / k;
            variance += 1e-4 / (k * k);
        }
        assertThat(journal.responseSum[0] / n).isCloseTo(mean, within(4 * Math.sqrt(variance / n)));
        for (int s = 0; s < journal.arrived.length; s++) {
            assertThat(journal.arrived[s]).isBetween(journal.offered[0] - 20, journal.offered[0] + 20);
        }
    }

    /** Of a hundred shards with a p99 of 10 ms one at least is slower in 1 - 0.99^100 of all questions: 63 %. */
    @Test
    void rareSlownessOfOneIsUsualForAHundred() {
        // exponential with p99 = 10 ms: mean 10 ms / ln 100
        String[] lines = shards(100, ", needed: all", "");
        lines[2] = lines[2].replace("exponential mean 10ms", "exponential mean 2.171472ms");
        Journal journal = run(60, lines);
        double n = journal.ended[0][0];
        double expected = 1 - StrictMath.pow(0.99, 100);
        assertThat(journal.responses[0].countAbove(0.010) / n)
                .isCloseTo(expected, within(0.002 + 4 * Math.sqrt(expected * (1 - expected) / n)));
    }

    /** One of three shards is dead for a fifth of the time: every question asked meanwhile fails, in both fidelities. */
    @Test
    void aQuestionToAllNeedsAll() {
        String event = "events: { fault: { at: 20s, fail: shard-2, for: 20s } }";
        Journal journal = run(99, shards(3, ", needed: all", event));
        double failed = journal.allEnded(0) - journal.ended[0][0];
        double n = journal.allEnded(0);
        assertThat(failed / n).isCloseTo(20 / 99.0, within(4 * Math.sqrt(0.2 * 0.8 / n)));
        String[] years = shards(3, ", needed: all", event);
        Result structure = Files.run(Files.structural(years), 100, 2, 1);
        assertThat(structure.answer().requests().unavailability().value()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void whereNotAllAreNeededItIsSaidWhy() {
        assertThatThrownBy(() -> Layout.withRequests(Files.read(shards(3, "", ""))))
                .hasMessageContaining("Write `needed: all` there, so that every fidelity says so");
        String[] two = shards(3, ", needed: all", "");
        two[3] = two[3].replace("fan-out: all", "fan-out: 2");
        assertThatThrownBy(() -> Layout.withRequests(Files.read(two))).hasMessageContaining("`fan-out` acts as `all`");
    }
}
