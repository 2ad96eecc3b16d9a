package nines.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import nines.random.RandomStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void percentilesOfAMixtureMergeAsHistogramsAndNotAsAverages() {
        // Half of the requests exp 1, half exp 10: the 99th percentile is 39.12, the mean of the percentiles 25.33.
        RandomStream random = new RandomStream(20);
        DurationHistogram fast = new DurationHistogram();
        DurationHistogram slow = new DurationHistogram();
        for (int i = 0; i < 400_000; i++) {
            fast.add(random.nextExponential());
            slow.add(10 * random.nextExponential());
        }
        double average = (fast.quantile(0.99) + slow.quantile(0.99)) / 2;
        fast.merge(slow);
        // Standard error of the percentile 0.11 = sqrt(0.99 · 0.01 / 800,000) / 0.001; the bounds are four of it.
        assertEquals(39.1201, fast.quantile(0.99), 0.45);
        assertEquals(25.33, average, 0.3);
        assertEquals(800_000, fast.count());
    }

    @Test
    void aBucketIsAThousandthWide() {
        DurationHistogram histogram = new DurationHistogram();
        for (double seconds : new double[] {3e-6, 0.0123456, 45, 86_400, 3.15e9}) {
            histogram.add(seconds);
            assertEquals(seconds, histogram.max(), DurationHistogram.BUCKET * seconds);
        }
        assertEquals(2, histogram.countBetween(0, 1));
        assertEquals(2, histogram.countBetween(1, 1e5));
        assertEquals(1, histogram.countBetween(1e5, 1e12));
        assertTrue(Double.isNaN(new DurationHistogram().quantile(0.5)));
    }

    @Test
    void orderStatisticsCoverTheQuantileAsOftenAsTheySay() {
        // 2000 samples of 200 values; the exact coverage is 95.9 %, standard error 0.45 %; below 94 % one time in
        // 10,000.
        RandomStream random = new RandomStream(21);
        int covered = 0;
        double truth = -StrictMath.log(0.1);
        for (int run = 0; run < 2000; run++) {
            double[] values = new double[200];
            Arrays.setAll(values, i -> random.nextExponential());
            Arrays.sort(values);
            covered +=
                    OrderStatistics.interval(values, 0.9, 0.95, values.length).covers(truth) ? 1 : 0;
        }
        assertTrue(covered >= 1880 && covered <= 1960, "covered " + covered);
    }

    /**
     * Successive customers of a queue wait alike: an interval made as if they were independent covers the 90th percentile of
     * their waits in one run of ten, not in 95 %. So percentiles of such values are taken over replications, which cover.
     */
    @Test
    void successiveWaitsAreNotIndependent() {
        // M/M/1 at 0.9: P(wait > t) = 0.9 e^(-0.1 t).
        double exact = 10 * StrictMath.log(9);
        int runs = 1500;
        int naive = 0;
        LatencyHistogram.Counts[] seen = new LatencyHistogram.Counts[runs];
        RandomStream random = new RandomStream(22);
        for (int run = 0; run < runs; run++) {
            double[] waits = waits(10_000, random);
            Arrays.sort(waits);
            naive += OrderStatistics.interval(waits, 0.9, 0.95, waits.length).covers(exact) ? 1 : 0;
            LatencyHistogram histogram = new LatencyHistogram();
            for (double wait : waits) {
                histogram.add(wait);
            }
            seen[run] = histogram.counts();
        }
        // 10 % of 1500: 150, standard error 11.6; four of them on either side.
        assertTrue(naive > 104 && naive < 196, "the naive interval covers " + naive);
        int groups = runs / 25;
        int covered = 0;
        for (int g = 0; g < groups; g++) {
            covered += over(Arrays.copyOfRange(seen, 25 * g, 25 * g + 25), 0.9)
                            .interval()
                            .covers(exact)
                    ? 1
                    : 0;
        }
        // 60 intervals that cover 93 % or more: below 47 less than once in 10,000 times.
        assertTrue(covered >= 47, "over replications " + covered);
    }

    private static ReplicationQuantiles.Spread over(LatencyHistogram.Counts[] replications, double share) {
        LatencyHistogram all = new LatencyHistogram();
        for (LatencyHistogram.Counts each : replications) {
            all.merge(each);
        }
        double limit = all.quantile(share);
        double[] beyond = Arrays.stream(replications)
                .mapToDouble(each -> each.countAbove(limit))
                .toArray();
        double[] counts = Arrays.stream(replications)
                .mapToDouble(LatencyHistogram.Counts::count)
                .toArray();
        return ReplicationQuantiles.woodruff(all, share, beyond, counts, 0.95);
    }

    /**
     * The 99.9th percentile of a queue at 0.8 rests on a few long spells. The percentiles of replications are too much alike
     * then: an interval from them covered 68 % of 200 runs and was called good. Spells are what is counted.
     */
    @Test
    void slowRequestsComeInSpellsAndAreCountedAsSuch() {
        LatencyHistogram.Counts[] some = new LatencyHistogram.Counts[20];
        RandomStream random = new RandomStream(23);
        for (int r = 0; r < some.length; r++) {
            LatencyHistogram histogram = new LatencyHistogram();
            // One replication in four has a spell of a hundred slow ones, all others have none.
            for (int i = 0; i < 10_000; i++) {
                histogram.add(r % 4 == 0 && i < 100 ? 10 + random.nextDouble() : random.nextDouble());
            }
            some[r] = histogram.counts();
        }
        ReplicationQuantiles.Spread spread = over(some, 0.999);
        // Five spells of twenty that might be: 1 / effective = (1 - 1/4) / (20 / 4) · 20/19.
        assertEquals(6.33, spread.effective(), 0.4);
        assertTrue(spread.interval().low() < 11 && spread.interval().high() > 10.5, () -> "" + spread);
    }

    /** Waits of successive customers of a queue long in use (Lindley). */
    private static double[] waits(int customers, RandomStream random) {
        double[] waits = new double[customers];
        double wait = random.nextDouble() < 0.1 ? 0 : 10 * random.nextExponential();
        for (int i = 0; i < customers; i++) {
            waits[i] = wait;
            wait = Math.max(0, wait + random.nextExponential() - random.nextExponential() / 0.9);
        }
        return waits;
    }

    @Test
    void anEndNoValueCanBoundIsOpen() {
        double[] values = {1, 2, 3, 4, 5};
        Interval p99 = OrderStatistics.interval(values, 0.99, 0.95, 5);
        assertEquals(Double.POSITIVE_INFINITY, p99.high());
        Interval median = OrderStatistics.interval(values, 0.5, 0.95, 5);
        assertEquals(0, median.low());
        assertEquals(3, OrderStatistics.quantile(values, 0.5));
        assertEquals(5, OrderStatistics.quantile(values, 1));
        assertEquals(1, OrderStatistics.quantile(values, 0));
    }

    @Test
    void fewerThanTwentyReplicationsDoNotBoundAQuantile() {
        LatencyHistogram.Counts[] some = new LatencyHistogram.Counts[20];
        for (int i = 0; i < some.length; i++) {
            LatencyHistogram histogram = new LatencyHistogram();
            histogram.add(1);
            histogram.add(2 + i);
            some[i] = histogram.counts();
        }
        assertTrue(over(some, 0.5).interval().exists());
        assertFalse(over(Arrays.copyOf(some, 19), 0.5).interval().exists());
    }
}
