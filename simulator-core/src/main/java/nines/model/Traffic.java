package nines.model;

import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, how often and how patiently.
 */
@Block(title = "Traffic", path = "traffic.*")
public record Traffic(
        String name,
        @Nullable String about,

        @Key(
                type = Type.RATE,
                silent = "load 1, far below capacity",
                mechanism = "M01",
                says = "open loop: requests do not wait for answers")
        @Nullable
        Double rate,

        @Key(
                type = Type.COUNT,
                least = 1,
                acts = Acts.REQUESTS,
                mechanism = "M01",
                says = "closed loop; instead of `rate`")
        @Nullable
        Integer users,

        @Key(
                type = Type.TIME,
                field = "exponential mean 5s",
                acts = Acts.REQUESTS,
                mechanism = "M01",
                says = "between an answer and the next request")
        Distribution thinkTime,

        @Key(
                type = Type.SHARE,
                silent = "evenly",
                refers = {"journeys"},
                mechanism = "M01",
                says = "shares of journeys, adding up to 100 %")
        Map<String, Double> mix,

        @Later("where users are")
        @Key(
                type = Type.NAMES,
                silent = "everywhere",
                refers = {"places"},
                mechanism = "M01 M03",
                says = "where the users are")
        List<String> from,

        @Key(
                type = Type.TEXT,
                field = "poisson",
                acts = Acts.REQUESTS,
                mechanism = "M01",
                says = "`poisson`, or a distribution of gaps")
        String arrivals,

        @Key(
                type = Type.BLOCK,
                silent = "none",
                acts = Acts.REQUESTS,
                mechanism = "M01",
                says = "load that comes in bursts")
        @Nullable
        Bursts bursts,

        @Key(
                type = Type.FACTOR,
                field = "1x",
                mechanism = "M01",
                says = "peak over mean; shape and trough as in pitfalls.md §1.16 (a sine would touch zero at 2x)")
        double dayPeak,

        @Key(type = Type.BLOCK, silent = "none", mechanism = "M01", says = "rate by time, repeated")
        List<ProfileStep> profile,

        @Key(type = Type.TEXT, acts = Acts.REQUESTS, mechanism = "M01", says = "CSV file next to this one") @Nullable
        String trace,

        @Key(
                type = Type.DURATION,
                field = "2s",
                textbook = "never",
                mechanism = "M16",
                says = "gives up the attempt; `never`")
        double timeout,

        @Key(type = Type.TIME, field = "never", mechanism = "M01", says = "gives up waiting, not being served")
        @Nullable
        Distribution patience,

        @Key(type = Type.BLOCK, field = "none", mechanism = "M17", says = "tries again") @Nullable
        Retry retry,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M01",
                says = "users of a lost server come back within")
        Distribution reconnect) {

    public Traffic {
        mix = Ordered.copy(mix);
        from = List.copyOf(from);
        profile = List.copyOf(profile);
    }

    /**
     * A load that switches between calm and burst at random (a Markov-modulated Poisson process).
     */
    @Block(title = "Bursts", path = "bursts")
    public record Bursts(
            @Key(
                    type = Type.FACTOR,
                    required = true,
                    acts = Acts.REQUESTS,
                    mechanism = "M01",
                    says = "rate in a burst over mean")
            double load,

            @Key(
                    type = Type.SHARE,
                    required = true,
                    acts = Acts.REQUESTS,
                    mechanism = "M01",
                    says = "of time in bursts")
            double share,

            @Key(
                    type = Type.DURATION,
                    positive = true,
                    required = true,
                    acts = Acts.REQUESTS,
                    mechanism = "M01",
                    says = "length of a burst")
            double mean) {}

    /**
     * One corner of a load profile.
     */
    @Block(title = "Profile steps", path = "profile[]")
    public record ProfileStep(
            @Key(type = Type.DURATION, required = true, mechanism = "M01", says = "time since the start of the profile")
            double at,

            @Key(type = Type.RATE, required = true, mechanism = "M01", says = "linear between steps")
            double rate) {}
}
