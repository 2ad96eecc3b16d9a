package nines.balancing;

import java.util.Arrays;
import nines.random.RandomStream;

/** A trusted target with the fewest requests out; among equals any, each as likely. */
public record LeastConnections() implements Balancing {
    @Override
    public boolean countsRequests() {
        return true;
    }

    @Override
    public Picker picker(int targets) {
        return new Ranks(targets);
    }

    /*
     * The trusted targets sorted by requests out, in one array; `first[k]` is where those with k or more begin. One
     * request more or less moves a target over one border: constant time, whatever the number of targets.
     */
    private static final class Ranks implements Picker {
        private final int[] order;
        private final int[] place;
        /** As the array has it. */
        private final int[] rank;

        private int[] first = new int[16];
        private int size;

        Ranks(int targets) {
            order = new int[targets];
            place = new int[targets];
            rank = new int[targets];
        }

        @Override
        public void begin(Targets targets) {
            trustChanged(targets);
        }

        @Override
        public void trustChanged(Targets targets) {
            size = targets.trustedCount();
            int most = 0;
            Arrays.fill(place, -1);
            for (int i = 0; i < size; i++) {
                most = Math.max(most, targets.inFlight(targets.trusted(i)));
            }
            if (most + 2 >= first.length) {
                first = new int[2 * most + 4];
            }
            Arrays.fill(first, 0);
            for (int i = 0; i < size; i++) {
                first[targets.inFlight(targets.trusted(i)) + 1]++;
            }
            for (int k = 1; k < first.length; k++) {
                first[k] += first[k - 1];
            }
            int[] next = first.clone();
            for (int i = 0; i < size; i++) {
                int target = targets.trusted(i);
                rank[target] = targets.inFlight(target);
                place[target] = next[rank[target]]++;
                order[place[target]] = target;
            }
        }

        @Override
        public int pick(Targets targets, RandomStream random, long client, double now) {
            int least = first[rank[order[0]] + 1];
            return order[least == 1 ? 0 : random.nextInt(least)];
        }

        @Override
        public void sent(int target, Targets targets) {
            if (place[target] < 0) {
                return;
            }
            int k = ++rank[target];
            if (k + 1 >= first.length) {
                int known = first.length;
                first = Arrays.copyOf(first, 2 * known);
                Arrays.fill(first, known, first.length, size);
            }
            swap(target, --first[k]);
        }

        @Override
        public void done(int target, Targets targets) {
            if (place[target] >= 0) {
                int k = rank[target]--;
                swap(target, first[k]++);
            }
        }

        private void swap(int target, int to) {
            int from = place[target];
            int other = order[to];
            order[from] = other;
            place[other] = from;
            order[to] = target;
            place[target] = to;
        }
    }
}
