package nines.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of single requests. All of it is about the time after the warm-up; requests that were under way when
 * measuring began or ended are counted as such, so that in every journey in flight at the start + offered = succeeded +
 * failed + in flight at the end.
 *
 * @param measuredFrom seconds of each replication that were left out as warm-up
 * @param warmUp how that was chosen, a whole sentence
 * @param requests that were simulated, the warm-up included
 * @param journeys in the order of the scenario
 * @param stations components with queues, each followed by its instances
 * @param series what happened over time; null unless asked for
 */
public record Traffic(
        double measuredFrom,
        String warmUp,
        long requests,
        List<JourneyTraffic> journeys,
        List<StationTraffic> stations,
        @Nullable Series series) {
    public Traffic {
        journeys = List.copyOf(journeys);
        stations = List.copyOf(stations);
    }
}
