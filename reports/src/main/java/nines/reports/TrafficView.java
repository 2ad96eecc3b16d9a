package nines.reports;

import java.util.ArrayList;
import java.util.List;
import nines.result.Estimate;
import nines.result.JourneyTraffic;
import nines.result.Quantile;
import nines.result.Result;
import nines.result.StationTraffic;
import nines.result.Traffic;

/**
 * What was seen of single requests.
 *
 * @param note how much of it, and from when on
 * @param shares of the percentiles, as the heads of columns
 * @param journeys a line each
 * @param hops where their time goes; empty unless that was asked for
 * @param failures why requests failed
 * @param stations components with queues, and their instances
 * @param figures how long answers take
 * @param promises about response times
 */
record TrafficView(
        String note,
        List<String> shares,
        List<Line> journeys,
        List<Hop> hops,
        List<Failed> failures,
        List<Station> stations,
        List<Figure> figures,
        List<Promise> promises) {
    private static final int STATIONS = 60;
    private static final int FAILURES = 12;

    /** A journey. */
    record Line(
            String name,
            String offered,
            String goodput,
            String failed,
            String mean,
            List<String> percentiles,
            String attempts) {}

    /** What one component, link or the client itself contributes to the mean response of a journey. */
    record Hop(
            String journey,
            String name,
            String waiting,
            String service,
            String link,
            String pause,
            String inVain,
            String total,
            String share,
            String bar) {}

    /** One cause of failures of one journey. */
    record Failed(String journey, String cause, String requests, String share) {}

    /** A component with a queue, or one of its instances. */
    record Station(
            String name,
            boolean instance,
            String throughput,
            String utilisation,
            String bar,
            String queue,
            String most,
            String waiting,
            String rejected) {}

    static TrafficView of(Result result, Traffic traffic) {
        List<String> shares = traffic.journeys().stream()
                .flatMap(journey -> journey.percentiles().stream())
                .map(Quantile::share)
                .distinct()
                .sorted()
                .map(share -> "p" + Amounts.plain(100 * share))
                .toList();
        List<Failed> failures = new ArrayList<>();
        List<Promise> promises = new ArrayList<>();
        for (JourneyTraffic journey : traffic.journeys()) {
            journey.failures().stream()
                    .limit(FAILURES)
                    .forEach(failure -> failures.add(new Failed(
                            journey.name(),
                            failure.cause(),
                            Amounts.count(failure.requests()),
                            Amounts.smallPercent(failure.share().value()))));
            promises.addAll(journey.targets().stream().map(Promise::of).toList());
        }
        return new TrafficView(
                Amounts.count(traffic.requests()) + " requests were simulated in "
                        + Amounts.count(result.effort().replications()) + " replications of "
                        + Amounts.plainDuration(result.scenario().horizon()) + ". " + traffic.warmUp(),
                shares,
                traffic.journeys().stream()
                        .map(journey -> line(journey, shares))
                        .toList(),
                hops(traffic),
                failures,
                traffic.stations().stream()
                        .limit(STATIONS)
                        .map(TrafficView::station)
                        .toList(),
                Figure.of(traffic),
                promises);
    }

    private static List<Hop> hops(Traffic traffic) {
        List<Hop> hops = new ArrayList<>();
        for (JourneyTraffic journey : traffic.journeys()) {
            double all = journey.hops().stream()
                    .mapToDouble(hop -> hop.total().value())
                    .sum();
            for (nines.result.Hop hop : journey.hops()) {
                if (hop.total().value() > 0) {
                    double share = hop.total().value() / all;
                    hops.add(new Hop(
                            journey.name(),
                            hop.name(),
                            time(hop.waiting()),
                            time(hop.service()),
                            time(hop.link()),
                            time(hop.pause()),
                            time(hop.inVain()),
                            Amounts.duration(hop.total()),
                            Amounts.smallPercent(share),
                            Amounts.decimals(100 * Math.max(0, Math.min(1, share)), 1)));
                }
            }
        }
        return hops;
    }

    private static String time(Estimate seconds) {
        return seconds.value() > 0 ? Amounts.duration(seconds) : "";
    }

    private static Line line(JourneyTraffic journey, List<String> shares) {
        List<String> cells = new ArrayList<>();
        for (String share : shares) {
            cells.add(journey.percentiles().stream()
                    .filter(quantile -> ("p" + Amounts.plain(100 * quantile.share())).equals(share))
                    .map(quantile -> Amounts.duration(quantile.value()))
                    .findFirst()
                    .orElse(""));
        }
        double failed = journey.offered() > 0 ? (double) journey.failed() / journey.offered() : Double.NaN;
        return new Line(
                journey.name(),
                Amounts.number(journey.offeredPerSecond()) + "/s",
                Amounts.number(journey.goodput()) + "/s",
                Amounts.smallPercent(failed),
                Amounts.duration(journey.response()),
                cells,
                Amounts.number(journey.attemptsPerRequest()));
    }

    private static Station station(StationTraffic station) {
        Estimate utilisation = station.utilisation();
        return new Station(
                station.name(),
                !station.within().isEmpty(),
                Amounts.number(station.throughput()) + "/s",
                utilisation.isKnown() ? Amounts.percent(utilisation.value()) : "no limit",
                utilisation.isKnown() ? Amounts.decimals(100 * Math.max(0, Math.min(1, utilisation.value())), 1) : "0",
                Amounts.number(station.queueLength()),
                Amounts.count(station.queueMost()),
                Amounts.duration(station.waiting()),
                Amounts.smallPercent(station.rejected().value()));
    }
}
