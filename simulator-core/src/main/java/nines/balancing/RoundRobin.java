package nines.balancing;

import nines.random.RandomStream;

/** One after the other; targets that are not trusted are passed by. */
public record RoundRobin() implements Balancing {
    @Override
    public Picker picker(int targets) {
        return new Turn();
    }

    private static final class Turn implements Picker {
        private int next;

        @Override
        public void begin(Targets targets) {
            next = 0;
        }

        @Override
        public int pick(Targets targets, RandomStream random, long client, double now) {
            int count = targets.count();
            int at = next;
            while (!targets.isTrusted(at)) {
                at = at + 1 == count ? 0 : at + 1;
            }
            next = at + 1 == count ? 0 : at + 1;
            return at;
        }
    }
}
