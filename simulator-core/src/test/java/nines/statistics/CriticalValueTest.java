package nines.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The oracle is Apache Commons Statistics, which uses other algorithms and {@code Math}. */
class CriticalValueTest {
    private static final double[] SHARES = {1e-6, 0.001, 0.025, 0.3, 0.5, 0.7, 0.95, 0.975, 0.999, 1 - 1e-6};

    @Test
    void normalQuantilesAgreeWithTheLibrary() {
        var oracle = NormalDistribution.of(0, 1);
        for (double p : SHARES) {
            assertEquals(oracle.inverseCumulativeProbability(p), CriticalValue.normal(p), 1e-9);
        }
        assertEquals(1.959963984540054, CriticalValue.normal(0.975), 1e-12);
    }

    @Test
    void studentQuantilesAgreeWithTheLibrary() {
        for (double freedom : new double[] {1, 2.5, 9, 39, 639, 100_000}) {
            var oracle = TDistribution.of(freedom);
            for (double p : SHARES) {
                double exact = oracle.inverseCumulativeProbability(p);
                assertEquals(exact, CriticalValue.student(p, freedom), 1e-7 * (1 + Math.abs(exact)));
            }
        }
        assertEquals(2.022690920, CriticalValue.student(0.975, 39), 1e-9);
    }

    @Test
    void gammaQuantilesAgreeWithTheLibrary() {
        for (double shape : new double[] {0.02, 0.5, 1, 3.7, 30, 1000, 99_000, 250_000, 1e8}) {
            var oracle = GammaDistribution.of(shape, 1);
            for (double p : SHARES) {
                double exact = oracle.inverseCumulativeProbability(p);
                assertEquals(exact, CriticalValue.gamma(p, shape), 1e-7 * exact + 1e-50);
            }
        }
    }

    @Test
    void betaQuantilesAgreeWithTheLibrary() {
        for (double[] shape : new double[][] {{0.5, 0.5}, {1, 9}, {8, 3}, {40, 2000}, {30_000, 17}}) {
            var oracle = BetaDistribution.of(shape[0], shape[1]);
            for (double p : SHARES) {
                double exact = oracle.inverseCumulativeProbability(p);
                assertEquals(exact, CriticalValue.beta(p, shape[0], shape[1]), 1e-7 * exact);
            }
        }
    }
}
