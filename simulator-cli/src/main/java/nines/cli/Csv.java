package nines.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nines.reports.Amounts;
import nines.result.Availability;
import nines.result.Cause;
import nines.result.Comparison;
import nines.result.Contribution;
import nines.result.DataCause;
import nines.result.DataSafety;
import nines.result.Design;
import nines.result.DesignJourney;
import nines.result.Difference;
import nines.result.Durability;
import nines.result.Episode;
import nines.result.Estimate;
import nines.result.Failure;
import nines.result.Hop;
import nines.result.Journey;
import nines.result.JourneySeries;
import nines.result.JourneyTraffic;
import nines.result.Part;
import nines.result.Provenance;
import nines.result.Quantile;
import nines.result.QueueSeries;
import nines.result.Result;
import nines.result.Series;
import nines.result.Setting;
import nines.result.SolvedStructure;
import nines.result.Split;
import nines.result.StageTime;
import nines.result.StationTraffic;
import nines.result.Story;
import nines.result.Target;
import nines.result.TradeOff;
import nines.result.Traffic;
import nines.result.Window;

/**
 * The tables of a result as comma-separated values (RFC 4180) for spreadsheets and data frames. Times are in seconds,
 * shares between 0 and 1; a value that is not known is empty.
 */
final class Csv {
    private static final String ESTIMATE = "value,low,high,level,verdict";

    /** A number as this class writes it. */
    private static final String NUMBER = "[-+]?(inf|[0-9.]+([eE][-+]?[0-9]+)?)";

    private final StringBuilder text = new StringBuilder();

    private Csv(String header) {
        text.append(header).append('\n');
    }

    /** One line for each estimate: of which journey, component or place, what, and how sure. */
    static String estimates(Result result) {
        Csv csv = new Csv("level-of,name,measure," + ESTIMATE);
        for (Journey journey : result.journeys()) {
            csv.journey(journey);
        }
        Traffic traffic = result.traffic();
        if (traffic != null) {
            csv.traffic(traffic);
        }
        for (Part part : result.parts()) {
            csv.estimate(part.level(), part.name(), "availability", part.availability());
            csv.estimate(part.level(), part.name(), "failures-per-year", part.failuresPerYear());
            csv.estimate(part.level(), part.name(), "taken-down-per-year", part.takenDownPerYear());
            csv.estimate(part.level(), part.name(), "downtime-per-year", part.downtimePerYear());
        }
        for (DataSafety data : result.data()) {
            csv.data(data);
        }
        for (Durability store : result.durability()) {
            csv.store(store);
        }
        return csv.text.toString();
    }

    /** One line for each journey and stretch of time: requests per second, response times in seconds. */
    static String series(Series series) {
        Csv csv = new Csv("journey,at,offered,succeeded,failed,p50,p99,offered-most,failed-most,p99-most");
        for (JourneySeries journey : series.journeys()) {
            for (JourneySeries.Point point : journey.points()) {
                csv.line(
                        journey.name(),
                        number(point.at()),
                        number(point.offered()),
                        number(point.succeeded()),
                        number(point.failed()),
                        number(point.p50()),
                        number(point.p99()),
                        number(point.offeredMost()),
                        number(point.failedMost()),
                        number(point.p99Most()));
            }
        }
        return csv.text.toString();
    }

    /** One line for each component with a queue and stretch of time. */
    static String queues(Series series) {
        Csv csv = new Csv("component,at,queue-length,queue-most");
        for (QueueSeries queue : series.queues()) {
            for (QueueSeries.Point point : queue.points()) {
                csv.line(queue.name(), number(point.at()), number(point.length()), Integer.toString(point.most()));
            }
        }
        return csv.text.toString();
    }

