package nines.blueprint;

/**
 * A cache that keeps single objects: those asked for last. Each request asks for an object independently of those before,
 * the k-th most popular in proportion to k^(−skew) (Zipf); objects are spread over the instances by their key.
 *
 * @param objects how many there are, at least 1
 * @param skew of their popularity, at least 0
 * @param room objects that one instance holds, at least 1
 * @param singleFlight whether whoever misses an object that another request is fetching waits for that one
 */
public record Keyed(int objects, double skew, int room, boolean singleFlight) {
    /** Most objects: each takes some twenty bytes for each instance. */
    public static final int OBJECTS_MAX = 10_000_000;
}
