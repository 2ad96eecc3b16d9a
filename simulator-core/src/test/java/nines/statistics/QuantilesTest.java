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
        double[] quantiles = new double[runs];
        RandomStream random = new RandomStream(22);
        for (int run = 0; run < runs; run++) {
            double[] waits = waits(10_000, random);
            Arrays.sort(waits);
            naive += OrderStatistics.interval(waits, 0.9, 0.95, waits.length).covers(exact) ? 1 : 0;
            quantiles[run] = OrderStatistics.quantile(waits, 0.9);
        }
        // 10 % of 1500: 150, standard error 11.6; four of them on either side.
        assertTrue(naive > 104 && naive < 196, "the naive interval covers " + naive);
        int groups = runs / 25;
        int covered = 0;
        for (int g = 0; g < groups; g++) {
            double[] some = Arrays.copyOfRange(quantiles, 25 * g, 25 * g + 25);
            covered += ReplicationQuantiles.interval(some, 0.95).covers(exact) ? 1 : 0;
        }
        // 60 intervals that cover 93 % or more: below 47 less than once in 10,000 times.
        assertTrue(covered >= 47, "over replications " + covered);
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
        double[] quantiles = new double[20];
        Arrays.setAll(quantiles, i -> i);
        assertTrue(ReplicationQuantiles.interval(quantiles, 0.95).exists());
        assertFalse(ReplicationQuantiles.interval(Arrays.copyOf(quantiles, 19), 0.95)
                .exists());
    }
}
