package nines.model;

import nines.distribution.Distribution;

/**
 * Scrubs attack traffic off before it reaches what it floods.
 */
@Later("requests fidelity")
@Kind(name = "ddos-filter", says = "Scrubs attack traffic off before it reaches what it floods.")
public record DdosFilter(
        @Flat Common common,

        @Key(
                type = Type.WORD,
                field = "always-on",
                acts = Acts.REQUESTS,
                mechanism = "M06",
                says = "filters always, or when called")
        Mode mode,

        @Key(
                type = Type.TIME,
                field = "catalogue:ddos.mitigate.on_demand_min",
                textbook = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M06",
                says = "until it filters")
        Distribution start,

        @Key(
                type = Type.SHARE,
                field = "99%",
                textbook = "100%",
                acts = Acts.REQUESTS,
                mechanism = "M06",
                says = "of the attack")
        double drops,

        @Key(
                type = Type.SHARE,
                field = "0.5%",
                textbook = "0%",
                acts = Acts.REQUESTS,
                mechanism = "M06",
                says = "of the honest traffic")
        double dropsHonest,

        @Key(
                type = Type.TIME,
                field = "5ms",
                textbook = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M06",
                says = "it adds")
        Distribution latency)
        implements Component {

    /** The words of {@code mode}. */
    public enum Mode {
        ALWAYS_ON,
        ON_DEMAND
    }
}
