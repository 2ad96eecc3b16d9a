package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Stage;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.Gamma;
import nines.distribution.Lognormal;
import nines.distribution.Uniform;
import nines.distribution.Weibull;
import nines.structure.Explorer;
import org.junit.jupiter.api.Test;

/** Laws of a few phases in place of others: their moments, and what becomes of an answer. */
class PhaseFitTest {
    private static final double HOUR = Bench.HOUR;

    private static Blueprint unit(Distribution life, Distribution repair) {
        Bench bench = new Bench();
        int unit = bench.draft.node("unit", Node.Kind.INSTANCE, -1, 0);
        bench.draft.mode(bench.mode(unit, -1, life, List.of(Phase.of(Stage.REPAIR, repair)), -1, true));
        bench.journey("service", unit);
        return bench.draft.finish();
    }

    private static PhaseFit.Fitted fit(Distribution law, int phases) {
        PhaseFit.Approximated fit = PhaseFit.of(unit(law, new Deterministic(0)), phases);
        assertThat(fit.laws()).hasSize(1);
        return fit.laws().get(0);
    }

    /** Mean kept always, variance where so few phases can have it, third moment where two exponential laws can. */
    @Test
    void keepsTheMomentsThatItSays() {
        for (Distribution law : List.of(
                Weibull.ofShapeAndMean(0.8, 1000 * HOUR),
                Weibull.ofShapeAndMean(1.5, 1000 * HOUR),
                Weibull.ofShapeAndMean(4, 1000 * HOUR),
                Lognormal.ofMeanAndCv(5 * HOUR, 1.5),
                Lognormal.ofMeanAndCv(5 * HOUR, 0.4),
                new Uniform(10, 30),
                new Deterministic(60))) {
            PhaseFit.Fitted fitted = fit(law, 8);
            assertThat(Explorer.hasPhases(fitted.fit())).isTrue();
            assertThat(fitted.fit().mean()).isCloseTo(law.mean(), withinPercentage(1e-7));
            double variability = law.variance() / (law.mean() * law.mean());
            if (variability >= 1 / 8.0) {
                assertThat(fitted.fit().variance()).isCloseTo(law.variance(), withinPercentage(1e-6));
                assertThat(fitted.deviationError()).isCloseTo(0, within(1e-8));
            }
            if (variability > 1) {
                assertThat(fitted.thirdMomentError()).isCloseTo(0, within(1e-6));
            }
        }
        // Eight phases spread by 1/√8; a fixed time does not spread at all, so that there is nothing to compare with.
        PhaseFit.Fitted fixed = fit(new Deterministic(60), 8);
        assertThat(fixed.fit()).isEqualTo(new Erlang(8, 60));
        assertThat(fixed.deviationError()).isNaN();
        assertThat(fixed.thirdMomentError()).isCloseTo(9.0 * 10 / 64 - 1, within(1e-6));
        assertThat(PhaseFit.thirdMoment(Weibull.ofShapeAndMean(2, 1)))
                .as("Γ(2.5) / Γ(1.5)³")
                .isCloseTo(1.5 / Math.pow(Math.sqrt(Math.PI) / 2, 2), withinPercentage(1e-8));
    }

    @Test
    void whatIsOfPhasesStaysAsItIs() {
        assertThat(PhaseFit.of(unit(new Erlang(3, 100), new Gamma(2, 10)), 4).laws())
                .isEmpty();
    }

    /** A Weibull life with lognormal repairs down at a time: the renewal equation knows, the fit comes near. */
    @Test
    void comesNearToWhatIsKnown() {
        Blueprint written = unit(Weibull.ofShapeAndMean(1.5, 100 * HOUR), Lognormal.ofMeanAndCv(8 * HOUR, 0.7));
        double exact = Solver.of(written, Limits.generous())
                .pointUnavailability(0, 60 * HOUR)
                .value();
        PhaseFit.Approximated fit = PhaseFit.of(written, 6);
        double fitted = Solver.of(fit.blueprint(), Limits.generous())
                .pointUnavailability(0, 60 * HOUR)
                .value();
        double twin = Solver.of(ExponentialTwin.of(written), Limits.generous())
                .pointUnavailability(0, 60 * HOUR)
                .value();

        assertThat(fit.laws()).hasSize(2);
        assertThat(fitted).isNotEqualTo(exact);
        assertThat(Math.abs(fitted - exact)).isLessThan(0.05 * exact).isLessThan(0.3 * Math.abs(twin - exact));
    }
}
