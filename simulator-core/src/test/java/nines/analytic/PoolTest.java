package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.structure.Sight;
import org.junit.jupiter.api.Test;

/** Units that are counted instead of followed one by one: the same chains, found by rules that were written twice. */
class PoolTest {
    private static final double HOUR = 3600;
    private static final Limits LIMITS = new Limits(3_000, 1e8);

    private static MarkovModel model(MarkovModel.Outcome outcome) {
        return ((MarkovModel.Found) outcome).model();
    }

    /** The simulation's own rules and the ones written down for pools, on three hundred pools put together at random. */
    @Test
    void countingIsAsGoodAsExploring() {
        int counted = 0;
        int inAnyOrder = 0;
        for (long seed = 0; seed < 300; seed++) {
            Blueprint blueprint = RandomPool.of(seed);
            Pool pool = Pool.of(blueprint);
            if (pool == null
                    || !(MarkovModel.explored(blueprint, Sight.none(), LIMITS) instanceof MarkovModel.Found found)) {
                continue;
            }
            MarkovModel one = model(MarkovModel.counted(pool, Sight.none(), LIMITS));
            MarkovModel other = found.model();
            counted++;
            boolean any = !pool.whyOnlyTheLongRun().isEmpty();
            inAnyOrder += any ? 1 : 0;
            assertThat(one.space().states())
                    .as("states of seed %d", seed)
                    .isLessThanOrEqualTo(other.space().states());
            for (int j = 0; j < 2; j++) {
                String what = "seed " + seed + ", journey " + j;
                agree(what, one.requestUnavailability(j), other.requestUnavailability(j));
                agree(what, one.timeUnavailability(j), other.timeUnavailability(j));
                agree(what, one.outageFrequency(j), other.outageFrequency(j));
                if (!any) {
                    agree(what, one.meanTimeToFirstOutage(j), other.meanTimeToFirstOutage(j));
                    agree(what, one.pointUnavailability(j, 9 * HOUR), other.pointUnavailability(j, 9 * HOUR));
                    agree(what, one.outageWithin(j, 20 * HOUR), other.outageWithin(j, 20 * HOUR));
                } else {
                    assertThat(one.meanTimeToFirstOutage(j)).isInstanceOf(Answer.NotApplicable.class);
                }
            }
        }
        assertThat(counted).as("pools counted and explored").isGreaterThan(200);
        assertThat(inAnyOrder).as("pools whose jobs may be done in any order").isGreaterThan(20);
    }

    private static void agree(String what, Answer answer, Answer expected) {
        assertThat(answer.getClass()).as(what + ": " + answer + " " + expected).isEqualTo(expected.getClass());
        if (expected instanceof Answer.Exact exact) {
            assertThat(answer.value()).as(what).isCloseTo(exact.value(), withinPercentage(1e-7));
        }
    }

    /** Three kinds of many units each and a crew of two. */
    static Bench pool(int n, Crew.Order order, double... repairHours) {
        Bench bench = new Bench();
        int[] parts = {bench.part("web"), bench.part("app"), bench.part("db")};
        int crew = bench.crew(2, order, 0, 1, 2);
        double[] life = {2_000, 3_000, 5_000};
        int[] gates = new int[3];
        for (int k = 0; k < 3; k++) {
            int[] units = bench.units(n, "unit-" + k, parts[k], life[k], repairHours[k], crew);
            gates[k] = bench.draft.gate("enough-" + k, n - 4, units);
        }
        bench.journey("service", gates);
        return bench;
    }

    @Test
    void threeTimesFortyUnitsAndTwoHandsAreLumped() {
        Solver solver = Solver.of(pool(40, Crew.Order.AT_RANDOM, 4, 6, 3).draft.finish(), Limits.generous());

        assertThat(solver.timeUnavailability(0))
                .isInstanceOfSatisfying(
                        Answer.Exact.class,
                        exact -> assertThat(exact.method()).isEqualTo("Markov chain, 393481 states"));
        assertThat(solver.outageFrequency(0).value()).isPositive();
    }

    /** As long as the crew is never short of hands, units are independent: each kind is binomial. */
    @Test
    void manyHandsAreNoCrewAtAll() {
        Bench bench = new Bench();
        int crew = bench.crew(60, Crew.Order.AT_RANDOM);
        int[] units = bench.units(60, "unit", bench.part("unit"), 100, 2, crew);
        bench.journey("service", bench.draft.gate("enough", 55, units));
        MarkovModel model = model(MarkovModel.counted(
                java.util.Objects.requireNonNull(Pool.of(bench.draft.finish())), Sight.none(), Limits.generous()));

        assertThat(model.space().states()).isEqualTo(61);
        double q = 2.0 / 102;
        double down = 0;
        double term = StrictMath.pow(1 - q, 60);
        for (int k = 0; k <= 60; k++) {
            down += k > 5 ? term : 0;
            term *= (60.0 - k) / (k + 1) * q / (1 - q);
        }
        assertThat(model.timeUnavailability(0).value()).isCloseTo(down, withinPercentage(1e-9));
    }

    /** The order in which different jobs wait cannot be counted; where it makes no difference in the long run, it need not. */
    @Test
    void firstComeIsCountedWhereAllJobsAreAlike() {
        Blueprint alike = pool(40, Crew.Order.FIRST_COME, 4, 4, 4).draft.finish();
        Blueprint different = pool(40, Crew.Order.FIRST_COME, 4, 6, 3).draft.finish();

        Solver solver = Solver.of(alike, Limits.generous());
        assertThat(solver.timeUnavailability(0)).isInstanceOf(Answer.Exact.class);
        assertThat(((Answer.NotApplicable) solver.meanTimeToFirstOutage(0)).why())
                .contains("crew: first come, first served");
        assertThat(((Answer.NotApplicable)
                                Solver.of(different, Limits.generous()).timeUnavailability(0))
                        .why())
                .contains("crew crew: first come, first served", "web, app and db", "at-random");
    }

    @Test
    void ordersOfWaitingJobsAreNumbered() {
        // a, b, bb, ab, ba, abb, bab, bba and nobody: of one a and two b.
        assertThat(Orders.orders(java.util.List.of(1, 2), 0)).isEqualTo(9);
        assertThat(Orders.orders(java.util.List.of(1, 2), 1)).isEqualTo(6);
    }
}
