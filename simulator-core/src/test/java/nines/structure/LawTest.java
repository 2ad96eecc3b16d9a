package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nines.distribution.Distribution;
import nines.distribution.DistributionText;
import org.junit.jupiter.api.Test;

class LawTest {
    private static final int DRAWS = 100_000;

    private static final List<String> LAWS = List.of(
            "exponential mean 4h",
            "lognormal mean 4h cv 3",
            "weibull shape 0.5 mean 2h",
            "4h",
            "uniform 1h to 9h",
            "50% 1h or 50% exponential mean 5h");

    /** However little time is left, what is taken out of a sum has mean zero: the sum stays unbiased. */
    @Test
    void whatDrawsDifferFromTheirMeanByIsNothingOnAverage() {
        for (String text : LAWS) {
            Distribution distribution = DistributionText.parse(text);
            Law law = Law.of(distribution);
            for (double left : new double[] {1.5, 1000, 3600 * 3.3, 3600 * 20, 3600 * 500, 1e12}) {
                double sum = 0;
                for (int i = 0; i < DRAWS; i++) {
                    sum += law.surprise(distribution.inverseHazard(-StrictMath.log1p(-(i + 0.5) / DRAWS)), left);
                }
                // The midpoint rule errs by at most the largest value over the number of points; without a cap the tail
                // adds some.
                double largest = Math.min(left, distribution.inverseHazard(30));
                assertThat(sum / DRAWS)
                        .as(text + " with " + left + " s left")
                        .isCloseTo(0, within(2 * largest / DRAWS));
            }
        }
    }

    @Test
    void aDrawBeyondTheHorizonDoesNotCountWhole() {
        Law law = Law.of(DistributionText.parse("lognormal mean 4h cv 3"));

        assertThat(law.surprise(1e9, 3600)).isBetween(0.0, 3600.0);
        assertThat(law.surprise(1e9, 0)).isZero();
    }

    private static org.assertj.core.data.Offset<Double> within(double error) {
        return org.assertj.core.data.Offset.offset(error);
    }
}
