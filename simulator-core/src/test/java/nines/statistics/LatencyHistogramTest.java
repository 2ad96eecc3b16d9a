package nines.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nines.random.RandomStream;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    @Test
    void quantilesAreExactUpToTheBucket() {
        var random = new RandomStream(1);
        var histogram = new LatencyHistogram();
        double[] values = new double[20_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.exp(8 * random.nextGaussian() - 3);
            values[i] = Math.min(1e9, Math.max(1e-8, values[i]));
            histogram.add(values[i]);
        }
        Arrays.sort(values);
        for (double p : new double[] {0.001, 0.1, 0.5, 0.9, 0.99, 0.999, 1}) {
            double exact = values[Math.max(1, (int) Math.ceil(p * values.length)) - 1];
            assertThat(histogram.quantile(p)).isCloseTo(exact, within(exact * LatencyHistogram.BUCKET));
        }
        assertThat(histogram.count()).isEqualTo(values.length);
    }

    @Test
    void mergingInAnyOrderGivesTheSame() {
        var random = new RandomStream(2);
        var one = new LatencyHistogram();
        var other = new LatencyHistogram();
        var all = new LatencyHistogram();
        for (int i = 0; i < 10_000; i++) {
            double value = random.nextExponential() * (i % 3 == 0 ? 10 : 0.01);
            (i % 2 == 0 ? one : other).add(value);
            all.add(value);
        }
        var ab = new LatencyHistogram();
        ab.merge(one.counts());
        ab.merge(other.counts());
        var ba = new LatencyHistogram();
        ba.merge(other.counts());
        ba.merge(one.counts());
        for (double p = 0.005; p < 1; p += 0.005) {
            assertThat(ab.quantile(p)).isEqualTo(all.quantile(p)).isEqualTo(ba.quantile(p));
        }
        assertThat(ab.count()).isEqualTo(10_000);
    }

    @Test
    void nothingAndNoTimeHaveTheirPlace() {
        var histogram = new LatencyHistogram();
        assertThat(histogram.quantile(0.5)).isNaN();
        histogram.add(0);
        assertThat(histogram.quantile(0.5)).isZero();
        histogram.add(2);
        assertThat(histogram.quantile(1)).isCloseTo(2, within(0.002));
        assertThat(histogram.countAbove(1)).isEqualTo(1);
        histogram.clear();
        assertThat(histogram.count()).isZero();
        assertThat(histogram.quantile(0.5)).isNaN();
    }

    @Test
    void whatIsNoTimeIsRefused() {
        var histogram = new LatencyHistogram();
        assertThatThrownBy(() -> histogram.add(Double.POSITIVE_INFINITY)).hasMessageContaining("seconds");
        assertThatThrownBy(() -> histogram.add(Double.NaN)).hasMessageContaining("seconds");
    }
}
