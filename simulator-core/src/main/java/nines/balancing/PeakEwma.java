package nines.balancing;

import java.util.Arrays;
import nines.check.Require;
import nines.random.RandomStream;

/**
 * Of two different trusted targets at random the one with the lower (requests out + 1) × estimate of its response time. The
 * estimate is an exponentially weighted mean that jumps to every peak at once and forgets slowly, also while nothing is
 * heard, so that a slow target is tried again (Finagle's and Linkerd's peak EWMA). A target nobody has heard of yet is asked
 * first, and then only when an answer has come.
 *
 * @param fades time constant in seconds, above 0; published: 10
 * @param penalty seconds that a failed answer counts for, if longer; 0 for none: then targets that fail fast are liked
 */
public record PeakEwma(double fades, double penalty) implements Balancing {
    public PeakEwma {
        Require.positive(fades, "fades");
        Require.that(penalty >= 0 && penalty < Double.POSITIVE_INFINITY, "penalty", "finite, at least 0", penalty);
    }

    @Override
    public boolean countsRequests() {
        return true;
    }

    @Override
    public boolean learnsFromAnswers() {
        return true;
    }

    @Override
    public Picker picker(int targets) {
        return new Estimates(targets, fades, penalty);
    }

    private static final class Estimates implements Picker {
        /** Above every known cost: asked, and nothing heard. */
        private static final double WAITING = 1e100;

        private final double fades;
        private final double penalty;
        /** When it was last changed, at that moment. */
        private final double[] estimate;

        private final double[] at;
        private final boolean[] heard;

        Estimates(int targets, double fades, double penalty) {
            this.fades = fades;
            this.penalty = penalty;
            estimate = new double[targets];
            at = new double[targets];
            heard = new boolean[targets];
        }

        @Override
        public void begin(Targets targets) {
            Arrays.fill(estimate, 0);
            Arrays.fill(at, 0);
            Arrays.fill(heard, false);
        }

        @Override
        public int pick(Targets targets, RandomStream random, long client, double now) {
            int count = targets.trustedCount();
            if (count == 1) {
                return targets.trusted(0);
            }
            int first = random.nextInt(count);
            int second = random.nextInt(count - 1);
            if (second >= first) {
                second++;
            }
            int one = targets.trusted(first);
            int other = targets.trusted(second);
            return cost(targets, other, now) < cost(targets, one, now) ? other : one;
        }

        private double cost(Targets targets, int target, double now) {
            int out = targets.inFlight(target);
            return heard[target] ? (out + 1) * estimate[target] * fading(target, now) : out * WAITING;
        }

        private double fading(int target, double now) {
            return StrictMath.exp((at[target] - now) / fades);
        }

        @Override
        public void learned(int target, double seconds, boolean answered, boolean failed, double now) {
            double sample = failed ? Math.max(seconds, penalty) : seconds;
            double fading = fading(target, now);
            double known = estimate[target] * fading;
            if (!heard[target] || sample > known) {
                estimate[target] = sample;
            } else if (answered) {
                estimate[target] = known + (1 - fading) * sample;
            } else {
                return;
            }
            heard[target] = true;
            at[target] = now;
        }
    }
}
