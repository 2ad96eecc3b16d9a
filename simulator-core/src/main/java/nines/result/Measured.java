package nines.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a result, so that all of them can be gone through alike.
 *
 * @param of journey, component or instance
 * @param measure in words
 * @param unit {@code 1} for shares and probabilities, {@code s} for times, {@code /y} and {@code /s} for frequencies
 * @param estimate the figure
 */
public record Measured(String of, String measure, String unit, Estimate estimate) {

    /** All figures that theory knows too, in the order of the result. */
    public static List<Measured> knownExactly(Result result) {
        return knownExactly(result.journeys(), result.traffic());
    }

    /** As above, of the parts of a result. */
    public static List<Measured> knownExactly(List<Journey> journeys, @Nullable Traffic traffic) {
        List<Measured> all = new ArrayList<>();
        journeys.forEach(journey -> journey(journey, all));
        if (traffic != null) {
            traffic.journeys().forEach(journey -> requests(journey, all));
            traffic.stations().forEach(station -> station(station, all));
        }
        return all.stream()
                .filter(each ->
                        each.estimate.exact() != null && each.estimate.exact().isKnown() && each.estimate.isKnown())
                .toList();
    }

    private static void journey(Journey journey, List<Measured> all) {
        String name = journey.name();
        all.add(new Measured(name, "requests lost", "1", journey.requests().unavailability()));
        all.add(new Measured(name, "time down", "1", journey.time().unavailability()));
        Outages outages = journey.outages();
        all.add(new Measured(name, "outages", "/y", outages.perYear()));
        all.add(new Measured(name, "between outages", "s", outages.mtbf()));
        all.add(new Measured(name, "mean outage", "s", outages.mttr()));
        all.add(new Measured(name, "first outage after", "s", journey.first().mttff()));
        for (Reliability reliability : journey.first().reliability()) {
            all.add(new Measured(name, "no outage up to " + time(reliability.time()), "1", reliability.probability()));
        }
        for (Moment moment : journey.moments()) {
            String time = time(moment.time());
            all.add(new Measured(name, "up at " + time, "1", moment.up()));
            all.add(new Measured(name, "served at " + time, "1", moment.served()));
            all.add(new Measured(name, "up until " + time, "1", moment.upUntil()));
            all.add(new Measured(name, "served until " + time, "1", moment.servedUntil()));
            all.add(new Measured(name, "no outage until " + time, "1", moment.reliability()));
            all.add(new Measured(
                    name, "downtime until " + time, "s", moment.downtime().mean()));
            all.add(new Measured(
                    name, "no downtime until " + time, "1", moment.downtime().none()));
            for (Quantile quantile : moment.downtime().quantiles()) {
                all.add(new Measured(
                        name, "downtime " + percentile(quantile.share()) + " until " + time, "s", quantile.value()));
            }
            for (Miss miss : moment.downtime().misses()) {
                all.add(new Measured(
                        name,
                        "more than " + time(miss.allowedDowntime()) + " down until " + time,
                        "1",
                        miss.probability()));
            }
        }
    }

    private static void requests(JourneyTraffic journey, List<Measured> all) {
        String name = journey.name();
        all.add(new Measured(name, "goodput", "/s", journey.goodput()));
        all.add(new Measured(name, "mean response", "s", journey.response()));
        for (Quantile quantile : journey.percentiles()) {
            all.add(new Measured(name, "response " + percentile(quantile.share()), "s", quantile.value()));
        }
        all.add(new Measured(name, "under way", "n", journey.inFlight()));
    }

    private static void station(StationTraffic station, List<Measured> all) {
        String name = station.name();
        all.add(new Measured(name, "served", "/s", station.throughput()));
        all.add(new Measured(name, "utilisation", "1", station.utilisation()));
        all.add(new Measured(name, "workers busy", "n", station.busy()));
        all.add(new Measured(name, "in queue", "n", station.queueLength()));
        all.add(new Measured(name, "mean wait", "s", station.waiting()));
        all.add(new Measured(name, "deviation of waits", "s", station.waitingDeviation()));
        all.add(new Measured(name, "share that waits", "1", station.waits()));
        all.add(new Measured(name, "turned away", "1", station.rejected()));
    }

    private static String percentile(double share) {
        String digits = String.format(Locale.ROOT, "%.10f", 100 * share).replaceAll("0+$", "");
        return "p" + digits.replaceAll("\\.$", "");
    }

    private static String time(double seconds) {
        return nines.quantity.Figures.duration(seconds);
    }
}
