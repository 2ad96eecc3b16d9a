package nines.balancing;

import nines.check.Require;
import nines.random.RandomStream;

/**
 * So many different trusted targets at random, and of those the one with the fewest requests out (Mitzenmacher 2001);
 * among equals the one drawn first, which is random.
 *
 * @param choices how many are compared, at least 1
 */
public record PowerOfChoices(int choices) implements Balancing {
    public PowerOfChoices {
        Require.count(choices, "choices");
    }

    @Override
    public boolean countsRequests() {
        return true;
    }

    @Override
    public Picker picker(int targets) {
        return choices == 2 ? (all, random, client, now) -> betterOfTwo(all, random) : new BestOfMany(choices, targets);
    }

    private static int betterOfTwo(Targets targets, RandomStream random) {
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
        return targets.inFlight(other) < targets.inFlight(one) ? other : one;
    }

    private static final class BestOfMany implements Picker {
        private final int choices;
        private final int[] drawn;

        BestOfMany(int choices, int targets) {
            this.choices = Math.min(choices, targets);
            drawn = new int[this.choices];
        }

        /** Floyd's algorithm (Bentley and Floyd 1987): so many different numbers with as many draws. */
        @Override
        public int pick(Targets targets, RandomStream random, long client, double now) {
            int count = targets.trustedCount();
            int wanted = Math.min(choices, count);
            int best = -1;
            int equals = 0;
            for (int k = 0; k < wanted; k++) {
                int last = count - wanted + k;
                int index = last == 0 ? 0 : random.nextInt(last + 1);
                for (int earlier = 0; earlier < k; earlier++) {
                    if (drawn[earlier] == index) {
                        index = last;
                        break;
                    }
                }
                drawn[k] = index;
                int target = targets.trusted(index);
                int out = targets.inFlight(target);
                if (best < 0 || out < targets.inFlight(best)) {
                    best = target;
                    equals = 1;
                } else if (out == targets.inFlight(best) && random.nextInt(++equals) == 0) {
                    best = target;
                }
            }
            return best;
        }
    }
}
