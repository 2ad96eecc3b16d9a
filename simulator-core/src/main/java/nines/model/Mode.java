package nines.model;

import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * One way to fail: how long until it happens, what it does, who finds it, how it is mended.
 */
@Block(title = "Failure modes", path = "fails.*")
public record Mode(
        String name,
        @Nullable String about,

        @Key(
                type = Type.LIFE,
                required = true,
                acts = Acts.STRUCTURAL,
                mechanism = "M24 M25",
                says = "random text, see 3; a bare duration is refused here")
        Distribution timeToFailure,

        @Key(
                type = Type.WORD,
                field = "operating",
                acts = Acts.STRUCTURAL,
                mechanism = "M25",
                says = "does the clock run while it is down, waiting or in maintenance?")
        Clock clock,

        @Key(
                type = Type.WORD,
                field = "down",
                mechanism = "M47",
                says = "hang: only a deeper probe sees it; isolated: alive but unreachable")
        Effect effect,

        @Key(
                type = Type.FACTOR,
                positive = true,
                field = "1x",
                acts = Acts.REQUESTS,
                mechanism = "M47",
                says = "service times longer by this; implies degraded")
        double slow,

        @Key(
                type = Type.SHARE,
                field = "0%",
                mechanism = "M47",
                says = "share of answers that are wrong; implies degraded")
        double errors,

        @Key(
                type = Type.TIME,
                silent = "the normal one",
                acts = Acts.REQUESTS,
                mechanism = "M47",
                says = "instead of the normal one; implies degraded")
        @Nullable
        Distribution serviceTime,

        @Key(
                type = Type.BLOCK,
                silent = "0%",
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "part of these failures that comes in shocks; `5%` means `{ share: 5%, hits: all }`")
        List<Shock> commonCause,

        @Key(
                type = Type.HITS,
                field = "all",
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "in a place or group: how many members")
        Hits hits,

        @Key(
                type = Type.SHARE,
                silent = "nothing",
                refers = {"components"},
                acts = Acts.STRUCTURAL,
                mechanism = "M46 M53",
                says = "other components brought down with it, each with a probability")
        Map<String, Double> alsoHits,

        @Key(
                type = Type.FLAG,
                field = "false",
                acts = Acts.STRUCTURAL,
                mechanism = "M40 M41",
                says = "local data is gone: databases must copy or restore it, backups begin anew")
        boolean losesData,

        @Key(
                type = Type.WORD,
                field = "at-once",
                acts = Acts.STRUCTURAL,
                mechanism = "M50",
                says =
                        "when anybody learns of it, and so when repair starts: `at-once`; `by-probe` when the first observer believes it down; `on-demand` when it is called upon; `by-inspection`")
        Found found,

        @Key(
                type = Type.BLOCK,
                required = true,
                acts = Acts.STRUCTURAL,
                mechanism = "M51 M52",
                says = "a duration means `{ fix: it }`; `never`")
        @Nullable
        Repair repair,

        @Key(
                type = Type.WORD,
                field = "as-new",
                acts = Acts.STRUCTURAL,
                mechanism = "M25",
                says = "does the age survive the repair?")
        AfterRepair afterRepair,

        @Key(
                type = Type.FLAG,
                field = "false",
                acts = Acts.STRUCTURAL,
                mechanism = "M25",
                says = "repair renews every mode of the instance, not only the one that failed")
        boolean replaced) {

    public Mode {
        commonCause = List.copyOf(commonCause);
        alsoHits = Ordered.copy(alsoHits);
    }

    /** The words of {@code clock}. */
    public enum Clock {
        OPERATING,
        CALENDAR
    }

    /** The words of {@code found}. */
    public enum Found {
        AT_ONCE,
        BY_PROBE,
        ON_DEMAND,
        BY_INSPECTION
    }

    /** The words of {@code after-repair}. */
    public enum AfterRepair {
        AS_NEW,
        AS_BEFORE
    }

    /** A mode that takes the instance down, is known at once and mended in one stage. */
    public static Mode of(String name, Distribution timeToFailure, Distribution fix) {
        return new Mode(
                name,
                null,
                timeToFailure,
                Clock.OPERATING,
                Effect.DOWN,
                1,
                0,
                null,
                List.of(),
                new Hits.All(),
                Map.of(),
                false,
                Found.AT_ONCE,
                Repair.of(fix),
                AfterRepair.AS_NEW,
                false);
    }
}
