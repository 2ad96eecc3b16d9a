package nines.model;

import nines.distribution.Distribution;

/**
 * How an observer forms its belief about a target: the probes, and how many of them change
 * its mind.
 */
@Block(title = "Health checks: the observer's belief", path = "health-check")
public record HealthCheck(
        @Key(type = Type.DURATION, field = "5s", positive = true, mechanism = "M12", says = "plus jitter of 10 %")
        double interval,

        @Key(
                type = Type.SHARE,
                field = "10%",
                textbook = "0%",
                mechanism = "M12",
                says = "each interval is longer or shorter by up to this part")
        double jitter,

        @Key(
                type = Type.DURATION,
                field = "2s",
                silent = "2s, or the interval if that is shorter",
                mechanism = "M12",
                says = "a probe without an answer for so long has failed")
        double timeout,

        @Key(
                type = Type.COUNT,
                field = "3",
                least = 1,
                mechanism = "M12",
                says = "failed probes in a row until believed down")
        int fall,

        @Key(type = Type.COUNT, field = "2", least = 1, mechanism = "M12", says = "good ones until believed up")
        int rise,

        @Key(
                type = Type.WORD,
                field = "http",
                mechanism = "M12",
                says = "tcp sees down; http sees hang; deep sees its needs and calls too")
        Probe probe,

        @Key(type = Type.SHARE, field = "0%", mechanism = "M12", says = "chance that a probe of a healthy target fails")
        double falseAlarm,

        @Key(type = Type.SHARE, field = "0%", mechanism = "M47", says = "chance that a probe of a sick target passes")
        double misses,

        @Key(type = Type.TIME, field = "0s", mechanism = "M12 M02", says = "from verdict to effect")
        Distribution propagation,

        @Key(
                type = Type.FLAG,
                field = "false",
                mechanism = "M12 M15",
                says = "all instances of the observer share one set of checks and so one belief")
        boolean shared,

        @Key(
                type = Type.WORD,
                field = "trusted",
                mechanism = "M12",
                says = "what an observer believes when it comes (back) to life")
        AtStart atStart) {

    /** The words of {@code probe}. */
    public enum Probe {
        TCP,
        HTTP,
        DEEP
    }

    /** The words of {@code at-start}. */
    public enum AtStart {
        TRUSTED,
        UNTRUSTED
    }
}
