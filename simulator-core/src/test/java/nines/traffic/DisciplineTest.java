package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import nines.model.Scenario;
import nines.result.Estimate;
import nines.result.JourneyTraffic;
import nines.result.Result;
import nines.result.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is served when, and who is turned away, against theory; intervals that a right program misses once in 10,000. */
class DisciplineTest {
    private static Traffic run(Scenario scenario, double horizon, long seed) {
        Result result = Files.run(scenario, horizon, 40, seed);
        Traffic traffic = result.traffic();
        if (traffic == null) {
            throw new AssertionError("no traffic was simulated");
        }
        return traffic;
    }

    private static Traffic queue(String server, double rate, double horizon) {
        return run(
                Files.read(
                        "components: { s: { kind: server, " + server + " } }",
                        "journeys: { visit: { through: s } }",
                        "traffic: { clients: { rate: " + rate + "/s } }"),
                horizon,
                1);
    }

    private static void covers(Estimate estimate, double exact, double width) {
        assertThat(estimate.low()).as("of " + estimate).isLessThanOrEqualTo(exact);
        assertThat(estimate.high()).as("of " + estimate).isGreaterThanOrEqualTo(exact);
        assertThat(estimate.relativeHalfWidth()).as("of " + estimate).isLessThan(width);
    }

    /** M/G/1 with processor sharing: E[S] / (1 − rho), whatever the law of the service. */
    @ParameterizedTest
    @CsvSource({"exponential mean 10ms", "lognormal mean 10ms cv 3", "10ms", "70% 1ms or 30% 31ms"})
    void sharingIsInsensitive(String law) {
        Traffic traffic = queue("discipline: processor-sharing, service-time: " + law, 70, 400);
        covers(traffic.journeys().get(0).response(), 0.01 / 0.3, 0.1);
        covers(traffic.stations().get(0).utilisation(), 0.7, 0.05);
    }

    /** M/M/3 with sharing has the mean response of M/M/3: 1/mu + C / (3 mu − lambda), C by Erlang. */
    @Test
    void threeWorkersAreShared() {
        double a = 2.4;
        double tail = Math.pow(a, 3) / 6 / (1 - a / 3);
        double waits = tail / (1 + a + a * a / 2 + tail);
        Traffic traffic =
                queue("discipline: processor-sharing, workers: 3, service-time: exponential mean 10ms", 240, 400);
        covers(traffic.journeys().get(0).response(), 0.01 + waits / (300 - 240), 0.1);
        covers(traffic.stations().get(0).busy(), a, 0.05);
    }

    /** A pause and a slow phase: work is conserved, and nobody is forgotten. */
    @Test
    void sharingStandsStillAndGoesOn() {
        Replicator replicator = new Replicator(nines.layout.Layout.withRequests(Files.read(
                "components: { s: { kind: server, discipline: processor-sharing, service-time: 1s } }",
                "journeys: { visit: { through: s } }",
                "traffic: { clients: { arrivals: fixed 10s } }",
                "events: { p: { at: 10500ms, pause: s, for: 2s }, d: { at: 20s, degrade: s, slow: 3x, for: 5s } }")));
        Journal journal = replicator.newJournal(0);
        replicator.run(1, 0, 0, 31.5, journal, Replicator.Stop.never());
        // At 10, 20 and 30 s: one second of work takes 3 s, 3 s and 1 s.
        assertThat(journal.responseSum[0]).isEqualTo(7, org.assertj.core.data.Offset.offset(1e-9));
    }

    /** Two classes, the important one first, without interrupting (Cobham 1954). */
    @Test
    void theImportantWaitLess() {
        Traffic traffic = run(
                Files.read(
                        "components: { s: { kind: server, service-time: exponential mean 10ms, queue: { capacity:"
                                + " unlimited, order: priority } } }",
                        "journeys: { gold: { through: s, priority: 2 }, plain: { through: s, priority: 1 } }",
                        "traffic: { clients: { rate: 80/s, mix: { gold: 25%, plain: 75% } } }"),
                600,
                1);
        double before = 0.8 * 0.01;
        for (JourneyTraffic journey : traffic.journeys()) {
            boolean gold = journey.name().equals("gold");
            covers(journey.response(), 0.01 + before / (1 - 0.2) / (gold ? 1 : 1 - 0.8), 0.15);
        }
    }

    /** Newest first when many wait: the mean is that of any order, the spread is not. */
    @Test
    void theOrderDoesNotChangeTheMean() {
        Traffic fair =
                queue("service-time: exponential mean 10ms, queue: { capacity: unlimited, order: fifo }", 80, 400);
        Traffic newest = queue(
                "service-time: exponential mean 10ms, queue: { capacity: unlimited, order: adaptive-lifo }", 80, 400);
        covers(newest.journeys().get(0).response(), 0.05, 0.1);
        assertThat(newest.stations().get(0).waitingDeviation().value())
                .isGreaterThan(1.3 * fair.stations().get(0).waitingDeviation().value());
    }

    @Test
    void aRateLimitLetsItsRateThrough() {
        Traffic traffic = queue("workers: 100, service-time: 1ms, rate-limit: 50/s", 100, 400);
        // And once what has been saved up in a second.
        assertThat(traffic.journeys().get(0).goodput().value()).isBetween(50.0, 50.126);
        assertThat(traffic.journeys().get(0).failures().get(0).cause()).isEqualTo("over a limit");
    }

    /** Twice the load: without shedding and with clients that leave after 1 s nothing is left; with it 90 % of capacity. */
    @ParameterizedTest
    @CsvSource({
        "'', 0, 10",
        "'shed: { method: codel, cost: 0% }', 90, 101",
        "'shed: { method: adaptive-concurrency, cost: 0% }', 90, 101",
        "'shed: { method: adaptive-concurrency, cost: 5% }', 85, 98",
        "'queue: { capacity: 20, order: fifo }', 90, 101",
    })
    void sheddingKeepsTheGoodput(String shed, double least, double most) {
        Traffic traffic = run(
                Files.read(
                        "components: { s: { kind: server, workers: 4, service-time: exponential mean 40ms"
                                + (shed.isEmpty() ? "" : ", " + shed) + " } }",
                        "journeys: { visit: { through: s } }",
                        "traffic: { clients: { rate: 200/s, timeout: 1s } }",
                        "events: { now: { at: 0s, surge: clients, load: 1x, for: 1s } }"),
                120,
                1);
        assertThat(traffic.journeys().get(0).goodput().value()).isBetween(least, most);
    }

    /** When the queue is full the unimportant leave it: the important get through as if they were alone. */
    @Test
    void theImportantAreShedLast() {
        Traffic traffic = run(
                Files.read(
                        "components: { s: { kind: server, service-time: exponential mean 10ms, queue: { capacity: 10,"
                                + " order: priority }, shed: { method: priority, cost: 0% } } }",
                        "journeys: { gold: { through: s, priority: 2 }, plain: { through: s, priority: 1 } }",
                        "traffic: { clients: { rate: 200/s, mix: { gold: 25%, plain: 75% } } }"),
                300,
                1);
        JourneyTraffic gold = traffic.journeys().get(0);
        // At 50/s of 100/s the important fill ten places less than once in a thousand times.
        assertThat(gold.failed()).isLessThan(gold.offered() / 500);
        assertThat(traffic.journeys().get(1).goodput().value()).isBetween(48.0, 52.0);
    }
}
