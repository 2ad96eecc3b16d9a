package nines.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The numbers of the small-count test of the pitfalls, and tabulated values. */
class CountIntervalsTest {
    @Test
    void poissonLimitsAreTheExactOnes() {
        assertLimits(0, 3.6889, PoissonCount.interval(0, 0.95));
        assertLimits(0.0253, 5.5716, PoissonCount.interval(1, 0.95));
        assertLimits(0.6187, 8.7673, PoissonCount.interval(3, 0.95));
        assertLimits(4.7954, 18.3904, PoissonCount.interval(10, 0.95));
        assertEquals(2.9957, PoissonCount.upper(0, 0.95), 1e-4);
    }

    @Test
    void wilsonAndClopperPearsonMatchTheTables() {
        assertLimits(0.4902, 0.9433, Proportion.wilson(8, 10, 0.95));
        assertLimits(0.4439, 0.9748, Proportion.clopperPearson(8, 10, 0.95));
        assertLimits(0, 0.0370, Proportion.wilson(0, 100, 0.95));
        assertLimits(0, 0.0362, Proportion.clopperPearson(0, 100, 0.95));
        assertLimits(0.9638, 1, Proportion.clopperPearson(100, 100, 0.95));
    }

    @Test
    void aRareSumOfEqualContributionsHasThePoissonLimits() {
        // Ten outages of 3 s in a thousand replications: only the widening for what was not seen is added.
        double[] values = new double[1000];
        for (int i = 0; i < 10; i++) {
            values[100 * i] = 3;
        }
        Interval sum = RareSum.interval(values, 0.95).times(1 / 3.0);
        Interval count = PoissonCount.interval(10, 0.95);
        assertEquals(count.low(), sum.low(), 0.02 * count.low());
        assertTrue(sum.high() >= count.high() && sum.high() < 1.08 * count.high(), sum.toString());
        assertEquals(10, RareSum.effectiveCount(Tally.of(values)), 0.11);
    }

    @Test
    void whatEveryReplicationLosesIsNotChance() {
        double[] values = {5, 5, 5, 5};
        assertLimits(20, 20, RareSum.interval(values, 0.95));
    }

    @Test
    void manyContributionsGiveStudentsInterval() {
        double[] values = new double[400];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1000 + 30 * CriticalValue.normal((i + 0.5) / values.length);
        }
        Interval student = Tally.of(values).mean(0.95).times(values.length);
        Interval rare = RareSum.interval(values, 0.95);
        double width = student.high() - student.low();
        assertEquals(student.low(), rare.low(), 0.05 * width);
        assertEquals(student.high(), rare.high(), 0.07 * width);
    }

    @Test
    void orderStatisticsOfThePitfalls() {
        long[] ranks = OrderStatistics.ranks(1000, 0.99, 0.95);
        assertArrayEquals(new long[] {983, 997}, ranks);
        // The ranks 985 and 999 of the pitfalls cover 95.165 % as well; ours leave at most 2.5 % on each side.
        assertEquals(0.95165, between(985, 999), 5e-6);
        assertTrue(between(ranks[0], ranks[1]) >= 0.95);
    }

    private static double between(long low, long high) {
        return OrderStatistics.atMost(high - 1, 1000, 0.99) - OrderStatistics.atMost(low - 1, 1000, 0.99);
    }

    private static void assertLimits(double low, double high, Interval interval) {
        assertEquals(low, interval.low(), 1e-4);
        assertEquals(high, interval.high(), 1e-4);
    }
}
