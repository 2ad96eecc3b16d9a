package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nines.analytic.LossOfOne;
import nines.blueprint.Blueprint;
import nines.faulttree.BasicEvent;
import nines.faulttree.CutSet;
import nines.faulttree.FaultTree;
import nines.layout.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every journey of every bundled scenario has a fault tree, and it knows the same single points of failure as `check`. */
class FaultTreeTest {
    static Iterable<String> scenarios() {
        return Runs.ofYears();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void cutSetsOfOneUnitAreWhatIsLostByTakingUnitsAwayOneByOne(String name) {
        Blueprint blueprint = Layout.of(Runs.bundled(name, ""));
        for (int journey = 0; journey < blueprint.journeys().size(); journey++) {
            FaultTree.Outcome outcome = FaultTree.of(blueprint, journey);
            assertThat(outcome).isInstanceOf(FaultTree.Found.class);
            FaultTree tree = ((FaultTree.Found) outcome).tree();
            FaultTree.Listing listing = tree.cutSets(100, 1);

            assertThat(tree.isRising()).isTrue();
            assertThat(tree.isKnown()).isTrue();
            assertThat(tree.unavailability()).isBetween(1e-9, 1e-2);
            assertThat(listing).isNotNull();
            Set<String> single = listing.likeliest().stream()
                    .map(CutSet::events)
                    .map(events -> events.get(0))
                    .filter(BasicEvent::isUnit)
                    .map(BasicEvent::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(single).isEqualTo(takenOneByOne(blueprint, journey));
        }
    }

    private static Set<String> takenOneByOne(Blueprint blueprint, int journey) {
        double upAt = blueprint.journeys().get(journey).upAt();
        return new LossOfOne(blueprint)
                .losses().stream()
                        .filter(loss -> loss.unit() && loss.perYear() > 0 && loss.served()[journey] < upAt)
                        .map(LossOfOne.Loss::name)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
