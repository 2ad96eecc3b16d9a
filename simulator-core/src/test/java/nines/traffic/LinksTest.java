package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nines.blueprint.Blueprint;
import nines.format.Code;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import nines.layout.NotLaidOut;
import nines.result.Exact;
import nines.result.Result;
import nines.result.Traffic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Links between places (mechanism M43): each message takes their latency, each way, and lost ones are sent again. Random
 * checks are off by less than four standard errors, which a right program misses once in 16,000 times.
 */
class LinksTest {
    private static Journal run(double seconds, String... lines) {
        Blueprint blueprint = Layout.withRequests(Files.read(lines));
        Replicator replicator = new Replicator(blueprint);
        Journal journal = replicator.newJournal(0);
        replicator.run(11, 0, 5, seconds, journal, Replicator.Stop.never());
        return journal;
    }

    private static double mean(Journal journal) {
        return journal.responseSum[0] / journal.ended[0][0];
    }

    private static final String APART = "places: { zone-a: { kind: zone }, zone-b: { kind: zone } }";

    /** The database is laid out first: it is station 0. */
    private static Journal webAndDatabase(double seconds, String link, String call) {
        return run(
                seconds,
                APART,
                "components:",
                "  line: { kind: link, between: [zone-b, zone-a], " + link + " }",
                "  web: { kind: server, in: zone-a, workers: 100, service-time: 1ms }",
                "  db: { kind: server, in: zone-b, workers: 100, service-time: 2ms }",
                "journeys: { visit: { through: [web], calls: [{ to: db" + call + " }] } }",
                "traffic: { clients: { rate: 100/s } }");
    }

    /** 1 ms + 5 ms there + 2 ms + 5 ms back; the web server keeps its worker meanwhile, the database only its own 2 ms. */
    @Test
    void aCallTakesTheLatencyBothWays() {
        Journal journal = webAndDatabase(200, "latency: 5ms", "");
        assertThat(mean(journal)).isCloseTo(0.013, within(1e-12));
        double served = journal.served[0] / journal.time;
        assertThat(journal.busyArea[0] / journal.time).isCloseTo(served * 0.002, within(0.001));
        assertThat(journal.busyArea[1] / journal.time).isCloseTo(served * 0.013, within(0.002));
    }

    /** Of those in the same place none: instances of a tier in both places, each asked half of the time. */
    @Test
    void onlyCallsThatLeaveTheirPlaceTravel() {
        Journal journal = run(
                1000,
                APART,
                "components:",
                "  line: { kind: link, between: [zone-a, zone-b], latency: 10ms }",
                "  lb: { kind: balancer, algorithm: round-robin, in: zone-a }",
                "  web: { kind: server, instances: 2, in: [zone-a, zone-b], workers: 100, service-time: 1ms }",
                "journeys: { visit: { through: [lb, web] } }",
                "traffic: { clients: { rate: 100/s } }");
        // In turns, so that both halves are equal but for one request: 1 ms and 21 ms.
        assertThat(mean(journal)).isCloseTo(0.011, within(1e-6));
        assertThat(journal.responses[0].quantile(0.25)).isCloseTo(0.001, within(1e-6));
        assertThat(journal.responses[0].quantile(0.75)).isCloseTo(0.021, within(3e-5));
    }

