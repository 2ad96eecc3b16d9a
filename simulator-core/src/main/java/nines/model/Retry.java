package nines.model;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * How often and when a caller tries again.
 */
@Block(title = "Retries", path = "retry")
public record Retry(
        @Key(type = Type.COUNT, field = "3", least = 1, mechanism = "M17", says = "in all, the first included")
        int attempts,

        @Key(
                type = Type.TIME,
                name = "wait",
                silent = "full jitter between 0s and the growing base",
                mechanism = "M17",
                says = "instead of base and cap")
        @Nullable
        Distribution pause,

        @Key(type = Type.DURATION, field = "50ms", mechanism = "M17", says = "first back-off, doubled each time")
        double base,

        @Key(type = Type.DURATION, field = "20s", mechanism = "M17", says = "longest back-off")
        double cap,

        @Key(
                type = Type.SHARE,
                field = "100%",
                acts = Acts.REQUESTS,
                mechanism = "M17",
                says = "retries per request in the long run")
        double budget) {}
