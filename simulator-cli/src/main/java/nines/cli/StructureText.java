package nines.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.reports.Amounts;
import nines.result.CutSetsOfSize;
import nines.result.SolvedCutSet;
import nines.result.SolvedImportance;
import nines.result.SolvedStructure;

/** Minimal cut sets and importance of one journey as text. */
final class StructureText {
    private static final double YEAR = 365 * 86_400.0;
    private static final int SIZES = 4;

    private final SolvedStructure structure;
    private final Paint paint;
    private final int columns;

    StructureText(SolvedStructure structure, Paint paint, int columns) {
        this.structure = structure;
        this.paint = paint;
        this.columns = columns;
    }

    /** The sections that are asked for, after a word on what the figures are. */
    List<String> lines(int cutSets, int importances) {
        List<String> lines = new ArrayList<>();
        if (structure.unavailability() == 0) {
            lines.addAll(Prose.wrapped(
                    "  ",
                    "Nothing that breaks in this scenario brings it down for longer than it takes to notice and to take"
                            + " over.",
                    columns));
        } else if (!Double.isNaN(structure.unavailability())) {
            lines.addAll(Prose.wrapped(
                    "  ",
                    "By its structure alone, once everybody has noticed and standbys work, it is down "
                            + share(structure.unavailability()) + " of the time ("
                            + Amounts.duration(structure.unavailability() * YEAR, 3) + " a year).",
                    columns));
        }
        if (!structure.assumptions().isEmpty()) {
            lines.addAll(Prose.wrapped(
                    "  " + paint.unsure("not exact: "), String.join("; ", structure.assumptions()) + ".", columns));
        }
        if (cutSets > 0 && !structure.cutSets().isEmpty()) {
            cutSets(lines, cutSets);
        }
        if (importances > 0 && !structure.importances().isEmpty()) {
            importances(lines, importances);
        }
        if (!structure.whyNot().isEmpty()) {
            lines.addAll(Prose.wrapped("  " + paint.unsure("no cut sets: "), structure.whyNot() + ".", columns));
        }
        return lines;
    }

    private void cutSets(List<String> lines, int rows) {
        Table table = new Table("rrl");
        table.row(paint.faint("minimal cut sets"), paint.faint("share of it"), paint.faint(bySize()));
        for (SolvedCutSet set : structure.cutSets().stream().limit(rows).toList()) {
            double probability = set.probability();
            table.row(
                    Double.isNaN(probability) ? "" : share(probability),
                    Double.isNaN(probability) ? "" : Amounts.percent(probability / structure.unavailability()),
                    String.join(" and ", set.events()));
        }
        lines.addAll(table.lines());
        double more =
                structure.cutSetCount() - Math.min(rows, structure.cutSets().size());
        if (more > 0) {
            lines.add("  … and " + count(more) + " more");
        }
    }

    private String bySize() {
        List<String> parts = new ArrayList<>();
        for (CutSetsOfSize each : structure.cutSetsBySize()) {
            if (parts.size() < SIZES) {
                parts.add(count(each.count()) + " of " + each.events());
            }
        }
        return count(structure.cutSetCount()) + " in all: " + String.join(", ", parts)
                + (structure.cutSetsBySize().size() > SIZES ? ", …" : "");
    }

    private static String count(double number) {
        return number < 1e15 ? Amounts.count((long) number) : String.format(Locale.ROOT, "%.3g", number);
    }

    private void importances(List<String> lines, int rows) {
        Table table = new Table("lrrrrrr");
        table.row(
                paint.faint("importance of"),
                paint.faint("down"),
                paint.faint("Birnbaum"),
                paint.faint("criticality"),
                paint.faint("Fussell–V."),
                paint.faint("RAW"),
                paint.faint("RRW"));
        for (SolvedImportance each :
                structure.importances().stream().limit(rows).toList()) {
            table.row(
                    Prose.clipped(each.event(), 36),
                    share(each.unavailability()),
                    share(each.birnbaum()),
                    Amounts.percent(each.criticality()),
                    Double.isNaN(each.fussellVesely()) ? "" : Amounts.percent(each.fussellVesely()),
                    times(each.achievementWorth()),
                    times(each.reductionWorth()));
        }
        lines.addAll(table.lines());
        if (structure.importances().size() > rows) {
            lines.add("  … and " + (structure.importances().size() - rows) + " more");
        }
    }

    private static String share(double value) {
        return value >= 1e-3 ? String.format(Locale.ROOT, "%.4f", value) : String.format(Locale.ROOT, "%.3e", value);
    }

    private static String times(double factor) {
        return Double.isInfinite(factor) ? "all" : "×" + Amounts.number(factor, 4);
    }
}
