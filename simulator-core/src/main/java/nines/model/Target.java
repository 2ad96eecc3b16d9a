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

        @Key(
                type = Type.DURATION,
                acts = Acts.STRUCTURAL,
                mechanism = "M31 M41 M56",
                says =
                        "most writing that a take-over or restore may lose (RPO); without `chance` so in 99 % of all years")
        @Nullable
        Double dataLoss,

        @Key(
                type = Type.DURATION,
                acts = Acts.STRUCTURAL,
                mechanism = "M32 M42 M56",
                says = "longest until served again (RTO); without `chance` so in 99 % of all years")
        @Nullable
        Double recovery,

        @Key(
                type = Type.SHARE,
                acts = Acts.STRUCTURAL,
                mechanism = "M39 M56",
                says = "chance that an object, or the data of a database, outlives a year")
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
