package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.model.Scenario;
import nines.result.Estimate;
import nines.result.JourneyTraffic;
import nines.result.Result;
import nines.result.StationTraffic;
import nines.result.Traffic;
import org.junit.jupiter.api.Test;

/** What clients and callers do: wait, give up, try again, ask others. Bounds as in {@link QueueTheoryTest}. */
class ClientsTest {
    private static Traffic run(Scenario scenario, double horizon, int replications, long seed) {
        Traffic traffic = Files.run(scenario, horizon, replications, seed).traffic();
        if (traffic == null) {
            throw new AssertionError("no traffic was simulated");
        }
        for (JourneyTraffic journey : traffic.journeys()) {
            assertThat(journey.inFlightAtStart() + journey.offered())
                    .isEqualTo(journey.succeeded() + journey.failed() + journey.inFlightAtEnd());
        }
        return traffic;
    }

    private static void covers(Estimate estimate, double exact) {
        assertThat(estimate.low()).as("of " + estimate).isLessThanOrEqualTo(exact);
        assertThat(estimate.high()).as("of " + estimate).isGreaterThanOrEqualTo(exact);
        assertThat(estimate.relativeHalfWidth()).as("of " + estimate).isLessThan(0.25);
    }

    /** One request every 2 s, 1 s of work, 0.5 s of patience: nobody is served, and all work is for nobody. */
    @Test
    void abandonedWorkStillCostsTheServer() {
        Traffic traffic = run(
                Files.read(
                        "components: { s: { kind: server, service-time: 1s } }",
                        "journeys: { visit: { through: s } }",
                        "traffic: { clients: { arrivals: fixed 2s, timeout: 500ms } }"),
                1000,
                2,
                1);
        JourneyTraffic visit = traffic.journeys().get(0);
        assertThat(visit.succeeded()).isZero();
        assertThat(visit.failures().get(0).cause()).isEqualTo("timed out");
        StationTraffic server = traffic.stations().get(0);
        assertThat(server.utilisation().value()).isCloseTo(0.5, within(0.01));
        assertThat(server.wasted().value()).isEqualTo(1);
    }

    @Test
    void workThatIsCancelledCostsNothingMore() {
        Traffic traffic = run(
                Files.read(
                        "components: { s: { kind: server, service-time: 1s, abandoned-work: cancelled } }",
                        "journeys: { visit: { through: s } }",
                        "traffic: { clients: { arrivals: fixed 2s, timeout: 500ms } }"),
                1000,
                2,
                1);
        assertThat(traffic.stations().get(0).utilisation().value()).isCloseTo(0.25, within(0.01));
    }

    /** An answer at the very instant of the deadline is too late, whichever event comes first. */
    @Test
    void anAnswerAtTheDeadlineIsTooLate() {
        Traffic traffic = run(
                Files.read(
                        "components: { s: { kind: server, service-time: 1s } }",
                        "journeys: { visit: { through: s } }",
                        "traffic: { clients: { arrivals: fixed 2s, timeout: 1s } }"),
                100,
                2,
                1);
        assertThat(traffic.journeys().get(0).succeeded()).isZero();
    }

    /** Half of the answers wrong, three attempts: one in eight fails after 1 + 1/2 + 1/4 attempts. */
    @Test
    void independentErrorsLeaveTheirCube() {
        Traffic traffic = run(
                Files.read(
                        "components: { s: { kind: server, workers: 50, service-time: exponential mean 1ms } }",
                        "journeys: { visit: { through: s } }",
                        "events: { bad: { at: 0s, degrade: s, errors: 50%, for: 1h } }",
                        "traffic: { clients: { rate: 100/s, retry: { attempts: 3, wait: 1ms } } }"),
                200,
                20,
                3);
        JourneyTraffic visit = traffic.journeys().get(0);
        covers(visit.failures().get(0).share(), 0.125);
        covers(visit.attemptsPerRequest(), 1.75);
        assertThat(visit.failures().get(0).cause()).isEqualTo("wrong answer");
    }

