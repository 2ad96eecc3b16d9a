package nines.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nines.reports.Amounts;
import nines.result.FittedLaw;
import nines.result.Outcome;
import nines.result.Setting;
import nines.result.Solution;
import nines.result.Solved;
import nines.result.SolvedJourney;
import nines.result.SolvedStation;
import nines.result.SolvedTarget;

/** Exact answers as a page of text, or as comma-separated values. */
final class SolutionText {
    private static final double YEAR = 365 * 86_400.0;
    private static final int DIGITS = 8;

    private final Solution solution;
    private final Paint paint;
    private final int columns;
    private final int cutSets;
    private final int importances;

    /** With so many rows of cut sets and of importances, where the solution has any. */
    SolutionText(Solution solution, Paint paint, int columns, int cutSets, int importances) {
        this.solution = solution;
        this.paint = paint;
        this.columns = columns;
        this.cutSets = cutSets;
        this.importances = importances;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        title(lines);
        for (SolvedJourney journey : solution.journeys()) {
            lines.add("");
            lines.add(
                    paint.bold(solution.twin() ? "'" + journey.name() + "' of the twin" : "'" + journey.name() + "'"));
            lines.addAll(figures(journey.answers()));
            lines.addAll(refusals(journey.answers()));
            lines.addAll(targets(journey));
            solution.structures().stream()
                    .filter(structure -> structure.journey().equals(journey.name()))
                    .forEach(structure ->
                            lines.addAll(new StructureText(structure, paint, columns).lines(cutSets, importances)));
        }
        lines.addAll(fittedLaws());
        for (SolvedStation station : Stream.concat(solution.stations().stream(), solution.caches().stream())
                .toList()) {
            // Instances that are alike say what their component says.
            if (station.within().isEmpty()) {
                lines.add("");
                lines.add(paint.bold(station.name()));
                lines.addAll(figures(station.answers()));
                lines.addAll(refusals(station.answers()));
            }
        }
        return lines;
    }

    private List<String> fittedLaws() {
        if (solution.fittedLaws().isEmpty()) {
            return List.of();
        }
        Table table = new Table("lrrr");
        table.row(
                paint.faint("law"),
                paint.faint("phases"),
                paint.faint("its deviation is off by"),
                paint.faint("its third moment by"));
        for (FittedLaw law : solution.fittedLaws()) {
            table.row(
                    law.law(), Integer.toString(law.phases()), off(law.deviationError()), off(law.thirdMomentError()));
        }
        List<String> lines = new ArrayList<>(List.of("", paint.bold("What stands for what")));
        lines.addAll(table.lines());
        return lines;
    }

    private static String off(double part) {
        return Double.isNaN(part)
                ? "no comparison"
                : Math.abs(part) < 5e-4 ? "0 %" : String.format(Locale.ROOT, "%+.1f %%", 100 * part);
    }

    private void title(List<String> lines) {
        lines.add(paint.bold(solution.scenario().name()));
        List<String> changes = new ArrayList<>();
        if (!solution.scenario().variant().isEmpty()) {
            changes.add("variant " + solution.scenario().variant());
        }
        for (Setting set : solution.scenario().sets()) {
            changes.add(set.path() + " = " + set.value());
        }
        if (!changes.isEmpty()) {
            lines.addAll(Prose.wrapped("with ", String.join(", ", changes), columns));
        }
        for (String warning : solution.warnings()) {
            lines.add("");
            lines.addAll(Prose.wrapped(paint.bad(solution.twin() ? "EXPONENTIAL TWIN: " : "Note: "), warning, columns));
        }
    }

    private List<String> figures(List<Solved> answers) {
        Table table = new Table("lrll");
        String method = "";
        for (Solved each : answers) {
            if (each.isKnown()) {
                table.row(
                        words(each),
                        (each.caveat().isEmpty() ? "" : "≈ ") + figure(each),
                        each.caveat().isEmpty() ? meaning(each) : paint.unsure("approximation: " + each.caveat()),
                        paint.faint(each.method().equals(method) ? "" : each.method()));
                method = each.method();
            }
        }
        return table.lines();
    }

    private static String words(Solved each) {
        String time = Double.isNaN(each.at()) ? "" : Amounts.plainDuration(each.at());
        return switch (each.measure()) {
            case "request-unavailability" -> "requests lost, long run";
            case "time-unavailability" -> "time down, long run";
            case "outages-per-year" -> "outages a year";
            case "mean-outage" -> "mean outage";
            case "mean-time-to-first-outage" -> "first outage after";
            case "interval-request-unavailability" -> "requests lost in the first " + time;
            case "interval-unavailability" -> "time down in the first " + time;
            case "point-unavailability" -> "down at " + time;
            case "reliability" -> "no outage up to " + time;
            case "downtime-within-target" -> "target kept in the first " + time;
            case "requests-lost" -> "requests turned away";
            case "response" -> "mean response";
            case "response-of-many" -> "mean response of many";
            case "in-flight" -> "requests under way";
            case "goodput" -> "answered a second";
            case "throughput" -> "served a second";
            case "busy" -> "workers busy";
            case "queue-length" -> "mean queue";
            case "in-system" -> "requests inside";
            case "waiting" -> "mean wait of the served";
            case "waiting-deviation" -> "its standard deviation";
            case "waits" -> "share of the served that wait";
            case "rejected" -> "share turned away";
            case "waiting-of-all" -> "mean wait of all";
            case "waits-of-all" -> "share of all that wait";
            case "gives-up" -> "share that gives up";
            case "sojourn" -> "mean time inside";
            case "empty" -> "chance to be empty";
            case "hit-ratio" -> "share answered";
            default -> each.measure().replace('-', ' ');
        };
    }

