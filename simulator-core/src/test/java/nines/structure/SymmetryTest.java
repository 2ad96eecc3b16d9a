package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import nines.analytic.Answer;
import nines.analytic.MarkovModel;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Draft;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Journey;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Renewal;
import nines.blueprint.Stage;
import nines.blueprint.Step;
import nines.blueprint.Tier;
import nines.blueprint.Watch;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.Exponential;
import org.junit.jupiter.api.Test;

/** Instances that may change places are lumped; asked for by name they are not, and the figures are the same. */
class SymmetryTest {
    private static final double HOUR = 3600;

    private static Distribution hours(double mean) {
        return new Exponential(mean * HOUR);
    }

    /** Two types of units in a place of their own, mended by one crew, watched by probes. */
    private static Blueprint pool(int n, Crew.Order order, boolean preempts, boolean byName, boolean phases) {
        Draft draft = new Draft();
        int[] parts = {draft.newPart("a", "server"), draft.newPart("b", "server")};
        Distribution inspection = order == Crew.Order.FIRST_FOUND ? hours(1) : null;
        int crew = draft.crew(new Crew("crew", 1, order, new int[] {0, 1}, preempts, inspection, List.of()));
        int place = draft.node("place", Node.Kind.PLACE, -1, 0);
        mode(draft, place, -1, -1, hours(2000), hours(3), -1);
        int[] all = new int[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            int type = i % 2;
            all[i] = draft.node("unit-" + i, Node.Kind.INSTANCE, parts[type], 0, place);
            Distribution repair = phases ? new Erlang(2, (3 + type) * HOUR) : hours(3 + type);
            mode(draft, all[i], parts[type], place, hours(100 + 50 * type), repair, crew);
        }
        int[] ones = java.util.stream.IntStream.range(0, n).map(i -> all[2 * i]).toArray();
        int[] others =
                java.util.stream.IntStream.range(0, n).map(i -> all[2 * i + 1]).toArray();
        int watch = draft.watch(new Watch("watch", -1, -1, ones, ones, hours(0.1), hours(0.1), hours(0.05), null));
        int tier = draft.tier(new Tier(
                "tier", parts[0], ones, new int[] {watch}, new int[] {-1}, 1, Double.POSITIVE_INFINITY, 1, 1, 0));
        int enough = draft.gate("enough", n - 1, others);
        draft.fill(parts[0], draft.gate("a works", 1, ones), ones);
        draft.fill(parts[1], enough, others);
        Step both = new Step.All(List.of(new Step.Balanced(tier), new Step.Works(enough)));
        draft.journey(new Journey("both", both, 0.6, 1, new int[] {2}, new double[] {1}));
        if (byName) {
            for (int unit : all) {
                draft.journey(
                        new Journey(draft.name(unit), new Step.Works(unit), 0.9, 1, new int[] {1}, new double[] {1}));
            }
        }
        return draft.finish();
    }

    private static void mode(
            Draft draft, int unit, int part, int site, Distribution life, Distribution repair, int crew) {
        Phase.Resource needs = crew < 0 ? Phase.Resource.NONE : Phase.Resource.CREW;
        draft.mode(new Mode(
                draft.name(unit) + "/fault",
                unit,
                unit,
                draft.cause(draft.name(unit), "fault"),
                part,
                life,
                crew >= 0,
                -1,
                site,
                Effect.DOWN,
                0,
                List.of(new Phase(Stage.REPAIR, repair, needs, 1, false)),
                true,
                crew,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                0));
    }

    private static MarkovModel solve(Blueprint blueprint) {
        return ((MarkovModel.Found) MarkovModel.of(blueprint, 100_000)).model();
    }

    private static void agree(Answer one, Answer other) {
        assertThat(one.value()).isCloseTo(other.value(), withinPercentage(1e-7));
    }

    private static void compare(int n, Crew.Order order, boolean preempts, boolean phases) {
        MarkovModel lumped = solve(pool(n, order, preempts, false, phases));
        MarkovModel named = solve(pool(n, order, preempts, true, phases));

        assertThat(lumped.space().states())
                .as("%s", order)
                .isLessThan(named.space().states() / 2);
        agree(lumped.requestUnavailability(0), named.requestUnavailability(0));
        agree(lumped.timeUnavailability(0), named.timeUnavailability(0));
        agree(lumped.outageFrequency(0), named.outageFrequency(0));
        agree(lumped.meanTimeToFirstOutage(0), named.meanTimeToFirstOutage(0));
        agree(lumped.pointUnavailability(0, 5 * HOUR), named.pointUnavailability(0, 5 * HOUR));
        agree(lumped.partUnavailability(0), named.partUnavailability(0));
    }

    @Test
    void statesThatWaitForLongAreRefusedBeforeMemoryEnds() {
        Blueprint blueprint = pool(3, Crew.Order.FIRST_COME, false, true, false);

        assertThat(Explorer.explore(blueprint, Sight.none(), 1_000_000, 20_000))
                .isInstanceOfSatisfying(
                        Explored.Refused.class,
                        refused -> assertThat(refused.why()).startsWith("more states than fit into memory: "));
        assertThat(Explorer.explore(blueprint, Sight.none(), 1_000_000, 1L << 30))
                .isInstanceOf(StateSpace.class);
    }

    @Test
    void lumpingChangesNoFigure() {
        for (Crew.Order order : Crew.Order.values()) {
            compare(2, order, false, false);
        }
        compare(2, Crew.Order.PRIORITY, true, false);
        compare(2, Crew.Order.FIRST_COME, false, true);
    }
}
