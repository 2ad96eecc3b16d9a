package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nines.format.Reading;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import nines.layout.NotLaidOut;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values at the edge of sense, one at a time: told with their name, or simulated to the end; never an internal error, never a hang. */
class OddValuesTest {
    private static final long EVENTS_MAX = 200_000;

    static Stream<Odd> odd() {
        return Stream.of(
                Odd.lb("algorithm: ring-hash, load-bound: 1x", "load-bound"),
                Odd.lb("algorithm: weighted, weights: [0x, 1x]", "weights"),
                Odd.lb("algorithm: weighted, weights: [1x]", "weights"),
                Odd.lb("ejection: { at-most: 0% }", ""),
                Odd.lb("ejection: { interval: 0s }", "interval"),
                Odd.lb("ejection: { for: 0s }", ""),
                Odd.lb("ejection: { errors-in-a-row: 0 }", "errors-in-a-row"),
                Odd.lb("health-check: { interval: 1s, false-alarm: 100% }", ""),
                Odd.lb("health-check: { interval: 1s, misses: 100% }", ""),
                Odd.server("rate-limit: 0/s", ""),
                Odd.server("shed: { method: codel, target: 0s, over: 0s }", ""),
                Odd.server("discipline: processor-sharing, queue: { capacity: 0 }", ""),
                Odd.server("warm-up: { starts-at: 0%, over: 1s }", "warm-up"),
                Odd.server("warm-up: { starts-at: 50%, over: 0s }", ""),
                Odd.server("warm-up: { starts-at: 100%, over: 1y }", ""),
                Odd.server("autoscale: { max: 5 }", "max"),
                Odd.server("autoscale: { max: 6, min: 0 }", "min"),
                Odd.server("autoscale: { max: 8, min: 1, start: 0s, every: 10ms, down-after: 0s }", ""),
                Odd.server("autoscale: { max: 8, every: 0s }", "every"),
                Odd.server("autoscale: { max: 8, every: 1us, down-after: 1y }", "down-after"),
                Odd.server("autoscale: { max: 8, target: 0% }", "target"),
                Odd.server("autoscale: { max: 8, start: never }", "never"),
                Odd.server("autoscale: { max: 2000000000 }", "max"),
                Odd.server("shed: { method: client-throttling }", ""),
                Odd.server("consumes: lb", "consumes"),
                Odd.cache("objects: 0", "objects"),
                Odd.cache("objects: 2000000000", "objects"),
                Odd.cache("objects: 10, capacity: 0", "capacity"),
                Odd.cache("objects: 10, capacity: 2000000000", ""),
                Odd.cache("objects: 10, popularity: zipf", "popularity"),
                Odd.cache("objects: 10, popularity: zipf -1", "popularity"),
                Odd.cache("objects: 10, popularity: zipf 100", ""),
                Odd.cache("objects: 1, instances: 3, single-flight: true", ""),
                Odd.cache("single-flight: true", "single-flight"),
                Odd.queue("capacity: 0", ""),
                Odd.queue("visibility-timeout: 0s", ""),
                Odd.queue("visibility-timeout: never", ""),
                Odd.queue("dead-letter-after: 0", ""),
                Odd.call("bulkhead: 0", "bulkhead"),
                Odd.call("breaker: { window: 0 }", "window"),
                Odd.call("breaker: { trials: 0 }", "trials"),
                Odd.call("breaker: { errors: 0% }", ""),
                Odd.call("breaker: { open-for: 0s }", ""),
                Odd.call("breaker: { window: 2000000000 }", "window"),
                Odd.call("hedge: { after: 0s, at-most: 100% }", ""),
                Odd.call("hedge: { after: never }", "after"),
                Odd.call("deadline: passed-on, timeout: 0s", ""),
                Odd.traffic("bursts: { load: 2x, share: 0%, mean: 1s }", "bursts"),
                Odd.traffic("bursts: { load: 2x, share: 50%, mean: 0s }", "mean"),
                Odd.event("degrade: s, slow: 0x, for: 1s", "slow"),
                Odd.event("degrade: s, service-time: 0s, for: 1s", ""),
                Odd.event("surge: clients, load: 1000000x, for: 1us", ""),
                Odd.event("surge: clients, load: 0x, for: 0s", ""));
    }

    /** What is odd, and the word that must be told; none: it is simulated. */
    record Odd(String lb, String server, String call, String traffic, String event, String more, String told) {
        static Odd lb(String text, String told) {
            return new Odd(", " + text, "", "", "", "", "", told);
        }

        static Odd server(String text, String told) {
            return new Odd("", ", " + text, "", "", "", "", told);
        }

        static Odd call(String text, String told) {
            return new Odd("", "", ", " + text, "", "", "", told);
        }

        static Odd traffic(String text, String told) {
            return new Odd("", "", "", ", " + text, "", "", told);
        }

        static Odd event(String text, String told) {
            return new Odd("", "", "", "", "events: { e: { at: 1s, " + text + " } }", "", told);
        }

        static Odd cache(String text, String told) {
            return new Odd("", "", ", on-miss: { to: d }", "", "", "kind: cache, " + text, told);
        }

        static Odd queue(String text, String told) {
            return new Odd("", ", consumes: more", "", "", "", "kind: queue, " + text, told);
        }

        String file() {
            return String.join(
                    "\n",
                    "nines: 1",
                    "name: odd",
                    "defaults: textbook",
                    "run: { fidelity: requests }",
                    "components:",
                    "  lb: { kind: balancer" + lb + " }",
                    "  s: { kind: server, instances: 6, service-time: 1ms" + server + " }",
                    "  d: { kind: server, service-time: 1ms }",
                    more.isEmpty() ? "" : "  more: { " + more + " }",
                    "journeys: { j: { through: [lb, s], calls: [{ to: " + (more.isEmpty() ? "d" : "more") + call
                            + " }] } }",
                    "traffic: { clients: { rate: 50/s" + traffic + " } }",
                    event,
                    "");
        }
    }

    @ParameterizedTest
    @MethodSource("odd")
    void isToldOrSimulated(Odd odd) {
        Reading reading = ScenarioReader.parse(odd.file(), "odd.yaml", List.of(), null);
        if (reading.hasErrors()) {
            assertThat(odd.told()).isNotEmpty();
            assertThat(reading.problems().toString()).contains(odd.told());
            return;
        }
        try {
            var blueprint = Layout.withRequests(reading.scenarioOrThrow());
            Flow flow = new Flow(blueprint, new nines.structure.Stepper(blueprint), new Journal(blueprint, 0));
            flow.start(1, 0, 0, 20);
            long events = 0;
            while (flow.happens()) {
                assertThat(++events).as("events").isLessThan(EVENTS_MAX);
            }
            assertThat(odd.told()).as("simulated").isEmpty();
        } catch (NotLaidOut said) {
            assertThat(odd.told()).isNotEmpty();
            assertThat(said).hasMessageContaining(odd.told());
        }
    }
}
