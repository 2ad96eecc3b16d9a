package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Objects;
import nines.blueprint.Blueprint;
import nines.structure.HardCase;
import org.junit.jupiter.api.Test;

/** What happens by a time after a fresh start. */
class TransientTest {
    private static final double HOUR = 3600;

    private static final Chain TWO =
            new Chain(2, new int[] {0, 1, 2}, new int[] {1, 0}, new double[] {1 / (1000 * HOUR), 1 / HOUR});
    private static final double[] UP = {1, 0};
    private static final double[] DOWN = {0, 1};

    private static double point(double time) {
        double rate = 1 / (1000 * HOUR) + 1 / HOUR;
        return -StrictMath.expm1(-rate * time) / 1001;
    }

    private static double interval(double time) {
        double rate = 1 / (1000 * HOUR) + 1 / HOUR;
        return (1 + StrictMath.expm1(-rate * time) / (rate * time)) / 1001;
    }

    @Test
    void followsTwoStates() {
        for (double time : new double[] {1, 60, HOUR, 24 * HOUR, 8760 * HOUR}) {
            Transient.At at = Objects.requireNonNull(Transient.at(TWO, time, UP, new double[][] {DOWN}, null, 1e9))[0];

            assertThat(at.now()).isCloseTo(point(time), withinPercentage(1e-8));
            assertThat(at.mean()).isCloseTo(interval(time), withinPercentage(1e-7));
        }
    }

    @Test
    void doublesLikeItTicks() {
        for (double time : new double[] {1, 60, HOUR, 24 * HOUR, 8760 * HOUR, 1e6 * HOUR}) {
            Transient.At at = Doubling.at(TWO, time, UP, DOWN);

            assertThat(at.now()).isCloseTo(point(time), withinPercentage(1e-8));
            assertThat(at.mean()).isCloseTo(interval(time), withinPercentage(1e-7));
        }
    }

    /** States that are hardly ever left: a chance of 1e-9 a year over a million years of hourly comings and goings. */
    @Test
    void keepsWhatIsHardlyEverLost() {
        double rare = 1e-9 / (8760 * HOUR);
        Chain chain =
                new Chain(3, new int[] {0, 1, 3, 3}, new int[] {1, 0, 2}, new double[] {1 / HOUR, 1 / HOUR, rare});
        double time = 1e6 * 8760 * HOUR;
        Transient.At at = Doubling.at(chain, time, new double[] {1, 0, 0}, new double[] {0, 0, 1});

        // Half of the time is spent where it can be lost; relative corrections are of the order of an hour in the time.
        assertThat(at.now()).isCloseTo(-StrictMath.expm1(-rare * time / 2), withinPercentage(1e-6));
    }

    /** A chain that has settled is not followed to the end: ten years of seconds in a moment, to the same figures. */
    @Test
    void stopsOnceTheChainHasSettled() {
        double[] stationary = {1000 / 1001.0, 1 / 1001.0};
        for (double time : new double[] {24 * HOUR, 8760 * HOUR, 1e6 * HOUR}) {
            Transient.At at =
                    Objects.requireNonNull(Transient.at(TWO, time, UP, new double[][] {DOWN}, stationary, 1e5))[0];

            assertThat(at.now()).isCloseTo(point(time), withinPercentage(1e-9));
            assertThat(at.mean()).isCloseTo(interval(time), withinPercentage(1e-9));
            assertThat(at.error()).isLessThan(1e-14);
        }
    }

    /** Two of two, and one of two with repair: the time to the first outage by its formula. */
    @Test
    void leavesForGoodAtTheRightTime() {
        Chain up = new Chain(2, new int[] {0, 1, 2}, new int[] {1, 0}, new double[] {2 / (1000 * HOUR), 1 / HOUR});
        double[] leaving = {0, 1 / (1000 * HOUR)};
        // Roots of s² + (3λ + μ) s + 2λ² = 0 (Trivedi 2002, example 8.28).
        double lambda = 1 / (1000 * HOUR);
        double mu = 1 / HOUR;
        double root = Math.sqrt((3 * lambda + mu) * (3 * lambda + mu) - 8 * lambda * lambda);
        double fast = (3 * lambda + mu + root) / 2;
        double slow = 2 * lambda * lambda / fast;
        for (double time : new double[] {HOUR, 24 * HOUR, 8760 * HOUR, 1e6 * HOUR, 1e8 * HOUR}) {
            Transient.At at = Objects.requireNonNull(Transient.left(up, leaving, time, UP, 1e9));

            double left =
                    -(fast * StrictMath.expm1(-slow * time) - slow * StrictMath.expm1(-fast * time)) / (fast - slow);
            assertThat(at.now()).isCloseTo(left, withinPercentage(1e-7));
            assertThat(Math.abs(at.now() - left)).isLessThan(at.error() + 1e-12 * left);
        }
    }

    @Test
    void saysWhenAChainIsTooFastForALongTime() {
        Blueprint hard = HardCase.blueprint(true, 2);
        MarkovModel model = ((MarkovModel.Found) MarkovModel.of(hard, new Limits(20_000, 1e9))).model();

        assertThat(model.intervalUnavailability(0, 10 * HardCase.YEAR))
                .isInstanceOfSatisfying(
                        Answer.NotApplicable.class,
                        not -> assertThat(not.why()).contains("too short a time to follow it"));
        double hour = model.intervalUnavailability(0, HOUR).value();
        assertThat(hour).isPositive().isLessThan(model.timeUnavailability(0).value());
    }
}
