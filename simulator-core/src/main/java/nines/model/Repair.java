package nines.model;

import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The stages of mending one failure; they add up.
 */
@Block(title = "Repair, in stages that add up", path = "repair", shortFor = "fix")
public record Repair(
        @Key(
                type = Type.TIME,
                field = "0s",
                silent = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M50",
                says = "until somebody knows")
        Distribution detection,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M51",
                says = "until somebody has taken it on")
        Distribution acknowledgement,

        @Key(
                type = Type.NAME,
                silent = "nobody to wait for",
                refers = {"crews"},
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "waits for a free hand; brings the crew's own stages as defaults")
        @Nullable
        String crew,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "until somebody is there")
        Distribution travel,

        @Key(
                type = Type.NAME,
                silent = "no part needed",
                refers = {"spares"},
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "waits for a part")
        @Nullable
        String spare,

        @Key(
                type = Type.TIME,
                silent = "required, unless the crew has one",
                acts = Acts.STRUCTURAL,
                mechanism = "M51",
                says = "hands-on time")
        Distribution fix,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M24",
                says = "until it serves again after the fix")
        Distribution restart,

        @Key(
                type = Type.SHARE,
                field = "0%",
                acts = Acts.STRUCTURAL,
                mechanism = "M53",
                says = "chance that the repair must be done again")
        double failsAgain) {
    /** A repair of one stage. */
    public static Repair of(Distribution fix) {
        Distribution none = new Deterministic(0);
        return new Repair(none, none, null, none, null, fix, none, 0);
    }
}
