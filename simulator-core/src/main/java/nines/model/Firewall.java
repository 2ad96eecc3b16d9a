package nines.model;

import java.util.List;
import nines.distribution.Distribution;

/**
 * A device in line that lets through what is allowed.
 */
@Kind(
        name = "firewall",
        says = "A device in line that lets through what is allowed.",
        fails = "{ device: { like: catalogue:fw.device, common-cause: 5% } }",
        failover = "catalogue:net.vrrp")
public record Firewall(
        @Flat Common common,

        @Key(
                type = Type.TIME,
                field = "200us",
                textbook = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M05",
                says = "it adds")
        Distribution latency,

        @Key(type = Type.RATE, field = "unlimited", acts = Acts.REQUESTS, mechanism = "M05", says = "of an instance")
        double capacity,

        @Later("firewalls that fail open")
        @Key(type = Type.WORD, field = "closed", mechanism = "M05", says = "does traffic stop or pass?")
        WhenDown whenDown)
        implements Component {

    @Override
    public Distribution passingTime() {
        return latency;
    }

    @Override
    public List<String> doesNotActOnRequests() {
        return capacity < Double.POSITIVE_INFINITY ? List.of("capacity") : List.of();
    }

    /** The words of {@code when-down}. */
    public enum WhenDown {
        CLOSED,
        OPEN
    }
}
