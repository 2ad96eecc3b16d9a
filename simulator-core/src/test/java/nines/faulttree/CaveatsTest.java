package nines.faulttree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Renewal;
import nines.blueprint.Stage;
import nines.blueprint.Step;
import nines.blueprint.Tier;
import nines.distribution.Erlang;
import nines.distribution.Exponential;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What a fault tree counts by its mean or leaves out, and says so: inspections, planned work, spread events, unknown laws. */
class CaveatsTest extends SmallStructure {
    /**
     * A fault that lies hidden until somebody looks. One unit: 1 − (1 − E[e^(−λT)]) / (λ E[T]) for inspections T apart, to
     * first order λ E[T²] / 2 E[T]. A pair looked at together is hidden together, and no product of two chances says how
     * often (public case D10: 3.6 times the product of the shares with half the mean interval).
     */
    @Test
    void hiddenFaultsWaitForAnInspection() {
        FaultTree one = inspected(1);
        double rate = 1e-3;
        double transform = StrictMath.pow(2 / (2 + rate), 2);
        assertThat(one.unavailability()).isCloseTo(1 - (1 - transform) / rate, Percentage.withPercentage(0.1));

        FaultTree pair = inspected(2);
        assertThat(pair.isKnown()).isFalse();
        assertThat(pair.caveats()).anyMatch(caveat -> caveat.contains("are not independent"));
        assertThat(names(pair)).containsExactly(List.of("u-0", "u-1"));
    }

    private static FaultTree inspected(int units) {
        CaveatsTest bench = new CaveatsTest();
        int[] all = new int[units];
        Plan.Target[] looked = new Plan.Target[units];
        for (int i = 0; i < units; i++) {
            int unit = bench.draft.node("u-" + i, Node.Kind.INSTANCE, -1, 0);
            all[i] = unit;
            looked[i] = Plan.Target.of(unit);
            bench.draft.mode(new Mode(
                    "u-" + i,
                    unit,
                    unit,
                    bench.draft.cause("u", "latent"),
                    -1,
                    new Exponential(1000 * HOUR),
                    true,
                    -1,
                    -1,
                    Effect.DOWN,
                    0,
                    List.of(),
                    true,
                    -1,
                    -1,
                    Found.BY_INSPECTION,
                    Renewal.OWN_MODE,
                    0));
        }
        bench.draft.plan(new Plan(
                "inspection",
                bench.draft.cause("inspection", ""),
                Double.NaN,
                new Erlang(2, HOUR),
                Plan.Verb.INSPECT,
                new Plan.Target[][] {looked},
                List.of(),
                1,
                false,
                1,
                0));
        return tree(bench.journey(bench.draft.gate("any", 1, all)));
    }

    /** Rolling work takes one of a pair at a time, never both. */
    @Test
    void theStepsOfRollingWorkNeverMeet() {
        int a = unit("a", 1000, 10);
        int b = unit("b", 1000, 10);
        draft.plan(new Plan(
                "patching",
                draft.cause("patching", ""),
                Double.NaN,
                new Exponential(720 * HOUR),
                Plan.Verb.HOLD,
                new Plan.Target[][] {{Plan.Target.of(a)}, {Plan.Target.of(b)}},
                List.of(Phase.of(Stage.PLANNED, new Exponential(2 * HOUR))),
                1,
                true,
                1,
                0));
        FaultTree tree = tree(journey(draft.gate("any", 1, a, b)));

        double q = 10.0 / 1010;
        double step = 2.0 / 720;
        double down = (1 - 2 * step) * q * q + 2 * step * q;
        assertThat(tree.unavailability()).isCloseTo(down, within(1e-15));
        assertThat(names(tree))
                .containsExactly(
                        List.of("a", "b"), List.of("b", "patching (step 1)"), List.of("a", "patching (step 2)"));
        Importance first = of(tree, "patching (step 1)");
        assertThat(first.birnbaum()).isCloseTo(q - q * q, within(1e-14));
        assertThat(first.achievementWorth()).isCloseTo(q / down, within(1e-10));
        assertThat(first.reductionWorth()).isCloseTo(down / ((1 - step) * q * q + step * q), within(1e-10));
        assertThat(tree.caveats()).singleElement().asString().startsWith("work by plan");
    }

    /** What an event breaks one after the other is mended by its own repair: left out, and said so. */
    @Test
    void saysThatEventsSpreadOverTimeAreLeftOut() {
        int a = unit("a", 1000, 10);
        int b = unit("b", 1000, 10);
        draft.plan(new Plan(
                "bad release",
                draft.cause("bad release", ""),
                Double.NaN,
                new Exponential(720 * HOUR),
                Plan.Verb.BREAK,
                new Plan.Target[][] {{new Plan.Target(-1, 0, -1, false)}},
                List.of(),
                1,
                false,
                1,
                0,
                new Plan.Reach(null, 3600, 0, new int[0][], List.of())));
        Blueprint blueprint = journey(a);
        assertThat(tree(blueprint).caveats())
                .singleElement()
                .asString()
                .contains("`over`")
                .endsWith("left out");
        FaultTree other = ((FaultTree.Found) FaultTree.of(journey(b), 1)).tree();
        assertThat(other.caveats()).isEmpty();
    }

    @Test
    void whatIsNotKnownHasNoFigures() {
        int a = draft.node("a", Node.Kind.INSTANCE, -1, 0);
        Mode seen = mode(a, new Exponential(1000 * HOUR), new Exponential(10 * HOUR), true, -1);
        draft.mode(new Mode(
                seen.stream(),
                a,
                a,
                seen.cause(),
                -1,
                seen.timeToFailure(),
                true,
                -1,
                -1,
                Effect.DOWN,
                0,
                seen.repair(),
                true,
                -1,
                -1,
                Found.ON_DEMAND,
                Renewal.OWN_MODE,
                0));
        FaultTree tree = tree(journey(draft.gate("both", 2, a, unit("b", 1000, 10))));

        assertThat(tree.isKnown()).isFalse();
        assertThat(tree.unavailability()).isNaN();
        assertThat(tree.frequency()).isNaN();
        assertThat(names(tree)).containsExactlyInAnyOrder(List.of("a"), List.of("b"));
        assertThat(tree.cutSets(10, 10).likeliest())
                .allSatisfy(set -> assertThat(set.probability()).isNaN());
        assertThat(tree.caveats()).singleElement().asString().contains("a lies hidden");
    }

    /** The share of requests that too few instances can carry, and the lost share beside the lost time. */
    @Test
    void capacityCountsByTheShareThatIsServed() {
        int[] web = {unit("web-1", 90, 10), unit("web-2", 90, 10), unit("web-3", 90, 10)};
        draft.tier(new Tier("web", -1, web, new int[0], new int[0], 1, 40, 100, 1, 0));
        Blueprint blueprint = journey(new Step.Balanced(0), 0.75);
        FaultTree tree = tree(blueprint);

        double q = 0.1;
        double p = 0.9;
        // One left carries 40 of 100, two carry 80.
        double lost = q * q * q + 3 * q * q * p * 0.6 + 3 * q * p * p * 0.2;
        assertThat(tree.lostShare()).isCloseTo(lost, within(1e-14));
        assertThat(tree.unavailability()).isCloseTo(q * q * q + 3 * q * q * p, within(1e-14));
        agreesWithTheChain(blueprint);
    }
}
