package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Objects;
import nines.distribution.Deterministic;
import nines.distribution.Erlang;
import nines.distribution.Exponential;
import nines.distribution.Lognormal;
import nines.distribution.Weibull;
import org.junit.jupiter.api.Test;

/** Units that live and are mended in turn, by laws that are no chain. */
class RenewalsTest {
    private static final double HOUR = 3600;

    private static Renewals.At at(Renewals renewals, double hours) {
        return Objects.requireNonNull(renewals.at(hours * HOUR));
    }

    @Test
    void exponentialLawsAreTheClosedForm() {
        Renewals renewals = new Renewals(new Exponential(1000 * HOUR), new Exponential(4 * HOUR));
        double rate = 1 / 1000.0 + 1 / 4.0;
        for (double hours : new double[] {1, 10, 100, 2000}) {
            Renewals.At at = at(renewals, hours);
            double now = -StrictMath.expm1(-rate * hours) / 1000 / rate;
            double mean = (1 + StrictMath.expm1(-rate * hours) / (rate * hours)) / 1000 / rate;
            assertThat(at.now()).isCloseTo(now, withinPercentage(1e-6));
            assertThat(at.mean()).isCloseTo(mean, withinPercentage(1e-6));
            assertThat(Math.abs(at.now() - now)).isLessThan(10 * at.nowError() + 1e-12 * now);
        }
    }

    /** Public case B03: exponential life of 100 h, a repair of exactly 8 h; its figures to ten digits. */
    @Test
    void fixedRepairsAreMet() {
        Renewals renewals = new Renewals(new Exponential(100 * HOUR), new Deterministic(8 * HOUR));

        assertThat(1 - at(renewals, 8).now()).isCloseTo(0.9231163463866358, withinPercentage(1e-7));
        assertThat(1 - at(renewals, 12).now()).isCloseTo(0.9253520142832504, withinPercentage(1e-7));
        assertThat(1 - at(renewals, 50).now()).isCloseTo(0.9259259259249025, withinPercentage(1e-7));
        assertThat(1 - at(renewals, 100).mean()).isCloseTo(0.9286694101508917, withinPercentage(1e-7));
    }

    /** A law with phases both ways: by its chain and by the renewal equation. */
    @Test
    void agreesWithTheChainOfPhases() {
        Bench bench = new Bench();
        int unit = bench.draft.node("unit", nines.blueprint.Node.Kind.INSTANCE, -1, 0);
        var repair = nines.blueprint.Phase.of(nines.blueprint.Stage.REPAIR, new Erlang(2, 5 * HOUR));
        bench.draft.mode(bench.mode(unit, -1, new Erlang(3, 100 * HOUR), java.util.List.of(repair), -1, true));
        bench.journey("service", unit);
        MarkovModel chain = bench.solve();
        Renewals renewals = new Renewals(new Erlang(3, 100 * HOUR), new Erlang(2, 5 * HOUR));
        for (double hours : new double[] {10, 100, 400}) {
            assertThat(at(renewals, hours).now())
                    .isCloseTo(chain.pointUnavailability(0, hours * HOUR).value(), withinPercentage(1e-5));
            assertThat(at(renewals, hours).mean())
                    .isCloseTo(chain.intervalUnavailability(0, hours * HOUR).value(), withinPercentage(1e-5));
        }
    }

    /** Weibull and lognormal: a grid of its own agrees, and in the long run only the means count. */
    @Test
    void weibullLivesSettleAtTheirMeans() {
        Renewals renewals = new Renewals(Weibull.ofShapeAndMean(1.5, 100 * HOUR), Lognormal.ofMeanAndCv(5 * HOUR, 1.5));
        Renewals.At late = at(renewals, 5000);

        assertThat(late.now()).isCloseTo(5 / 105.0, withinPercentage(1e-3));
        assertThat(late.mean()).isLessThan(late.now());
        assertThat(at(renewals, 20).now()).isLessThan(late.now() / 2);
    }
}