    private void data(DataSafety data) {
        String name = data.name();
        estimate("data", name, "interruptions-per-year", data.interruptionsPerYear());
        estimate("data", name, "take-overs-per-year", data.takeoversPerYear());
        estimate("data", name, "restores-per-year", data.restoresPerYear());
        estimate("data", name, "gone-completely-per-year", data.goneCompletelyPerYear());
        estimate("data", name, "loss-of-all-per-year", data.lossOfAllPerYear());
        estimate("data", name, "losses-per-year", data.lossesPerYear());
        estimate("data", name, "lost-seconds-per-year", data.secondsPerYear());
        estimate("data", name, "lost-records-per-year", data.recordsPerYear());
        estimate("data", name, "doubtful-seconds-per-year", data.doubtfulPerYear());
        estimate("data", name, "lost-seconds-mean", data.seconds());
        estimate("data", name, "lost-records-mean", data.records());
        for (Quantile quantile : data.secondsQuantiles()) {
            estimate("data", name, "lost-seconds-p" + percent(quantile.share()), quantile.value());
        }
        estimate("data", name, "recovery-mean", data.recovery());
        for (Quantile quantile : data.recoveryQuantiles()) {
            estimate("data", name, "recovery-p" + percent(quantile.share()), quantile.value());
        }
        for (StageTime stage : data.stages()) {
            estimate("data", name, "recovery in " + stage.stage(), stage.seconds());
        }
        Split split = data.split();
        if (split != null) {
            estimate("data", name, "splits-per-year", split.perYear());
            estimate("data", name, "split-seconds-per-year", split.secondsPerYear());
            estimate("data", name, "split-records-per-year", split.recordsPerYear());
            estimate("data", name, "split-seconds-mean", split.seconds());
        }
        for (DataCause cause : data.byCause()) {
            String root = cause.root();
            estimate("data", name, "interruptions-per-year: " + root, cause.perYear());
            estimate("data", name, "gone-completely-per-year: " + root, cause.goneCompletelyPerYear());
            estimate("data", name, "lost-seconds-mean: " + root, cause.seconds());
            estimate("data", name, "lost-records-mean: " + root, cause.records());
            estimate("data", name, "recovery-mean: " + root, cause.recovery());
        }
    }

    private void store(Durability store) {
        String name = store.name();
        estimate("store", name, "losses-per-year", store.lossesPerYear());
        estimate("store", name, "objects-lost-per-year", store.objectsPerYear());
        estimate("store", name, "objects-unread-per-year", store.unreadPerYear());
        estimate("store", name, "loss-of-an-object-per-year", store.everyLossPerYear());
        estimate("store", name, "chunks-taken-per-year", store.takenPerYear());
        estimate("store", name, "chunks-rebuilt-per-year", store.rebuiltPerYear());
    }

    private void traffic(Traffic traffic) {
        for (JourneyTraffic journey : traffic.journeys()) {
            String name = journey.name();
            estimate("journey", name, "offered-per-second", journey.offeredPerSecond());
            estimate("journey", name, "goodput", journey.goodput());
            estimate("journey", name, "response-mean", journey.response());
            for (Quantile quantile : journey.percentiles()) {
                estimate("journey", name, "response-p" + percent(quantile.share()), quantile.value());
            }
            for (Failure failure : journey.failures()) {
                estimate("journey", name, "failed: " + failure.cause(), failure.share());
            }
            estimate("journey", name, "attempts-per-request", journey.attemptsPerRequest());
            estimate("journey", name, "in-flight", journey.inFlight());
            for (Hop hop : journey.hops()) {
                String of = "response in " + hop.name();
                estimate("journey", name, of, hop.total());
                estimate("journey", name, of + ": waiting", hop.waiting());
                estimate("journey", name, of + ": service", hop.service());
                estimate("journey", name, of + ": link", hop.link());
                estimate("journey", name, of + ": pause", hop.pause());
                estimate("journey", name, of + ": in-vain", hop.inVain());
            }
        }
        for (StationTraffic station : traffic.stations()) {
            String level = station.within().isEmpty() ? "component" : "instance";
            String name = station.name();
            estimate(level, name, "throughput", station.throughput());
            estimate(level, name, "utilisation", station.utilisation());
            estimate(level, name, "busy", station.busy());
            estimate(level, name, "queue-length", station.queueLength());
            estimate(level, name, "waiting-mean", station.waiting());
            estimate(level, name, "waiting-deviation", station.waitingDeviation());
            estimate(level, name, "waits", station.waits());
            estimate(level, name, "rejected", station.rejected());
            estimate(level, name, "wasted", station.wasted());
        }
    }

    private void journey(Journey journey) {
        availability(journey.name(), "requests", journey.requests());
        availability(journey.name(), "time", journey.time());
        estimate(
                "journey", journey.name(), "outages-per-year", journey.outages().perYear());
        estimate("journey", journey.name(), "mtbf", journey.outages().mtbf());
        estimate("journey", journey.name(), "mttr", journey.outages().mttr());
        estimate("journey", journey.name(), "mttf", journey.outages().mttf());
        for (Quantile quantile : journey.outages().durations()) {
            estimate("journey", journey.name(), "outage-duration-p" + percent(quantile.share()), quantile.value());
        }
        estimate("journey", journey.name(), "mttff", journey.first().mttff());
        for (Target target : journey.targets()) {
            Estimate measured = target.measured();
            if (measured != null && !target.measure().endsWith("availability")) {
                estimate("journey", journey.name(), "keeps " + Amounts.promised(target), measured);
            }
        }
        for (Window window : journey.windows()) {
            String in = "-in-" + Amounts.plainDuration(window.length()).replace(" ", "");
            estimate("journey", journey.name(), "loss" + in, window.requests().mean());
            estimate(
                    "journey", journey.name(), "no-loss" + in, window.requests().none());
            for (Quantile quantile : window.requests().quantiles()) {
                estimate("journey", journey.name(), "loss-p" + percent(quantile.share()) + in, quantile.value());
            }
        }
    }

