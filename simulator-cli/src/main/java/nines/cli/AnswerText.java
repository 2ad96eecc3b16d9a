package nines.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nines.reports.Amounts;
import nines.reports.DataLine;
import nines.result.Availability;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Outcome;
import nines.result.Result;
import nines.result.Target;
import nines.result.Verdict;

/** The answer: for each journey its nines, what it loses in a year, the interval, and whether promises are kept. */
final class AnswerText {
    private static final int WIDE = 100;

    private final Result result;
    private final Paint paint;
    private final int columns;

    AnswerText(Result result, Paint paint, int columns) {
        this.result = result;
        this.paint = paint;
        this.columns = columns;
    }

    List<String> lines() {
        Table table = new Table("lrrrll");
        table.row(
                "",
                paint.faint("nines"),
                paint.faint("served"),
                paint.faint("lost a year"),
                paint.faint(level() + " interval"),
                paint.faint("target"));
        for (Journey journey : headlineFirst()) {
            Availability requests = journey.requests();
            table.row(
                    paint.bold(Prose.clipped(journey.name(), columns < WIDE ? 14 : 24)),
                    paint.bold(nines(requests)),
                    Amounts.availability(requests.unavailability(), 2),
                    Amounts.duration(requests.downtimePerYear()),
                    Amounts.durations(requests.downtimePerYear()),
                    targets(journey));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(data());
        Set<String> told = new HashSet<>();
        for (Journey journey : headlineFirst()) {
            for (Target target : journey.targets()) {
                Estimate measured = target.measured();
                boolean thin = measured != null && measured.verdict() == Verdict.THIN;
                // What is true of the same data is told once, however many journeys are promised it.
                boolean again = target.measure().equals("durability") && !told.add(target.sentence());
                if (!again
                        && (target.outcome() != Outcome.MET
                                || thin
                                || journey.targets().size() > 1)) {
                    lines.addAll(sentences(journey, target));
                }
            }
        }
        return lines;
    }

    /** What becomes of data, a line each: what is lost, when it is served again, how sure it is to last. */
    private List<String> data() {
        List<DataLine> all = DataLine.of(result);
        if (all.isEmpty()) {
            return List.of();
        }
        boolean anyMoves = all.stream().anyMatch(line -> !line.lost().isEmpty());
        Table table = new Table("lrrrl")
                .row(
                        paint.faint("data of"),
                        paint.faint(anyMoves ? "RPO, 95 %" : ""),
                        paint.faint(anyMoves ? "RTO, 95 %" : ""),
                        paint.faint("durability"),
                        "");
        for (DataLine line : all) {
            table.row(
                    paint.bold(Prose.clipped(line.whose(), columns < WIDE ? 14 : 24)),
                    line.lost(),
                    line.back(),
                    line.durability() + (line.durability().equals(Amounts.NOT_KNOWN) ? "" : " nines"),
                    paint.faint(line.durabilityNote()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        for (DataLine line : all) {
            if (line.stages().contains(",")) {
                lines.addAll(Prose.wrapped(
                        "  ", "'" + line.whose() + "' is back after " + line.stages() + " on average.", columns));
            }
        }
        return lines;
    }

    /** Nines, with a mark where they are not to be trusted. */
    static String nines(Availability requests) {
        String nines = Amounts.nines(requests.nines());
        boolean doubtful = requests.unavailability().verdict() == Verdict.NOT_TRUSTED;
        return doubtful && !nines.equals(Amounts.NOT_KNOWN) ? nines + "?" : nines;
    }

    /** What became of each promise, in words. */
    List<String> promises() {
        List<String> lines = new ArrayList<>();
        for (Journey journey : headlineFirst()) {
            journey.targets().forEach(target -> lines.addAll(sentences(journey, target)));
        }
        return lines;
    }

    private List<String> sentences(Journey journey, Target target) {
        return Prose.wrapped("  " + verdict(target.outcome()) + ": ", sentence(journey.name(), target), columns);
    }

    private String level() {
        double level = result.answer().requests().downtimePerYear().level();
        return Double.isNaN(level) ? "" : Amounts.percent(level);
    }

    private List<Journey> headlineFirst() {
        return result.journeys().stream()
                .sorted(Comparator.comparing(journey -> !journey.name().equals(result.headline())))
                .toList();
    }

    private String targets(Journey journey) {
        if (journey.targets().isEmpty()) {
            return paint.faint("none");
        }
        Target worst = journey.targets().get(0);
        for (Target target : journey.targets()) {
            if (rank(target.outcome()) > rank(worst.outcome())) {
                worst = target;
            }
        }
        Estimate measured = worst.measured();
        boolean thin = measured != null && measured.verdict() == Verdict.THIN;
        return Amounts.promised(worst) + " " + verdict(worst.outcome()) + (thin ? ", " + paint.unsure("thin") : "");
    }

    /** What was promised, what was found, and why that is the verdict. */
    private static String sentence(String journey, Target target) {
        Estimate measured = target.measured();
        if (!target.measure().endsWith("availability")) {
            return ofData(journey, target);
        }
        String promise = "'" + journey + "' promises "
                + (target.measure().startsWith("time") ? "to be up " : "to serve ")
                + Amounts.promised(target.promised())
                + (target.measure().startsWith("time") ? " of the time" : " of requests");
        if (measured == null || !measured.isKnown()) {
            return promise + ", and what is delivered is not known. " + target.sentence();
        }
        boolean byWindow = !Double.isNaN(target.chance());
        boolean nothingLost = !byWindow && measured.value() == 1 && measured.hasInterval();
        String found = byWindow
                ? " in every " + Amounts.plainDuration(target.window()) + " with a chance of "
                        + Amounts.promised(target.chance()) + " and keeps it in " + Amounts.percent(measured.value())
                        + " of them"
                : " and delivers "
                        + (nothingLost
                                ? "above " + Amounts.availability(1 - measured.low(), 2)
                                : Amounts.availability(1 - measured.value(), 2));
        String interval = measured.hasInterval() && !nothingLost
                ? byWindow
                        ? " (" + Amounts.percent(measured.low()) + " to " + Amounts.percent(measured.high()) + ")"
                        : " (" + Amounts.availability(1 - measured.low(), 2) + " to "
                                + Amounts.availability(1 - measured.high(), 2) + ")"
                : "";
        String why = switch (target.outcome()) {
            case MET -> thin(measured);
            case MISSED -> ": even the best end of the interval is too little" + thin(measured);
            case NOT_DECIDED ->
                measured.verdict() == Verdict.NOT_TRUSTED
                        ? ", but the estimate cannot be trusted: " + measured.reason() + "."
                        : ": the interval holds both. A higher --precision decides.";
        };
        return promise + found + interval + why;
    }

    /** The same of what is promised about data and recovery. */
    private static String ofData(String journey, Target target) {
        Estimate measured = target.measured();
        String time = Amounts.plainDuration(target.promised());
        String promise = "'" + journey + "' promises "
                + switch (target.measure()) {
                    case "data-loss" -> "to lose at most " + time + " of writing";
                    case "recovery" -> "to be served again within " + time;
                    default -> "that data outlives a year with a chance of " + Amounts.promised(target.promised());
                };
        if (measured == null || !measured.isKnown()) {
            return promise + ". " + target.sentence();
        }
        boolean allKept = measured.value() == 1 && measured.hasInterval();
        String kept = allKept
                ? "above " + Amounts.availability(1 - measured.low(), 2)
                : Amounts.availability(1 - measured.value(), 2);
        String interval = measured.hasInterval() && !allKept
                ? " (" + Amounts.availability(1 - measured.low(), 2) + " to "
                        + Amounts.availability(1 - measured.high(), 2) + ")"
                : "";
        String found = target.isShare()
                ? " and keeps it with " + kept + interval
                : " with a chance of " + Amounts.promised(target.chance()) + " in any " + window(target.window())
                        + ", and keeps it in " + kept + " of them" + interval;
        int most = target.sentence().indexOf("; most often");
        String blame = most < 0 ? "" : target.sentence().substring(most).replaceAll("[.]$", "");
        String why = switch (target.outcome()) {
            case MET -> "";
            case MISSED -> ": even the best end of the interval is too little";
            case NOT_DECIDED ->
                measured.verdict() == Verdict.NOT_TRUSTED
                        ? ", but the estimate cannot be trusted: " + measured.reason()
                        : ": the interval holds both";
        };
        return promise + found + why + blame + thin(measured);
    }

    private static String window(double seconds) {
        return seconds == Amounts.YEAR ? "year" : "stretch of " + Amounts.plainDuration(seconds);
    }

    /** The end of the sentence, with what the figure rests on where that is little. */
    private static String thin(Estimate measured) {
        return measured.verdict() == Verdict.THIN ? ". It rests on little: " + measured.reason() + "." : ".";
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case MET -> 0;
            case NOT_DECIDED -> 1;
            case MISSED -> 2;
        };
    }

    private String verdict(Outcome outcome) {
        return switch (outcome) {
            case MET -> paint.good("met");
            case MISSED -> paint.bad("missed");
            case NOT_DECIDED -> paint.unsure("not decided");
        };
    }
}
