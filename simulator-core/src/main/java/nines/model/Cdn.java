package nines.model;

import nines.distribution.Distribution;

/**
 * Copies of answers near the users.
 */
@Later(value = "the hit ratio of a content network", actsOnRequests = true)
@Kind(name = "cdn", says = "Copies of answers near the users.")
public record Cdn(
        @Flat Common common,

        @Key(
                type = Type.SHARE_DIST,
                field = "catalogue:cdn.static",
                textbook = "100%",
                mechanism = "M04",
                says = "share of requests answered from the copies")
        Distribution hitRatio,

        @Key(
                type = Type.DURATION,
                field = "0s",
                mechanism = "M04",
                says = "old copies serve so long when the origin is down")
        double staleIfError,

        @Key(
                type = Type.TIME,
                field = "catalogue:lat.lastmile",
                textbook = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M04",
                says = "to the user")
        Distribution latency)
        implements Component {

    @Override
    public Distribution passingTime() {
        return latency;
    }

    @Override
    public double hitShare() {
        return Math.min(1, hitRatio.mean());
    }

    @Override
    public double staleTime() {
        return staleIfError;
    }
}
