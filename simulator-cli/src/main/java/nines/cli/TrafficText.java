package nines.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nines.reports.Amounts;
import nines.result.Estimate;
import nines.result.Failure;
import nines.result.Hop;
import nines.result.JourneyTraffic;
import nines.result.Quantile;
import nines.result.Result;
import nines.result.StationTraffic;
import nines.result.Target;
import nines.result.Traffic;

/** What was seen of single requests, as tables: how fast, what failed and why, and how busy each component is. */
final class TrafficText {
    private final Result result;
    private final Traffic traffic;
    private final Paint paint;
    private final int columns;

    TrafficText(Result result, Traffic traffic, Paint paint, int columns) {
        this.result = result;
        this.traffic = traffic;
        this.paint = paint;
        this.columns = columns;
    }

    /** Arrivals, success and mean response of each journey. */
    List<String> answer() {
        Table table = new Table("lrrrrl")
                .row(
                        "",
                        paint.faint("offered"),
                        paint.faint("succeeded"),
                        paint.faint("goodput"),
                        paint.faint("response"),
                        paint.faint(level() + " interval"));
        for (JourneyTraffic journey : traffic.journeys()) {
            table.row(
                    paint.bold(journey.name()),
                    rate(journey.offeredPerSecond()),
                    succeeded(journey),
                    rate(journey.goodput()),
                    Amounts.duration(journey.response()),
                    Amounts.durations(journey.response()));
        }
        return table.lines();
    }

    private String level() {
        for (JourneyTraffic journey : traffic.journeys()) {
            if (journey.response().hasInterval()) {
                return Amounts.percent(journey.response().level());
            }
        }
        return "";
    }

    private String succeeded(JourneyTraffic journey) {
        return result.journey(journey.name())
                .map(each -> Amounts.availability(each.requests().unavailability(), 2))
                .orElse(Amounts.NOT_KNOWN);
    }

    private static String rate(Estimate perSecond) {
        return perSecond.isKnown() ? Amounts.number(perSecond) + "/s" : Amounts.NOT_KNOWN;
    }

    /** Percentiles of the response times. */
    List<String> percentiles() {
        List<String> lines = new ArrayList<>();
        Table table = new Table("lrl");
        for (JourneyTraffic journey : traffic.journeys()) {
            for (Quantile quantile : journey.percentiles()) {
                Estimate value = quantile.value();
                String of = traffic.journeys().size() == 1 ? "" : journey.name() + " ";
                table.row(
                        of + "p" + Amounts.promised(quantile.share()).replace(" %", ""),
                        Amounts.duration(value),
                        value.hasInterval() ? Amounts.durations(value) : paint.faint(value.reason()));
            }
        }
        lines.addAll(table.lines());
        return lines;
    }

    /** What became of each promise about response times. */
    List<String> promises() {
        List<String> lines = new ArrayList<>();
        for (JourneyTraffic journey : traffic.journeys()) {
            for (Target target : journey.targets()) {
                String verdict = switch (target.outcome()) {
                    case MET -> paint.good("met");
                    case MISSED -> paint.bad("missed");
                    case NOT_DECIDED -> paint.unsure("not decided");
                };
                Estimate measured = target.measured();
                String found = measured == null || !measured.isKnown()
                        ? Amounts.NOT_KNOWN
                        : Amounts.duration(measured) + " (" + Amounts.durations(measured) + ")";
                lines.addAll(Prose.wrapped(
                        "  " + verdict + ": ",
                        "'" + journey.name() + "' promises a "
                                + target.measure().replace("response-", "") + " of "
                                + Amounts.plainDuration(target.promised())
                                + " and delivers " + found + ".",
                        columns));
            }
        }
        return lines;
    }

    /** What failed, by cause. */
    List<String> failures() {
        Table table = new Table("lrrl");
        table.row("", paint.faint("requests"), paint.faint("of all offered"), paint.faint("interval"));
        for (JourneyTraffic journey : traffic.journeys()) {
            for (Failure failure : journey.failures()) {
                table.row(
                        (traffic.journeys().size() == 1 ? "" : journey.name() + ": ") + failure.cause(),
                        Amounts.count(failure.requests()),
                        Amounts.smallPercent(failure.share().value()),
                        failure.share().hasInterval()
                                ? Amounts.smallPercent(failure.share().low()) + " to "
                                        + Amounts.smallPercent(failure.share().high())
                                : "");
            }
        }
        boolean none = traffic.journeys().stream()
                .allMatch(journey -> journey.failures().isEmpty());
        List<String> lines = new ArrayList<>(none ? List.of() : table.lines());
        for (JourneyTraffic journey : traffic.journeys()) {
            Estimate attempts = journey.attemptsPerRequest();
            if (attempts.value() >= 1.005) {
                lines.addAll(Prose.wrapped(
                        "  ",
                        "Each request of '" + journey.name() + "' took " + Amounts.number(attempts)
                                + " attempts on average.",
                        columns));
            }
        }
        return lines;
    }

