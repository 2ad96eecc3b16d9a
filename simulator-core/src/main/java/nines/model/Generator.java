package nines.model;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Makes power when the utility is gone.
 */
@Kind(
        name = "generator",
        says = "Makes power when the utility is gone.",
        fails = "{ running: { like: catalogue:power.gen.run.good, common-cause: 5% } }")
public record Generator(
        @Flat Common common,

        @Key(type = Type.TIME, field = "never", acts = Acts.STRUCTURAL, mechanism = "M44", says = "fuel") @Nullable
        Distribution runsFor)
        implements Component {}
