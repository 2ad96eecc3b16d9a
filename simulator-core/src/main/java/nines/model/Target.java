package nines.model;

import java.util.Map;
import nines.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is promised.
 */
@Block(title = "Targets", path = "targets")
public record Target(
        @Key(type = Type.SHARE, mechanism = "M56", says = "requests served / offered") @Nullable
        Double availability,

        @Key(type = Type.SHARE, acts = Acts.STRUCTURAL, mechanism = "M56", says = "share of time up") @Nullable
        Double timeAvailability,

        @Key(type = Type.DURATION, field = "30d", mechanism = "M56", says = "in which the promise holds")
        double window,

        @Key(
                type = Type.SHARE,
                silent = "judged on the mean",
                acts = Acts.STRUCTURAL,
                mechanism = "M56",
                says = "wanted probability to keep the promise in a window")
        @Nullable
        Double chance,

        @Key(type = Type.DURATION, acts = Acts.REQUESTS, mechanism = "M56", says = "`{ p99: 400ms }`")
        Map<String, Double> latency,

        @Later("data loss")
        @Key(type = Type.DURATION, acts = Acts.STRUCTURAL, mechanism = "M56", says = "most that may be lost (RPO)")
        @Nullable
        Double dataLoss,

        @Later("measured recovery time")
        @Key(type = Type.DURATION, acts = Acts.STRUCTURAL, mechanism = "M56", says = "longest until served again (RTO)")
        @Nullable
        Double recovery,

        @Later("data loss")
        @Key(type = Type.SHARE, acts = Acts.STRUCTURAL, mechanism = "M39 M56", says = "of an object, per year")
        @Nullable
        Double durability,

        @Later("cost")
        @Key(type = Type.MONEY, acts = Acts.STRUCTURAL, mechanism = "M56", says = "of running it, per month")
        @Nullable
        Money cost) {

    public Target {
        latency = Ordered.copy(latency);
    }
}
