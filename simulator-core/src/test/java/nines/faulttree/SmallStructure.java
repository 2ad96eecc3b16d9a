package nines.faulttree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nines.analytic.MarkovModel;
import nines.blueprint.Blueprint;
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
import nines.distribution.Distribution;
import nines.distribution.Exponential;

/** A structure of a few units, drawn by hand, and the fault tree of a journey through it. */
abstract class SmallStructure {
    static final double HOUR = 3600;

    final Draft draft = new Draft();

    int unit(String name, double lifeHours, double repairHours, int... inputs) {
        return unit(name, new Exponential(lifeHours * HOUR), new Exponential(repairHours * HOUR), inputs);
    }

    int unit(String name, Distribution life, Distribution repair, int... inputs) {
        int unit = draft.node(name, Node.Kind.INSTANCE, -1, 0, inputs);
        draft.mode(mode(unit, life, repair, true, inputs.length == 0 ? -1 : inputs[0]));
        return unit;
    }

    /** A unit that is down for a share of the time. */
    int withUnavailability(String name, double q) {
        return unit(name, (1 - q) / q, 1);
    }

    Mode mode(int unit, Distribution life, Distribution repair, boolean operating, int site) {
        return new Mode(
                draft.name(unit) + "/fault",
                unit,
                unit,
                draft.cause(draft.name(unit), "fault"),
                -1,
                life,
                operating,
                -1,
                site,
                Effect.DOWN,
                0,
                List.of(Phase.of(Stage.REPAIR, repair)),
                true,
                -1,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                0);
    }

    Blueprint journey(Step step, double upAt) {
        draft.journey(new Journey("j", step, upAt, 1, new int[] {1}, new double[] {1}));
        return draft.finish();
    }

    Blueprint journey(int node) {
        return journey(new Step.Works(node), 0.99);
    }

    static FaultTree tree(Blueprint blueprint) {
        FaultTree.Outcome outcome = FaultTree.of(blueprint, 0);
        assertThat(outcome).isInstanceOf(FaultTree.Found.class);
        return ((FaultTree.Found) outcome).tree();
    }

    static Importance of(FaultTree tree, String event) {
        return tree.importances().stream()
                .filter(each -> each.event().name().equals(event))
                .findFirst()
                .orElseThrow();
    }

    static List<List<String>> names(FaultTree tree) {
        FaultTree.Listing listing = tree.cutSets(1_000, 20);
        assertThat(listing).isNotNull();
        assertThat(listing.whole()).isTrue();
        return listing.likeliest().stream()
                .map(set -> set.events().stream().map(BasicEvent::name).toList())
                .toList();
    }

    static void agreesWithTheChain(Blueprint blueprint) {
        FaultTree tree = tree(blueprint);
        MarkovModel model = ((MarkovModel.Found) MarkovModel.of(blueprint)).model();
        double unavailability = model.timeUnavailability(0).value();
        double lost = model.requestUnavailability(0).value();
        double frequency = model.outageFrequency(0).value();
        assertThat(tree.unavailability()).isCloseTo(unavailability, within(1e-11 * unavailability));
        assertThat(tree.lostShare()).isCloseTo(lost, within(1e-11 * lost));
        if (tree.isRising()) {
            assertThat(tree.frequency()).isCloseTo(frequency, within(1e-10 * frequency));
        }
    }
}
