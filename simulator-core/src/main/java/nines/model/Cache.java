package nines.model;

import java.util.List;
import nines.blueprint.Keyed;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers so that what lies behind is asked less.
 */
@Kind(
        name = "cache",
        says = "Keeps answers so that what lies behind is asked less.",
        fails =
                "{ node: { like: catalogue:server.node.outage, common-cause: 5% }, lost: { like: catalogue:server.node.permanent, repair: 24h, common-cause: 5% }, crash: { like: catalogue:sw.process.crash, common-cause: 5% } }",
        failover = "catalogue:failover.sentinel")
public record Cache(
        @Flat Common common,

        @Key(
                type = Type.SHARE_DIST,
                field = "catalogue:cache.app",
                textbook = "100%",
                mechanism = "M23",
                says = "share of requests it answers")
        Distribution hitRatio,

        @Key(
                type = Type.COUNT,
                silent = "a ratio instead",
                acts = Acts.REQUESTS,
                mechanism = "M23",
                says = "keyed LRU instead of a ratio; with `capacity`, `popularity`")
        @Nullable
        Integer objects,

        @Key(
                type = Type.COUNT,
                silent = "all objects",
                acts = Acts.REQUESTS,
                mechanism = "M23",
                says = "objects that one instance can hold")
        @Nullable
        Integer capacity,

        @Key(type = Type.TEXT, field = "zipf 0.8", acts = Acts.REQUESTS, mechanism = "M23", says = "of the objects")
        String popularity,

        @Key(
                type = Type.TIME,
                field = "catalogue:lat.cache",
                textbook = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M23",
                says = "of a hit")
        Distribution serviceTime,

        @Key(
                type = Type.FLAG,
                field = "false",
                acts = Acts.REQUESTS,
                mechanism = "M23",
                says = "one miss of a key asks for all who wait")
        boolean singleFlight)
        implements Component {

    @Override
    public Serving serving() {
        return Serving.by(Integer.MAX_VALUE, serviceTime);
    }

    @Override
    public @Nullable Keyed keyed() {
        if (objects == null) {
            return null;
        }
        if (objects < 1 || objects > Keyed.OBJECTS_MAX) {
            throw new IllegalArgumentException("`objects` must be between 1 and " + Keyed.OBJECTS_MAX + ": " + objects);
        }
        int room = capacity == null ? objects : Math.min(objects, capacity);
        if (room < 1) {
            throw new IllegalArgumentException("`capacity` must be at least 1: " + room);
        }
        return new Keyed(objects, skew(), room, singleFlight);
    }

    /** The exponent of the popularity: {@code zipf 0.8}, or 0 where it is uniform. */
    private double skew() {
        String[] words = popularity.trim().split("\\s+");
        try {
            double skew = words.length == 2 && words[0].equals("zipf")
                    ? Double.parseDouble(words[1])
                    : popularity.trim().equals("uniform") ? 0 : Double.NaN;
            if (skew >= 0 && skew <= 100) {
                return skew;
            }
        } catch (NumberFormatException told) {
            // Told below, like every other word that is none.
        }
        throw new IllegalArgumentException(
                "`popularity` is `uniform` or `zipf` with an exponent, such as `zipf 0.8`: `" + popularity + "`");
    }

    @Override
    public List<String> doesNotActOnRequests() {
        return singleFlight && objects == null ? List.of("single-flight without objects") : List.of();
    }

    @Override
    public double hitShare() {
        return Math.min(1, hitRatio.mean());
    }
}
