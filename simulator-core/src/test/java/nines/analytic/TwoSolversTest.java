package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import nines.blueprint.Blueprint;
import nines.structure.Sight;
import nines.structure.StateSpace;
import org.junit.jupiter.api.Test;

/** The same balance found twice: by elimination without subtraction, and by sweeps over states and groups of them. */
class TwoSolversTest {
    private static final Limits LIMITS = new Limits(700, 1e8);

    private int compared;

    @Test
    void eliminationAndSweepsAgreeInEveryState() {
        for (long seed = 0; seed < 200; seed++) {
            compare("system " + seed, RandomSystem.of(seed));
            compare("pool " + seed, RandomPool.of(seed));
        }
        assertThat(compared).as("chains").isGreaterThan(250);
    }

    private void compare(String what, Blueprint blueprint) {
        if (!(MarkovModel.of(blueprint, Sight.none(), LIMITS) instanceof MarkovModel.Found found)) {
            return;
        }
        StateSpace.Transitions space = found.model().space().chain();
        Chain whole = new Chain(space.states(), space.from(), space.to(), space.rate());
        List<int[]> closed = Classes.closed(whole);
        Chain chain = whole.among(closed.get(0));
        double[] eliminated = Elimination.full(chain);
        double[] swept = Stationary.swept(chain);
        assertThat(swept).as(what).isNotNull();
        for (int i = 0; i < eliminated.length; i++) {
            assertThat(swept[i]).as("%s, state %d", what, i).isCloseTo(eliminated[i], withinPercentage(1e-7));
        }
        compared++;
    }
}
