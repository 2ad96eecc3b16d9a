package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nines.blueprint.Blueprint;
import nines.layout.Layout;
import nines.result.Estimate;
import nines.result.Hop;
import nines.result.JourneyTraffic;
import nines.result.Result;
import nines.result.Traffic;
import org.junit.jupiter.api.Test;

/**
 * Where the time of requests goes. That the hops add up to the responses is also checked in {@link RandomTrafficTest}.
 * Random checks are off by less than four standard errors, which a right program misses once in 16,000 times.
 */
class HopsTest {
    /** Mean seconds of the successful requests of the first journey, by hop and kind. */
    private static final class Breakdown {
        private final List<String> names;
        private final Journal journal;

        Breakdown(double seconds, String... lines) {
            Blueprint blueprint = Layout.withRequests(Files.read(lines));
            Replicator replicator = new Replicator(blueprint);
            journal = replicator.newJournal(true, Double.NaN);
            replicator.run(7, 0, 10, seconds, journal, Replicator.Stop.never());
            names = Hops.of(blueprint).names();
            double sum = 0;
            for (double each : journal.hopTime[0]) {
                sum += each;
            }
            assertThat(sum).isCloseTo(journal.responseSum[0], within(1e-9 * journal.responseSum[0]));
        }

        double of(String name, int kind) {
            assertThat(names).contains(name);
            return journal.hopTime[0][Hops.column(names.indexOf(name), kind)] / journal.ended[0][0];
        }

        double all() {
            return journal.responseSum[0] / journal.ended[0][0];
        }
    }

    /** M/M/1 at load 0.5: as long in the queue as in service, 10 ms each. */
    @Test
    void waitingAndServiceOfOneServer() {
        Breakdown found = new Breakdown(
                4000,
                "components: { s: { kind: server, service-time: exponential mean 10ms } }",
                "journeys: { visit: { through: [s] } }",
                "traffic: { clients: { rate: 50/s } }");
        // 200,000 requests; waits of M/M/1 at 0.5 are remembered for some 10 of them.
        assertThat(found.of("s", Hops.SERVICE)).isCloseTo(0.01, within(4 * 0.01 / Math.sqrt(200_000)));
        assertThat(found.of("s", Hops.WAITING)).isCloseTo(0.01, within(4 * 0.0175 * Math.sqrt(10 / 200_000.0)));
        assertThat(found.of("s", Hops.IN_VAIN)).isZero();
        assertThat(found.of(Hops.CLIENT, Hops.PAUSE)).isZero();
    }

    @Test
    void balancersLinksAndCalleesEachHaveTheirOwn() {
        Breakdown found = new Breakdown(
                100,
                "places: { zone-a: { kind: zone }, zone-b: { kind: zone } }",
                "components:",
                "  line: { kind: link, between: [zone-a, zone-b], latency: 5ms }",
                "  lb: { kind: balancer, latency: 1ms, in: zone-a }",
                "  web: { kind: server, in: zone-a, workers: 100, service-time: 2ms }",
                "  db: { kind: server, in: zone-b, workers: 100, service-time: 3ms }",
                "journeys: { visit: { through: [lb, web], calls: [db, db] } }",
                "traffic: { clients: { rate: 100/s } }");
        assertThat(found.of("lb", Hops.SERVICE)).isCloseTo(0.001, within(1e-9));
        assertThat(found.of("web", Hops.SERVICE)).isCloseTo(0.002, within(1e-9));
        assertThat(found.of("db", Hops.SERVICE)).isCloseTo(0.006, within(1e-9));
        assertThat(found.of("line", Hops.LINK)).isCloseTo(0.020, within(1e-9));
        assertThat(found.all()).isCloseTo(0.029, within(1e-9));
    }

    /** Of calls side by side only the one that comes back last holds up the caller. */
    @Test
    void theSlowestBranchIsTheOneThatCounts() {
        Breakdown found = new Breakdown(
                100,
                "components:",
                "  web: { kind: server, workers: 100, service-time: 1ms }",
                "  fast: { kind: server, workers: 100, service-time: 10ms }",
                "  slow: { kind: server, workers: 100, service-time: 30ms }",
                "journeys: { visit: { through: [web], calls: [{ parallel: [fast, slow] }] } }",
                "traffic: { clients: { rate: 100/s } }");
        assertThat(found.of("fast", Hops.SERVICE)).isZero();
        assertThat(found.of("slow", Hops.SERVICE)).isCloseTo(0.030, within(1e-9));
        assertThat(found.of("web", Hops.SERVICE)).isCloseTo(0.001, within(1e-9));
    }

    /** The maximum of three exponential times is 1 + 1/2 + 1/3 of their mean, and each of the three is it as often. */
    @Test
    void threeBranchesTakeAsLongAsTheLongestOfThem() {
        Breakdown found = new Breakdown(
                1000,
                "components:",
                "  web: { kind: server, workers: 1000, service-time: 0s }",
                "  a: { kind: server, workers: 1000, service-time: exponential mean 60ms }",
                "  b: { kind: server, workers: 1000, service-time: exponential mean 60ms }",
                "  c: { kind: server, workers: 1000, service-time: exponential mean 60ms }",
                "journeys: { visit: { through: [web], calls: [{ parallel: [a, b, c] }] } }",
                "traffic: { clients: { rate: 100/s } }");
        // Variance of the maximum: (1 + 1/4 + 1/9) of the square of the mean. 100,000 requests.
        double error = 0.06 * Math.sqrt(1 + 1 / 4.0 + 1 / 9.0) / Math.sqrt(100_000);
        assertThat(found.all()).isCloseTo(0.06 * 11 / 6, within(4 * error));
        // A third of 0.11 s, 0 otherwise: its deviation is below 0.075 s.
        for (String branch : List.of("a", "b", "c")) {
            assertThat(found.of(branch, Hops.SERVICE)).isCloseTo(0.11 / 3, within(4 * 0.075 / Math.sqrt(100_000)));
        }
    }

