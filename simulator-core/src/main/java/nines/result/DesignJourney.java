package nines.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journey in one of several designs.
 *
 * @param name of the journey
 * @param requests served / offered: the headline
 * @param time share of time at or above the threshold
 * @param outagesPerYear begun in 8760 h
 * @param mttr mean time of an outage, in seconds
 * @param outcome the worst of its targets; null without any
 * @param causes of lost requests, largest first: rows of the table of causes
 * @param difference to the first design; null for the first one, and where that has no such journey
 */
public record DesignJourney(
        String name,
        Availability requests,
        Availability time,
        Estimate outagesPerYear,
        Estimate mttr,
        @Nullable Outcome outcome,
        List<Share> causes,
        @Nullable Difference difference) {
    public DesignJourney {
        causes = List.copyOf(causes);
    }
}
