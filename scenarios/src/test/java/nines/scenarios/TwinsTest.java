package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.analytic.Answer;
import nines.analytic.ExponentialTwin;
import nines.analytic.Limits;
import nines.analytic.Solver;
import nines.blueprint.Blueprint;
import nines.experiment.Experiment;
import nines.experiment.Origin;
import nines.experiment.Settings;
import nines.layout.Layout;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Result;
import org.junit.jupiter.api.Test;

/**
 * The exponential twin of every bundled scenario, solved and simulated in the long run: the engine's rules on what people
 * open first. A twin that is not solved has its reason in the table. Three figures a journey with intervals of confidence
 * 1 − 1e-4 and a fixed seed: a right program fails for fewer than one seed in two hundred, and this seed is not one of them.
 */
class TwinsTest {
    private static final int STATES_MAX = 50_000;
    private static final int REPLICATIONS = 80;
    private static final double HORIZON = 20 * Settings.YEAR;

    /** How a scenario's twin is solved, or why it is not. */
    private static final Map<String, String> TABLE = new LinkedHashMap<>(Map.of(
            "active-passive-pair", "Markov chain",
            "balancer-web-database", "more than 50000 states",
            "consensus-cluster", "Markov chain",
            "dual-wan", "2 independent subsystems: Markov chain",
            "first", "2 independent subsystems: Markov chain",
            "managed-database", "Markov chain",
            "power-chain", "Markov chain",
            "single-server", "Markov chain",
            "three-tier-shop", "more than 50000 states",
            "three-zones", "more than 50000 states"));

    @Test
    void everyScenarioHasARow() {
        assertThat(TABLE.keySet()).containsExactlyInAnyOrderElementsOf(ScenarioLibrary.names());
    }

    @Test
    void twinsAreSimulatedAsTheyAreSolved() {
        for (String name : ScenarioLibrary.names()) {
            Blueprint twin = ExponentialTwin.of(Layout.of(Runs.bundled(name, "")));
            Solver solver = Solver.of(twin, new Limits(STATES_MAX, 1e9));
            String expected = TABLE.getOrDefault(name, "");
            if (expected.startsWith("more than")) {
                assertThat(solver.requestUnavailability(0)).as(name).isEqualTo(new Answer.NotApplicable(expected));
                continue;
            }
            Result result = simulated(name, twin);
            for (int j = 0; j < twin.journeys().size(); j++) {
                Journey journey = result.journeys().get(j);
                String what = name + ", " + journey.name();
                agree(
                        what + ", requests",
                        expected,
                        solver.requestUnavailability(j),
                        journey.requests().unavailability());
                agree(
                        what + ", time",
                        expected,
                        solver.timeUnavailability(j),
                        journey.time().unavailability());
                Answer perSecond = solver.outageFrequency(j);
                agree(
                        what + ", outages",
                        expected,
                        new Answer.Exact(perSecond.value() * Settings.YEAR, 0, ((Answer.Exact) perSecond).method()),
                        journey.outages().perYear());
            }
        }
    }

    private static Result simulated(String name, Blueprint twin) {
        Settings settings = new Settings(
                HORIZON,
                Settings.Start.STEADY,
                REPLICATIONS,
                0.05,
                1 - 1e-4,
                Double.POSITIVE_INFINITY,
                3,
                2,
                List.of(),
                List.of(),
                List.of(0.5));
        return new Experiment(twin, settings, List.of(), Origin.named(name)).run();
    }

    private static void agree(String what, String method, Answer answer, Estimate estimate) {
        assertThat(answer)
                .as(what)
                .isInstanceOfSatisfying(
                        Answer.Exact.class, exact -> assertThat(exact.method()).startsWith(method));
        assertThat(estimate.covers(answer.value()))
                .as("%s: solved %s, simulated %s to %s", what, answer.value(), estimate.low(), estimate.high())
                .isTrue();
    }
}
