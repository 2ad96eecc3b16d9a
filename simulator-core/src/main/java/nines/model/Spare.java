package nines.model;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Parts on the shelf.
 */
@Block(title = "Spares", path = "spares.*")
public record Spare(
        String name,
        @Nullable String about,

        @Key(
                type = Type.COUNT,
                field = "0",
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "parts at hand at the start")
        int stock,

        @Key(
                type = Type.TIME,
                field = "catalogue:ops.spare",
                textbook = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "of the replacement for a used one")
        Distribution delivery) {}
