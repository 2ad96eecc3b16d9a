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