    /**
     * Half of all answers of 10 ms are wrong, and the server tries three times with 100 ms between: of those that succeed
     * 4/7 need one attempt, 2/7 two, 1/7 three, so 4/7 of an attempt in vain each.
     */
    @Test
    void failedAttemptsAndPausesAreTold() {
        Breakdown found = new Breakdown(
                1000,
                "components:",
                "  web: { kind: server, workers: 1000, service-time: 1ms }",
                "  db: { kind: server, workers: 1000, service-time: 10ms }",
                "journeys: { visit: { through: [web], calls: [{ to: db, retry: { attempts: 3, wait: 100ms } }] } }",
                "traffic: { clients: { rate: 100/s } }",
                "events: { sick: { at: 0s, degrade: db, errors: 50%, for: 1d } }");
        double deviation = Math.sqrt(2 / 7.0 + 4 / 7.0 - 16 / 49.0);
        double error = deviation / Math.sqrt(87_500);
        assertThat(found.of("db", Hops.SERVICE)).isCloseTo(0.010, within(1e-9));
        assertThat(found.of("db", Hops.IN_VAIN)).isCloseTo(0.010 * 4 / 7, within(4 * 0.010 * error));
        assertThat(found.of("db", Hops.PAUSE)).isCloseTo(0.100 * 4 / 7, within(4 * 0.100 * error));
        assertThat(found.of(Hops.CLIENT, Hops.IN_VAIN)).isZero();
    }

    /** Service takes 50 ms or 1 s, evenly; clients give up after 100 ms and ask again at once, up to ten times. */
    @Test
    void timeOutsOfClientsAreTheirs() {
        Breakdown found = new Breakdown(
                1000,
                "components:",
                "  s: { kind: server, workers: 10000, service-time: empirical 50ms 1s }",
                "journeys: { visit: { through: [s] } }",
                "traffic: { clients: { rate: 100/s, timeout: 100ms, retry: { attempts: 10, wait: 0s } } }");
        // Attempts in vain before the first good one: geometric, mean 1 (less 0.01 for the end after ten), variance 2.
        assertThat(found.of("s", Hops.SERVICE)).isCloseTo(0.050, within(1e-9));
        assertThat(found.of(Hops.CLIENT, Hops.IN_VAIN))
                .isCloseTo(0.1 * (1 - 10 / 1023.0), within(4 * 0.1 * Math.sqrt(2 / 100_000.0)));
    }

    /** A second copy after 20 ms: what the first did until then was in vain where the second wins. */
    @Test
    void theTimeUntilASecondCopyIsInVainWhereItWins() {
        Breakdown found = new Breakdown(
                1000,
                "components:",
                "  web: { kind: server, workers: 1000, service-time: 0s }",
                "  db: { kind: server, instances: 2, workers: 10000, abandoned-work: cancelled,",
                "    service-time: empirical 10ms 1s }",
                "journeys:",
                "  visit: { through: [web], calls: [{ to: db, hedge: { after: 20ms, at-most: 100% } }] }",
                "traffic: { clients: { rate: 100/s } }");
        // Half are answered after 10 ms; a quarter by the copy, after 20 + 10 ms; a quarter by the first after 1 s.
        double share = 0.25;
        double error = Math.sqrt(share * (1 - share) / 100_000);
        assertThat(found.of("db", Hops.IN_VAIN)).isCloseTo(0.020 * share, within(4 * 0.020 * error));
        assertThat(found.all()).isCloseTo(0.5 * 0.010 + 0.25 * 0.030 + 0.25 * 1, within(4 * 0.44 / Math.sqrt(100_000)));
    }

    /** What the document says adds up to the mean response that stands beside it. */
    @Test
    void theDocumentAddsUp() {
        Result result = Files.run(
                Files.read(
                        "components:",
                        "  lb: { kind: balancer, latency: 1ms }",
                        "  web: { kind: server, instances: 2, workers: 2, service-time: exponential mean 20ms }",
                        "  db: { kind: server, workers: 2, service-time: exponential mean 8ms }",
                        "journeys: { visit: { through: [lb, web], calls: [{ to: db, timeout: 30ms, retry: { attempts:"
                                + " 2, wait: 5ms } }] } }",
                        "traffic: { clients: { rate: 60/s } }",
                        "measure: { hops: true, every: 1s }"),
                60,
                5,
                3);
        Traffic traffic = java.util.Objects.requireNonNull(result.traffic());
        JourneyTraffic journey = traffic.journeys().get(0);
        assertThat(journey.hops()).extracting(Hop::name).contains("lb", "web", "db");
        double sum = 0;
        for (Hop hop : journey.hops()) {
            double parts = 0;
            for (Estimate part : List.of(hop.waiting(), hop.service(), hop.link(), hop.pause(), hop.inVain())) {
                parts += part.value();
            }
            assertThat(hop.total().value()).isCloseTo(parts, within(1e-12));
            sum += parts;
        }
        assertThat(sum).isCloseTo(journey.response().value(), within(1e-9 * sum));
        assertThat(journey.hops().stream()
                        .filter(hop -> hop.name().equals("db"))
                        .findFirst()
                        .orElseThrow()
                        .inVain()
                        .value())
                .isPositive();
    }
}
