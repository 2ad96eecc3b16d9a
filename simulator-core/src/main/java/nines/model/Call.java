package nines.model;

import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * One request from a caller to a component.
 */
@Block(title = "Calls", path = "through[], calls[]", shortFor = "to")
public record Call(
        @Key(
                type = Type.NAME,
                silent = "required, unless `parallel` stands in its place",
                refers = {"components"},
                says = "component; a bare name means `{ to: name }`")
        @Nullable
        String to,

        @Key(
                type = Type.WORD,
                field = "write",
                mechanism = "M31 M37",
                says = "matters for components that hold data; write is the stricter")
        As as,

        @Key(type = Type.SHARE, field = "100%", says = "chance that the call is made")
        double share,

        @Key(type = Type.COUNT, field = "1", least = 1, acts = Acts.REQUESTS, says = "one after the other")
        int times,

        @Key(
                type = Type.HOW_MANY,
                field = "1",
                acts = Acts.REQUESTS,
                mechanism = "M38",
                says = "so many different shards at once; so far only `all` acts")
        HowMany fanOut,

        @Key(type = Type.FLAG, field = "false", mechanism = "M18", says = "the answer is fine without it")
        boolean soft,

        @Key(
                type = Type.NAME,
                refers = {"components"},
                mechanism = "M18",
                says = "asked when the first fails, with the same `timeout` and `retry`")
        @Nullable
        String fallback,

        @Key(type = Type.CALL, silent = "nothing", mechanism = "M23", says = "asked when a cache does not have it")
        @Nullable
        Call onMiss,

        @Key(type = Type.CALL, silent = "none", says = "what this one calls in turn")
        List<Call> calls,

        @Key(
                type = Type.CALL,
                silent = "none",
                acts = Acts.REQUESTS,
                mechanism = "M21",
                says = "in place of `to`: all at once, then go on")
        List<Call> parallel,

        @Key(
                type = Type.DURATION,
                field = "1s",
                textbook = "never",
                mechanism = "M16",
                says = "gives up waiting; `never`")
        double timeout,

        @Key(
                type = Type.WORD,
                field = "ignored",
                acts = Acts.REQUESTS,
                mechanism = "M16",
                says = "does the callee know the time left?")
        Deadline deadline,

        @Key(type = Type.BLOCK, field = "none", mechanism = "M17", says = "tries again") @Nullable
        Retry retry,

        @Key(
                type = Type.BLOCK,
                field = "none",
                acts = Acts.REQUESTS,
                mechanism = "M18",
                says = "stops calling a sick target")
        @Nullable
        Breaker breaker,

        @Key(
                type = Type.COUNT,
                least = 1,
                field = "unlimited",
                acts = Acts.REQUESTS,
                mechanism = "M19",
                says = "calls at once to this target")
        int bulkhead,

        @Key(
                type = Type.BLOCK,
                field = "none",
                acts = Acts.REQUESTS,
                mechanism = "M21",
                says = "asks a second one when the first is slow")
        @Nullable
        Hedge hedge) {

    public Call {
        calls = List.copyOf(calls);
        parallel = List.copyOf(parallel);
    }

    /** The words of {@code as}. */
    public enum As {
        WRITE,
        READ
    }

    /** The words of {@code deadline}. */
    public enum Deadline {
        PASSED_ON,
        IGNORED
    }

    /**
     * A caller that stops calling a sick target for a while.
     */
    @Block(title = "Circuit breaker", path = "breaker")
    public record Breaker(
            @Key(
                    type = Type.SHARE,
                    field = "50%",
                    acts = Acts.REQUESTS,
                    mechanism = "M18",
                    says = "opens at this failure share")
            double errors,

            @Key(
                    type = Type.DURATION,
                    field = "60s",
                    acts = Acts.REQUESTS,
                    mechanism = "M18",
                    says = "counts as failure")
            double slowerThan,

            @Key(type = Type.COUNT, least = 1, field = "100", acts = Acts.REQUESTS, mechanism = "M18", says = "calls")
            int window,

            @Key(
                    type = Type.DURATION,
                    field = "60s",
                    acts = Acts.REQUESTS,
                    mechanism = "M18",
                    says = "until it tries again")
            double openFor,

            @Key(
                    type = Type.COUNT,
                    least = 1,
                    field = "10",
                    acts = Acts.REQUESTS,
                    mechanism = "M18",
                    says = "half-open")
            int trials) {}

    /**
     * A second request sent when the first one is slow.
     */
    @Block(title = "Hedging", path = "hedge")
    public record Hedge(
            @Key(type = Type.TIME, required = true, acts = Acts.REQUESTS, mechanism = "M21", says = "usually the p95")
            Distribution after,

            @Key(type = Type.SHARE, field = "5%", acts = Acts.REQUESTS, mechanism = "M21", says = "extra load")
            double atMost) {}
}
