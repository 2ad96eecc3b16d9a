package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import nines.blueprint.Blueprint;
import nines.format.ComparisonJson;
import nines.result.Comparison;
import nines.result.Design;
import nines.result.Difference;
import nines.result.Estimate;
import nines.result.Shift;
import nines.result.Verdict;
import org.junit.jupiter.api.Test;

/** Designs compared replication by replication, on systems whose exact difference is known. */
class TrialTest {
    private static final double LIFE = 30 * Cases.DAY;
    private static final double REPAIR = 4 * Cases.HOUR;

    private static Trial trial(Blueprint blueprint, int replications, long seed) {
        Settings settings = Settings.standard()
                .withReplications(replications)
                .withThreads(2)
                .withSeed(seed)
                .withStart(Settings.Start.STEADY);
        return new Experiment(blueprint, settings, List.of(), Origin.named("test"))
                .trial(ProgressListener.NONE, () -> false);
    }

    private static Blueprint unit(double life) {
        return Cases.twoState(Cases.exponential(life), Cases.exponential(REPAIR));
    }

    private static Difference difference(Trial first, Trial second) {
        Design design = second.as("second", "", List.of(), first);
        return Objects.requireNonNull(design.journeys().get(0).difference());
    }

    private static double unavailability(double life) {
        return REPAIR / (life + REPAIR);
    }

    @Test
    void theDifferenceIsThatOfTheAnswersAndItsIntervalHoldsTheExactOne() {
        Trial first = trial(unit(LIFE), 80, 1);
        Trial second = trial(unit(1.25 * LIFE), 80, 1);
        Estimate lost = difference(first, second).lostPerYear();
        double answers = second.result().answer().requests().downtimePerYear().value()
                - first.result().answer().requests().downtimePerYear().value();
        assertEquals(answers, lost.value(), 1e-6 * Math.abs(answers));
        double exact = (unavailability(1.25 * LIFE) - unavailability(LIFE)) * Settings.YEAR;
        // Five standard errors: a right program fails less than once in 100,000.
        assertEquals(exact, lost.value(), 2.5 * (lost.high() - lost.low()) / 2, lost.toString());
        assertEquals(Difference.Rank.BETTER, difference(first, second).verdict());
        assertEquals(Difference.Rank.WORSE, difference(second, first).verdict());
    }

    /** 200 seeds, standard error 1.5 %: a right program covers 94 % and falls below 87 % less than once in 10,000. */
    @Test
    void theIntervalOfTheDifferenceCoversTheExactOne() {
        double exact = (unavailability(1.1 * LIFE) - unavailability(LIFE)) * Settings.YEAR;
        int covered = 0;
        for (int seed = 1; seed <= 200; seed++) {
            Difference found = difference(trial(unit(LIFE), 10, seed), trial(unit(1.1 * LIFE), 10, seed));
            covered += found.lostPerYear().covers(exact) ? 1 : 0;
        }
        assertTrue(covered >= 174, "covered " + covered + " of 200");
    }

    @Test
    void theSameLuckSharpensTheDifference() {
        Trial first = trial(unit(LIFE), 80, 1);
        Estimate same = difference(first, trial(unit(1.01 * LIFE), 80, 1)).lostPerYear();
        Estimate other = difference(first, trial(unit(1.01 * LIFE), 80, 2)).lostPerYear();
        double narrow = same.high() - same.low();
        double wide = other.high() - other.low();
        assertTrue(narrow < 0.5 * wide, narrow + " with the same luck, " + wide + " with another");
        // Variances of 80 pairs: the ratio is told within a factor that a right program leaves less than once in
        // 10,000.
        double shared = difference(first, trial(unit(1.01 * LIFE), 80, 1)).varianceRatio();
        double apart = difference(first, trial(unit(1.01 * LIFE), 80, 2)).varianceRatio();
        assertTrue(shared > 4, "shared luck is worth " + shared);
        assertTrue(apart > 0.4 && apart < 2.5, "luck of their own is worth " + apart);
    }

    @Test
    void whatRootsCostMoreSumsToTheDifference() {
        Trial first = trial(unit(LIFE), 80, 1);
        Difference found = difference(first, trial(unit(1.25 * LIFE), 80, 1));
        double sum = found.shifts().stream().mapToDouble(Shift::secondsPerYear).sum();
        assertEquals(found.lostPerYear().value(), sum, 1e-6 * Math.abs(sum));
        assertEquals(1, found.shifts().size());
    }

    @Test
    void whereNothingDiffersThereIsNothingToDecide() {
        Trial first = trial(unit(LIFE), 40, 1);
        Difference none = difference(first, trial(unit(LIFE), 80, 1));
        assertEquals(40, none.pairs());
        assertEquals(0, none.lostPerYear().value());
        assertFalse(none.lostPerYear().hasInterval());
        assertEquals(Verdict.THIN, none.lostPerYear().verdict());
        assertEquals(Difference.Rank.NOT_DECIDED, none.verdict());
    }

    @Test
    void aComparisonReadsBackAsItWasWritten() {
        Trial first = trial(unit(LIFE), 10, 1);
        Trial second = trial(unit(2 * LIFE), 10, 1);
        Comparison comparison = Trial.compared(
                "variants",
                first.result(),
                List.of(first.as("as written", "", List.of(), null), second.as("twice", "better", List.of(), first)));
        assertNull(comparison.designs().get(0).journeys().get(0).difference());
        Comparison read = ComparisonJson.read(ComparisonJson.write(comparison));
        assertEquals(comparison, read);
    }
}
