package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Stage;
import nines.distribution.Distribution;
import nines.distribution.Lognormal;
import nines.distribution.Weibull;
import org.junit.jupiter.api.Test;

/** Units with any laws, each of which is needed: reliability is the product of their survivals. */
class SeriesTest {
    private static final double HOUR = Bench.HOUR;

    private static int unit(Bench bench, String name, Distribution life) {
        int unit = bench.draft.node(name, Node.Kind.INSTANCE, -1, 0);
        List<Phase> repair = List.of(Phase.of(Stage.REPAIR, Lognormal.ofMeanAndCv(5 * HOUR, 1.5)));
        bench.draft.mode(bench.mode(unit, -1, life, repair, -1, true));
        return unit;
    }

    @Test
    void reliabilityIsTheProductOfSurvivals() {
        Bench bench = new Bench();
        Distribution one = Weibull.ofShapeAndMean(0.8, 1000 * HOUR);
        Distribution other = Weibull.ofShapeAndMean(3, 2000 * HOUR);
        int[] units = {unit(bench, "one", one), unit(bench, "other", other)};
        bench.journey("both", units);
        bench.journey("one", units[0]);
        bench.journey("either", bench.draft.gate("either", 1, units));
        Solver solver = Solver.of(bench.draft.finish(), Limits.small());
        double time = 500 * HOUR;

        assertThat(1 - solver.outageWithin(0, time).value())
                .isCloseTo(one.survival(time) * other.survival(time), withinPercentage(1e-9));
        assertThat(solver.outageWithin(1, time).value()).isCloseTo(one.cdf(time), withinPercentage(1e-9));
        assertThat(solver.meanTimeToFirstOutage(1).value()).isCloseTo(1000 * HOUR, withinPercentage(1e-9));
        // The mean of the smaller of the two, by numerical integration of exp(-(t/a)^0.8 - (t/b)^3) with another
        // program.
        assertThat(solver.meanTimeToFirstOutage(0).value()).isCloseTo(759.2916037227778 * HOUR, withinPercentage(1e-7));
        assertThat(solver.outageWithin(2, time)).as("a pair is no series").isInstanceOf(Answer.NotApplicable.class);
        // In the long run only the means count: 1 − A₁A₂, and U₁U₂ for the pair.
        assertThat(solver.timeUnavailability(0).value())
                .isCloseTo(1 - 1000 / 1005.0 * 2000 / 2005.0, withinPercentage(1e-9));
        assertThat(solver.timeUnavailability(2).value()).isCloseTo(5 / 1005.0 * 5 / 2005.0, withinPercentage(1e-9));
    }
}
