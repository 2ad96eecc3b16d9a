package nines.model;

import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import nines.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * The keys that components of every kind share.
 */
@Block(title = "Components: keys of every kind", path = "components.*")
public record Common(
        String name,
        @Nullable String about,

        @Key(
                type = Type.COUNT,
                silent = "1, or the sum of the counts of `in`",
                least = 1,
                mechanism = "M46",
                says = "web-1 … web-n; all of them, also for a database (one of them is primary)")
        int instances,

        @Key(
                type = Type.PLACEMENT,
                silent = "anywhere",
                refers = {"places"},
                mechanism = "M46",
                says = "a place, a list (spread evenly in order) or counts: `{ east: 6, west: 2 }`")
        List<Placement> in,

        @Key(type = Type.PLACE_KIND, mechanism = "M55", says = "one copy of this component in each place of that kind")
        @Nullable
        String per,

        @Key(type = Type.HOW_MANY, field = "all", mechanism = "M15 M32", says = "how many work; the others stand by")
        HowMany active,

        @Key(
                type = Type.HOW_MANY,
                silent = "1 (consensus: majority)",
                acts = Acts.STRUCTURAL,
                mechanism = "M34 M46",
                says = "works iff at least so many instances do; also `majority`, `all`, `75%`")
        HowMany needed,

        @Key(type = Type.WORD, field = "hot", acts = Acts.STRUCTURAL, mechanism = "M32", says = "how the others wait")
        Standby standby,

        @Key(
                type = Type.SHARE,
                silent = "100% / 50% / 0% by standby",
                acts = Acts.STRUCTURAL,
                mechanism = "M32",
                says = "failure rate while waiting, relative to working")
        double dormancy,

        @Key(
                type = Type.NAME,
                refers = {"components"},
                acts = Acts.STRUCTURAL,
                mechanism = "M32 M44",
                says = "waits for another component")
        @Nullable
        String standsByFor,

        @Key(
                type = Type.BLOCK,
                silent = "textbook: at once, always works; field: by kind, see 2.1",
                mechanism = "M15 M32",
                says = "what happens when an active instance fails")
        @Nullable
        Failover failover,

        @Key(
                type = Type.FACTOR,
                silent = "1x",
                acts = Acts.STRUCTURAL,
                mechanism = "M49",
                says = "failure-rate factor with 0, 1, 2 … instances down")
        List<Double> loadSharing,

        @Key(
                type = Type.BLOCK,
                silent = "by kind, see 2.1",
                mechanism = "M24 M25 M47",
                says = "named failure modes that compete; `never`")
        Map<String, Mode> fails,

        @Key(
                type = Type.CONDITION,
                acts = Acts.STRUCTURAL,
                mechanism = "M43 M44 M46",
                says = "cannot work without; no requests are sent there")
        @Nullable
        Condition needs,

        @Key(
                type = Type.TIME,
                silent = "textbook 0s; field: by kind",
                mechanism = "M24",
                says = "until it serves again after an interruption")
        Distribution restart,

        @Key(
                type = Type.MONEY,
                field = "0 USD/month",
                mechanism = "M56",
                says = "per instance, while it stands; told beside what designs give for it")
        Money cost,

        @Key(
                type = Type.FLAG,
                field = "true",
                acts = Acts.STRUCTURAL,
                mechanism = "M25",
                says =
                        "does it go on failing while every journey that uses it is down? `false`: its operating clocks stand still")
        boolean agesInOutage) {

    public Common {
        in = List.copyOf(in);
        loadSharing = List.copyOf(loadSharing);
        fails = Ordered.copy(fails);
    }

    /** The words of {@code standby}. */
    public enum Standby {
        HOT,
        WARM,
        COLD
    }
}
