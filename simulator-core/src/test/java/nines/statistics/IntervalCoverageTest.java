package nines.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import nines.statistics.IntervalLaboratory.Coverage;
import nines.statistics.IntervalLaboratory.Method;
import nines.statistics.IntervalLaboratory.Outage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A small edition of the laboratory: 1000 runs, standard error 0.8 % at 94 %. A right program covers 93 % or more; it
 * falls below 90 % less than once in 10,000.
 */
class IntervalCoverageTest {
    private static final int RUNS = 1000;

    @ParameterizedTest
    @EnumSource(
            value = Outage.class,
            names = {"EQUAL", "UNIFORM", "EXPONENTIAL", "LOGNORMAL"})
    void theIntervalOfARareSumCoversFromTheFirstOutageOn(Outage outage) {
        for (double expected : new double[] {1, 3, 10, 30, 100, 300}) {
            double covered = covered(outage, expected);
            assertTrue(covered >= 0.90, outage + " at " + expected + ": " + covered);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Outage.class,
            names = {"EQUAL", "UNIFORM", "EXPONENTIAL", "LOGNORMAL", "TWO_CAUSES"})
    void itIsNotWastefulWhenOutagesAreMany(Outage outage) {
        // A right program covers 97 % or less; above 99 % less than once in 10,000.
        double covered = covered(outage, 300);
        assertTrue(covered <= 0.99, outage + ": " + covered);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outage.class,
            names = {"FAILOVER"})
    void noIntervalHelpsWhenTheRareBranchIsNotScoredByItsProbability(Outage outage) {
        // At 30 outages the 5 % branch was seen 1.5 times: coverage near 69 %. This is why branches are audited.
        double covered = covered(outage, 30);
        assertTrue(covered < 0.78, outage + ": " + covered);
    }

    private static double covered(Outage outage, double expected) {
        Coverage coverage = IntervalLaboratory.study(outage, expected, 40, RUNS);
        Double share = coverage.covered().get(Method.RARE_SUM);
        return share == null ? Double.NaN : share;
    }
}
