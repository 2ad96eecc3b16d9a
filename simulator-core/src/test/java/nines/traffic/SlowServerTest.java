package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import nines.result.JourneyTraffic;
import nines.result.Result;
import nines.result.StationTraffic;
import nines.result.Traffic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ten servers of 10 ms behind every algorithm: all alike, one ten times slower, one that fails fast. The published figures are
 * those of mechanism M08; they are rounded, so each margin is their last digit or five percent.
 */
class SlowServerTest {
    private static Traffic run(String algorithm, double rate, String event, double horizon) {
        Result result = Files.run(
                Files.read(
                        "components:",
                        "  lb: { kind: balancer, " + algorithm + " }",
                        "  web: { kind: server, instances: 10, service-time: exponential mean 10ms }",
                        "journeys: { page: { through: [lb, web] } }",
                        "traffic: { users: { rate: " + rate + "/s } }",
                        event),
                horizon,
                20,
                1);
        Traffic traffic = result.traffic();
        if (traffic == null) {
            throw new AssertionError("no traffic was simulated");
        }
        return traffic;
    }

    private static double percentile(JourneyTraffic journey, double share) {
        return journey.percentiles().stream()
                .filter(quantile -> quantile.share() == share)
                .mapToDouble(quantile -> quantile.value().value())
                .findFirst()
                .orElseThrow();
    }

    /** Load 0.7: mean and 99th percentile in ms; of random picks those of M/M/1, 33.3 and 33.3 ln 100. */
    @ParameterizedTest
    @CsvSource({
        "random, 33.3, 153",
        "round-robin, 20, 89",
        "two-choices, 17, 68",
        "least-connections, 12, 53",
    })
    void allAlike(String algorithm, double mean, double p99) {
        JourneyTraffic page =
                run("algorithm: " + algorithm, 700, "", 400).journeys().get(0);
        assertThat(page.response().value()).isBetween(0.00095 * mean, 0.00105 * mean);
        assertThat(percentile(page, 0.99)).isBetween(0.00095 * p99, 0.00105 * p99);
    }

    /**
     * Total load 0.5 and one server ten times slower: its share of the requests, and the 99th percentile in ms. Peak EWMA has
     * a published share of 0.005; after the warm-up, without the first requests that everybody gets, it is 0.0037.
     */
    @ParameterizedTest
    @CsvSource({
        "least-connections, 0.019, 79",
        "two-choices, 0.020, 204",
        "peak-ewma, 0.004, 67",
    })
    void oneTenTimesSlower(String algorithm, double share, double p99) {
        Traffic traffic = run(
                "algorithm: " + algorithm,
                500,
                "events: { slow: { at: 0s, degrade: web-3, slow: 10x, for: 1d } }",
                400);
        double all = 0;
        double slow = 0;
        for (StationTraffic station : traffic.stations()) {
            all += station.within().isEmpty() ? station.throughput().value() : 0;
            slow += station.name().equals("web-3") ? station.throughput().value() : 0;
        }
        assertThat(slow / all).isBetween(share - 0.00075, share + 0.00075);
        assertThat(percentile(traffic.journeys().get(0), 0.99)).isBetween(0.00095 * p99, 0.00105 * p99);
    }

    /** Total load 0.5 and one server that answers wrongly in 1 ms: the share of wrong answers. */
    @ParameterizedTest
    @CsvSource({
        "algorithm: round-robin, 0.10",
        "algorithm: two-choices, 0.14",
        "algorithm: least-connections, 0.18",
        "algorithm: peak-ewma, 0.20",
        "'algorithm: peak-ewma, failure-penalty: 5s', 0.00",
    })
    void oneThatFailsFast(String algorithm, double failed) {
        Traffic traffic = run(
                algorithm,
                500,
                "events: { liar: { at: 0s, degrade: web-3, service-time: 1ms, errors: 100%, for: 1d } }",
                400);
        JourneyTraffic page = traffic.journeys().get(0);
        double wrong = page.failures().stream()
                .mapToDouble(failure -> failure.share().value())
                .sum();
        assertThat(wrong).isBetween(failed - 0.0085, failed + 0.0085);
    }
}