    /**
     * A message lost with p waits 1, 2, 4 … s for its next try: p / (1 - 2p) s on average, and its square
     * p (1 + 4p (1 + ...)): 0.02041 s per message at 2 %, of which a call has two. The variance of the sum of one is
     * E[W²] - E[W]² with E[W²] = p(1-p) · Σ (2^k - 1)² p^(k-1) = 0.0217.
     */
    @Test
    void lostMessagesAreSentAgain() {
        double p = 0.02;
        Journal journal = webAndDatabase(2000, "latency: 5ms, loss: 2%", "");
        double n = journal.ended[0][0];
        double square = 0;
        for (int k = 1; k < 40; k++) {
            double wait = Math.scalb(1.0, k) - 1;
            square += Math.pow(p, k) * (1 - p) * wait * wait;
        }
        double one = p / (1 - 2 * p);
        double error = Math.sqrt(2 * (square - one * one) / n);
        assertThat(mean(journal)).isCloseTo(0.013 + 2 * one, within(4 * error));
        // All but those of which either message was lost: (1 - p)².
        double slow = journal.responses[0].countAbove(0.5) / n;
        double share = 1 - (1 - p) * (1 - p);
        assertThat(slow).isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / n)));
    }

    /** Who waits 6 ms for an answer that needs 12 never has one, and the work is done all the same. */
    @Test
    void aTimeoutShorterThanTheWayWastesTheWork() {
        Journal journal = webAndDatabase(100, "latency: 5ms", ", timeout: 6ms");
        assertThat(journal.ended[0][Outcome.SUCCEEDED.index()]).isZero();
        assertThat(journal.ended[0][Outcome.TIMED_OUT.index()]).isGreaterThan(9000);
        assertThat(journal.wasted[0]).isEqualTo(journal.served[0]).isGreaterThan(9000);
    }

    /** Refusals travel too: a dead target costs there and back. */
    @Test
    void aRefusalComesBackOverTheLink() {
        Journal journal = run(
                100,
                APART,
                "components:",
                "  line: { kind: link, between: [zone-a, zone-b], latency: 5ms }",
                "  lb: { kind: balancer, algorithm: random, in: zone-a, health-check: { interval: 1d, timeout: 1s } }",
                "  web: { kind: server, in: zone-a, workers: 100, service-time: 1ms }",
                "  db: { kind: server, instances: 2, in: zone-b, workers: 100, service-time: 2ms }",
                "journeys: { visit: { through: [web, lb], calls: [{ to: db, soft: true }] } }",
                "events: { e: { at: 0s, fail: db, for: 9d } }",
                "traffic: { clients: { rate: 100/s } }");
        assertThat(mean(journal)).isCloseTo(0.011, within(1e-12));
    }

    /** The link between the innermost places counts: regions are 40 ms apart, two of their zones 3 ms. */
    @Test
    void theInnermostLinkCounts() {
        Journal journal = run(
                50,
                "places: { east: { kind: region }, west: { kind: region }, oak: { kind: zone, in: east },",
                "  wine: { kind: zone, in: west }, wood: { kind: zone, in: west } }",
                "components:",
                "  far: { kind: link, between: [east, west], latency: 40ms }",
                "  dark-fibre: { kind: link, between: [wine, oak], latency: 3ms }",
                "  web: { kind: server, in: oak, workers: 100, service-time: 1ms }",
                "  db: { kind: server, in: wine, workers: 100, service-time: 1ms }",
                "  other: { kind: server, in: wood, workers: 100, service-time: 1ms }",
                "journeys: { visit: { through: [web], calls: [{ to: db }, { to: other }] } }",
                "traffic: { clients: { rate: 100/s } }");
        assertThat(mean(journal)).isCloseTo(0.003 + 2 * 0.003 + 2 * 0.040, within(1e-12));
    }

    /** Formulas of queues know nothing of links: without their time they would accuse the simulation. */
    @Test
    void theoryDoesNotSpeakOfLinks() {
        String[] lines = {
            APART,
            "components:",
            "  line: { kind: link, between: [zone-a, zone-b], latency: 5ms }",
            "  web: { kind: server, in: zone-a, service-time: exponential mean 1ms, while-calling: release }",
            "  db: { kind: server, in: zone-b, service-time: exponential mean 1ms }",
            "journeys: { visit: { through: [web], calls: [db] } }",
            "traffic: { clients: { rate: 100/s } }"
        };
        assertThat(exact(lines)).as("with a link").isNull();
        assertThat(problems("requests", lines)).as("a link that acts").isEmpty();
        assertThat(problems("structural", lines))
                .as("a link that does nothing")
                .contains("nothing reaches component `line`");
        lines[2] = "  line: { kind: server }";
        assertThat(exact(lines)).as("without").isNotNull();
    }

    private static String problems(String fidelity, String... lines) {
        String text = "nines: 1\nname: test\ndefaults: textbook\nrun: { fidelity: " + fidelity + " }\n"
                + String.join("\n", lines) + "\n";
        return ScenarioReader.parse(text, "test.yaml", List.of(), null).problems().stream()
                .filter(problem -> problem.code() == Code.W201)
                .map(Object::toString)
                .collect(Collectors.joining("; "));
    }

    private static @Nullable Exact exact(String... lines) {
        Result result = Files.run(Files.read(lines), 20, 20, 1);
        assertThat(result.warnings()).isEmpty();
        Traffic traffic = Objects.requireNonNull(result.traffic());
        Exact exact = traffic.journeys().get(0).response().exact();
        return exact != null && exact.isKnown() ? exact : null;
    }

    @Test
    void whatWouldNeverSettleOrDoesNotActIsRefused() {
        assertThatThrownBy(() -> webAndDatabase(1, "loss: 50%", ""))
                .isInstanceOf(NotLaidOut.class)
                .hasMessageContaining("mean is infinite");
        assertThatThrownBy(() -> webAndDatabase(1, "latency: 1ms, bandwidth: 1MB/s", ""))
                .isInstanceOf(NotLaidOut.class)
                .hasMessageContaining("`bandwidth` of line does not act yet");
    }
}
