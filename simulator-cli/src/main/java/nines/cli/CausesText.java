package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.result.Cause;
import nines.result.Causes;
import nines.result.Journey;
import nines.result.Share;
import org.jspecify.annotations.Nullable;

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
        Table table = new Table("lrr" + "r".repeat(stages.size()));
        List<String> heading = new ArrayList<>(List.of("", "lost a year", "share"));
        heading.addAll(stages);
        table.row(heading.stream().map(paint::faint).toList());
        int shown = Math.min(ROOTS, causes.byRoot().size());
        for (Share root : causes.byRoot().subList(0, shown)) {
            table.row(row(root, stages));
        }
        rest(table, shown, stages);
        List<String> total =
                new ArrayList<>(List.of(paint.faint("all"), Amounts.duration(causes.total(), 3), Amounts.percent(1)));
        for (String stage : stages) {
            total.add(share(sum(null, stage)));
        }
        table.row(total);
        return table.lines();
    }

    private List<String> row(Share root, List<String> stages) {
        List<String> cells = new ArrayList<>();
        cells.add(Prose.clipped(root.name(), NAME));
        cells.add(Amounts.duration(root.secondsPerYear()));
        cells.add(paint.bold(Amounts.percent(root.share())));
        for (String stage : stages) {
            cells.add(share(sum(root.name(), stage)));
        }
        return cells;
    }

    private void rest(Table table, int shown, List<String> stages) {
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
        for (String stage : stages) {
            double ofStage = 0;
            for (Share root : left) {
                ofStage += sum(root.name(), stage);
            }
            cells.add(share(ofStage));
        }
        table.row(cells);
    }

    /** Seconds a year of one stage, of one root or of all. */
    private double sum(@Nullable String root, String stage) {
        double sum = 0;
        for (Cause cell : causes.cells()) {
            if (cell.stage().equals(stage) && (root == null || cell.root().equals(root))) {
                sum += cell.secondsPerYear();
            }
        }
        return sum;
    }

    private String share(double seconds) {
        return seconds >= SMALL * causes.total() ? Amounts.percent(seconds / causes.total()) : "";
    }
}
