package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The chain of one object against a simulation of its chunks that shares no code with it, and against the textbook's limits. */
class ObjectLifeTest {
    private static final int LIVES = 40_000;
    private static final double FOUR = 4;

    /**
     * Every chunk has a clock of its own: exp(rate) until it is lost, and whichever of the lost ones is rebuilt next, after
     * exp(rebuild of that many lost).
     */
    private static double[] simulated(int n, double rate, double[] rebuild, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        double squares = 0;
        for (int life = 0; life < LIVES; life++) {
            double[] losesAt = new double[n];
            boolean[] lost = new boolean[n];
            for (int i = 0; i < n; i++) {
                losesAt[i] = exponential(random, rate);
            }
            double now = 0;
            int gone = 0;
            while (gone < rebuild.length) {
                double rebuilt = gone == 0 ? Double.POSITIVE_INFINITY : now + exponential(random, rebuild[gone]);
                int next = -1;
                for (int i = 0; i < n; i++) {
                    next = !lost[i] && (next < 0 || losesAt[i] < losesAt[next]) ? i : next;
                }
                if (losesAt[next] <= rebuilt) {
                    now = losesAt[next];
                    lost[next] = true;
                    gone++;
                } else {
                    now = rebuilt;
                    int which = random.nextInt(gone);
                    for (int i = 0; i < n; i++) {
                        if (lost[i] && which-- == 0) {
                            lost[i] = false;
                            losesAt[i] = now + exponential(random, rate);
                        }
                    }
                    gone--;
                }
            }
            sum += now;
            squares += now * now;
        }
        double mean = sum / LIVES;
        return new double[] {mean, Math.sqrt((squares / LIVES - mean * mean) / LIVES)};
    }

    private static double exponential(SplittableRandom random, double rate) {
        return -StrictMath.log(1 - random.nextDouble()) / rate;
    }

    /** Four standard errors: a right program fails less than once in 10,000; 0.5 % each. */
    @Test
    void isWhatASimulationOfExponentialRebuildsFinds() {
        double[][] rebuilds = {{0}, {0, 5}, {0, 5, 8}, {0, 3, 3, 12}, {0, 0.5, 20}};
        int[] chunks = {1, 2, 3, 6, 9};
        for (int k = 0; k < rebuilds.length; k++) {
            double[] found = simulated(chunks[k], 1, rebuilds[k], 7 + k);
            assertThat(ObjectLife.meanLife(chunks[k], 1, rebuilds[k]))
                    .as("%d chunks", chunks[k])
                    .isCloseTo(found[0], within(FOUR * found[1]));
            assertThat(found[1]).isLessThan(0.006 * found[0]);
        }
    }

    /**
     * Mean time to data loss, as M40 has it: disks of 1.36 % a year, rebuilt in 37 h. RAID5 of 4+1: MTTF²/(n(n−1) MTTR) = 6.4e4 y, RAID6 of
     * 6+2: MTTF³/(n(n−1)(n−2) MTTR²) = 6.6e7 y, four mirrored pairs 1.6e5 y. The formulas are the chain's limits for short rebuilds.
     */
    @Test
    void formulasOfArraysAreItsLimits() {
        double year = 8760;
        double rate = 0.0136 / year;
        double mu = 1 / 37.0;
        double raid5 = ObjectLife.meanLife(5, rate, new double[] {0, mu}) / year;
        double raid6 = ObjectLife.meanLife(8, rate, new double[] {0, mu, mu}) / year;
        double pair = ObjectLife.meanLife(2, rate, new double[] {0, mu}) / year;

        assertThat(raid5).isCloseTo(1 / (5 * 4 * rate * rate * 37 * year), within(0.001 * raid5));
        assertThat(raid6).isCloseTo(1 / (8 * 7 * 6 * StrictMath.pow(rate, 3) * 37 * 37 * year), within(0.002 * raid6));
        assertThat(raid5).isCloseTo(6.4e4, within(0.05 * 6.4e4));
        assertThat(raid6).isCloseTo(6.6e7, within(0.05 * 6.6e7));
        assertThat(pair / 4).isCloseTo(1.6e5, within(0.05 * 1.6e5));
    }
}
