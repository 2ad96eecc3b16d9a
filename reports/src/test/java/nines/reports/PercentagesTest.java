package nines.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nines.random.RandomStream;
import org.junit.jupiter.api.Test;

class PercentagesTest {
    @Test
    void giveTheTenthsLeftToTheLargestRemainders() {
        assertThat(Percentages.tenths(new double[] {1, 1, 1})).containsExactly(334, 333, 333);
        assertThat(Percentages.tenths(new double[] {0.41, 0.25, 0.24, 0.05, 0.05}))
                .containsExactly(410, 250, 240, 50, 50);
        assertThat(Percentages.tenths(new double[] {1e-9, 1})).containsExactly(0, 1000);
        assertThat(Percentages.tenths(new double[] {0, 0})).containsExactly(0, 0);
        assertThat(Percentages.text(1000)).isEqualTo("100.0 %");
    }

    @Test
    void alwaysSumToOneHundredPercentAndStayWithinATenth() {
        RandomStream random = new RandomStream(7);
        for (int round = 0; round < 500; round++) {
            double[] amounts = new double[1 + random.nextInt(80)];
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = StrictMath.exp(10 * random.nextGaussian());
            }
            double total = Arrays.stream(amounts).sum();
            long[] tenths = Percentages.tenths(amounts);
            assertThat(Arrays.stream(tenths).sum()).isEqualTo(1000);
            for (int i = 0; i < amounts.length; i++) {
                assertThat(Math.abs(tenths[i] - 1000 * amounts[i] / total)).isLessThan(1);
            }
        }
    }
}
