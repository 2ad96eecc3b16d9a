package nines.model;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * A part of the failures of a mode that comes as an event common to several instances (the
 * beta factor and its kin).
 */
@Block(title = "Shocks", path = "common-cause[]", shortFor = "share")
public record Shock(
        @Key(
                type = Type.SHARE,
                required = true,
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "of this mode's failures")
        double share,

        @Key(
                type = Type.HITS,
                field = "all",
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "`all`, `40%` (each with this chance) or a number of instances as a distribution")
        Hits hits,

        @Key(
                type = Type.PLACE_KIND,
                silent = "anywhere",
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "members in the same place of that kind")
        @Nullable
        String within,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "spread of the hits in time")
        Distribution over,

        @Key(
                type = Type.WORD,
                field = "each",
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says =
                        "members are mended one by one, or the common event as one (a factor of 2 for a pair: pitfalls.md §1.3)")
        Repair repair) {

    /** The words of {@code repair}. */
    public enum Repair {
        EACH,
        TOGETHER
    }
}
