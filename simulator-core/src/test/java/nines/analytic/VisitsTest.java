package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Stage;
import nines.distribution.Exponential;
import org.junit.jupiter.api.Test;

/** What a simulation need not have met, against counts by hand. Times are in hours, and a run is as long as it says. */
class VisitsTest {
    private static Behaviour.Flow flow(int from, int to, double perHour) {
        return new Behaviour.Flow(from, to, perHour);
    }

    @Test
    void aStateThatIsSeldomEnteredMayBeMissedAndAnotherNot() {
        // A short loss a hundred times in 1,000 h, a long one five times: its part of the loss is 0.3 / 0.4.
        Visits visits = new Visits(
                new double[] {0.6, 0.1, 0.3},
                List.of(flow(0, 1, 0.1), flow(1, 0, 0.1), flow(0, 2, 0.005), flow(2, 0, 0.005)));
        double[] worth = {0, 1, 1};

        assertThat(visits.missed(worth, 0.4, 1000)).isCloseTo(0.75, within(1e-12));
        assertThat(visits.missed(worth, 0.4, 1800)).isCloseTo(0.75, within(1e-12));
        // 9.5 entries: none of them is missed more than once in 10,000 times.
        assertThat(visits.missed(worth, 0.4, 1900)).isZero();
        // A part of the total that is not listed at all was never seen.
        assertThat(visits.missed(worth, 0.5, 1900)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void manyRareStatesAreNotAllMissed() {
        // Forty ways to lose the same, each entered once on average: nine of them may not have been met, not forty.
        int n = 40;
        double[] chance = new double[n + 1];
        double[] worth = new double[n + 1];
        List<Behaviour.Flow> flows = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            chance[i] = 0.01;
            worth[i] = 1;
            flows.add(flow(0, i, 0.001));
            flows.add(flow(i, 0, 0.001));
        }
        chance[0] = 1 - 0.01 * n;

        assertThat(new Visits(chance, flows).missed(worth, 0.01 * n, 1000)).isCloseTo(9.0 / 40, within(1e-12));
    }

    @Test
    void blipsWithinARareTimeGoWithIt() {
        // State 1 is rare (3 times) and harmless, but as long as it lasts there are blips (state 2), 100 each time.
        Visits visits = new Visits(
                new double[] {0.9, 0.07, 0.03},
                List.of(flow(0, 1, 0.003), flow(1, 0, 0.003), flow(1, 2, 0.3), flow(2, 1, 0.3)));

        assertThat(visits.missed(new double[] {0, 0, 1}, 0.03, 1000)).isCloseTo(1, within(1e-12));
        assertThat(visits.missed(new double[] {0, 0, 1}, 0.03, 4000)).isZero();
    }

    @Test
    void atOneMomentRunsAreCounted() {
        Visits visits = new Visits(new double[] {0.899, 0.1, 0.001}, List.of());

        assertThat(visits.missedAt(new double[] {0, 0.01, 1}, 0.002, 1000)).isCloseTo(0.5, within(1e-12));
        assertThat(visits.missedAt(new double[] {0, 0.01, 1}, 0.002, 10_000)).isZero();
    }

    /** Two alike of which one is enough: both are down for 0.04 % of the time, a day each time. */
    @Test
    void independentUnitsAreComposed() {
        double day = 86_400;
        Bench bench = new Bench();
        int[] units = new int[2];
        for (int i = 0; i < 2; i++) {
            units[i] = bench.draft.node("unit " + i, Node.Kind.INSTANCE, -1, 0);
            List<Phase> repair = List.of(Phase.of(Stage.REPAIR, new Exponential(2 * day)));
            bench.draft.mode(bench.mode(units[i], -1, new Exponential(98 * day), repair, -1, true));
        }
        bench.journey("either", bench.draft.gate("either", 1, units));
        Solver solver = Solver.of(bench.draft.finish(), Limits.small());
        // Both are down with chance 0.0004, for a day: once in 2,500 days, wherever one looks.
        Rarity shortRun = Objects.requireNonNull(solver.rarity(0, 20_000 * day));
        assertThat(shortRun.missed(Rarity.Measure.DOWN, 20_000 * day)).isCloseTo(1, within(1e-9));
        assertThat(shortRun.missed(Rarity.Measure.OUTAGES, 20_000 * day)).isZero();
        assertThat(shortRun.missed(Rarity.Measure.DOWN, 25_000 * day)).isZero();
        assertThat(shortRun.missedAt(Rarity.Measure.LOST, 20_000)).isCloseTo(1, within(1e-9));
        assertThat(shortRun.missedAt(Rarity.Measure.LOST, 25_000)).isZero();
    }
}
