package nines.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that go wrong without anybody noticing, as far as they concern laws and clocks alone. */
class PitfallsTest {
    private static final double HOUR = 3600;
    private static final double YEAR = 8760 * HOUR;

    /** Two modes compete, instant repair; only the one that fired is renewed, or all are. */
    @Test
    void onlyTheModeThatFiredIsRenewed() {
        var a = new Exponential(100 * HOUR);
        var b = new Deterministic(150 * HOUR);
        // Only the one that fired: they run independently, B every 150 h sharp.
        double rateB = HOUR / b.mean();
        assertThat(rateB).isCloseTo(1 / 150.0, within(1e-15));
        assertThat(rateB / (rateB + HOUR / a.mean())).isCloseTo(0.4, within(1e-15));
        // All renewed: a cycle ends at min(A, 150 h); by B with the chance that A lasts so long.
        double byB = a.survival(b.value());
        double cycle = new Capped(a, b.value()).mean();
        assertThat(cycle / byB / HOUR).isCloseTo(348.168907, within(1e-5));
        assertThat(byB).isCloseTo(0.22313, within(1e-5));
    }

    /**
     * A clock that is redrawn given its age, at any age, keeps the law. With 100,000 draws the mean
     * of a life is off by five standard errors (1.5 %) in less than 1 of 1,000,000 seeds.
     */
    @Test
    void redrawingGivenTheAgeKeepsTheLaw() {
        var law = new Weibull(2, 1000 * HOUR);
        var random = new RandomStream(6);
        int n = 100_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double life = law.sample(random);
            double age = 700 * HOUR;
            sum += life < age ? life : age + law.residual(age, random.nextHazard());
        }
        double error = 5 * Math.sqrt(law.variance() / n);
        assertThat(sum / n).isCloseTo(law.mean(), within(error));
    }

    /** Pair without repair: mean life over MTTF, 500 h in the cold do not age a standby. */
    @Test
    void standbysLiveAsLongAsTheyShould() {
        var weibull = new Weibull(2, 1);
        // Hot: the later of two; E max = 2·mean − E min, and the minimum of two is a Weibull law too.
        double hot = 2 - new Weibull(2, Math.sqrt(0.5)).mean() / weibull.mean();
        assertThat(hot).isCloseTo(1.292893, within(5e-7));
        // Warm, dormancy 1/4: the first of rates 1 and 1/4, then one alone with all its life before it.
        assertThat(1 / 1.25 + 1).isCloseTo(1.8, within(1e-15));
        // Ages twice as fast alone: 1/2 until the first of two fails, then a memoryless rest at double speed.
        var alone = new Scaled(new Exponential(1), 0.5);
        assertThat(0.5 + alone.mean()).isCloseTo(1.0, within(1e-15));
        assertThat(0.5 + new Exponential(1).mean()).isCloseTo(1.5, within(1e-15));
        // Accelerated life: time runs f times as fast, which for Weibull is a hazard factor of f^shape.
        var faster = new Scaled(weibull, 1 / 3.0);
        assertThat(faster.cumulativeHazard(0.4)).isCloseTo(9 * weibull.cumulativeHazard(0.4), within(1e-13));
    }

    /**
     * Expected failures in ten years of a part of mean life 3 y with instant renewal, by the renewal
     * equation M(t) = F(t) + ∫ M(t − x) dF(x), stepped as Xie's Riemann-Stieltjes method (1989).
     */
    @ParameterizedTest
    @CsvSource({"0.7, 3.8585", "3, 2.8985", "1, 3.3333"})
    void freshPartsFailMoreOrLessOftenThanOldOnes(double shape, double expected) {
        var law = Weibull.ofShapeAndMean(shape, 3 * YEAR);
        int n = 4000;
        double step = 10 * YEAR / n;
        double[] renewals = new double[n + 1];
        double middle = law.cdf(0.5 * step);
        for (int i = 1; i <= n; i++) {
            double sum = law.cdf(i * step) - law.cdf(0.5 * step) * renewals[i - 1];
            for (int j = 1; j < i; j++) {
                sum += law.cdf((i - j + 0.5) * step) * (renewals[j] - renewals[j - 1]);
            }
            renewals[i] = sum / (1 - middle);
        }
        assertThat(renewals[n]).isCloseTo(expected, within(1e-3));
        // Ever after, one per mean life: the naive 3.3333 in ten years.
        assertThat(10 * YEAR / law.mean()).isCloseTo(3.3333, within(1e-4));
    }

    /** A residual life at an old age keeps its digits: a clock of ten years rings at the right second. */
    @Test
    void oldAgesLoseNoDigits() {
        var pareto = new Pareto(2, 1);
        assertThat(pareto.residual(1e15, 1e-6)).isCloseTo(1e15 * Math.expm1(5e-7), within(1e-4));
        var weibull = new Weibull(0.7, 1);
        double age = 1e9;
        double consumed = weibull.cumulativeHazard(age);
        // d t = left / hazard, to first order, which 1e-6 / consumed bounds.
        assertThat(weibull.residual(age, 1e-3))
                .isCloseTo(1e-3 / weibull.hazard(age), within(1e-3 / weibull.hazard(age) * 1e-3 / consumed));
    }

    /** Published repairs: the same draw of hazard gives the longer repair under the longer law. */
    @Test
    void commonRandomNumbersStayCoupled() {
        var slow = Lognormal.ofMeanAndCv(2 * HOUR, 1.5);
        var fast = Lognormal.ofMeanAndCv(HOUR, 1.5);
        var random = new RandomStream(18);
        for (int i = 0; i < 10_000; i++) {
            double hazard = random.nextHazard();
            assertThat(fast.inverseHazard(hazard)).isLessThanOrEqualTo(slow.inverseHazard(hazard));
        }
    }
}
