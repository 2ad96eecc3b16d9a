package nines.queueing;

import nines.check.Require;

/**
 * A cache that keeps the objects asked for last, where each request asks for an object independently of those before
 * (the independent reference model).
 *
 * @param popularity how often each object is asked for, in any unit; positive
 * @param room objects that the cache holds, fewer than there are
 */
public record LruCache(double[] popularity, int room) {
    public LruCache {
        popularity = popularity.clone();
        Require.count(room, "room");
        Require.that(room < popularity.length, "room", "less than the number of objects", room);
        double sum = 0;
        for (double each : popularity) {
            sum += Require.positive(each, "popularity");
        }
        for (int i = 0; i < popularity.length; i++) {
            popularity[i] /= sum;
        }
    }

    /** A cache for objects whose popularity falls as rank^(−exponent) (Zipf). */
    public static LruCache zipf(int objects, double exponent, int room) {
        double[] popularity = new double[objects];
        for (int i = 0; i < objects; i++) {
            popularity[i] = StrictMath.pow(i + 1, -exponent);
        }
        return new LruCache(popularity, room);
    }

    @Override
    public double[] popularity() {
        return popularity.clone();
    }

    /**
     * Share of the requests found in the cache, <em>approximately</em>: as if every object stayed for the same time after
     * it was last asked for, the time in which as many objects are asked for as there is room (Che, Tung, Wang 2002;
     * Fagin 1977). Good to some thousandths for caches of tens of objects, better for larger ones.
     */
    public double cheHitRatio() {
        double time = characteristicTime();
        double hits = 0;
        for (double each : popularity) {
            hits += each * -StrictMath.expm1(-each * time);
        }
        return hits;
    }

    /** The time in Che's approximation, in units of the mean time between requests. */
    public double characteristicTime() {
        double low = 0;
        double high = room;
        while (asked(high) < room) {
            low = high;
            high *= 2;
        }
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high || high - low < 1e-15 * high) {
                return high;
            }
            if (asked(middle) < room) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private double asked(double time) {
        double sum = 0;
        for (double each : popularity) {
            sum += -StrictMath.expm1(-each * time);
        }
        return sum;
    }

    /**
     * Share of the requests found in the cache, exactly: an object is there when fewer than {@code room} others were asked
     * for since (King 1971, in the form of an integral by Flajolet, Gardy, Thimonier 1992). The work grows as objects² ×
     * room; 300 objects are the limit.
     */
    public double hitRatio() {
        Require.that(popularity.length <= 300, "objects", "at most 300 for the exact hit ratio", popularity.length);
        // Over u = t / (t + scale), so that the whole time is an interval.
        double scale = characteristicTime();
        return Integral.of(
                u -> {
                    double t = scale * u / (1 - u);
                    return hitsAt(t) * scale / ((1 - u) * (1 - u));
                },
                0,
                1 - 1e-9);
    }

    /** Rate of requests for an object that was asked for t ago and is still there. */
    private double hitsAt(double t) {
        int n = popularity.length;
        // before[k]: chance that k of the objects before i were asked for; after likewise, from the end.
        double[][] after = new double[n + 1][];
        after[n] = new double[] {1};
        for (int i = n - 1; i >= 0; i--) {
            after[i] = with(after[i + 1], -StrictMath.expm1(-popularity[i] * t));
        }
        double[] before = {1};
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double fewer = fewerThanRoom(before, after[i + 1]);
            sum += popularity[i] * popularity[i] * StrictMath.exp(-popularity[i] * t) * fewer;
            before = with(before, -StrictMath.expm1(-popularity[i] * t));
        }
        return sum;
    }

    /** The law of a number with one more yes or no, as far as it counts. */
    private double[] with(double[] law, double yes) {
        double[] longer = new double[Math.min(room, law.length + 1)];
        for (int k = 0; k < longer.length; k++) {
            longer[k] = (k < law.length ? law[k] * (1 - yes) : 0) + (k > 0 ? law[k - 1] * yes : 0);
        }
        return longer;
    }

    private double fewerThanRoom(double[] one, double[] other) {
        double[] upTo = new double[other.length];
        double sum = 0;
        for (int k = 0; k < other.length; k++) {
            sum += other[k];
            upTo[k] = sum;
        }
        double fewer = 0;
        for (int k = 0; k < one.length && k < room; k++) {
            fewer += one[k] * upTo[Math.min(upTo.length - 1, room - 1 - k)];
        }
        return fewer;
    }
}
