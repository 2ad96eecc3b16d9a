package nines.result;

import java.util.List;

/**
 * What happened to single requests over time, the warm-up included: replications pooled, interval by interval. Its figures
 * carry no intervals of confidence; they show when something happened, not how sure it is.
 *
 * @param every resolution asked for, in seconds
 * @param width of a point, in seconds: where there are more than a thousand intervals, several make one point
 * @param replications that were pooled
 * @param journeys in the order of the scenario
 * @param queues of components
 */
public record Series(
        double every, double width, int replications, List<JourneySeries> journeys, List<QueueSeries> queues) {
    public Series {
        journeys = List.copyOf(journeys);
        queues = List.copyOf(queues);
    }
}
