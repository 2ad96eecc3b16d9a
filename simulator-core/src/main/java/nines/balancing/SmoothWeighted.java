package nines.balancing;

import java.util.Arrays;
import java.util.List;
import nines.check.Require;
import nines.random.RandomStream;

/**
 * Smooth weighted round robin as nginx does it: at each pick every trusted target gains its weight, the richest is
 * picked and pays the sum. Weights 5, 1, 1 give a a b a c a a. The first of equally rich ones is picked, as in nginx.
 *
 * @param weights one for each target, positive
 */
public record SmoothWeighted(List<Double> weights) implements Balancing {
    public SmoothWeighted {
        weights = List.copyOf(weights);
        weights.forEach(weight -> Require.positive(weight, "weight"));
    }

    @Override
    public Picker picker(int targets) {
        Require.that(weights.size() == targets, "weights", "one for each of " + targets + " targets", weights.size());
        return new Purses(weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static final class Purses implements Picker {
        private final double[] weight;
        private final double[] purse;

        Purses(double[] weight) {
            this.weight = weight;
            purse = new double[weight.length];
        }

        @Override
        public void begin(Targets targets) {
            Arrays.fill(purse, 0);
        }

        @Override
        public int pick(Targets targets, RandomStream random, long client, double now) {
            double sum = 0;
            int richest = -1;
            for (int i = 0; i < targets.trustedCount(); i++) {
                int target = targets.trusted(i);
                purse[target] += weight[target];
                sum += weight[target];
                if (richest < 0 || purse[target] > purse[richest]) {
                    richest = target;
                }
            }
            purse[richest] -= sum;
            return richest;
        }
    }
}
