package nines.balancing;

import java.util.Arrays;
import nines.check.Require;
import nines.random.RandomStream;
import nines.random.StreamKey;

/**
 * A table of clients in which every trusted target has an equal part, filled by taking turns along each target's own
 * permutation (Eisenbud et al., Maglev, 2016). When a target goes, its clients move and few others.
 *
 * @param size of the table, a prime, much larger than the number of targets; published: 65537
 */
public record Maglev(int size) implements Balancing {
    public Maglev {
        Require.that(size > 1 && isPrime(size), "size", "a prime", size);
    }

    @Override
    public boolean looksAtClients() {
        return true;
    }

    @Override
    public Picker picker(int targets) {
        Require.that(targets < size, "targets", "fewer than the places of the table, " + size, targets);
        return new Table(targets, size);
    }

    private static boolean isPrime(int n) {
        for (int i = 2; (long) i * i <= n; i++) {
            if (n % i == 0) {
                return false;
            }
        }
        return true;
    }

    private static final class Table implements Picker {
        private final int[] owner;
        private final int[] offset;
        private final int[] skip;
        private final int[] next;

        Table(int targets, int size) {
            owner = new int[size];
            offset = new int[targets];
            skip = new int[targets];
            next = new int[targets];
            for (int i = 0; i < targets; i++) {
                offset[i] = (int) Long.remainderUnsigned(StreamKey.hash(2L * i + 1), size);
                skip[i] = (int) Long.remainderUnsigned(StreamKey.hash(2L * i + 2), size - 1) + 1;
            }
        }

        @Override
        public void begin(Targets targets) {
            trustChanged(targets);
        }

        @Override
        public void trustChanged(Targets targets) {
            int trusted = targets.trustedCount();
            if (trusted == 0) {
                return;
            }
            Arrays.fill(owner, -1);
            System.arraycopy(offset, 0, next, 0, next.length);
            int size = owner.length;
            int filled = 0;
            while (true) {
                for (int k = 0; k < trusted; k++) {
                    int target = targets.trusted(k);
                    int place = next[target];
                    while (owner[place] >= 0) {
                        place = after(place, skip[target], size);
                    }
                    owner[place] = target;
                    next[target] = after(place, skip[target], size);
                    if (++filled == size) {
                        return;
                    }
                }
            }
        }

        private static int after(int place, int skip, int size) {
            int next = place + skip;
            return next >= size ? next - size : next;
        }

        @Override
        public int pick(Targets targets, RandomStream random, long client, double now) {
            return owner[(int) Long.remainderUnsigned(StreamKey.hash(client), owner.length)];
        }
    }
}
