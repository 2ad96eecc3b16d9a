package nines.model;

import org.jspecify.annotations.Nullable;

/**
 * Answers names with addresses that clients keep for a while.
 */
@Kind(name = "dns", says = "Answers names with addresses that clients keep for a while.")
public record Dns(
        @Flat Common common,

        @Later("DNS caching")
        @Key(type = Type.DURATION, field = "60s", mechanism = "M02", says = "how long clients keep an answer")
        double ttl,

        @Later("DNS caching")
        @Key(
                type = Type.SHARE,
                field = "5%",
                textbook = "0%",
                mechanism = "M02",
                says = "share of clients that keep it longer")
        double ignoreTtl,

        @Later("DNS routing")
        @Key(type = Type.WORD, field = "evenly", mechanism = "M03", says = "which address is given")
        Policy policy,

        @Key(type = Type.BLOCK, field = "none", mechanism = "M02 M12", says = "its belief about what it points to")
        @Nullable
        HealthCheck healthCheck)
        implements Component {

    @Override
    public boolean routes() {
        return true;
    }

    /** The words of {@code policy}. */
    public enum Policy {
        PRIORITY,
        WEIGHTED,
        LATENCY,
        NEAREST,
        EVENLY
    }
}
