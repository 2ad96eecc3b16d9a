package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import nines.blueprint.Blueprint;
import org.junit.jupiter.api.Test;

/** Independent subsystems solved apart give what the whole chain gives: two solvers on systems put together at random. */
class SubsystemsTest {
    private static final double HOUR = 3600;
    private static final Limits LIMITS = new Limits(300, 1e8);

    private int apart;
    private int compared;

    @Test
    void apartIsTheSameAsTogether() {
        for (long seed = 0; seed < 150; seed++) {
            compare(seed);
        }
        assertThat(compared).as("systems small enough for one chain").isGreaterThan(90);
        assertThat(apart).as("systems that fall apart").isGreaterThan(70);
    }

    private void compare(long seed) {
        Blueprint blueprint = RandomSystem.of(seed);
        if (!(MarkovModel.of(blueprint, LIMITS) instanceof MarkovModel.Found found)) {
            return;
        }
        MarkovModel whole = found.model();
        Solver solver = Solver.of(blueprint, LIMITS);
        boolean fellApart = false;
        for (int j = 0; j < 2; j++) {
            String what = "seed " + seed + ", journey " + j;
            agree(what + ", requests", solver.requestUnavailability(j), whole.requestUnavailability(j));
            agree(what + ", time", solver.timeUnavailability(j), whole.timeUnavailability(j));
            agree(what + ", outages", solver.outageFrequency(j), whole.outageFrequency(j));
            agree(what + ", point", solver.pointUnavailability(j, 7 * HOUR), whole.pointUnavailability(j, 7 * HOUR));
            agree(what + ", loss", solver.intervalLoss(j, 50 * HOUR), whole.intervalLoss(j, 50 * HOUR));
            agree(
                    what + ", interval",
                    solver.intervalUnavailability(j, 50 * HOUR),
                    whole.intervalUnavailability(j, 50 * HOUR));
            agree(what + ", first", solver.meanTimeToFirstOutage(j), whole.meanTimeToFirstOutage(j));
            agree(what + ", within", solver.outageWithin(j, 50 * HOUR), whole.outageWithin(j, 50 * HOUR));
            fellApart |= solver.timeUnavailability(j) instanceof Answer.Exact exact
                    && exact.method().contains("independent");
        }
        compared++;
        apart += fellApart ? 1 : 0;
    }

    private static void agree(String what, Answer answer, Answer expected) {
        assertThat(answer.getClass()).as(what + ": " + answer + " " + expected).isEqualTo(expected.getClass());
        if (expected instanceof Answer.Exact exact) {
            if (exact.value() < 1e-300) {
                assertThat(answer.value()).as(what).isLessThan(1e-300);
            } else {
                assertThat(answer.value()).as(what).isCloseTo(exact.value(), withinPercentage(1e-7));
            }
        }
    }
}
