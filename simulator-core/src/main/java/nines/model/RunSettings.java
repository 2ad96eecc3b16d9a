package nines.model;

import org.jspecify.annotations.Nullable;

/**
 * How to compute; never changes what the model means.
 */
@Block(title = "Run settings", path = "run")
public record RunSettings(
        @Key(type = Type.WORD, field = "structural", mechanism = "M57", says = "which layers run: see the design")
        Fidelity fidelity,

        @Key(
                type = Type.DURATION,
                silent = "10y (requests: 1h)",
                positive = true,
                mechanism = "M57",
                says = "of one replication")
        double horizon,

        @Key(
                type = Type.WORD,
                field = "fresh",
                acts = Acts.STRUCTURAL,
                mechanism = "M57",
                says = "fresh: all new at t = 0, availability over the horizon; steady: the limiting one")
        Start start,

        @Key(type = Type.COUNT, silent = "until precise", least = 1, mechanism = "M57", says = "exactly so many")
        @Nullable
        Integer replications,

        @Key(
                type = Type.SHARE,
                field = "5%",
                positive = true,
                mechanism = "M57",
                says = "half width / estimate of the unavailability")
        double precision,

        @Key(type = Type.SHARE, field = "95%", positive = true, mechanism = "M57", says = "level of every interval")
        double confidence,

        @Key(
                type = Type.DURATION,
                field = "60s",
                positive = true,
                mechanism = "M57",
                says = "stop and report what is there")
        double wallClock,

        @Key(
                type = Type.COUNT,
                field = "1",
                mechanism = "M57",
                says = "same scenario and seed: same result, to the last bit")
        int seed,

        @Key(
                type = Type.DURATION,
                silent = "automatic",
                acts = Acts.REQUESTS,
                mechanism = "M57",
                says = "warm-up cut off latency figures")
        @Nullable
        Double discard) {

    /** The words of {@code fidelity}. */
    public enum Fidelity {
        STRUCTURAL,
        REQUESTS,
        TWO_SCALE
    }

    /** The words of {@code start}. */
    public enum Start {
        FRESH,
        STEADY
    }
}