    /** A server that is down: three times the load without a budget, about 1.1 times with one of 10 %. */
    @Test
    void aBudgetBoundsTheRetries() {
        String server = "components: { s: { kind: server, service-time: 1ms } }";
        String down = "events: { down: { at: 0s, fail: s, for: 1h } }";
        String journey = "journeys: { visit: { through: s } }";
        Traffic free = run(
                Files.read(server, down, journey, "traffic: { c: { rate: 50/s, retry: { attempts: 3 } } }"), 200, 4, 5);
        assertThat(free.journeys().get(0).attemptsPerRequest().value()).isCloseTo(3, within(0.01));
        Traffic bound = run(
                Files.read(
                        server, down, journey, "traffic: { c: { rate: 50/s, retry: { attempts: 3, budget: 10% } } }"),
                200,
                4,
                5);
        assertThat(bound.journeys().get(0).attemptsPerRequest().value()).isBetween(1.09, 1.11);
    }

    /** Public case E26: callers who hang up (Garnett, Mandelbaum and Reiman 2002), by its birth-death chain. */
    @Test
    void impatientCallers() {
        Traffic traffic = run(
                Files.read(
                        "components: { agents: { kind: server, workers: 50, service-time: exponential mean 1min } }",
                        "journeys: { call: { through: agents } }",
                        "traffic: { callers: { rate: 48/min, patience: exponential mean 2min } }"),
                20_000 * 4,
                40,
                7);
        JourneyTraffic call = traffic.journeys().get(0);
        covers(call.failures().get(0).share(), 0.03091224916219335);
        assertThat(call.failures().get(0).cause()).isEqualTo("abandoned by the client");
        covers(traffic.stations().get(0).queueLength(), 2.9675759195705615);
        covers(traffic.stations().get(0).waiting(), 3.61590023955313);
    }

    /** N = X (R + Z), up to what crosses the ends. */
    @Test
    void aClosedLoopObeysTheResponseTimeLaw() {
        Traffic traffic = run(
                Files.read(
                        "components: { s: { kind: server, service-time: exponential mean 40ms } }",
                        "journeys: { visit: { through: s } }",
                        "traffic: { people: { users: 20, think-time: exponential mean 1s } }"),
                2000,
                10,
                9);
        JourneyTraffic visit = traffic.journeys().get(0);
        double users = visit.goodput().value() * (visit.response().value() + 1);
        assertThat(users).isCloseTo(20, within(0.1));
    }

    /** Two exponential calls of mean 10 ms each without queues: 20 ms in a row, 15 ms at once. */
    @Test
    void callsInARowAndAtOnce() {
        String components = "components: { a: { kind: server, workers: 1000, service-time: exponential mean 10ms },"
                + " b: { like: a } }";
        String traffic = "traffic: { clients: { rate: 100/s } }";
        Traffic row = run(Files.read(components, "journeys: { visit: { calls: [a, b] } }", traffic), 100, 20, 11);
        covers(row.journeys().get(0).response(), 0.020);
        Traffic once = run(
                Files.read(components, "journeys: { visit: { calls: [{ parallel: [a, b] }] } }", traffic), 100, 20, 11);
        covers(once.journeys().get(0).response(), 0.015);
    }

    @Test
    void softCallsAndFallbacksSaveTheAnswer() {
        String components = "components: { web: { kind: server, workers: 100, service-time: 1ms },"
                + " ads: { kind: server, workers: 100, service-time: 1ms },"
                + " spare: { kind: server, workers: 100, service-time: 5ms } }";
        String down = "events: { down: { at: 0s, fail: ads, for: 1h } }";
        String traffic = "traffic: { clients: { rate: 100/s } }";
        Traffic hard = run(
                Files.read(components, down, traffic, "journeys: { visit: { through: web, calls: [ads] } }"), 20, 2, 1);
        assertThat(hard.journeys().get(0).succeeded()).isZero();
        Traffic soft = run(
                Files.read(
                        components,
                        down,
                        traffic,
                        "journeys: { visit: { through: web, calls: [{ to: ads, soft: true }] } }"),
                20,
                2,
                1);
        assertThat(soft.journeys().get(0).failed()).isZero();
        assertThat(soft.journeys().get(0).response().value()).isCloseTo(0.001, within(1e-9));
        Traffic fallback = run(
                Files.read(
                        components,
                        down,
                        traffic,
                        "journeys: { visit: { through: web, calls: [{ to: ads, fallback: spare }] } }"),
                20,
                2,
                1);
        assertThat(fallback.journeys().get(0).failed()).isZero();
        assertThat(fallback.journeys().get(0).response().value()).isCloseTo(0.006, within(1e-9));
    }