    private void availability(String journey, String what, Availability availability) {
        estimate("journey", journey, what + "-availability", availability.availability());
        estimate("journey", journey, what + "-unavailability", availability.unavailability());
        estimate("journey", journey, what + "-nines", availability.nines());
        estimate("journey", journey, what + "-downtime-per-year", availability.downtimePerYear());
    }

    private static String percent(double share) {
        return Amounts.promised(share).replace(" %", "");
    }

    /** One line for each design and journey; {@code more-…} is the difference to the first design. */
    static String designs(Comparison comparison) {
        List<String> paths =
                comparison.designs().get(0).sets().stream().map(Setting::path).toList();
        Csv csv = new Csv(String.join(
                ",",
                List.of(
                        "design",
                        paths.stream().map(path -> quoted(path) + ",").collect(Collectors.joining()) + "journey",
                        "replications",
                        "nines",
                        "nines-low",
                        "nines-high",
                        "lost-per-year",
                        "lost-low",
                        "lost-high",
                        "down-per-year",
                        "outages-per-year",
                        "mttr",
                        "verdict",
                        "targets",
                        "pairs",
                        "more-lost",
                        "more-lost-low",
                        "more-lost-high",
                        "beside-the-first",
                        "rpo-p95",
                        "rto-p95",
                        "loss-of-all-per-year",
                        "write-p99",
                        "instances",
                        "cost-per-month")));
        for (Design design : comparison.designs()) {
            design.journeys().forEach(journey -> csv.design(design, journey));
        }
        return csv.text.toString();
    }

