package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Stationary probabilities: tiny ones, slow exchanges, long chains, and different methods against each other. */
class StationaryTest {
    /** Rates in a full matrix. */
    private static Chain chain(double[][] rates) {
        int n = rates.length;
        int[] from = new int[n + 1];
        int[] to = new int[n * n];
        double[] rate = new double[n * n];
        int end = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j && rates[i][j] > 0) {
                    to[end] = j;
                    rate[end++] = rates[i][j];
                }
            }
            from[i + 1] = end;
        }
        return new Chain(n, from, java.util.Arrays.copyOf(to, end), java.util.Arrays.copyOf(rate, end));
    }

    private static Chain birthAndDeath(int n, double birth, double death) {
        int[] from = new int[n + 1];
        int[] to = new int[2 * n];
        double[] rate = new double[2 * n];
        int end = 0;
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                to[end] = i - 1;
                rate[end++] = death;
            }
            if (i < n - 1) {
                to[end] = i + 1;
                rate[end++] = birth;
            }
            from[i + 1] = end;
        }
        return new Chain(n, from, java.util.Arrays.copyOf(to, end), java.util.Arrays.copyOf(rate, end));
    }

    /** Blocks of a random chain that hardly talk to each other. */
    private static double[][] blocks(int blocks, int size, double coupling) {
        SplittableRandom random = new SplittableRandom(42);
        int n = blocks * size;
        double[][] rates = new double[n][n];
        for (int i = 0; i < n; i++) {
            int block = i / size;
            rates[i][block * size + (i + 1) % size] = 0.1 + random.nextDouble();
            for (int e = 0; e < 4; e++) {
                int j = block * size + random.nextInt(size);
                if (j != i) {
                    rates[i][j] = Math.pow(10, -4 * random.nextDouble());
                }
            }
        }
        for (int b = 0; b < blocks; b++) {
            for (int e = 0; e < 3; e++) {
                int other = (b + 1 + e) % blocks;
                if (other != b) {
                    rates[b * size + random.nextInt(size)][other * size + random.nextInt(size)] =
                            coupling * (0.2 + random.nextDouble());
                }
            }
        }
        return rates;
    }

    private static void agree(double[] actual, double[] expected, double relative) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(relative * expected[i]));
        }
    }

    @Test
    void keepsTheDigitsOfTinyProbabilities() {
        double[] p = Stationary.of(birthAndDeath(6, 1e-6, 1));

        assertThat(p).isNotNull();
        assertThat(p[5] / p[0]).isCloseTo(1e-30, withinPercentage(1e-11));
    }

    @Test
    void solvesABirthAndDeathChainOfTwentyThousandStates() {
        double load = 0.999;
        double[] p = Stationary.of(birthAndDeath(20_000, load, 1));

        assertThat(p).isNotNull();
        double first = (1 - load) / (1 - Math.pow(load, 20_000));
        assertThat(p[0]).isCloseTo(first, withinPercentage(1e-7));
        assertThat(p[10_000]).isCloseTo(first * Math.pow(load, 10_000), withinPercentage(1e-7));
        assertThat(p[19_999]).isCloseTo(first * Math.pow(load, 19_999), withinPercentage(1e-7));
    }

    @Test
    void solvesBlocksThatHardlyTalkToEachOther() {
        double[][] rates = blocks(4, 300, 1e-9);
        Chain chain = chain(rates);
        double[] swept = Stationary.swept(chain);

        assertThat(swept).isNotNull();
        agree(swept, Elimination.full(chain), 1e-9);
    }

    @Test
    void eliminatesABandLikeTheWhole() {
        SplittableRandom random = new SplittableRandom(7);
        int n = 300;
        double[][] rates = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - 6); j < Math.min(n, i + 7); j++) {
                if (Math.abs(i - j) == 1 || i != j && random.nextInt(3) == 0) {
                    rates[i][j] = Math.pow(10, -8 * random.nextDouble());
                }
            }
        }
        Chain chain = chain(rates);

        agree(Elimination.banded(chain), Elimination.full(chain), 1e-11);
    }

    /** A ring with shortcuts whose rates lie anywhere between 1e-9 and 1e3 a second. */
    private static double[][] stiff(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rates = new double[n][n];
        for (int i = 0; i < n; i++) {
            rates[i][(i + 1) % n] = Math.pow(10, -9 + 12 * random.nextDouble());
            for (int e = 0; e < 3; e++) {
                int j = random.nextInt(n);
                if (j != i) {
                    rates[i][j] = Math.pow(10, -9 + 12 * random.nextDouble());
                }
            }
        }
        return rates;
    }

    /** Elimination with sixty digits, in which rounding does not matter. */
    private static double[] withSixtyDigits(double[][] rates) {
        MathContext digits = new MathContext(60);
        int n = rates.length;
        BigDecimal[][] left = new BigDecimal[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                left[i][j] = new BigDecimal(rates[i][j]);
            }
        }
        BigDecimal[] away = new BigDecimal[n];
        for (int gone = n - 1; gone > 0; gone--) {
            away[gone] = BigDecimal.ZERO;
            for (int j = 0; j < gone; j++) {
                away[gone] = away[gone].add(left[gone][j], digits);
            }
            for (int i = 0; i < gone; i++) {
                BigDecimal over = left[i][gone].divide(away[gone], digits);
                for (int j = 0; j < gone; j++) {
                    left[i][j] = left[i][j].add(over.multiply(left[gone][j], digits), digits);
                }
            }
        }
        BigDecimal[] p = new BigDecimal[n];
        p[0] = BigDecimal.ONE;
        BigDecimal sum = p[0];
        for (int j = 1; j < n; j++) {
            p[j] = BigDecimal.ZERO;
            for (int i = 0; i < j; i++) {
                p[j] = p[j].add(p[i].multiply(left[i][j], digits), digits);
            }
            p[j] = p[j].divide(away[j], digits);
            sum = sum.add(p[j], digits);
        }
        double[] chances = new double[n];
        for (int i = 0; i < n; i++) {
            chances[i] = p[i].divide(sum, digits).doubleValue();
        }
        return chances;
    }

    /** Twelve powers of ten between the slowest and the fastest rate, chances down to 1e-15 and below. */
    @Test
    void stiffRatesCostNoDigits() {
        double rarest = 1;
        for (long seed = 0; seed < 20; seed++) {
            double[][] rates = stiff(40, seed);
            double[] right = withSixtyDigits(rates);
            agree(Elimination.full(chain(rates)), right, 1e-12);
            agree(Elimination.banded(chain(rates)), right, 1e-12);
            for (double each : right) {
                rarest = Math.min(rarest, each);
            }
        }
        assertThat(rarest).isLessThan(1e-15);
    }

    /** The sweeps agree with the elimination on larger ones; where they do not come to balance they say so. */
    @Test
    void sweepsOverStiffRatesAreRightOrSayThatTheyAreNot() {
        int answered = 0;
        for (long seed = 0; seed < 12; seed++) {
            double[][] rates = stiff(400, 100 + seed);
            double[] swept = Stationary.swept(chain(rates));
            if (swept != null) {
                agree(swept, Elimination.full(chain(rates)), 1e-9);
                answered++;
            }
        }
        assertThat(answered).isGreaterThan(6);
    }
}
