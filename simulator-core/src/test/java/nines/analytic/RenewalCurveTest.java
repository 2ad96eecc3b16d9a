package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Objects;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Stage;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.Exponential;
import nines.distribution.Lognormal;
import nines.distribution.Weibull;
import org.junit.jupiter.api.Test;

/** Means over a time of several units with any laws: each unit's curve, and what is made of them. */
class RenewalCurveTest {
    private static final double HOUR = Bench.HOUR;

    private static RenewalCurve curve(Distribution life, Distribution repair, double horizon) {
        return Objects.requireNonNull(RenewalCurve.of(new Renewals(life, repair), horizon));
    }

    @Test
    void exponentialLawsAreTheClosedFormAtEveryTime() {
        RenewalCurve curve = curve(new Exponential(1000 * HOUR), new Exponential(4 * HOUR), 87_600 * HOUR);
        double rate = 1 / 1000.0 + 1 / 4.0;
        for (double hours : new double[] {0.001, 0.37, 4, 91, 1000, 43_800, 43_801.3, 87_600}) {
            double now = -StrictMath.expm1(-rate * hours) / 1000 / rate;
            assertThat(curve.at(hours * HOUR)).as(hours + " h").isCloseTo(now, withinPercentage(1e-6));
        }
        assertThat(curve.relativeError()).isLessThan(1e-6);
    }

    /** The integral of the curve is what the renewal equation gives for the mean at once, on grids of another kind. */
    @Test
    void theCurvesMeanIsTheMean() {
        List<Distribution> lives = List.of(
                Weibull.ofShapeAndMean(0.8, 1000 * HOUR),
                Weibull.ofShapeAndMean(3, 400 * HOUR),
                Lognormal.ofMeanAndCv(700 * HOUR, 2));
        List<Distribution> repairs = List.of(
                Lognormal.ofMeanAndCv(5 * HOUR, 1.5),
                Weibull.ofShapeAndMean(2, 30 * HOUR),
                new Deterministic(10 * HOUR));
        for (int i = 0; i < 3; i++) {
            Renewals unit = new Renewals(lives.get(i), repairs.get(i));
            double horizon = 2000 * HOUR;
            Renewals.At at = Objects.requireNonNull(unit.at(horizon));
            RenewalCurve curve = Objects.requireNonNull(RenewalCurve.of(unit, horizon));
            Answer mean = Quadrature.mean(horizon, time -> new Answer.Exact(curve.at(time), 0));
            assertThat(mean.value()).as("unit " + i).isCloseTo(at.mean(), withinPercentage(1e-5));
            assertThat(curve.at(horizon)).as("unit " + i).isCloseTo(at.now(), withinPercentage(1e-5));
        }
    }

    private static int unit(Bench bench, String name, Distribution life, Distribution repair) {
        int unit = bench.draft.node(name, Node.Kind.INSTANCE, -1, 0);
        bench.draft.mode(bench.mode(unit, -1, life, List.of(Phase.of(Stage.REPAIR, repair)), -1, true));
        return unit;
    }

    /** A pair of which one is enough, and a row of both: by one chain of phases, and by the curves of the same laws. */
    @Test
    void pairsAndRowsAreWhatTheChainSays() {
        Bench bench = new Bench();
        Distribution life = new Erlang(3, 100 * HOUR);
        Distribution repair = new Erlang(2, 5 * HOUR);
        int[] units = {unit(bench, "one", life, repair), unit(bench, "other", life, repair)};
        bench.journey("either", bench.draft.gate("either", 1, units));
        bench.journey("both", units);
        MarkovModel chain = bench.solve();
        double horizon = 300 * HOUR;
        RenewalCurve curve = curve(life, repair, horizon);
        Answer either = Quadrature.mean(horizon, time -> new Answer.Exact(curve.at(time) * curve.at(time), 0));
        Answer both =
                Quadrature.mean(horizon, time -> new Answer.Exact(1 - (1 - curve.at(time)) * (1 - curve.at(time)), 0));
        assertThat(either.value())
                .isCloseTo(chain.intervalUnavailability(0, horizon).value(), withinPercentage(1e-6));
        assertThat(both.value())
                .isCloseTo(chain.intervalUnavailability(1, horizon).value(), withinPercentage(1e-6));
    }

    @Test
    void theSolverAnswersForSeveralUnitsOfAnyLaws() {
        Bench bench = new Bench();
        Distribution life = Weibull.ofShapeAndMean(0.8, 1000 * HOUR);
        Distribution repair = Lognormal.ofMeanAndCv(5 * HOUR, 1.5);
        int[] units = {
            unit(bench, "one", life, repair), unit(bench, "two", life, repair), unit(bench, "three", life, repair)
        };
        bench.journey("all", units);
        bench.journey("two of three", bench.draft.gate("two of three", 2, units));
        Solver solver = Solver.of(bench.draft.finish(), Limits.small());
        double horizon = 8760 * HOUR;
        RenewalCurve curve = curve(life, repair, horizon);
        Answer all = solver.intervalUnavailability(0, horizon);
        Answer two = solver.intervalUnavailability(1, horizon);
        assertThat(all).isInstanceOf(Answer.Exact.class);
        assertThat(two).isInstanceOf(Answer.Exact.class);
        double sumOfAll = 0;
        double sumOfTwo = 0;
        // A plain sum of 400,000 moments, finer at the beginning: another way to the same.
        int n = 400_000;
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            double u = curve.at(horizon * x * x);
            sumOfAll += 2 * x / n * (1 - (1 - u) * (1 - u) * (1 - u));
            sumOfTwo += 2 * x / n * (3 * u * u * (1 - u) + u * u * u);
        }
        assertThat(all.value()).isCloseTo(sumOfAll, withinPercentage(1e-5));
        assertThat(two.value()).isCloseTo(sumOfTwo, withinPercentage(1e-5));
        assertThat(solver.pointUnavailability(1, horizon).value())
                .isCloseTo(3 * Math.pow(curve.at(horizon), 2), withinPercentage(1));
    }
}
