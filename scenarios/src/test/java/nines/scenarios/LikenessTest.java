package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nines.experiment.Likeness;
import nines.format.Change;
import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.model.Variant;
import org.junit.jupiter.api.Test;

/** Which runs are of the same system, on all bundled scenarios. */
class LikenessTest {
    private static Scenario read(LibraryScenario of, String... changes) {
        List<Change> all = new ArrayList<>();
        for (String change : changes) {
            all.add(Change.parse(change));
        }
        return ScenarioReader.parse(of.text(), of.name() + ".yaml", all, null).scenarioOrThrow();
    }

    private static Scenario variant(LibraryScenario of, String variant) {
        return ScenarioReader.parse(of.text(), of.name() + ".yaml", List.of(), variant)
                .scenarioOrThrow();
    }

    @Test
    void aScenarioReadTwiceIsTheSameSystemAndWithAnotherSeedOrHorizonItIsNot() {
        for (LibraryScenario each : ScenarioLibrary.all()) {
            Likeness likeness = Likeness.of(read(each));
            assertThat(likeness.isSameAs(Likeness.of(read(each))))
                    .as(each.name())
                    .isTrue();
            assertThat(likeness.isSameAs(Likeness.of(read(each, "run.seed=77"))))
                    .as(each.name())
                    .isFalse();
            assertThat(likeness.isSameAs(Likeness.of(read(each, "run.horizon=7d"))))
                    .as(each.name())
                    .isFalse();
        }
    }

    private static List<LibraryScenario> ofYears() {
        return Runs.ofYears().stream()
                .map(name -> ScenarioLibrary.find(name).orElseThrow())
                .toList();
    }

    /** The variants of the library: all others say something that acts in the structure, or are {@code as written above}. */
    @Test
    void theVariantsInWhichNothingActsAreThese() {
        List<String> idle = new ArrayList<>();
        for (LibraryScenario each : ofYears()) {
            Likeness written = Likeness.of(read(each));
            for (Variant variant : read(each).variants().values()) {
                if (written.isSameAs(Likeness.of(variant(each, variant.name())))) {
                    idle.add(each.name() + " " + variant.name());
                }
            }
        }
        assertThat(idle)
                .containsExactly(
                        "backup-ladder nightly",
                        "consensus-cluster three",
                        "disaster-recovery warm",
                        "leaderless-store quorum",
                        "lock-service rehearsed",
                        "managed-database instance",
                        "object-store three-copies",
                        "power-chain one-chain",
                        "synchronous-standby asynchronous",
                        "three-zones shedding",
                        "three-zones no-autoscaling");
    }

    @Test
    void aNumberThatActsMakesAnotherSystem() {
        LibraryScenario shop = ScenarioLibrary.find("three-tier-shop").orElseThrow();
        Likeness written = Likeness.of(read(shop));
        assertThat(written.isSameAs(Likeness.of(read(shop, "db.failover.success=99%"))))
                .isFalse();
        assertThat(written.isSameAs(Likeness.of(read(shop, "web.instances=5")))).isFalse();
        assertThat(written.isSameAs(Likeness.of(read(shop, "name=Another name"))))
                .isTrue();
    }
}
