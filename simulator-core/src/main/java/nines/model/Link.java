package nines.model;

import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Connects two places.
 */
@Kind(
        name = "link",
        says = "Connects two places.",
        fails = "{ line: { like: catalogue:net.wan.link.downtime, common-cause: 5% } }")
public record Link(
        @Flat Common common,

        @Key(
                type = Type.NAMES,
                required = true,
                refers = {"places"},
                mechanism = "M43",
                says = "two places")
        List<String> between,

        @Key(type = Type.TIME, silent = "by places", acts = Acts.REQUESTS, mechanism = "M43", says = "one way")
        @Nullable
        Distribution latency,

        @Key(type = Type.SHARE, field = "0%", acts = Acts.REQUESTS, mechanism = "M43", says = "of packets")
        double loss,

        @Key(
                type = Type.BANDWIDTH,
                field = "unlimited",
                acts = Acts.REQUESTS,
                mechanism = "M43",
                says = "of one direction")
        double bandwidth,

        @Later("routes around a broken link")
        @Key(type = Type.TIME, field = "0s", mechanism = "M43", says = "until routes avoid it")
        Distribution converges)
        implements Component {

    @Override
    public boolean livesByTheCalendar() {
        return true;
    }

    public Link {
        between = List.copyOf(between);
    }
}
