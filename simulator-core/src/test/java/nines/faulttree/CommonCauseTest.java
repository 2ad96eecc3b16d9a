package nines.faulttree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nines.analytic.MarkovModel;
import nines.blueprint.AlsoHit;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Renewal;
import nines.blueprint.Shock;
import nines.distribution.Exponential;
import nines.distribution.Never;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Failures that take others along, and common causes, in fault trees. */
class CommonCauseTest extends SmallStructure {
    @Test
    void aFailureMayTakeAnotherAlong() {
        int a = draft.node("a", Node.Kind.INSTANCE, -1, 0);
        int mode = draft.mode(mode(a, new Exponential(1000 * HOUR), new Exponential(10 * HOUR), true, -1));
        int b = unit("b", 1000, 10);
        Mode broken = mode(b, new Never(), new Exponential(HOUR), false, -1);
        int follower = draft.mode(new Mode(
                "b/with a",
                b,
                b,
                broken.cause(),
                -1,
                new Never(),
                false,
                -1,
                -1,
                Effect.DOWN,
                0,
                List.of(),
                true,
                -1,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                0));
        draft.alsoHit(new AlsoHit(mode, follower, 0.1));
        FaultTree tree = tree(journey(draft.gate("any", 1, a, b)));

        double q = 10.0 / 1010;
        assertThat(tree.unavailability()).isCloseTo(q * (0.1 + 0.9 * q), within(1e-15));
        assertThat(names(tree))
                .containsExactly(List.of("a: fault", "a: fault takes b along"), List.of("a: fault", "b"));
    }

    /** A common cause whose victims are mended one by one ends, for a pair, with the first of them (pitfalls, test 15). */
    @Test
    void aCommonCauseLastsAsLongAsItCosts() {
        assertThat(pairWithCommonCause(false)).isCloseTo(2.71100e-4, Percentage.withPercentage(1));
        assertThat(pairWithCommonCause(true)).isCloseTo(5.17571e-4, Percentage.withPercentage(1));
    }

    /**
     * Common causes that hit all or some, mended one by one or as one, in structures at random: right to first order, which
     * is a few times the largest chance of a single event, 0.5 %.
     */
    @Test
    void commonCausesAtRandomAreRightToFirstOrder() {
        double worst = 0;
        for (long seed = 0; seed < 40; seed++) {
            CommonCauseTest bench = new CommonCauseTest();
            SplittableRandom random = new SplittableRandom(5000 + seed);
            int[] units = new int[3 + random.nextInt(2)];
            Arrays.setAll(
                    units, i -> bench.unit("u-" + i, 2000 + 2000 * random.nextDouble(), 5 + 5 * random.nextDouble()));
            boolean some = random.nextBoolean();
            bench.draft.shock(new Shock(
                    "all",
                    bench.draft.cause("all", "common cause"),
                    new Exponential(20_000 * HOUR),
                    Arrays.stream(units).map(unit -> unit - units[0]).toArray(),
                    some ? Shock.Hits.SHARE : Shock.Hits.ALL,
                    some ? 0.6 : 1,
                    null,
                    0,
                    random.nextBoolean()));
            int needed = 1 + random.nextInt(units.length);
            Blueprint blueprint = bench.journey(bench.draft.gate("enough", needed, units));
            double exact = ((MarkovModel.Found) MarkovModel.of(blueprint))
                    .model()
                    .timeUnavailability(0)
                    .value();
            worst = Math.max(worst, Math.abs(tree(blueprint).unavailability() / exact - 1));
        }
        assertThat(worst).isLessThan(0.01);
    }

    private static double pairWithCommonCause(boolean together) {
        CommonCauseTest bench = new CommonCauseTest();
        double beta = 0.1;
        int a = bench.unit("a", 1000 / (1 - beta), 5);
        int b = bench.unit("b", 1000 / (1 - beta), 5);
        bench.draft.shock(new Shock(
                "ab",
                bench.draft.cause("ab", "common cause"),
                new Exponential(1000 / beta * HOUR),
                new int[] {0, 1},
                Shock.Hits.ALL,
                1,
                null,
                0,
                together));
        FaultTree tree = tree(bench.journey(bench.draft.gate("any", 1, a, b)));
        assertThat(tree.caveats()).hasSize(1);
        assertThat(names(tree)).containsExactly(List.of("ab: common cause"), List.of("a", "b"));
        return tree.unavailability();
    }
}
