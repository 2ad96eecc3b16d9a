package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nines.result.Estimate;
import nines.result.JourneyTraffic;
import nines.result.Result;
import nines.result.StationTraffic;
import nines.result.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bundled scenario of single requests comes out as its text says, and its lesson holds. Intervals are those of 99.99 %:
 * a figure lies in a band with its whole interval. Seeds are fixed.
 */
class RequestScenariosTest {
    private static final int REPLICATIONS = 20;

    private static Traffic traffic(Result result) {
        Traffic traffic = result.traffic();
        if (traffic == null) {
            throw new AssertionError("no traffic was simulated");
        }
        return traffic;
    }

    private static Traffic run(String name, String variant, int replications, String... sets) {
        return traffic(Runs.requests(Runs.bundled(name, variant, sets), replications, 2));
    }

    private static JourneyTraffic first(Traffic traffic) {
        return traffic.journeys().get(0);
    }

    private static StationTraffic station(Traffic traffic, String name) {
        return traffic.stations().stream()
                .filter(station -> station.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Estimate percentile(JourneyTraffic journey, double share) {
        return journey.percentiles().stream()
                .filter(quantile -> quantile.share() == share)
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** Share of the requests that ended well, of those that ended. */
    private static double succeeded(JourneyTraffic journey) {
        return journey.succeeded() / (double) (journey.succeeded() + journey.failed());
    }

    private static void inBand(Estimate estimate, double low, double high) {
        assertThat(estimate.low()).as("%s", estimate).isGreaterThan(low);
        assertThat(estimate.high()).as("%s", estimate).isLessThan(high);
    }

    // ---------------------------------------------------------------- what holds in all of them

    static List<String> names() {
        return Runs.ofRequests();
    }

    @ParameterizedTest
    @MethodSource("names")
    void requestsAreConservedAndThreadsChangeNoBit(String name) {
        Result one = Runs.requests(Runs.bundled(name, ""), 3, 1);
        Result three = Runs.requests(Runs.bundled(name, ""), 3, 3);
        assertThat(three.fingerprint()).isEqualTo(one.fingerprint());
        for (JourneyTraffic journey : traffic(one).journeys()) {
            assertThat(journey.inFlightAtStart() + journey.offered())
                    .as(journey.name())
                    .isEqualTo(journey.succeeded() + journey.failed() + journey.inFlightAtEnd());
            littlesLaw(journey);
        }
    }

    /** Where nothing fails: requests under way = arrivals × response, but for those under way at either end. */
    private static void littlesLaw(JourneyTraffic journey) {
        if (journey.failed() == 0) {
            double seconds = journey.offered() / journey.offeredPerSecond().value();
            double edges = (journey.inFlightAtStart() + journey.inFlightAtEnd())
                    * Math.max(1, percentile(journey, 0.9999).value());
            double difference = seconds
                    * Math.abs(journey.inFlight().value()
                            - journey.goodput().value() * journey.response().value());
            assertThat(difference).as(journey.name()).isLessThan(edges + 1);
        }
    }

    @Test
    void everyVariantIsLaidOut() {
        for (String name : names()) {
            for (String variant : Runs.bundled(name, "").variants().keySet()) {
                assertThat(nines.layout.Layout.withRequests(Runs.bundled(name, variant))
                                .requests()
                                .sources())
                        .as(name + " " + variant)
                        .isNotEmpty();
            }
        }
    }

    // ---------------------------------------------------------------- retry storm

    @ParameterizedTest
    @CsvSource({
        "one-attempt",
        "short-standstill",
        "newest-first",
        "drop-expired",
        "short-queue",
        "retry-budget",
        "more-capacity",
        "deep-cut"
    })
    void s25OneLineEndsTheStorm(String remedy) {
        JourneyTraffic query = first(run("retry-storm", remedy, 4));
        // One attempt of a second at an M/M/1 of load 0.7 takes longer in e^-30 of the cases; a storm leaves nothing.
        assertThat(succeeded(query)).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @CsvSource({"'', 3", "long-queue, 3", "small-cut, 3"})
    void s25OtherwiseItNeverEnds(String variant, double attempts) {
        JourneyTraffic query = first(run("retry-storm", variant, 3));
        assertThat(succeeded(query)).isLessThan(0.05);
        assertThat(query.attemptsPerRequest().value()).isBetween(0.95 * attempts, attempts + 0.01);
    }

    /** It stays bad iff arrivals × attempts reach what the server can do (mechanism M48). */
    @ParameterizedTest
    @CsvSource({"30, 3, true", "40, 3, false", "40, 2, true", "60, 2, false"})
    void s25TheRule(int load, int attempts, boolean recovers) {
        JourneyTraffic query = first(run("retry-storm", "", 3, "load=" + load + "/s", "attempts=" + attempts));
        assertThat(succeeded(query) > 0.99).isEqualTo(recovers);
        assertThat(succeeded(query) < 0.05).isEqualTo(!recovers);
    }

    // ---------------------------------------------------------------- one slow server among ten

    /** The published shares (mechanism M08), 0.10, 0.020, 0.019 and 0.005, and percentiles, 204, 79 and 67 ms, within 5 %. */
    @Test
    void s07WhoSendsLessToTheSlowServer() {
        Traffic least = run("slow-server", "least-connections", REPLICATIONS);
        Traffic ewma = run("slow-server", "peak-ewma", REPLICATIONS);
        Traffic two = run("slow-server", "two-choices", REPLICATIONS);
        Traffic robin = run("slow-server", "", 3);
        inBand(share(two), 0.019, 0.021);
        inBand(share(least), 0.01805, 0.01995);
        inBand(share(ewma), 0.003, 0.005);
        inBand(percentile(first(two), 0.99), 0.194, 0.214);
        inBand(percentile(first(least), 0.99), 0.075, 0.083);
        inBand(percentile(first(ewma), 0.99), 0.0637, 0.0704);
        // A tenth of the requests go to a server that can do a fiftieth: its queue grows without end.
        assertThat(percentile(first(robin), 0.99).value()).isGreaterThan(60);
        assertThat(station(robin, "web-3").queueLength().value()).isGreaterThan(1000);
    }

    /** Share of the answers that come from web-3. */
    private static Estimate share(Traffic traffic) {
        double all = station(traffic, "web").throughput().value();
        Estimate slow = station(traffic, "web-3").throughput();
        return new Estimate(
                slow.value() / all,
                slow.low() / all,
                slow.high() / all,
                slow.level(),
                slow.method(),
                slow.evidence(),
                slow.verdict(),
                slow.reason(),
                null);
    }

    /** Whoever prefers fast servers prefers a quick liar: 0.10, 0.14, 0.18 and 0.20 wrong answers, until they are punished. */
    @ParameterizedTest
    @CsvSource({
        "liar, 0.095, 0.105",
        "liar-two-choices, 0.1315, 0.1485",
        "liar-least-connections, 0.1715, 0.1885",
        "liar-peak-ewma, 0.1915, 0.2085",
        "liar-penalised, 0, 0.001",
        "liar-ejected, 0, 0.001"
    })
    void s07TheOrderReversesForAQuickLiar(String variant, double low, double high) {
        assertThat(1 - succeeded(first(run("slow-server", variant, 5)))).isBetween(low, high);
    }

    // ---------------------------------------------------------------- a cache that never fills again

    /** Minutes after the flush the database does nothing but answer readers who have left. */
    @Test
    void aFlushedCacheNeverFillsAgain() {
        Traffic calm = run("cache-flush", "no-flush", 3);
        assertThat(first(calm).failed()).isZero();
        assertThat(station(calm, "db").utilisation().value()).isBetween(0.2, 0.3);
        for (String variant : List.of("", "single-flight")) {
            Traffic flushed = run("cache-flush", variant, 3);
            assertThat(succeeded(first(flushed))).as(variant).isLessThan(0.5);
            assertThat(station(flushed, "db").utilisation().value()).isGreaterThan(0.999);
            assertThat(station(flushed, "db").wasted().value()).isGreaterThan(0.95);
        }
    }

    @ParameterizedTest
    @CsvSource({"short-queue, 0.9999", "bigger-database, 0.9999", "drop-expired, 0.85"})
    void aFlushedCacheFillsAgainIfAnswersComeInTime(String variant, double share) {
        assertThat(succeeded(first(run("cache-flush", variant, 3)))).isGreaterThan(share);
    }

    /** Two thirds of the load are less than the database can do: no flush can hurt for long. */
    @Test
    void whatTheDatabaseCanDoAloneNeedsNoCare() {
        assertThat(succeeded(first(run("cache-flush", "", 2, "load=390/s")))).isGreaterThan(0.999);
    }

    // ---------------------------------------------------------------- a flash crowd

    /**
     * Share of the requests of the quarter of an hour that is lost. 1200/s against 400/s for 75 s and longer; retries triple the
     * crowd, which is then more than sixty instances can do until it has gone.
     */
    @Test
    void s12RetriesMakeAFlashCrowdLastTwiceAsLong() {
        double lost = lost("");
        assertThat(lost).isBetween(0.45, 0.56);
        assertThat(lost("retries")).isBetween(0.85, 0.95).isGreaterThan(1.6 * lost);
        assertThat(lost("retries-on-a-budget")).isBetween(lost - 0.01, 1.15 * lost);
        assertThat(lost("short-queue")).isBetween(0.14, 0.22);
        assertThat(lost("fixed-size")).isBetween(0.85, 0.95);
        assertThat(lost("twice-the-size")).isBetween(0.25, 0.37);
        assertThat(lost("images-in-place")).isBetween(0.06, 0.1);
        assertThat(lost("scheduled")).isLessThan(1e-4);
    }

    private static double lost(String variant) {
        return 1 - succeeded(first(run("flash-crowd", variant, 2)));
    }

    // ---------------------------------------------------------------- a shop of many layers

    /** Each layer absorbs what it can: who notices which fault? The rest of the journeys loses nothing. */
    @Test
    void s08OneFaultInEachLayer() {
        Traffic calm = shop("");
        for (JourneyTraffic journey : calm.journeys()) {
            assertThat(journey.failed()).as(journey.name()).isZero();
        }
        assertThat(station(calm, "cache").hits().value()).isBetween(0.88, 0.96);
        assertThat(station(calm, "web").utilisation().value()).isBetween(0.45, 0.57);
        // Without the content network the web servers get 1000 requests a second and can do 880.
        Traffic noCdn = shop("no-content-network");
        assertThat(station(noCdn, "web").utilisation().value()).isGreaterThan(0.98);
        noCdn.journeys().forEach(each -> assertThat(succeeded(each)).isBetween(0.8, 0.92));
        // Four seconds in which two of five are asked in vain, and tried again elsewhere.
        shop("web-down").journeys().forEach(each -> assertThat(succeeded(each)).isBetween(0.98, 0.9999));
        // A flushed cache is filled again, as answers come in time; without it the database is flooded.
        shop("cache-flushed")
                .journeys()
                .forEach(each -> assertThat(succeeded(each)).isGreaterThan(0.9999));
        Traffic noCache = shop("cache-down");
        assertThat(succeeded(noCache.journeys().get(0))).isGreaterThan(0.9999);
        assertThat(succeeded(noCache.journeys().get(1))).isLessThan(0.6);
    }

    /** 30 s without a primary in 6 minutes fail their share of the orders; browsing lives on the cache and the replica. */
    @Test
    void s08OnlyOrdersNoticeTheDatabaseAndNobodyTheWorkers() {
        Traffic noPrimary = shop("primary-down");
        assertThat(succeeded(noPrimary.journeys().get(1))).isGreaterThan(0.99);
        assertThat(1 - succeeded(noPrimary.journeys().get(2))).isBetween(0.07, 0.1);
        Traffic noWorkers = shop("workers-down");
        noWorkers.journeys().forEach(each -> assertThat(each.failed()).isZero());
        // 20/s for four minutes wait, 4800 ± 4 sd; 5/s fewer from then on.
        assertThat(station(noWorkers, "orders").queueMost()).isBetween(4500L, 5200L);
    }

    private static Traffic shop(String variant) {
        return run("shop-with-cache-and-queue", variant, 2);
    }

    // ---------------------------------------------------------------- second copies

    @Test
    void secondCopiesWinWhileThereIsRoom() {
        Traffic calm = run("hedging", "", REPLICATIONS);
        Traffic hedged = run("hedging", "hedged", REPLICATIONS);
        inBand(percentile(first(calm), 0.999), 0.99, 1.05);
        inBand(percentile(first(hedged), 0.999), 0.065, 0.12);
        // A second copy for e^-6 of the short ones and for all hiccups: 1.2 %.
        double more = station(hedged, "web").throughput().value()
                / station(calm, "web").throughput().value();
        assertThat(more).isBetween(1.010, 1.016);
    }

    @Test
    void secondCopiesLoseAtThePeakUnlessTheyAreCalledBack() {
        Traffic peak = run("hedging", "peak", 4);
        Traffic hedged = run("hedging", "peak-hedged", 4);
        Traffic calledBack = run("hedging", "peak-called-back", 4);
        double p99 = percentile(first(peak), 0.99).value();
        assertThat(percentile(first(hedged), 0.99).value()).isGreaterThan(3 * p99);
        assertThat(percentile(first(calledBack), 0.99).value()).isLessThan(p99 / 3);
        assertThat(station(hedged, "web").utilisation().value()).isGreaterThan(0.99);
        assertThat(station(calledBack, "web").utilisation().value()).isBetween(0.5, 0.56);
    }
}
