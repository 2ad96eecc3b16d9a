package nines.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several designs that are compared.
 *
 * @param name of the variant, or the values of a point: {@code web.instances=3}
 * @param about the variant's description; may be empty
 * @param sets what a point of a sweep sets; empty for variants
 * @param fingerprint of its result
 * @param replications complete ones
 * @param stoppedBecause why there were no more
 * @param journeys in the order of the scenario
 * @param file it was read from; empty when that is not told
 * @param sha256 of that file; empty when that is not told
 * @param tradeOff what it gives for what it costs; null where it keeps no data and where gains are
 *     asked for
 */
public record Design(
        String name,
        String about,
        List<Setting> sets,
        String fingerprint,
        int replications,
        StoppedBecause stoppedBecause,
        List<DesignJourney> journeys,
        String file,
        String sha256,
        @Nullable TradeOff tradeOff) {
    public Design {
        sets = List.copyOf(sets);
        journeys = List.copyOf(journeys);
    }

    /** The same with what it gives for what it costs. */
    public Design with(@Nullable TradeOff figures) {
        return new Design(
                name, about, sets, fingerprint, replications, stoppedBecause, journeys, file, sha256, figures);
    }
}
