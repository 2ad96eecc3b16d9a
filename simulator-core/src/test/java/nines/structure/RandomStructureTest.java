package nines.structure;

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
import nines.blueprint.Plan;
import nines.blueprint.Renewal;
import nines.blueprint.Stage;
import nines.blueprint.Step;
import nines.blueprint.Takeover;
import nines.distribution.Exponential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Structures put together at random, simulated and solved. Both run the same rules, but a simulation in the order of time
 * with clocks that are paused and resumed, and an exploration from state to state: what a state forgets, counts twice or
 * corrects wrongly shows up as a difference.
 */
class RandomStructureTest {
    private static final int REPLICATIONS = 60;
    private static final double HORIZON = 1_800 * 3600.0;
    /** Those by the hundred are small, so that they are solved quickly; those that found a fault are as large as they are. */
    private static final int SMALL = 4_000;

    private static final int STATES_MAX = 60_000;

    /**
     * Student's t with 59 degrees of freedom exceeds this, on either side, in 5 of 100 million cases; fewer than 1,600 are
     * looked at below: a right program fails for fewer than one choice of seeds in 10,000.
     */
    private static final double T = 6.22;

    @Test
    void whatIsSimulatedIsWhatIsSolved() {
        int solved = 0;
        for (long seed = 0; seed < 150; seed++) {
            solved += agrees(seed, RandomStructure.of(seed), SMALL) ? 1 : 0;
        }
        assertThat(solved).isGreaterThan(100);
    }

    @Test
    void soAreTheElementsThoughtOfLater() {
        int solved = 0;
        for (long seed = 0; seed < 150; seed++) {
            solved += agrees(seed, RandomStructure.withMore(seed), SMALL) ? 1 : 0;
        }
        assertThat(solved).isGreaterThan(90);
    }

    /**
     * Seeds that found a fault once: targets of different steps of a plan that were hit or spared together (126, 361, 391,
     * 397), posts that did not see what another post had just left (2256).
     */
    @ParameterizedTest
    @ValueSource(longs = {126, 361, 391, 397, 2256})
    void whatWasWrongOnceIsRight(long seed) {
        assertThat(agrees(seed, RandomStructure.of(seed), STATES_MAX)).isTrue();
    }

    /**
     * A take-over that shut out its old holder was blamed on nobody. Its chain has 993,000 states, as the holder is a member
     * like the others for the other post, and was solved once.
     */
    @Test
    void whoeverIsShutOutIsToBlame() {
        meets(
                332,
                samples(332, RandomStructure.of(332)),
                0.1106496011710359,
                0.11037331989334417,
                2.0826406816629703e-5);
    }

    /** Nobody asks whether the others carry on when one of them is taken out by plan; nor may that be corrected for. */
    @Test
    void plannedWorkIsNoQuestionOfCoverage() {
        Draft draft = new Draft();
        int[] pair = {draft.node("a", Node.Kind.INSTANCE, -1, 0), draft.node("b", Node.Kind.INSTANCE, -1, 0)};
        int cause = draft.cause("unit", "crash");
        for (int unit : pair) {
            draft.mode(new Mode(
                    draft.name(unit) + "/crash",
                    unit,
                    unit,
                    cause,
                    -1,
                    new Exponential(100 * 3600),
                    true,
                    -1,
                    -1,
                    Effect.DOWN,
                    0,
                    List.of(Phase.of(Stage.REPAIR, new Exponential(3600))),
                    true,
                    -1,
                    -1,
                    Found.AT_ONCE,
                    Renewal.OWN_MODE,
                    0));
        }
        int works = draft.node("works", Node.Kind.COMPONENT, -1, 0);
        List<Phase> byHand = List.of(Phase.of(Stage.BY_HAND, new Exponential(2 * 3600)));
        draft.takeover(new Takeover("pair", works, pair, 2, 1, 1, List.of(), 0.8, byHand, -1, false, true, 0, false));
        draft.plan(new Plan(
                "work",
                cause,
                Double.NaN,
                new Exponential(20 * 3600),
                Plan.Verb.HOLD,
                new Plan.Target[][] {{Plan.Target.of(pair[0])}},
                List.of(Phase.of(Stage.PLANNED, new Exponential(3600))),
                1,
                true,
                1,
                0));
        draft.journey(new Journey("j", new Step.Works(works), 0.99, 1, new int[] {1}, new double[] {1}));

        assertThat(agrees(-1, draft.finish(), STATES_MAX)).isTrue();
    }

    /** Whether the structure is small enough to be solved; fails when simulation and solution differ. */
    private static boolean agrees(long seed, Blueprint blueprint, int statesMax) {
        if (!(MarkovModel.of(blueprint, statesMax) instanceof MarkovModel.Found found)) {
            return false;
        }
        MarkovModel model = found.model();
        meets(
                seed,
                samples(seed, blueprint),
                model.requestUnavailability(0).value(),
                model.timeUnavailability(0).value(),
                model.outageFrequency(0).value());
        return true;
    }

    /** Share of requests lost and of time down, plain and corrected, and outages a second, of each replication. */
    private static double[][] samples(long seed, Blueprint blueprint) {
        Options options = new Options(HORIZON / 6, new double[0], new double[0], false, false);
        Replicator replicator = new Replicator(blueprint, options);
        Journal journal = replicator.newJournal(HORIZON);
        double[][] samples = new double[5][REPLICATIONS];
        for (int i = 0; i < REPLICATIONS; i++) {
            replicator.run(9, i, HORIZON, journal, Replicator.Stop.never());
            samples[0][i] = journal.lost[0] / journal.offered[0];
            samples[1][i] = journal.lostCorrected[0] / journal.offered[0];
            samples[2][i] = journal.down[0] / journal.time;
            samples[3][i] = journal.downCorrected[0] / journal.time;
            samples[4][i] = journal.outages[0] / journal.time;
            addsUp(seed, journal.causeLost[0], journal.lost[0]);
            addsUp(seed, journal.causeDown[0], journal.down[0]);
        }
        return samples;
    }

    private static void meets(long seed, double[][] samples, double lost, double down, double outages) {
        double[] exact = {lost, lost, down, down, outages};
        for (int k = 0; k < exact.length; k++) {
            double mean = 0;
            for (double sample : samples[k]) {
                mean += sample / REPLICATIONS;
            }
            double square = 0;
            for (double sample : samples[k]) {
                square += (sample - mean) * (sample - mean);
            }
            double error = Math.sqrt(square / (REPLICATIONS - 1) / REPLICATIONS);
            assertThat(mean).as("seed %d, measure %d", seed, k).isCloseTo(exact[k], within(T * error + 1e-12));
        }
    }

    private static void addsUp(long seed, double[] parts, double whole) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        assertThat(sum).as("causes of seed %d", seed).isCloseTo(whole, within(1e-9 * whole + 1e-9));
    }
}
