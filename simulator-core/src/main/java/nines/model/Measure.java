package nines.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for beyond the standard table.
 */
@Block(title = "Measures", path = "measure")
public record Measure(
        @Key(
                type = Type.DURATION,
                silent = "none",
                acts = Acts.STRUCTURAL,
                mechanism = "M56",
                says =
                        "from a fresh start: A(t), mean availability over [0,t], R(t), spread of the downtime in [0,t], chance to meet the target in it")
        List<Double> at,

        @Key(
                type = Type.DURATION,
                field = "[30d, 1y]",
                acts = Acts.STRUCTURAL,
                mechanism = "M56",
                says = "the same spread for windows of a system long in use")
        List<Double> windows,

        @Key(
                type = Type.SHARE,
                field = "[50%, 95%, 99%, 99.9%]",
                mechanism = "M56",
                says = "of durations and latencies")
        List<Double> percentiles,

        @Key(
                type = Type.DURATION,
                silent = "off",
                positive = true,
                acts = Acts.REQUESTS,
                mechanism = "M56",
                says = "time series of requests with this resolution")
        @Nullable
        Double every,

        @Key(
                type = Type.FLAG,
                field = "false",
                acts = Acts.REQUESTS,
                mechanism = "M56",
                says = "where the time of requests goes, by component")
        boolean hops,

        @Later("watching internal states") @Key(type = Type.VALUE, mechanism = "M57", says = "open question 1")
        Map<String, Written> watch) {

    public Measure {
        at = List.copyOf(at);
        windows = List.copyOf(windows);
        percentiles = List.copyOf(percentiles);
        watch = Ordered.copy(watch);
    }
}
