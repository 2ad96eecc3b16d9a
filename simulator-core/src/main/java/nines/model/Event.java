package nines.model;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to the system: when, and exactly one verb that says what.
 */
@Block(title = "Events: when", path = "events.*")
public record Event(
        String name,
        @Nullable String about,
        @Flat Verb verb,

        @Key(type = Type.DURATION, silent = "none", says = "once, this long after the start") @Nullable
        Double at,

        @Key(type = Type.TIME, silent = "none", says = "`7d` exactly, `exponential mean 3y` at random") @Nullable
        Distribution every,

        @Key(
                type = Type.TIME,
                field = "0s",
                mechanism = "M01 M46",
                says = "the hits, or the ramp of a surge, are spread over this time")
        Distribution over,

        @Key(type = Type.DURATION, silent = "one interval", says = "offset of the first, for fixed intervals") @Nullable
        Double first,

        @Key(
                type = Type.TIME,
                name = "for",
                silent = "none; needed by most verbs",
                says = "how long; needed by most verbs")
        @Nullable
        Distribution lasting,

        @Key(
                type = Type.HITS,
                field = "all",
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "how many of the targets")
        Hits hits) {}
