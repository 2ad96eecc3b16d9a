package nines.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nines.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a death goes unnoticed, against probes that are really sent. */
class ProbedTest {
    private static final int DEATHS = 20_000;

    /** Intervals before the death that make its phase random: their sum spreads over many intervals. */
    private static final int BEFORE = 200;

    /** √n·D &lt; 2.8 and 5 standard errors: a right program fails in fewer than 1 in 100,000 of seeds a row. */
    @ParameterizedTest
    @CsvSource({"5, 0.1, 3", "5, 0.1, 1", "10, 0.5, 2", "10, 1, 1", "10, 1, 4", "2, 0.3, 12"})
    void isTheTimeToTheLastOfTheProbesAfterADeath(double interval, double jitter, int count) {
        Probed law = new Probed(interval, jitter, count);
        RandomStream random = new RandomStream(20261122);
        double[] delays = new double[DEATHS];
        double sum = 0;
        for (int d = 0; d < DEATHS; d++) {
            double death = interval * BEFORE * (1 + random.nextDouble());
            double time = 0;
            int seen = 0;
            while (seen < count) {
                time += interval * (1 + jitter * (2 * random.nextDouble() - 1));
                seen += time > death ? 1 : 0;
            }
            delays[d] = time - death;
            sum += delays[d];
        }

        double mean = interval * (count - 0.5 + jitter * jitter / 6);
        assertThat(law.mean()).isEqualTo(mean);
        assertThat(Math.abs(sum / DEATHS - mean)).isLessThan(5 * Math.sqrt(law.variance() / DEATHS));
        Arrays.sort(delays);
        double distance = 0;
        for (int d = 0; d < DEATHS; d++) {
            double below = law.cdf(delays[d]);
            distance = Math.max(distance, Math.max(below - (double) d / DEATHS, (d + 1.0) / DEATHS - below));
        }
        assertThat(distance * Math.sqrt(DEATHS)).isLessThan(2.8);
    }
}
