package nines.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Streams whose keys are as alike as they get must look like one generator's numbers. Seeds are
 * fixed; there are about 160 bounds (two where too good a fit is a sign too), each passed with
 * probability 2e-7, so a right program with other seeds would fail less than once in 30,000.
 */
class StreamIndependenceTest {

    private static final double LEAST = 2e-7;

    /** Streams with a key each, the keys made from neighbouring numbers. */
    private record Family(String name, IntToLongFunction key) {}

    private static final List<Family> FAMILIES = List.of(
            new Family(
                    "names that differ in one letter",
                    i -> StreamKey.of(StreamKey.of("node-" + (char) ('A' + i), "failure"), 1, 0)),
            new Family("numbered names", i -> StreamKey.of(StreamKey.of("web-" + i, "failure"), 1, 0)),
            new Family("purposes", i -> StreamKey.of(StreamKey.of("web-1", "p" + i), 1, 0)),
            new Family("consecutive replications", i -> StreamKey.of(StreamKey.of("web-1", "failure"), 1, i)),
            new Family("consecutive seeds", i -> StreamKey.of(StreamKey.of("web-1", "failure"), i, 0)),
            new Family(
                    "seeds and replications of one sum",
                    i -> StreamKey.of(StreamKey.of("web-1", "failure"), i, 100_000L - i)),
            new Family("plain consecutive numbers", i -> i));

    /** What member i is told about shock n, for neighbouring i and n. */
    private static double shock(int member, int n) {
        return StreamKey.uniform(StreamKey.of("rack", "shock"), 1, 0, n, member);
    }

    @TestFactory
    Stream<DynamicTest> neighboursLookIndependent() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Family family : FAMILIES) {
            tests.add(DynamicTest.dynamicTest(family.name(), () -> {
                interleaved(family.key());
                pairs(draws(family.key(), 4096, 64));
                correlations(draws(family.key(), 64, 4096));
                birthdays(family.key());
                weights(family.key());
            }));
        }
        tests.add(DynamicTest.dynamicTest("shocks and members", () -> {
            double[][] draws = new double[4096][64];
            for (int member = 0; member < 4096; member++) {
                for (int n = 0; n < 64; n++) {
                    draws[member][n] = shock(member, n);
                }
            }
            uniform(draws);
            pairs(draws);
            double[][] transposed = new double[64][4096];
            for (int n = 0; n < 64; n++) {
                for (int member = 0; member < 4096; member++) {
                    transposed[n][member] = draws[member][n];
                }
            }
            correlations(transposed);
            pairs(transposed);
        }));
        return tests.stream();
    }

    private static double[][] draws(IntToLongFunction key, int streams, int length) {
        double[][] draws = new double[streams][length];
        var random = new RandomStream(0);
        for (int i = 0; i < streams; i++) {
            random.reseed(key.applyAsLong(i));
            for (int j = 0; j < length; j++) {
                draws[i][j] = random.nextDouble();
            }
        }
        return draws;
    }

    /** The first draw of each of many streams, the second of each, …: uniform in 1000 cells. */
    private static void interleaved(IntToLongFunction key) {
        uniform(draws(key, 20_000, 16));
    }

    private static void uniform(double[][] draws) {
        for (int j = 0; j < Math.min(4, draws[0].length); j++) {
            long[] cells = new long[1000];
            for (double[] stream : draws) {
                cells[(int) (stream[j] * 1000)]++;
            }
            twoSided(chiSquare(cells, draws.length / 1000.0), 999);
        }
        long[] cells = new long[1000];
        for (double[] stream : draws) {
            for (double u : stream) {
                cells[(int) (u * 1000)]++;
            }
        }
        twoSided(chiSquare(cells, draws.length * draws[0].length / 1000.0), 999);
    }

    /** Draw j of stream i with draw j of stream i + 1, over disjoint pairs: uniform in 64 x 64 cells. */
    private static void pairs(double[][] draws) {
        long[] cells = new long[64 * 64];
        int pairs = 0;
        for (int i = 0; i + 1 < draws.length; i += 2) {
            for (int j = 0; j < draws[i].length; j++) {
                int cell = (int) (draws[i][j] * 64);
                cells[cell * 64 + (int) (draws[i + 1][j] * 64)]++;
                pairs++;
            }
        }
        twoSided(chiSquare(cells, pairs / 4096.0), 4095);
    }

    /** All correlations of two streams: the largest, and the sum of squares. */
    private static void correlations(double[][] draws) {
        int length = draws[0].length;
        int count = 0;
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < draws.length; i++) {
            for (int k = 0; k < i; k++) {
                double product = 0;
                for (int j = 0; j < length; j++) {
                    product += (draws[i][j] - 0.5) * (draws[k][j] - 0.5);
                }
                // Of mean 0 and variance 1, near normal.
                double z = product * 12 / Math.sqrt(length);
                largest = Math.max(largest, Math.abs(z));
                sum += z * z;
                count++;
            }
        }
        assertThat(2 * count * NormalDistribution.of(0, 1).survivalProbability(largest))
                .isGreaterThan(LEAST);
        twoSided(sum, count);
    }

    /**
     * Marsaglia's birthday spacings: of 4096 birthdays in a year of 2^32 days, the number of spacings
     * that occur again is near Poisson with mean 4. The birthdays are the n-th draws of 4096 streams;
     * 64 years.
     */
    private static void birthdays(IntToLongFunction key) {
        int streams = 4096;
        var random = new RandomStream(0);
        long[][] years = new long[64][streams];
        for (int i = 0; i < streams; i++) {
            random.reseed(key.applyAsLong(i));
            for (long[] year : years) {
                year[i] = random.nextLong() >>> 32;
            }
        }
        int repeated = 0;
        for (long[] year : years) {
            Arrays.sort(year);
            long[] spacings = new long[streams - 1];
            Arrays.setAll(spacings, i -> year[i + 1] - year[i]);
            Arrays.sort(spacings);
            for (int i = 1; i < spacings.length; i++) {
                repeated += spacings[i] == spacings[i - 1] ? 1 : 0;
            }
        }
        var poisson = PoissonDistribution.of(64 * 4);
        assertThat(poisson.cumulativeProbability(repeated)).isGreaterThan(LEAST);
        assertThat(poisson.survivalProbability(repeated - 1)).isGreaterThan(LEAST);
    }

    /** First draws of neighbours differ in each bit with probability one half; and no two are equal. */
    private static void weights(IntToLongFunction key) {
        int streams = 60_000;
        long[] first = new long[streams];
        var random = new RandomStream(0);
        for (int i = 0; i < streams; i++) {
            random.reseed(key.applyAsLong(i));
            first[i] = random.nextLong();
        }
        double sum = 0;
        for (int bit = 0; bit < 64; bit++) {
            int flips = 0;
            for (int i = 0; i + 1 < streams; i += 2) {
                flips += (int) ((first[i] ^ first[i + 1]) >>> bit) & 1;
            }
            double z = (flips - streams / 4.0) / Math.sqrt(streams / 8.0);
            sum += z * z;
        }
        twoSided(sum, 64);
        assertThat(Arrays.stream(first).distinct().count()).isEqualTo(streams);
    }

    private static double chiSquare(long[] cells, double expected) {
        double sum = 0;
        for (long cell : cells) {
            sum += (cell - expected) * (cell - expected) / expected;
        }
        return sum;
    }

    private static void twoSided(double chiSquare, int degrees) {
        assertThat(ChiSquaredDistribution.of(degrees).survivalProbability(chiSquare))
                .isBetween(LEAST, 1 - LEAST);
    }
}
