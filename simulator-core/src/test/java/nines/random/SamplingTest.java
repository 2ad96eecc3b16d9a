package nines.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/**
 * Draws against their distributions. Seeds are fixed; each of the about 30 p-values must exceed
 * 1e-6, so a right program with other seeds would fail less than once in 30,000.
 */
class SamplingTest {

    private static final double LEAST = 1e-6;
    private static final int DRAWS = 2_000_000;

    @Test
    void uniformsAreUniform() {
        followsCdf(RandomStream::nextDouble, u -> u);
    }

    @Test
    void hazardsAreExponential() {
        followsCdf(RandomStream::nextHazard, ExponentialDistribution.of(1)::cumulativeProbability);
        tailIsExponential(RandomStream::nextHazard);
    }

    @Test
    void zigguratExponentialsAreExponential() {
        followsCdf(RandomStream::nextExponential, ExponentialDistribution.of(1)::cumulativeProbability);
        tailIsExponential(RandomStream::nextExponential);
    }

    @Test
    void gaussiansAreNormal() {
        var normal = NormalDistribution.of(0, 1);
        followsCdf(RandomStream::nextGaussian, normal::cumulativeProbability);
        for (double edge : new double[] {Ziggurat.GAUSSIAN_TAIL, 3.9, 4.2}) {
            poissonCount(RandomStream::nextGaussian, x -> x > edge, normal.survivalProbability(edge));
            poissonCount(RandomStream::nextGaussian, x -> x < -edge, normal.survivalProbability(edge));
        }
    }

    @Test
    void integersAreUniform() {
        for (int bound : new int[] {2, 3, 10, 1000}) {
            var random = new RandomStream(bound);
            long[] counts = new long[bound];
            for (int i = 0; i < DRAWS; i++) {
                counts[random.nextInt(bound)]++;
            }
            assertThat(chiSquareP(counts, (double) DRAWS / bound)).isGreaterThan(LEAST);
        }
        // Where a biased method would show most: two thirds of 2^31, in thirds of it.
        int bound = 1_431_655_764;
        var random = new RandomStream(9);
        long[] counts = new long[3];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) (3L * random.nextInt(bound) / bound)]++;
        }
        assertThat(chiSquareP(counts, DRAWS / 3.0)).isGreaterThan(LEAST);
    }

    private static void tailIsExponential(ToDoubleFunction<RandomStream> draw) {
        for (double edge : new double[] {Ziggurat.EXPONENTIAL_TAIL, 9, 11}) {
            poissonCount(draw, x -> x > edge, Math.exp(-edge));
        }
    }

    /** Kolmogorov and Smirnov's statistic for the whole, a chi-square of 1000 cells for the detail. */
    private static void followsCdf(ToDoubleFunction<RandomStream> draw, DoubleUnaryOperator cdf) {
        var random = new RandomStream(20_261_121);
        double[] u = new double[DRAWS];
        long[] cells = new long[1000];
        for (int i = 0; i < DRAWS; i++) {
            u[i] = cdf.applyAsDouble(draw.applyAsDouble(random));
            cells[Math.min(999, (int) (u[i] * 1000))]++;
        }
        assertThat(chiSquareP(cells, DRAWS / 1000.0)).isGreaterThan(LEAST);
        Arrays.sort(u);
        double distance = 0;
        for (int i = 0; i < DRAWS; i++) {
            distance = Math.max(distance, Math.max(u[i] - (double) i / DRAWS, (i + 1.0) / DRAWS - u[i]));
        }
        // Twice the first term of Kolmogorov's series bounds the tail probability from above.
        assertThat(2 * Math.exp(-2 * DRAWS * distance * distance)).isGreaterThan(LEAST);
    }

    private interface Condition {
        boolean holds(double x);
    }

    private static void poissonCount(ToDoubleFunction<RandomStream> draw, Condition test, double probability) {
        var random = new RandomStream(4);
        int count = 0;
        for (int i = 0; i < DRAWS; i++) {
            if (test.holds(draw.applyAsDouble(random))) {
                count++;
            }
        }
        var poisson = PoissonDistribution.of(DRAWS * probability);
        assertThat(poisson.cumulativeProbability(count)).isGreaterThan(LEAST / 2);
        assertThat(poisson.survivalProbability(count - 1)).isGreaterThan(LEAST / 2);
    }

    private static double chiSquareP(long[] counts, double expected) {
        double sum = 0;
        for (long count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return ChiSquaredDistribution.of(counts.length - 1.0).survivalProbability(sum);
    }
}