    private void design(Design design, DesignJourney journey) {
        Difference difference = journey.difference();
        Estimate nines = journey.requests().nines();
        Estimate lost = journey.requests().downtimePerYear();
        List<String> cells = new ArrayList<>();
        cells.add(design.name());
        design.sets().forEach(set -> cells.add(set.value()));
        cells.add(journey.name());
        cells.add(Integer.toString(design.replications()));
        cells.add(number(nines.value()));
        cells.add(number(nines.low()));
        cells.add(number(nines.high()));
        cells.add(number(lost.value()));
        cells.add(number(lost.low()));
        cells.add(number(lost.high()));
        cells.add(number(journey.time().downtimePerYear().value()));
        cells.add(number(journey.outagesPerYear().value()));
        cells.add(number(journey.mttr().value()));
        cells.add(word(lost.verdict()));
        cells.add(journey.outcome() == null ? "" : word(journey.outcome()));
        cells.add(difference == null ? "" : Integer.toString(difference.pairs()));
        cells.add(difference == null ? "" : number(difference.lostPerYear().value()));
        cells.add(difference == null ? "" : number(difference.lostPerYear().low()));
        cells.add(difference == null ? "" : number(difference.lostPerYear().high()));
        cells.add(difference == null ? "" : word(difference.verdict()));
        TradeOff figures = design.tradeOff();
        cells.add(figures == null ? "" : number(figures.loss().value()));
        cells.add(figures == null ? "" : number(figures.recovery().value()));
        cells.add(figures == null ? "" : number(figures.lossOfAllPerYear().value()));
        cells.add(figures == null ? "" : number(figures.writeTime().value()));
        cells.add(figures == null ? "" : Integer.toString(figures.instances()));
        cells.add(figures == null ? "" : number(figures.costPerMonth()));
        line(cells.toArray(new String[0]));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line for each journey, root and stage. */
    static String causes(Result result) {
        Csv csv = new Csv("journey,kind,root,part,stage,seconds-per-year");
        for (Journey journey : result.journeys()) {
            for (Cause cell : journey.lostBy().cells()) {
                csv.line(journey.name(), "lost", cell.root(), cell.part(), cell.stage(), number(cell.secondsPerYear()));
            }
            for (Cause cell : journey.downBy().cells()) {
                csv.line(journey.name(), "down", cell.root(), cell.part(), cell.stage(), number(cell.secondsPerYear()));
            }
        }
        return csv.text.toString();
    }

    /** One line for each component, instance or place and each journey it costs something. */
    static String contributions(Result result) {
        Csv csv = new Csv("name,level,kind,within,journey,seconds-per-year,share");
        for (Part part : result.parts()) {
            for (Contribution to : part.contributions()) {
                csv.line(
                        part.name(),
                        part.level(),
                        part.kind(),
                        part.within(),
                        to.journey(),
                        number(to.secondsPerYear()),
                        number(to.share()));
            }
        }
        return csv.text.toString();
    }

    /** One line for each class of a histogram, of windows and of outages. */
    static String windows(Result result) {
        Csv csv = new Csv("journey,of,from,to,share");
        for (Journey journey : result.journeys()) {
            for (Window window : journey.windows()) {
                String of = "loss-in-" + Amounts.plainDuration(window.length()).replace(" ", "");
                csv.line(
                        journey.name(),
                        of,
                        "0",
                        "0",
                        number(window.requests().none().value()));
                window.requests()
                        .histogram()
                        .forEach(bin -> csv.line(
                                journey.name(), of, number(bin.from()), number(bin.to()), number(bin.share())));
            }
            journey.outages()
                    .durationHistogram()
                    .forEach(bin -> csv.line(
                            journey.name(),
                            "outage-duration",
                            number(bin.from()),
                            number(bin.to()),
                            number(bin.share())));
        }
        return csv.text.toString();
    }

    /** One line for each stretch of the worst outages. */
    static String outages(Result result) {
        Csv csv = new Csv("journey,outage,began-with,replication,start,from,duration,served,root,stage,happened");
        for (Journey journey : result.journeys()) {
            int number = 0;
            for (Story story : journey.worst()) {
                number++;
                for (Episode episode : story.episodes()) {
                    csv.line(
                            journey.name(),
                            Integer.toString(number),
                            story.root(),
                            Integer.toString(story.replication()),
                            number(story.start()),
                            number(episode.from()),
                            number(episode.duration()),
                            number(episode.served()),
                            episode.root(),
                            episode.stage(),
                            episode.happened());
                }
            }
        }
        return csv.text.toString();
    }

    /** One line for each minimal cut set that is told. */
    static String cutSets(Result result) {
        Csv csv = new Csv("journey,events,size,probability");
        for (SolvedStructure structure : result.structures()) {
            structure
                    .cutSets()
                    .forEach(set -> csv.line(
                            structure.journey(),
                            String.join(" + ", set.events()),
                            Integer.toString(set.events().size()),
                            number(set.probability())));
        }
        return csv.text.toString();
    }

    /** One line for each event that matters. */
    static String importance(Result result) {
        Csv csv = new Csv(
                "journey,event,kind,unavailability,per-year,birnbaum,criticality,fussell-vesely,achievement-worth,"
                        + "reduction-worth");
        for (SolvedStructure structure : result.structures()) {
            structure
                    .importances()
                    .forEach(each -> csv.line(
                            structure.journey(),
                            each.event(),
                            each.kind(),
                            number(each.unavailability()),
                            number(each.perYear()),
                            number(each.birnbaum()),
                            number(each.criticality()),
                            number(each.fussellVesely()),
                            number(each.achievementWorth()),
                            number(each.reductionWorth())));
        }
        return csv.text.toString();
    }

    /** One line for each number of the scenario. */
    static String provenance(Result result) {
        Csv csv = new Csv("path,value,source,catalogue-id,grade,date,citation");
        for (Provenance each : result.provenance()) {
            csv.line(each.path(), each.text(), each.source(), each.id(), each.grade(), each.date(), each.citation());
        }
        return csv.text.toString();
    }

    private void estimate(String level, String name, String measure, Estimate estimate) {
        line(
                level,
                name,
                measure,
                number(estimate.value()),
                number(estimate.low()),
                number(estimate.high()),
                number(estimate.level()),
                word(estimate.verdict()));
    }

    private void line(String... cells) {
        text.append(String.join(",", List.of(cells).stream().map(Csv::quoted).toList()))
                .append('\n');
    }

    /** A name that a spreadsheet would run as a formula stays text: an apostrophe stands before it. */
    private static String quoted(String raw) {
        boolean formula = !raw.isEmpty() && "=+-@\t\r".indexOf(raw.charAt(0)) >= 0 && !raw.matches(NUMBER);
        String cell = formula ? "'" + raw : raw;
        return cell.matches("(?s).*[,\"\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : Double.toString(value);
    }
}
