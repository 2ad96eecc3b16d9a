package nines.balancing;

import java.util.Arrays;
import nines.check.Require;
import nines.random.RandomStream;
import nines.random.StreamKey;

/**
 * A ring on which every target has so many points; a client goes to the target of the next point after its own (Karger
 * et al. 1997). A target that is not trusted leaves its clients to the points after it: only they move.
 *
 * @param points of each target on the ring, at least 1; with more the shares are more even (160 points: about 7 % above the mean at most)
 * @param bound a target with more than so many times the mean of requests out is passed by (Mirrokni, Thorup and
 *     Zadimoghaddam 2018), above 1; {@link Double#POSITIVE_INFINITY} for no bound
 */
public record RingHash(int points, double bound) implements Balancing {
    public RingHash {
        Require.count(points, "points");
        Require.that(bound > 1, "load-bound", "above 1x", bound);
    }

    @Override
    public boolean looksAtClients() {
        return true;
    }

    @Override
    public boolean countsRequests() {
        return bound < Double.POSITIVE_INFINITY;
    }

    @Override
    public Picker picker(int targets) {
        return new Ring(targets, points, bound);
    }

    private static final class Ring implements Picker {
        /** Places of the points as unsigned numbers, ascending, and whose they are. */
        private final long[] places;

        private final int[] owners;
        /** Index of the first point for each value of the highest bits: one step and a few more instead of a search. */
        private final int[] firstAt;

        private final int shift;
        private final double bound;
        private long out;

        Ring(int targets, int points, double bound) {
            this.bound = bound;
            int n = Math.multiplyExact(targets, points);
            Long[] order = new Long[n];
            int[] ownerOf = new int[n];
            places = new long[n];
            owners = new int[n];
            long[] place = new long[n];
            for (int i = 0; i < n; i++) {
                order[i] = (long) i;
                ownerOf[i] = i / points;
                place[i] = StreamKey.hash(StreamKey.hash(i / points + 1L) + i % points);
            }
            Arrays.sort(order, (a, b) -> Long.compareUnsigned(place[a.intValue()], place[b.intValue()]));
            for (int i = 0; i < n; i++) {
                places[i] = place[order[i].intValue()];
                owners[i] = ownerOf[order[i].intValue()];
            }
            int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(n));
            shift = 64 - bits;
            firstAt = new int[1 << bits];
            int at = 0;
            for (int bucket = 0; bucket < firstAt.length; bucket++) {
                while (at < n && (int) (places[at] >>> shift) < bucket) {
                    at++;
                }
                firstAt[bucket] = at;
            }
        }

        @Override
        public void begin(Targets targets) {
            out = 0;
        }

        @Override
        public int pick(Targets targets, RandomStream random, long client, double now) {
            long place = StreamKey.hash(client);
            int at = firstAt[(int) (place >>> shift)];
            while (at < places.length && Long.compareUnsigned(places[at], place) < 0) {
                at++;
            }
            double most = bound < Double.POSITIVE_INFINITY
                    ? Math.ceil(bound * (out + 1) / targets.trustedCount())
                    : Double.POSITIVE_INFINITY;
            while (true) {
                if (at == places.length) {
                    at = 0;
                }
                int target = owners[at++];
                if (targets.isTrusted(target) && targets.inFlight(target) < most) {
                    return target;
                }
            }
        }

        @Override
        public void sent(int target, Targets targets) {
            out++;
        }

        @Override
        public void done(int target, Targets targets) {
            out--;
        }
    }
}