    /** Where the mean response goes, hop by hop. */
    List<String> hops() {
        List<String> lines = new ArrayList<>();
        for (JourneyTraffic journey : traffic.journeys()) {
            if (!journey.hops().isEmpty()) {
                lines.addAll(hops(journey));
            }
        }
        return lines;
    }

    private List<String> hops(JourneyTraffic journey) {
        List<String> titles = List.of("waiting", "service", "on the way", "pauses", "in vain");
        List<Function<Hop, Estimate>> columns = List.of(Hop::waiting, Hop::service, Hop::link, Hop::pause, Hop::inVain);
        boolean[] shown = new boolean[titles.size()];
        for (int i = 0; i < shown.length; i++) {
            for (Hop hop : journey.hops()) {
                shown[i] |= columns.get(i).apply(hop).value() > 0;
            }
        }
        List<String> header =
                new ArrayList<>(List.of(paint.bold(journey.name()), paint.faint("mean"), paint.faint("share")));
        for (int i = 0; i < shown.length; i++) {
            if (shown[i]) {
                header.add(paint.faint(titles.get(i)));
            }
        }
        Table table = new Table("l" + "r".repeat(header.size() - 1)).row(header.toArray(String[]::new));
        for (Hop hop : journey.hops()) {
            List<String> row = new ArrayList<>(List.of(
                    hop.name(),
                    Amounts.duration(hop.total()),
                    Amounts.percent(hop.total().value() / journey.response().value())));
            for (int i = 0; i < shown.length; i++) {
                if (shown[i]) {
                    Estimate part = columns.get(i).apply(hop);
                    row.add(part.value() > 0 ? Amounts.duration(part) : "");
                }
            }
            table.row(row.toArray(String[]::new));
        }
        return table.lines();
    }

    /** How busy each component is, and how long requests wait there. */
    List<String> stations() {
        Table table = new Table("lrrrrrr")
                .row(
                        "",
                        paint.faint("served"),
                        paint.faint("busy"),
                        paint.faint("in queue"),
                        paint.faint("most"),
                        paint.faint("mean wait"),
                        paint.faint("turned away"));
        for (StationTraffic station : traffic.stations()) {
            if (station.within().isEmpty()) {
                table.row(
                        paint.bold(station.name()),
                        rate(station.throughput()),
                        station.utilisation().isKnown()
                                ? Amounts.percent(station.utilisation().value())
                                : Amounts.number(station.busy()),
                        Amounts.number(station.queueLength()),
                        Amounts.count(station.queueMost()),
                        Amounts.duration(station.waiting()),
                        station.rejected().value() > 0
                                ? Amounts.percent(station.rejected().value())
                                : "");
            }
        }
        List<String> lines = new ArrayList<>(table.lines());
        for (StationTraffic station : traffic.stations()) {
            if (station.within().isEmpty() && station.hits().isKnown()) {
                lines.add("  " + Amounts.percent(station.hits().value()) + " of what was asked for was in "
                        + station.name() + ".");
            }
            if (station.within().isEmpty() && station.instances().isKnown()) {
                lines.add("  " + station.name() + " had " + Amounts.number(station.instances())
                        + " instances on average.");
            }
        }
        return lines;
    }

    /** What all of this rests on. */
    List<String> trust() {
        List<String> lines = new ArrayList<>();
        lines.addAll(Prose.wrapped(
                "  - ",
                Amounts.count(traffic.requests()) + " requests in "
                        + Prose.count(result.effort().replications(), "replication") + " of "
                        + Amounts.plainDuration(result.scenario().horizon()) + ", in "
                        + Amounts.duration(result.effort().wallSeconds(), 2) + "; seed "
                        + result.scenario().seed() + ".",
                columns));
        lines.addAll(Prose.wrapped(
                "  - ",
                (traffic.measuredFrom() > 0
                                ? "The first " + Amounts.plainDuration(traffic.measuredFrom())
                                        + " of each replication are left out as warm-up. "
                                : "")
                        + traffic.warmUp(),
                columns));
        return lines;
    }
}
