package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import nines.oracle.Dense;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

/**
 * Our numerics against those of libraries on chains put together at random: EJML for balances and exponentials, Commons
 * Math for the incomplete gamma function, an inverted transform for accumulated downtime, and a plain simulation.
 */
class OracleTest {
    /** A chain whose first states lead round all others, so that it is irreducible; rates over so many powers of ten. */
    private static Chain random(SplittableRandom random, int states, double decades) {
        double[][] rate = new double[states][states];
        for (int i = 0; i < states; i++) {
            rate[i][(i + 1) % states] = rate(random, decades);
            for (int k = random.nextInt(4); k > 0; k--) {
                int to = random.nextInt(states);
                rate[i][to] = to == i ? 0 : rate(random, decades);
            }
        }
        return chain(rate);
    }

    private static double rate(SplittableRandom random, double decades) {
        return StrictMath.pow(10, decades * (random.nextDouble() - 0.5));
    }

    private static Chain chain(double[][] rate) {
        int n = rate.length;
        int[] from = new int[n + 1];
        int[] to = new int[n * n];
        double[] speed = new double[n * n];
        int end = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j && rate[i][j] > 0) {
                    to[end] = j;
                    speed[end++] = rate[i][j];
                }
            }
            from[i + 1] = end;
        }
        return new Chain(n, from, Arrays.copyOf(to, end), Arrays.copyOf(speed, end));
    }

    private static Dense rates(Chain chain) {
        Dense rates = new Dense(chain.states, chain.states);
        for (int i = 0; i < chain.states; i++) {
            for (int k = chain.from[i]; k < chain.from[i + 1]; k++) {
                rates.add(i, chain.to[k], chain.rate[k]);
            }
            rates.add(i, i, -chain.exit[i]);
        }
        return rates;
    }

    @Test
    void longRunsAgreeWithALibrary() {
        SplittableRandom random = new SplittableRandom(41);
        for (int round = 0; round < 200; round++) {
            Chain chain = random(random, 2 + random.nextInt(60), 4);
            Dense expected = rates(chain).stationary();
            double[] full = Elimination.full(chain);
            double[] banded = Elimination.banded(chain);
            double[] swept = Stationary.swept(chain);
            assertThat(swept).isNotNull();
            for (int i = 0; i < chain.states; i++) {
                // The library's elimination subtracts: it is good to so much of 1.
                assertThat(full[i]).isCloseTo(expected.get(i), within(1e-11));
                // Ours are good to so much of each chance.
                assertThat(banded[i]).isCloseTo(full[i], within(1e-12 * full[i]));
                assertThat(swept[i]).isCloseTo(full[i], within(1e-9 * full[i]));
            }
        }
    }

    @Test
    void statesAtATimeAgreeWithALibrarysExponential() {
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < 100; round++) {
            Chain chain = random(random, 2 + random.nextInt(20), 2);
            double time = 5 * random.nextDouble();
            double[] weight = random.doubles(chain.states).toArray();
            double[] start = new double[chain.states];
            start[0] = 0.25;
            start[1] += 0.75;
            // One state more collects the weight of all others as time goes by.
            Dense rates = rates(chain);
            Dense larger = new Dense(chain.states + 1, chain.states + 1);
            for (int i = 0; i < chain.states; i++) {
                for (int j = 0; j < chain.states; j++) {
                    larger.set(i, j, time * rates.get(i, j));
                }
                larger.set(i, chain.states, time * weight[i]);
            }
            Dense power = larger.exponential();
            double now = 0;
            double area = 0;
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < chain.states; j++) {
                    now += start[i] * power.get(i, j) * weight[j];
                }
                area += start[i] * power.get(i, chain.states);
            }
            for (double[] stationary : new double[][] {null, Elimination.full(chain)}) {
                Transient.At[] at = Transient.at(chain, time, start, new double[][] {weight}, stationary, 1e12);
                assertThat(at).isNotNull();
                assertThat(at[0].now()).isCloseTo(now, within(1e-12));
                assertThat(at[0].mean()).isCloseTo(area / time, within(1e-12));
            }
        }
    }

    // ---------------------------------------------------------------- downtime up to a time

    /** Two states (Takács 1957): Poisson many failures in the time up, their repairs in sum an Erlang law. */
    @Test
    void theDowntimeOfTwoStatesIsTheClosedForm() {
        SplittableRandom random = new SplittableRandom(43);
        for (int round = 0; round < 40; round++) {
            double fails = rate(random, 3);
            double mends = rate(random, 3);
            double time = 10 * random.nextDouble();
            double most = time * random.nextDouble();
            double expected = 0;
            double mean = fails * (time - most);
            double chance = StrictMath.exp(-mean);
            for (int n = 0; n < 1000; n++) {
                expected += chance * (n == 0 ? 1 : Gamma.regularizedGammaP(n, mends * most));
                chance *= mean / (n + 1);
            }
            Chain chain = chain(new double[][] {{0, fails}, {mends, 0}});
            double found = Downtime.atMost(chain, new boolean[] {true, false}, new double[] {1, 0}, time, most, 1e12)
                    .value();
            assertThat(found).isCloseTo(expected, within(1e-12));
        }
    }

    /**
     * Any chain: the transform of the downtime's law is the start · exp((Q − s D) t) · 1 with D the states that are down,
     * inverted by the sum of Euler (Abate, Whitt 1995). Good to about 1e-8, with nothing in common with the method that is
     * tested but the chain.
     */
    @Test
    void theDowntimeOfRandomChainsAgreesWithAnInvertedTransform() {
        SplittableRandom random = new SplittableRandom(44);
        for (int round = 0; round < 25; round++) {
            int states = 2 + random.nextInt(7);
            Chain chain = random(random, states, 1);
            boolean[] up = new boolean[states];
            for (int i = 0; i < states; i++) {
                up[i] = i == 0 || random.nextBoolean();
            }
            up[states - 1] = false;
            double[] start = new double[states];
            start[0] = 1;
            double time = 2 + 6 * random.nextDouble();
            double most = time * (0.1 + 0.7 * random.nextDouble());
            double found = Downtime.atMost(chain, up, start, time, most, 1e12).value();
            assertThat(found).isCloseTo(inverted(rates(chain), up, time, most), within(3e-7));
        }
    }

    private static double inverted(Dense rates, boolean[] up, double time, double most) {
        double shift = 20;
        int terms = 400;
        int averaged = 14;
        double sum = 0;
        double average = 0;
        double binomial = StrictMath.pow(2, -averaged);
        for (int k = 0; k <= terms + averaged; k++) {
            double re = shift / (2 * most);
            double im = k * StrictMath.PI / most;
            double term = distribution(rates, up, time, re, im) * (k == 0 ? 0.5 : k % 2 == 0 ? 1 : -1);
            sum += term;
            if (k >= terms) {
                average += binomial * sum;
                binomial = binomial * (averaged - (k - terms)) / (k - terms + 1);
            }
        }
        return StrictMath.exp(shift / 2) / most * average;
    }

    /** Real part of the transform of the distribution function at s: that of the law, over s. */
    private static double distribution(Dense rates, boolean[] up, double time, double re, double im) {
        int n = up.length;
        // A complex matrix a + bi as the real one (a, b; -b, a).
        Dense both = new Dense(2 * n, 2 * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                both.set(i, j, time * rates.get(i, j));
                both.set(n + i, n + j, time * rates.get(i, j));
            }
            if (!up[i]) {
                both.add(i, i, -time * re);
                both.add(n + i, n + i, -time * re);
                both.add(i, n + i, -time * im);
                both.add(n + i, i, time * im);
            }
        }
        Dense power = both.exponential();
        double real = 0;
        double imaginary = 0;
        for (int j = 0; j < n; j++) {
            real += power.get(0, j);
            imaginary += power.get(0, n + j);
        }
        return (real * re + imaginary * im) / (re * re + im * im);
    }

    /**
     * Two of three units with one crew, played 40,000 times for ten mean lives: 5 standard errors are missed by a right
     * program in less than one case of a million; four are looked at.
     */
    @Test
    void theDowntimeOfAPlayedChainIsThatOfTheSolvedOne() {
        double fails = 1;
        double mends = 4;
        double[][] rate = new double[4][4];
        for (int down = 0; down < 4; down++) {
            if (down < 3) {
                rate[down][down + 1] = (3 - down) * fails;
            }
            if (down > 0) {
                rate[down][down - 1] = mends;
            }
        }
        Chain chain = chain(rate);
        boolean[] up = {true, true, false, false};
        double time = 10;
        int plays = 40_000;
        double[] downtime = new double[plays];
        SplittableRandom random = new SplittableRandom(45);
        for (int p = 0; p < plays; p++) {
            int state = 0;
            double now = 0;
            while (now < time) {
                double lasts = -StrictMath.log(1 - random.nextDouble()) / chain.exit[state];
                downtime[p] += up[state] ? 0 : Math.min(time, now + lasts) - now;
                now += lasts;
                double pick = random.nextDouble() * chain.exit[state];
                int k = chain.from[state];
                while (pick >= chain.rate[k] && k + 1 < chain.from[state + 1]) {
                    pick -= chain.rate[k++];
                }
                state = chain.to[k];
            }
        }
        for (double most : new double[] {0, 1, 2.5, 5}) {
            double solved = Downtime.atMost(chain, up, new double[] {1, 0, 0, 0}, time, most, 1e12)
                    .value();
            double seen =
                    (double) Arrays.stream(downtime).filter(d -> d <= most).count() / plays;
            assertThat(seen).isCloseTo(solved, within(5 * Math.sqrt(solved * (1 - solved) / plays)));
        }
    }
}
