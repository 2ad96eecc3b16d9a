package nines.model;

import java.util.ArrayList;
import java.util.List;
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
                says = "objects it can hold")
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
    public List<String> doesNotActOnRequests() {
        List<String> silent = new ArrayList<>();
        if (objects != null) {
            silent.add("objects");
        }
        if (singleFlight) {
            silent.add("single-flight");
        }
        return silent;
    }

    @Override
    public double hitShare() {
        return Math.min(1, hitRatio.mean());
    }
}
