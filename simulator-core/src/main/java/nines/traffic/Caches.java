package nines.traffic;

import java.util.Arrays;
import nines.blueprint.Keyed;
import nines.blueprint.Pool;
import nines.blueprint.Requests;
import nines.random.RandomStream;
import nines.random.StreamKey;
import org.jspecify.annotations.Nullable;

/**
 * What caches of single objects hold: each instance the objects asked for last (LRU). Which object a request asks for is
 * drawn here too, in constant time (Walker's alias method, as Vose 1991 builds it).
 */
final class Caches {
    private static final int NONE = -1;

    private final @Nullable Popularity[] asked;
    private final @Nullable Recent[] kept;

    Caches(Requests requests) {
        asked = new Popularity[requests.pools().size()];
        kept = new Recent[requests.stations().size()];
        for (int p = 0; p < asked.length; p++) {
            Pool pool = requests.pools().get(p);
            Keyed keyed = requests.stations().get(pool.stations()[0]).keyed();
            asked[p] = keyed == null ? null : new Popularity(keyed, pool.stream());
        }
        for (int s = 0; s < kept.length; s++) {
            Keyed keyed = requests.stations().get(s).keyed();
            kept[s] = keyed == null ? null : new Recent(keyed);
        }
    }

    void begin(long seed, long replication) {
        for (Popularity each : asked) {
            if (each != null) {
                each.random.reseed(StreamKey.of(each.name, seed, replication));
            }
        }
        for (Recent each : kept) {
            if (each != null) {
                each.clear();
            }
        }
    }

    /** Whether any cache keeps single objects. */
    boolean exist() {
        for (Recent each : kept) {
            if (each != null) {
                return true;
            }
        }
        return false;
    }

    boolean isKeyed(int pool) {
        return asked[pool] != null;
    }

    boolean isKept(int station) {
        return kept[station] != null;
    }

    /** The object that a request asks for. */
    int draw(int pool) {
        Popularity popularity = asked[pool];
        return popularity == null ? NONE : popularity.draw();
    }

    /** A number that spreads objects over instances. */
    static long spread(int key) {
        return StreamKey.hash(key);
    }

    /** Whether an instance has an object; if so it is the latest asked for. */
    boolean has(int station, int key) {
        Recent recent = kept[station];
        return recent != null && recent.touch(key);
    }

    /** An object has been fetched. */
    void put(int station, int key) {
        Recent recent = kept[station];
        if (recent != null) {
            recent.put(key);
        }
    }

    /** Forgets what an instance held and who was waiting there. */
    void clear(int station) {
        Recent recent = kept[station];
        if (recent != null) {
            recent.clear();
        }
    }

    /** Whether somebody fetches an object for all; if not, {@code f} does from now on. */
    boolean isFetched(int station, int key, int f) {
        Recent recent = kept[station];
        if (recent == null || recent.leader.length == 0) {
            return false;
        }
        if (recent.leader[key] == NONE) {
            recent.leader[key] = f;
            return false;
        }
        return true;
    }

    /** Whether others may be waiting for what a frame fetches. */
    boolean leads(int station, int key, int f) {
        Recent recent = station < 0 ? null : kept[station];
        return recent != null && recent.leader.length > 0 && recent.leader[key] == f;
    }

    /** Lets a frame wait for the one that fetches. */
    void join(int station, int key, int f, Frames frames) {
        Recent recent = kept[station];
        if (recent != null) {
            frames.next[f] = recent.waiting[key];
            recent.waiting[key] = f;
        }
    }

    /** Takes away all who wait for an object, linked by their {@code next}; -1 for nobody. Nobody fetches it now. */
    int release(int station, int key) {
        Recent recent = kept[station];
        if (recent == null) {
            return NONE;
        }
        int first = recent.waiting[key];
        recent.waiting[key] = NONE;
        recent.leader[key] = NONE;
        return first;
    }

    /** Objects in the order of their last use, in one ring of links. */
    private static final class Recent {
        private final int room;
        private final int head;
        private final int[] after;
        private final int[] before;
        /** Who fetches each object, and who waits for it first. Empty without single flights. */
        private final int[] leader;

        private final int[] waiting;
        private int size;

        Recent(Keyed keyed) {
            room = keyed.room();
            head = keyed.objects();
            after = new int[head + 1];
            before = new int[head + 1];
            leader = new int[keyed.singleFlight() ? head : 0];
            waiting = new int[leader.length];
        }

        void clear() {
            Arrays.fill(after, NONE);
            Arrays.fill(leader, NONE);
            Arrays.fill(waiting, NONE);
            after[head] = head;
            before[head] = head;
            size = 0;
        }

        boolean touch(int key) {
            if (after[key] == NONE) {
                return false;
            }
            unlink(key);
            linkFirst(key);
            return true;
        }

        void put(int key) {
            if (touch(key)) {
                return;
            }
            if (size == room) {
                int last = before[head];
                unlink(last);
                after[last] = NONE;
                size--;
            }
            linkFirst(key);
            size++;
        }

        private void unlink(int key) {
            after[before[key]] = after[key];
            before[after[key]] = before[key];
        }

        private void linkFirst(int key) {
            after[key] = after[head];
            before[key] = head;
            before[after[head]] = key;
            after[head] = key;
        }
    }

    /** Draws objects by their popularity. */
    private static final class Popularity {
        private final RandomStream random = new RandomStream(0);
        private final long name;
        private final double[] stays;
        private final int[] other;

        Popularity(Keyed keyed, String stream) {
            name = StreamKey.of(stream, "objects");
            int n = keyed.objects();
            stays = new double[n];
            other = new int[n];
            double sum = 0;
            for (int i = n - 1; i >= 0; i--) {
                stays[i] = StrictMath.pow(i + 1, -keyed.skew());
                sum += stays[i];
            }
            // Columns of height 1: what is too high fills up what is too low.
            int[] small = new int[n];
            int[] large = new int[n];
            int smalls = 0;
            int larges = 0;
            for (int i = 0; i < n; i++) {
                stays[i] *= n / sum;
                other[i] = i;
                if (stays[i] < 1) {
                    small[smalls++] = i;
                } else {
                    large[larges++] = i;
                }
            }
            while (smalls > 0 && larges > 0) {
                int low = small[--smalls];
                int high = large[larges - 1];
                other[low] = high;
                stays[high] -= 1 - stays[low];
                if (stays[high] < 1) {
                    larges--;
                    small[smalls++] = high;
                }
            }
            while (smalls > 0) {
                stays[small[--smalls]] = 1;
            }
            while (larges > 0) {
                stays[large[--larges]] = 1;
            }
        }

        int draw() {
            int column = random.nextInt(stays.length);
            return random.nextDouble() < stays[column] ? column : other[column];
        }
    }
}
