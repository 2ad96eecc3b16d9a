package nines.model;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The stages from the failure of an active instance until another one works in its place;
 * they add up.
 */
@Block(title = "Failover, in stages that add up", path = "failover")
public record Failover(
        @Key(
                type = Type.NAME,
                silent = "itself",
                refers = {"components"},
                acts = Acts.STRUCTURAL,
                mechanism = "M32 M34",
                says = "controller whose quorum is needed and whose belief counts")
        @Nullable
        String controller,

        @Key(
                type = Type.TIME,
                silent = "by kind, see 2.1; else 0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M12 M32",
                says = "until it is noticed; or `health-check`")
        @Nullable
        Distribution detection,

        @Key(
                type = Type.BLOCK,
                silent = "none: `detection` says it",
                mechanism = "M12",
                says = "instead of `detection`")
        @Nullable
        HealthCheck healthCheck,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M32",
                says = "wait and see before acting")
        Distribution holdDown,

        @Key(type = Type.TIME, field = "0s", acts = Acts.STRUCTURAL, mechanism = "M42", says = "a human says go")
        Distribution decision,

        @Key(
                type = Type.WORD,
                field = "lease",
                acts = Acts.STRUCTURAL,
                mechanism = "M33",
                says =
                        "`none`: an old primary that is cut off, or paused and back, goes on writing; all others stop it in `fencing-time`")
        Fencing fencing,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M33",
                says = "until the old one surely writes no more")
        Distribution fencingTime,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M42",
                says = "compute is started or scaled")
        Distribution start,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M32",
                says = "the standby becomes the active one")
        Distribution promotion,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M02 M32",
                says = "until clients have found the new one: name cache, proxy, virtual address")
        Distribution redirect,

        @Key(
                type = Type.SHARE,
                field = "95%",
                textbook = "100%",
                acts = Acts.STRUCTURAL,
                mechanism = "M32",
                says = "coverage")
        double success,

        @Key(
                type = Type.WORD,
                field = "at-end",
                acts = Acts.STRUCTURAL,
                mechanism = "M32",
                says = "when a failover that does not work is found out: after its last stage, or `after-detection`")
        Shows shows,

        @Key(
                type = Type.BLOCK,
                field = "40min",
                textbook = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M51",
                says = "a person finishes it; a duration means `{ fix: it }`")
        Repair otherwise,

        @Later("replication lag")
        @Key(
                type = Type.TIME,
                field = "never",
                acts = Acts.STRUCTURAL,
                mechanism = "M32",
                says = "a replica further behind may not win")
        @Nullable
        Distribution lagLimit,

        @Later("the scope of a failover")
        @Key(
                type = Type.WORD,
                field = "region",
                acts = Acts.STRUCTURAL,
                mechanism = "M32",
                says = "where the new one may be")
        Scope scope,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M32",
                says = "no second failover within, after the first has ended")
        Distribution antiFlap,

        @Key(type = Type.WORD, field = "running", acts = Acts.STRUCTURAL, says = "do other clocks run during failover?")
        Meanwhile meanwhile,

        @Key(type = Type.BLOCK, field = "never", mechanism = "M42", says = "`never`, `at-once`, or a block")
        Failback failback) {

    /** The words of {@code fencing}. */
    public enum Fencing {
        NONE,
        LEASE,
        TOKEN,
        POWER_OFF
    }

    /** The words of {@code scope}. */
    public enum Scope {
        REGION,
        ANYWHERE,
        ZONE
    }

    /** The words of {@code meanwhile}. */
    public enum Meanwhile {
        RUNNING,
        FROZEN
    }

    /** The words of {@code shows}. */
    public enum Shows {
        AT_END,
        AFTER_DETECTION
    }
}
