package nines.model;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * How long a need may be missing before it hurts.
 */
@Block(title = "Tolerance", path = "tolerates", shortFor = "for")
public record Tolerance(
        @Key(
                type = Type.TIME,
                name = "for",
                required = true,
                acts = Acts.STRUCTURAL,
                mechanism = "M44",
                says = "battery, token lifetime, grace period; a duration alone means this")
        Distribution lasting,

        @Key(
                type = Type.SHARE,
                field = "100%",
                acts = Acts.STRUCTURAL,
                mechanism = "M44",
                says = "chance that it works when called")
        double success,

        @Key(
                type = Type.NAME,
                refers = {"components"},
                acts = Acts.STRUCTURAL,
                mechanism = "M44",
                says = "component that must work for it")
        @Nullable
        String with) {}
