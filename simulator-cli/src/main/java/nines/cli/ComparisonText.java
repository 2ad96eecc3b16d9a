package nines.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nines.reports.Amounts;
import nines.reports.TradeOffTable;
import nines.result.Comparison;
import nines.result.Design;
import nines.result.DesignJourney;
import nines.result.Difference;
import nines.result.Estimate;
import nines.result.Outcome;
import nines.result.StoppedBecause;
import nines.result.Verdict;

/** Designs side by side: for each journey what each delivers, and how it differs from the first. */
final class ComparisonText {
    private static final int NAME = 24;
    private static final int CAUSE = 26;
    /** Designs that are named in one sentence. */
    private static final int NAMED = 4;
    /** Roots that a difference is told by. */
    private static final int SHIFTS = 3;

    private final Comparison comparison;
    private final Paint paint;
    private final int columns;

    ComparisonText(Comparison comparison, Paint paint, int columns) {
        this.comparison = comparison;
        this.paint = paint;
        this.columns = columns;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Design design : comparison.designs()) {
            if (design.stoppedBecause() == StoppedBecause.INTERRUPTED) {
                lines.addAll(Prose.wrapped(
                        paint.unsure("Interrupted: "),
                        "'" + design.name() + "' rests on the " + Amounts.count(design.replications())
                                + " replications that were complete.",
                        columns));
                lines.add("");
            }
        }
        lines.add(paint.bold(comparison.name()));
        List<String> journeys = comparison.designs().stream()
                .flatMap(design -> design.journeys().stream())
                .map(DesignJourney::name)
                .distinct()
                .toList();
        Map<List<String>, String> told = new HashMap<>();
        for (String journey : journeys) {
            lines.add("");
            List<String> answers = answers(journey);
            List<String> differences = differences(journey);
            List<String> numbers = new ArrayList<>(answers.subList(1, answers.size()));
            numbers.addAll(differences);
            String same = told.putIfAbsent(numbers, journey);
            if (same != null) {
                lines.add("'" + journey + "' fares like '" + same + "'.");
                continue;
            }
            if (isSweep() && journeys.size() > 1) {
                lines.add(paint.bold(journey));
            }
            lines.addAll(answers);
            if (!differences.isEmpty()) {
                lines.add("");
                String first = comparison.designs().get(0).name();
                lines.addAll(Prose.wrapped(
                        "",
                        isGains()
                                ? "If this never failed, under the same luck, a year of '" + journey + "' would lose"
                                : "Beside '" + first + "', under the same luck, a year of '" + journey + "' loses",
                        columns));
                lines.addAll(differences);
            }
        }
        tradeOffs(lines);
        abouts(lines);
        return lines;
    }

    /** What each design gives for what it costs. */
    private void tradeOffs(List<String> lines) {
        TradeOffTable figures = TradeOffTable.of(comparison);
        if (figures.rows().isEmpty()) {
            return;
        }
        Table table = new Table("l" + "r".repeat(figures.heads().size() - 1) + "l");
        List<String> head = new ArrayList<>();
        head.add(paint.bold("for what it costs"));
        figures.heads().forEach(each -> head.add(paint.faint(each)));
        table.row(head);
        for (TradeOffTable.Row row : figures.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(Prose.clipped(row.name(), NAME));
            cells.addAll(row.cells());
            table.row(cells);
        }
        lines.add("");
        lines.addAll(table.lines());
        figures.notes().forEach(note -> lines.addAll(Prose.wrapped("  - ", note + ".", columns)));
    }

    private List<String> answers(String journey) {
        Table table = new Table(names() + "rrlll");
        List<String> head = heads(journey);
        head.addAll(List.of("nines", "lost a year", "interval", "target", "mostly because of"));
        table.row(headed(head));
        for (Design design : comparison.designs()) {
            journey(design, journey).ifPresent(of -> table.row(answer(design, of)));
        }
        return table.lines();
    }

    private List<String> answer(Design design, DesignJourney of) {
        List<String> cells = named(design);
        Estimate lost = of.requests().downtimePerYear();
        cells.add(paint.bold(AnswerText.nines(of.requests())));
        cells.add(Amounts.duration(lost));
        cells.add(Amounts.durations(lost));
        cells.add(of.outcome() == null ? "" : word(of.outcome()));
        cells.add(of.causes().isEmpty() ? "" : Prose.clipped(of.causes().get(0).name(), CAUSE));
        return cells;
    }

    private List<String> differences(String journey) {
        Table table = new Table(names() + "lll");
        if (isSweep()) {
            List<String> head = heads(journey);
            head.addAll(List.of("", "", ""));
            table.row(headed(head));
        }
        Map<String, List<String>> unsure = new LinkedHashMap<>();
        for (Design design : comparison.designs()) {
            journey(design, journey).map(DesignJourney::difference).ifPresent(difference -> {
                List<String> cells = named(design);
                Estimate lost = difference.lostPerYear();
                boolean identical = difference.verdict() == Difference.Rank.IDENTICAL;
                cells.add(isNextToNothing(lost) ? "about the same" : more(lost.value(), Amounts.digits(lost)));
                cells.add(identical ? "" : interval(lost));
                cells.add(verdict(difference) + hedge(lost));
                table.row(cells);
                if (lost.verdict() != Verdict.GOOD) {
                    String why = (trusted(lost) ? "thin" : "not trusted") + ": " + lost.reason() + ".";
                    unsure.computeIfAbsent(why, all -> new ArrayList<>()).add(design.name());
                }
            });
        }
        if (comparison.designs().size() < 2) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(table.lines());
        for (Design design : comparison.designs()) {
            journey(design, journey)
                    .map(DesignJourney::difference)
                    .map(difference -> because(design.name(), difference))
                    .filter(because -> !because.isEmpty() && !isSweep() && !isGains())
                    .ifPresent(because -> lines.addAll(Prose.wrapped("  - ", because, columns)));
        }
        unsure.forEach((why, names) -> {
            String who = names.size() > NAMED
                    ? names.size() + " designs are "
                    : Prose.listed(names) + (names.size() == 1 ? " is " : " are ");
            lines.addAll(Prose.wrapped("  - ", who + why, columns));
        });
        return lines;
    }

    /** What makes the difference, and what the shared luck is worth. */
    private static String because(String name, Difference difference) {
        if (difference.verdict() == Difference.Rank.IDENTICAL
                || difference.shifts().isEmpty()) {
            return "";
        }
        List<String> shifts = difference.shifts().stream()
                .filter(shift -> shift.secondsPerYear() != 0)
                .limit(SHIFTS)
                .map(shift -> shift.root() + " " + more(shift.secondsPerYear(), 2))
                .toList();
        if (shifts.isEmpty()) {
            return "";
        }
        double ratio = difference.varianceRatio();
        return name + ": " + String.join(", ", shifts)
                + (ratio >= 1.5
                        ? "; the shared luck is worth " + Amounts.number(ratio, 2) + " times the replications."
                        : ".");
    }

    private String verdict(Difference difference) {
        return switch (difference.verdict()) {
            case BETTER -> paint.good("better");
            case WORSE -> paint.bad("worse");
            case NOT_DECIDED -> paint.unsure("not decided");
            case IDENTICAL -> "identical: nothing in it acts";
        };
    }

    /** What is to be added to a verdict that rests on little. */
    private String hedge(Estimate estimate) {
        return switch (estimate.verdict()) {
            case GOOD -> "";
            case THIN -> ", " + paint.unsure("thin");
            case NOT_TRUSTED -> ", " + paint.unsure("not trusted");
        };
    }

    /** Whether a difference is small beside what it is known to. */
    private static boolean isNextToNothing(Estimate difference) {
        double most = Math.max(Math.abs(difference.low()), Math.abs(difference.high()));
        return difference.hasInterval()
                && difference.low() < 0
                && difference.high() > 0
                && Math.abs(difference.value()) < 0.1 * most;
    }

    /** {@code 4.5 min less}. */
    private static String more(double seconds, int digits) {
        if (Double.isNaN(seconds)) {
            return Amounts.NOT_KNOWN;
        }
        return seconds == 0
                ? "the same"
                : Amounts.duration(Math.abs(seconds), digits) + (seconds < 0 ? " less" : " more");
    }

    private static String interval(Estimate difference) {
        if (!difference.hasInterval()) {
            return "";
        }
        double low = difference.low();
        double high = difference.high();
        int digits = Amounts.digits(difference);
        if (low < 0 && high > 0) {
            return more(low, 2) + " to " + more(high, 2);
        }
        double least = Math.min(Math.abs(low), Math.abs(high));
        double most = Math.max(Math.abs(low), Math.abs(high));
        return Amounts.durations(least, most, digits) + (high <= 0 ? " less" : " more");
    }

    private void abouts(List<String> lines) {
        List<String> abouts = new ArrayList<>();
        for (Design design : comparison.designs()) {
            if (!design.about().isEmpty()) {
                abouts.addAll(Prose.wrapped(
                        "  " + design.name() + ": ",
                        Prose.gist(design.about().strip().replace('\n', ' '), 90),
                        columns));
            }
        }
        if (!abouts.isEmpty()) {
            lines.add("");
            lines.addAll(abouts);
        }
    }

    private static Optional<DesignJourney> journey(Design design, String name) {
        return design.journeys().stream().filter(of -> of.name().equals(name)).findFirst();
    }

    /** Whether each design is the first one without the faults of one part. */
    private boolean isGains() {
        return comparison.kind().equals(Designs.GAINS);
    }

    private boolean isSweep() {
        return !comparison.designs().get(0).sets().isEmpty();
    }

    /** A column for each path of a sweep, or one for the name. */
    private String names() {
        return isSweep() ? "r".repeat(comparison.designs().get(0).sets().size()) : "l";
    }

    private List<String> heads(String journey) {
        List<String> heads = new ArrayList<>();
        if (!isSweep()) {
            heads.add(journey);
            return heads;
        }
        comparison.designs().get(0).sets().forEach(set -> heads.add(Prose.clipped(set.path(), NAME)));
        return heads;
    }

    private List<String> named(Design design) {
        List<String> cells = new ArrayList<>();
        if (isSweep()) {
            design.sets().forEach(set -> cells.add(Prose.clipped(set.value(), NAME)));
        } else {
            cells.add(Prose.clipped(design.name(), NAME));
        }
        return cells;
    }

    private List<String> headed(List<String> words) {
        List<String> head = new ArrayList<>();
        boolean first = true;
        for (String word : words) {
            head.add(first && !isSweep() ? paint.bold(word) : paint.faint(word));
            first = false;
        }
        return head;
    }

    private static boolean trusted(Estimate estimate) {
        return estimate.verdict() != Verdict.NOT_TRUSTED;
    }

    private String word(Outcome outcome) {
        return switch (outcome) {
            case MET -> paint.good("met");
            case MISSED -> paint.bad("missed");
            case NOT_DECIDED -> paint.unsure("not decided");
        };
    }
}