    private static String figure(Solved each) {
        return each.unit().equals("s") ? seconds(each.value()) : exact(each.value());
    }

    private static String seconds(double value) {
        if (Double.isInfinite(value)) {
            return "never";
        }
        String unit = value < 0.12
                ? "ms"
                : value < 120
                        ? "s"
                        : value < 2 * 3600 ? "min" : value < 2 * 86_400 ? "h" : value < 2 * YEAR ? "d" : "y";
        double in = switch (unit) {
            case "ms" -> 1e-3;
            case "s" -> 1;
            case "min" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            default -> YEAR;
        };
        return exact(value / in) + " " + unit;
    }

    /** All digits that mean something to a reader; the JSON form has them all. */
    private static String exact(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        return size >= 1e-3 && size < 1e7
                ? String.format(
                        Locale.ROOT,
                        "%." + Math.max(0, DIGITS - 1 - (int) Math.floor(StrictMath.log10(size))) + "f",
                        value)
                : String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", value);
    }

    private static String meaning(Solved each) {
        boolean share = each.measure().endsWith("unavailability");
        if (!share || each.value() <= 0) {
            return "";
        }
        String nines = String.format(Locale.ROOT, "%.2f nines", 0 - StrictMath.log10(each.value()));
        return each.measure().startsWith("point")
                ? nines
                : nines + ", " + Amounts.duration(each.value() * YEAR, 3) + " a year";
    }

    /** What could not be answered, by the reason. */
    private List<String> refusals(List<Solved> answers) {
        Map<String, Set<String>> byReason = new LinkedHashMap<>();
        for (Solved each : answers) {
            if (!each.isKnown()) {
                byReason.computeIfAbsent(each.whyNot(), none -> new LinkedHashSet<>())
                        .add(words(each));
            }
        }
        List<String> lines = new ArrayList<>();
        boolean nothing = answers.stream().noneMatch(Solved::isKnown);
        byReason.forEach((why, what) -> lines.addAll(Prose.wrapped(
                "  " + paint.unsure("no exact answer") + " ",
                (nothing && byReason.size() == 1 ? "to any question: " : "to " + String.join("; ", what) + ": ") + why
                        + ".",
                columns)));
        return lines;
    }

    private List<String> targets(SolvedJourney journey) {
        List<String> lines = new ArrayList<>();
        for (SolvedTarget target : journey.targets()) {
            if (target.outcome() == Outcome.NOT_DECIDED || solution.twin()) {
                continue;
            }
            boolean met = target.outcome() == Outcome.MET;
            lines.addAll(Prose.wrapped(
                    "  target " + (met ? paint.good("met") : paint.bad("missed")) + ": ",
                    "promises " + Amounts.promised(target.promised())
                            + (target.measure().startsWith("time") ? " of the time" : " of requests") + " and delivers "
                            + Amounts.availability(1 - target.delivered(), 4) + ".",
                    columns));
        }
        return lines;
    }

    /** One line for each question, answered or not (RFC 4180). */
    static List<String> csv(Solution solution) {
        List<String> lines = new ArrayList<>();
        lines.add("journey,measure,start,at,value,unit,error,method,why-not,twin,caveat,station");
        for (SolvedJourney journey : solution.journeys()) {
            lines.addAll(csv(solution, journey.name(), "", journey.answers()));
        }
        for (SolvedStation station : solution.stations()) {
            lines.addAll(csv(solution, "", station.name(), station.answers()));
        }
        for (SolvedStation cache : solution.caches()) {
            lines.addAll(csv(solution, "", cache.name(), cache.answers()));
        }
        return lines;
    }

    private static List<String> csv(Solution solution, String journey, String station, List<Solved> answers) {
        List<String> lines = new ArrayList<>();
        for (Solved each : answers) {
            lines.add(String.join(
                    ",",
                    quoted(journey),
                    each.measure(),
                    each.start(),
                    number(each.at()),
                    number(each.value()),
                    each.unit(),
                    number(each.error()),
                    quoted(each.method()),
                    quoted(each.whyNot()),
                    solution.twin() ? "yes" : "no",
                    quoted(each.caveat()),
                    quoted(station)));
        }
        return lines;
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.isInfinite(value) ? "inf" : Double.toString(value);
    }
}
