package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import nines.analytic.Answer;
import nines.analytic.ExponentialTwin;
import nines.analytic.MarkovModel;
import nines.blueprint.Blueprint;
import nines.blueprint.Journey;
import nines.blueprint.Node;
import nines.blueprint.Step;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances that a common event breaks and one repair mends are lumped; asked for by name they are not, and no figure changes. */
class TogetherTest {
    private static final double HOUR = 3600;

    private static Blueprint blueprint(String hits) {
        return ExponentialTwin.of(Layout.of(
                ScenarioReader.parse("""
                        nines: 1
                        name: t
                        defaults: textbook
                        components:
                          lb: { kind: balancer, health-check: { interval: 10min, timeout: 10s, fall: 3, rise: 2 } }
                          web:
                            kind: server
                            instances: 3
                            needed: 2
                            fails:
                              node: { time-to-failure: exponential mean 50h, repair: 5h, common-cause: { share: 30%%, hits: %s, repair: together } }
                              lost: { time-to-failure: exponential mean 90h, repair: { acknowledgement: 2h, fix: 3h }, common-cause: { share: 20%%, hits: %s, repair: together } }
                        journeys: { j: { through: [lb, web] } }
                        """.formatted(hits, hits), "t.yaml").scenarioOrThrow()));
    }

    private static Blueprint named(Blueprint of) {
        List<Journey> journeys = new ArrayList<>(of.journeys());
        for (int node = 0; node < of.nodes().size(); node++) {
            if (of.nodes().get(node).kind() == Node.Kind.INSTANCE) {
                String name = of.nodes().get(node).name();
                journeys.add(new Journey(name, new Step.Works(node), 0.9, 1, new int[] {1}, new double[] {1}));
            }
        }
        return new Blueprint(
                of.nodes(),
                of.parts(),
                of.causes(),
                of.modes(),
                of.shocks(),
                of.alsoHits(),
                of.watches(),
                of.takeovers(),
                of.standIns(),
                of.tolerances(),
                of.restarts(),
                of.loadSharings(),
                of.crews(),
                of.shelves(),
                of.plans(),
                of.machines(),
                of.tiers(),
                journeys,
                of.load());
    }

    private static MarkovModel solve(Blueprint blueprint) {
        return ((MarkovModel.Found) MarkovModel.of(blueprint, 100_000)).model();
    }

    private static void agree(Answer one, Answer other) {
        assertThat(one.value()).isCloseTo(other.value(), withinPercentage(1e-7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "60%"})
    void lumpingChangesNoFigure(String hits) {
        Blueprint blueprint = blueprint(hits);
        assertThat(blueprint.shocks()).hasSize(2).allMatch(shock -> shock.together());
        MarkovModel lumped = solve(blueprint);
        MarkovModel apart = solve(named(blueprint));

        assertThat(lumped.space().states()).isLessThan(apart.space().states() / 4);
        agree(lumped.requestUnavailability(0), apart.requestUnavailability(0));
        agree(lumped.timeUnavailability(0), apart.timeUnavailability(0));
        agree(lumped.outageFrequency(0), apart.outageFrequency(0));
        agree(lumped.meanTimeToFirstOutage(0), apart.meanTimeToFirstOutage(0));
        agree(lumped.pointUnavailability(0, 5 * HOUR), apart.pointUnavailability(0, 5 * HOUR));
        agree(lumped.partUnavailability(1), apart.partUnavailability(1));
    }
}
