package nines.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import nines.random.RandomStream;
import org.junit.jupiter.api.Test;

/** How the estimate of a response time jumps, fades and is punished, told by who is picked of two. */
class PeakEwmaTest {
    private final Targets targets = new Targets(2);
    private final Picker picker = new PeakEwma(10, 5).picker(2);
    private final RandomStream random = new RandomStream(1);

    private void heard(int target, double seconds, boolean failed, double now) {
        picker.learned(target, seconds, true, failed, now);
    }

    private int picked(double now) {
        int[] picks = IntStream.range(0, 20)
                .map(i -> picker.pick(targets, random, 0, now))
                .distinct()
                .toArray();
        return picks.length == 1 ? picks[0] : -1;
    }

    @Test
    void aPeakCountsAtOnceAndFadesWithTime() {
        picker.begin(targets);
        heard(0, 0.010, false, 0);
        heard(1, 0.011, false, 0);
        assertThat(picked(0)).isEqualTo(0);
        heard(0, 1, false, 0);
        assertThat(picked(0)).isEqualTo(1);
        heard(1, 0.011, false, 46);
        // A second fades as e^(-t/10): below 11 ms after 45.1 s, when the other was last heard of at 46 s.
        assertThat(picked(46)).isEqualTo(0);
    }

    @Test
    void aGoodAnswerIsMixedInByTheTimeSinceTheLast() {
        picker.begin(targets);
        heard(0, 1, false, 0);
        heard(0, 0.1, false, 10);
        double estimate = StrictMath.exp(-1) + 0.1 * (1 - StrictMath.exp(-1));
        heard(1, estimate * 1.001, false, 10);
        assertThat(picked(10)).isEqualTo(0);
        heard(1, estimate * 1.001, false, 10);
        picker.begin(targets);
        heard(0, 1, false, 0);
        heard(0, 0.1, false, 10);
        heard(1, estimate * 0.999, false, 10);
        assertThat(picked(10)).isEqualTo(1);
    }

    @Test
    void requestsOutMultiplyTheCost() {
        picker.begin(targets);
        heard(0, 0.010, false, 0);
        heard(1, 0.019, false, 0);
        assertThat(picked(0)).isEqualTo(0);
        targets.send(0);
        assertThat(picked(0)).isEqualTo(1);
    }

    @Test
    void failingFastIsPunished() {
        picker.begin(targets);
        heard(0, 0.001, true, 0);
        heard(1, 0.5, false, 0);
        assertThat(picked(0)).isEqualTo(1);
        Picker lenient = new PeakEwma(10, 0).picker(2);
        lenient.begin(targets);
        lenient.learned(0, 0.001, true, true, 0);
        lenient.learned(1, 0.5, true, false, 0);
        assertThat(lenient.pick(targets, random, 0, 0)).isEqualTo(0);
    }

    @Test
    void aStrangerIsAskedOnceAndThenOnlyWhenItHasAnswered() {
        picker.begin(targets);
        heard(0, 0.010, false, 0);
        assertThat(picked(0)).isEqualTo(1);
        targets.send(1);
        assertThat(picked(0)).isEqualTo(0);
    }
}
