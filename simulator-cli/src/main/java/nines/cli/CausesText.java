package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.reports.Amounts;
import nines.result.Cause;
import nines.result.Causes;
import nines.result.Journey;
import nines.result.Share;

/** Why a journey loses requests: roots in rows, largest first, and the stages in which they cost. */
final class CausesText {
    private static final int NAME = 30;
    private static final int ROOTS = 8;
    private static final int STAGES = 5;
    /** Shares below this are left out of the table of stages. */
    private static final double SMALL = 0.001;

    private final Causes causes;
    private final Paint paint;
    private final int columns;

    CausesText(Journey journey, Paint paint, int columns) {
        this.causes = journey.lostBy();
        this.paint = paint;
        this.columns = columns;
    }

    static String title(Journey journey) {
        return "Why '" + journey.name() + "' loses requests";
    }

    /** As many stages as a line has room for. */
    List<String> lines() {
        if (!(causes.total() > 0) || causes.byRoot().isEmpty()) {
            return List.of();
        }
        List<String> lines = List.of();
        for (int stages = STAGES; stages >= 0; stages--) {
            lines = lines(stages);
            if (lines.stream().allMatch(line -> Paint.width(line) <= columns)) {
                return lines;
            }
        }
        return lines;
    }

    private List<String> lines(int most) {
        List<String> stages = new ArrayList<>();
        for (Share stage : causes.byStage()) {
            if (stages.size() < most && stage.share() >= SMALL) {
                stages.add(stage.name());
            }
        }
        List<String> roots = causes.byRoot().stream().map(Share::name).toList();
        boolean others = !stages.isEmpty() && others(roots, stages) >= SMALL * causes.total();
        Table table = new Table("lrr" + "r".repeat(stages.size() + (others ? 1 : 0)));
        List<String> heading = new ArrayList<>(List.of("", "lost a year", "share"));
        heading.addAll(stages);
        if (others) {
            heading.add("other");
        }
        table.row(heading.stream().map(paint::faint).toList());
        // One row more is better than a row that says "1 other".
        int shown = roots.size() <= ROOTS + 1 ? roots.size() : ROOTS;
        for (Share root : causes.byRoot().subList(0, shown)) {
            List<String> cells = new ArrayList<>();
            cells.add(Prose.clipped(root.name(), NAME));
            cells.add(Amounts.duration(root.secondsPerYear()));
            cells.add(paint.bold(Amounts.percent(root.share())));
            cells.addAll(stages(List.of(root.name()), stages, others));
            table.row(cells);
        }
        rest(table, shown, stages, others);
        List<String> total =
                new ArrayList<>(List.of(paint.faint("all"), Amounts.duration(causes.total(), 3), Amounts.percent(1)));
        total.addAll(stages(roots, stages, others));
        table.row(total);
        return table.lines();
    }

    private void rest(Table table, int shown, List<String> stages, boolean others) {
        List<Share> left = causes.byRoot().subList(shown, causes.byRoot().size());
        double seconds =
                left.stream().mapToDouble(root -> root.secondsPerYear().value()).sum();
        if (left.isEmpty() || !(seconds > 0)) {
            return;
        }
        List<String> cells = new ArrayList<>();
        cells.add(Prose.count(left.size(), "other"));
        cells.add(Amounts.duration(seconds, 2));
        cells.add(Amounts.percent(seconds / causes.total()));
        cells.addAll(stages(left.stream().map(Share::name).toList(), stages, others));
        table.row(cells);
    }

    /** What some roots cost in each stage, and with {@code others} in all stages that are not shown. */
    private List<String> stages(List<String> roots, List<String> stages, boolean others) {
        List<String> cells = new ArrayList<>();
        for (String stage : stages) {
            cells.add(share(sum(roots, stage)));
        }
        if (others) {
            cells.add(share(others(roots, stages)));
        }
        return cells;
    }

    private double others(List<String> roots, List<String> stages) {
        double sum = 0;
        for (Share stage : causes.byStage()) {
            sum += stages.contains(stage.name()) ? 0 : sum(roots, stage.name());
        }
        return sum;
    }

    /** Seconds a year that some roots cost in one stage. */
    private double sum(List<String> roots, String stage) {
        double sum = 0;
        for (Cause cell : causes.cells()) {
            if (cell.stage().equals(stage) && roots.contains(cell.root())) {
                sum += cell.secondsPerYear();
            }
        }
        return sum;
    }

    private String share(double seconds) {
        return seconds >= SMALL * causes.total() ? Amounts.percent(seconds / causes.total()) : "";
    }
}