    /** Nine of ten answers from the cache; without the cache all from the database. */
    @Test
    void aCacheTakesItsShare() {
        String components = "components: { cache: { kind: cache, hit-ratio: 90%, service-time: 1ms },"
                + " db: { kind: database, workers: 100, service-time: 10ms } }";
        String journey = "journeys: { visit: { calls: [{ to: cache, on-miss: db }] } }";
        String traffic = "traffic: { clients: { rate: 100/s } }";
        Traffic well = run(Files.read(components, journey, traffic), 200, 20, 13);
        covers(well.journeys().get(0).response(), 0.002);
        Traffic down = run(
                Files.read(components, journey, traffic, "events: { down: { at: 0s, fail: cache, for: 1h } }"),
                50,
                2,
                13);
        assertThat(down.journeys().get(0).failed()).isZero();
        assertThat(down.journeys().get(0).response().value()).isCloseTo(0.010, within(1e-9));
    }

    /** Public case E17 (Avi-Itzhak and Naor 1963): requests wait while the server is down, and work is resumed. */
    @Test
    void aQueueWhoseServerBreaksDown() {
        Traffic traffic = run(
                Files.read(
                        "components:",
                        "  s: { kind: server, service-time: exponential rate 5/s, while-down: wait, in-flight: resumed,",
                        "    fails: { b: { time-to-failure: exponential mean 10s, clock: calendar,",
                        "      repair: exponential mean 1s } } }",
                        "journeys: { visit: { through: s } }",
                        "traffic: { clients: { rate: 2/s } }"),
                6000,
                40,
                15);
        covers(traffic.journeys().get(0).response(), 0.5551948051948055);
        covers(traffic.journeys().get(0).inFlight(), 1.110389610389611);
        assertThat(traffic.journeys().get(0).failed()).isZero();
    }

    /** The failed share of a stateless tier is what the arithmetic of the structure says, state by state. */
    @Test
    void theLayersAgreeOnWhatIsLost() {
        String[] lines = {
            "components:",
            "  lb: { kind: balancer, algorithm: random, health-check: { interval: 5s, fall: 3, rise: 2, timeout: 2s } }",
            "  web: { kind: server, instances: 6, workers: 100, service-time: 1ms, restart: 0s }",
            "journeys: { visit: { through: [lb, web] } }",
            "traffic: { clients: { rate: 30/s, retry: { attempts: 2, wait: 0s } } }",
            "events: { one: { at: 60s, fail: web-1, for: 100s }, two: { at: 63s, fail: web-2, for: 100s } }"
        };
        Scenario scenario = Files.read(lines);
        Result requests = Files.run(scenario, 300, 200, 17);
        Result structural = Files.run(Files.structural(lines), 300, 200, 17);
        Estimate lost = requests.journeys().get(0).requests().unavailability();
        covers(lost, structural.journeys().get(0).requests().unavailability().value());
    }

    /**
     * Metastable failure (Bronson 2021) emerges: after ten seconds of standstill clients with two retries never let a
     * server at load 0.7 recover; newest first it recovers at once; at load 0.3 it recovers by itself.
     */
    @Test
    void aRetryStormOutlivesItsCause() {
        assertThat(served("fifo", 70)).isLessThan(0.12);
        assertThat(served("lifo", 70)).isGreaterThan(0.97);
        assertThat(served("fifo", 30)).isGreaterThan(0.75);
    }

    private static double served(String order, double rate) {
        Traffic traffic = run(
                Files.read(
                        "components: { db: { kind: server, service-time: exponential mean 10ms,",
                        "  queue: { capacity: unlimited, order: " + order + " } } }",
                        "journeys: { query: { through: db } }",
                        "traffic: { clients: { rate: " + rate + "/s, timeout: 1s, retry: { attempts: 3, wait: 0s } } }",
                        "events: { standstill: { at: 60s, pause: db, for: 10s } }"),
                1000,
                2,
                19);
        JourneyTraffic query = traffic.journeys().get(0);
        return (double) query.succeeded() / query.offered();
    }
}
