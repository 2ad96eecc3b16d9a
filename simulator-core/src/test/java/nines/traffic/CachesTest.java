package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import nines.layout.Layout;
import nines.queueing.LruCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caches of single objects and content networks: hit ratios against theory, floods of misses, old copies. */
class CachesTest {
    private static Journal run(double discard, double seconds, String... lines) {
        Replicator replicator = new Replicator(Layout.withRequests(Files.read(lines)));
        Journal journal = replicator.newJournal(0);
        assertThat(replicator.run(7, 0, discard, seconds, journal, Replicator.Stop.never()))
                .isTrue();
        return journal;
    }

    private static double failed(Journal journal) {
        return 1 - journal.ended[0][Outcome.SUCCEEDED.index()] / (double) journal.allEnded(0);
    }

    /** The database is laid out first, as the call that a miss makes; the cache is the second station. */
    private static Journal cached(double discard, double seconds, String cache, String database, String more) {
        return run(
                discard,
                seconds,
                "components: { cache: { kind: cache, " + cache + " }, db: { kind: server, " + database + " } }",
                "journeys: { read: { calls: [{ to: cache, on-miss: { to: db } }] } }",
                more);
    }

    /** Published case E33: 50 objects, Zipf 0.8, room for 10; 400,000 requests, whose error is 0.0008. */
    @Test
    void theHitRatioIsThatOfAnLruCache() {
        LruCache theory = LruCache.zipf(50, 0.8, 10);
        assertThat(theory.hitRatio()).isBetween(0.387929, 0.387930);
        Journal journal = cached(
                10,
                4000,
                "objects: 50, capacity: 10, popularity: zipf 0.8",
                "workers: 100",
                "traffic: { u: { rate: 100/s } }");
        assertThat((double) journal.hits[1] / journal.begun[1])
                .isBetween(theory.hitRatio() - 0.004, theory.hitRatio() + 0.004);
        assertThat(journal.begun[0]).isEqualTo(journal.begun[1] - journal.hits[1]);
    }

    /** Four instances keep a quarter each: together as much as one of four times the room (M04: within two points of Che). */
    @ParameterizedTest
    @CsvSource({"1, 1000", "4, 250"})
    void objectsAreSpreadOverTheInstances(int instances, int room) {
        double theory = LruCache.zipf(10_000, 0.8, 1000).cheHitRatio();
        Journal journal = cached(
                100,
                1000,
                "instances: " + instances + ", objects: 10000, capacity: " + room,
                "workers: 100",
                "traffic: { u: { rate: 400/s } }");
        long hits = 0;
        long begun = 0;
        for (int s = 1; s <= instances; s++) {
            hits += journal.hits[s];
            begun += journal.begun[s];
            assertThat(journal.begun[s] / (double) journal.offered[0]).isGreaterThan(0.4 / instances);
        }
        assertThat((double) hits / begun).isBetween(theory - 0.02, theory + 0.02);
    }

    /** A flush at a hit ratio h asks what lies behind 1 / (1 - h) times as often at first (mechanism M23). */
    @Test
    void aFlushLetsEverythingThrough() {
        String cache = "objects: 100, popularity: uniform";
        String traffic = "traffic: { u: { arrivals: fixed 10ms } }";
        Journal full = cached(60, 1, cache, "workers: 100", traffic);
        assertThat(full.hits[1]).isBetween(99L, 100L);
        Journal flushed = cached(
                60, 1, cache, "workers: 100", traffic + "\nevents: { flush: { at: 60s, fail: cache, for: 1ms } }");
        // Of 100 draws from 100 objects 1 - 0.99^100 = 63.4 are seen for the first time, ± 3.1.
        assertThat(flushed.begun[0]).isBetween(51L, 76L);
    }

    /** Of a hundred who miss the same object at once, one asks for all; without single flight all do. */
    @ParameterizedTest
    @CsvSource({"true, 1, 1", "false, 98, 101"})
    void oneMissAsksForAll(boolean singleFlight, long least, long most) {
        Journal journal = cached(
                0,
                10,
                "objects: 1, popularity: uniform, single-flight: " + singleFlight,
                "workers: 1000, service-time: fixed 1s",
                "traffic: { u: { arrivals: fixed 10ms } }");
        assertThat(journal.begun[0]).isBetween(least, most);
        assertThat(failed(journal)).isZero();
        // Who comes during the flight waits for what is left of it: half a second on average, of a tenth of all.
        assertThat(journal.responseSum[0]).isBetween(singleFlight ? 49.0 : 99.0, singleFlight ? 51.0 : 102.0);
    }

    /** When the one that asks for all fails, all fail; the next one tries again. */
    @Test
    void aFailedFlightFailsAllWhoWaited() {
        Journal journal = run(
                0,
                10.005,
                "components: { cache: { kind: cache, objects: 1, single-flight: true },",
                "  db: { kind: server, workers: 1000, service-time: fixed 2s } }",
                "journeys: { read: { calls: [{ to: cache, on-miss: { to: db, timeout: 500ms } }] } }",
                "traffic: { u: { arrivals: fixed 10ms } }");
        assertThat(journal.ended[0][Outcome.SUCCEEDED.index()]).isZero();
        assertThat(journal.begun[0]).isBetween(19L, 21L);
        assertThat(journal.ended[0][Outcome.TIMED_OUT.index()]).isGreaterThan(900);
    }

    /** A content network answers its share by itself: what lies behind sees the rest (mechanism M04). */
    @Test
    void theOriginSeesTheMisses() {
        Journal journal = run(
                0,
                1000,
                "components: { cdn: { kind: cdn, hit-ratio: 90%, latency: 15ms },",
                "  web: { kind: server, workers: 100, service-time: fixed 10ms } }",
                "journeys: { asset: { through: [cdn, web] } }",
                "traffic: { u: { rate: 100/s } }");
        // 100,000 requests: four standard errors are 0.0038.
        assertThat(journal.begun[0] / (double) journal.offered[0]).isBetween(0.096, 0.104);
        assertThat(journal.responses[0].quantile(0.5)).isBetween(0.0149, 0.0151);
        assertThat(journal.responses[0].quantile(0.95)).isBetween(0.0249, 0.0251);
    }

    /** The origin is down for ten minutes: a tenth fails, unless old copies stand in, for as long as they may. */
    @ParameterizedTest
    @CsvSource({"0s, 0.095, 0.105", "1h, 0, 0", "5min, 0.0475, 0.0525"})
    void oldCopiesStandIn(String stale, double least, double most) {
        Journal journal = run(
                60,
                600,
                "components: { cdn: { kind: cdn, hit-ratio: 90%, stale-if-error: " + stale + " },",
                "  web: { kind: server, workers: 100 } }",
                "journeys: { asset: { through: [cdn, web] } }",
                "traffic: { u: { rate: 200/s } }",
                "events: { outage: { at: 60s, fail: web, for: 600s } }");
        assertThat(failed(journal)).isBetween(least, most);
    }
}
