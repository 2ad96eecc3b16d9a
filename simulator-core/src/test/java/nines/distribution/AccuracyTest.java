package nines.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our numerics against Commons Statistics, and the far tails against values of 60 digits. */
class AccuracyTest {

    record Pair(Distribution ours, ContinuousDistribution theirs) {
        @Override
        public String toString() {
            return ours.toString();
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(new Exponential(20), ExponentialDistribution.of(20)),
                new Pair(new Uniform(3, 8), UniformContinuousDistribution.of(3, 8)),
                new Pair(new Triangular(8, 12, 60), TriangularDistribution.of(8, 12, 60)),
                new Pair(new Weibull(0.7, 50), WeibullDistribution.of(0.7, 50)),
                new Pair(new Weibull(3.5, 50), WeibullDistribution.of(3.5, 50)),
                new Pair(new Lognormal(5, 1.2), LogNormalDistribution.of(Math.log(5), 1.2)),
                new Pair(new Lognormal(5, 0.05), LogNormalDistribution.of(Math.log(5), 0.05)),
                new Pair(new Gamma(0.3, 5), GammaDistribution.of(0.3, 5)),
                new Pair(new Gamma(2.5, 5), GammaDistribution.of(2.5, 5)),
                new Pair(new Gamma(90, 5), GammaDistribution.of(90, 5)),
                new Pair(new Gamma(5000, 2), GammaDistribution.of(5000, 2)),
                new Pair(new Erlang(3, 90), GammaDistribution.of(3, 30)),
                new Pair(new Pareto(2.5, 3), ParetoDistribution.of(3, 2.5)),
                new Pair(new Beta(3, 0.7), BetaDistribution.of(3, 0.7)),
                new Pair(new Beta(40, 5), BetaDistribution.of(40, 5)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void cdfAndSurvivalAgreeToTenDigits(Pair pair) {
        for (double p : new double[] {1e-12, 1e-6, 0.001, 0.1, 0.4, 0.5, 0.6, 0.9, 0.999, 1 - 1e-6, 1 - 1e-9}) {
            double t = pair.ours().quantile(p);
            double cdf = pair.theirs().cumulativeProbability(t);
            double survival = pair.theirs().survivalProbability(t);
            // Their Pareto law takes its cdf from its survival: an error of 1e-16.
            double cdfDigits = 1e-10 + (pair.ours() instanceof Pareto ? 2e-16 / cdf : 0);
            assertThat(pair.ours().cdf(t)).isCloseTo(cdf, within(cdfDigits * cdf));
            // Their triangular law takes its survival from its cdf: an error of 1e-16.
            double digits = 1e-10 + (pair.ours() instanceof Triangular ? 1e-16 / survival : 0);
            assertThat(pair.ours().survival(t)).isCloseTo(survival, within(digits * survival));
            double hazard = pair.theirs().density(t) / survival;
            assertThat(pair.ours().hazard(t)).isCloseTo(hazard, within(digits * hazard));
        }
        assertThat(pair.ours().mean())
                .isCloseTo(pair.theirs().getMean(), within(1e-12 * pair.theirs().getMean()));
        double variance = pair.theirs().getVariance();
        assertThat(pair.ours().variance()).isCloseTo(variance, within(1e-10 * variance));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void quantilesAgreeToTenDigits(Pair pair) {
        for (double p : new double[] {1e-9, 0.001, 0.1, 0.4, 0.5, 0.6, 0.9, 0.999, 1 - 1e-6}) {
            double theirs = pair.theirs().inverseCumulativeProbability(p);
            // Theirs solves to 1e-9 where it has no formula.
            assertThat(pair.ours().quantile(p)).isCloseTo(theirs, within(3e-9 * theirs));
        }
    }

    @Test
    void theNormalQuantileAgreesToFifteenDigits() {
        var normal = NormalDistribution.of(0, 1);
        for (double p = 1e-4; p < 1; p += 1e-3) {
            double z = normal.inverseCumulativeProbability(p);
            assertThat(Gaussian.inverseHazard(-Math.log1p(-p))).isCloseTo(z, within(1e-14 + 1e-14 * Math.abs(z)));
        }
    }

    /** Computed with mpmath at 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "37.0, 689.03058557689059",
        "8.0, 35.01343715991455",
        "-8.0, 6.2209605742717861e-16",
        "-37.0, 5.7255712225245768e-300",
        "100.0, 5005.5242086942051",
    })
    void theNormalTailsKeepTheirDigits(double z, double cumulativeHazard) {
        assertThat(Gaussian.cumulativeHazard(z)).isCloseTo(cumulativeHazard, within(1e-12 * cumulativeHazard));
        assertThat(Gaussian.inverseHazard(cumulativeHazard)).isCloseTo(z, within(1e-11 * Math.abs(z)));
    }

    @Test
    void aFarTailHasItsOwnFormula() {
        // Survival 1e-300: Erlang of two phases has H = x - ln(1 + x).
        for (double x : new double[] {1e-3, 1, 50, 697}) {
            double h = x - Math.log1p(x);
            double digits = x < 0.1 ? 1e-12 / x : 1e-12;
            assertThat(new Erlang(2, 2).cumulativeHazard(x)).isCloseTo(h, within(digits * h));
            double chain = new PhaseType(Phases.of(
                            java.util.List.of(1.0, 0.0),
                            java.util.List.of(java.util.List.of(-1.0, 1.0), java.util.List.of(0.0, -1.0))))
                    .cumulativeHazard(x);
            assertThat(chain).isCloseTo(h, within(digits * h));
        }
        // A stiff chain: fast phase 1000/s, slow 0.001/s.
        var stiff = new PhaseType(Phases.of(
                java.util.List.of(0.5, 0.5),
                java.util.List.of(java.util.List.of(-1000.0, 0.0), java.util.List.of(0.0, -0.001))));
        var mixture = new Mixture(java.util.List.of(
                new Mixture.Branch(0.5, new Exponential(0.001)), new Mixture.Branch(0.5, new Exponential(1000))));
        for (double t : new double[] {1e-6, 1e-3, 1, 1e3, 6e5}) {
            assertThat(stiff.cumulativeHazard(t))
                    .isCloseTo(mixture.cumulativeHazard(t), within(1e-9 * mixture.cumulativeHazard(t)));
        }
    }

    @Test
    void infiniteMomentsAreSaid() {
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(new Pareto(1, 5).mean()).isEqualTo(infinite);
        assertThat(new Pareto(1.5, 5).mean()).isEqualTo(15);
        assertThat(new Pareto(2, 5).variance()).isEqualTo(infinite);
        assertThat(new Lomax(1, 5).mean()).isEqualTo(infinite);
        assertThat(new Lomax(1.5, 5).variance()).isEqualTo(infinite);
        assertThat(new LogLogistic(5, 1).mean()).isEqualTo(infinite);
        assertThat(new LogLogistic(5, 2).variance()).isEqualTo(infinite);
        assertThat(new Never().mean()).isEqualTo(infinite);
        var mixed = new Mixture(java.util.List.of(
                new Mixture.Branch(0.9, new Exponential(5)), new Mixture.Branch(0.1, new Pareto(1, 5))));
        assertThat(mixed.mean()).isEqualTo(infinite);
        assertThat(mixed.variance()).isEqualTo(infinite);
        assertThat(new Truncated(new Pareto(1, 5), 10, infinite).mean()).isEqualTo(infinite);
        assertThat(new Truncated(new Pareto(1, 5), 0, 50).mean()).isCloseTo(5 * Math.log(10) / 0.9, within(1e-10));
        assertThat(new Capped(new Pareto(1, 5), 50).mean()).isCloseTo(5 + 5 * Math.log(10), within(1e-9));
    }
}
