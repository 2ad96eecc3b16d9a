package nines.reports;

import java.util.List;
import nines.result.Availability;
import nines.result.Journey;
import nines.result.Verdict;

/**
 * One journey in the table of all.
 *
 * @param name of the journey
 * @param traffic mean rate offered; empty without traffic
 * @param nines with {@code ?} when they are not to be trusted
 * @param served share of requests
 * @param lost a year
 * @param interval of what is lost
 * @param byClock time below the threshold a year
 * @param outages a year
 * @param promises the targets with their verdicts
 */
record JourneyLine(
        String name,
        String traffic,
        String nines,
        String served,
        String lost,
        String interval,
        String byClock,
        String outages,
        List<Promise> promises) {
    static JourneyLine of(Journey journey) {
        Availability requests = journey.requests();
        boolean trusted = requests.unavailability().verdict() != Verdict.NOT_TRUSTED;
        return new JourneyLine(
                journey.name(),
                Double.isNaN(journey.requestsPerSecond())
                        ? ""
                        : Amounts.plain(journey.requestsPerSecond()) + " requests/s",
                Amounts.nines(requests.nines()) + (trusted ? "" : " ?"),
                Amounts.availability(requests.unavailability()),
                Amounts.duration(requests.downtimePerYear()),
                Amounts.durations(requests.downtimePerYear()),
                Amounts.duration(journey.time().downtimePerYear()),
                Amounts.perYear(journey.outages().perYear()),
                Promise.of(journey));
    }
}
