package nines.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.result.Cause;
import nines.result.Causes;
import nines.result.Journey;
import nines.result.Share;

/**
 * Who is to blame for what a journey loses: roots in rows, largest first, stages in columns. The cells are rounded together, so
 * that what is shown adds up to 100.0 % in every direction.
 *
 * @param journey its name
 * @param total lost a year
 * @param stages names of the columns
 * @param rows the roots
 * @param sums of the columns, the last of all
 * @param lost a year at each stage, with its interval; both empty where it is not told
 * @param interval of the total; empty where it is not told
 * @param empty what to say instead of a table
 */
record CauseTable(
        String journey,
        String total,
        List<String> stages,
        List<Row> rows,
        List<String> sums,
        List<Lost> lost,
        String interval,
        String empty) {
    private static final int ROOTS = 12;
    private static final int STAGES = 7;

    /**
     * A root.
     *
     * @param name of the fault
     * @param lost a year to it
     * @param interval of what is lost
     * @param share of the total
     * @param cells one for each stage; empty where it costs nothing
     * @param bars the cells that cost something
     */
    record Row(String name, String lost, String interval, String share, List<String> cells, List<Bar> bars) {}

    /**
     * A piece of a bar.
     *
     * @param stage number of its colour
     * @param name of the stage
     * @param width in percent of the longest bar
     * @param share of the total
     */
    record Bar(int stage, String name, String width, String share) {}

    /** What one stage costs a year. */
    record Lost(String value, String interval) {
        static final Lost NOT_TOLD = new Lost("", "");
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Numbers of the colours of the stages. */
    List<Integer> colours() {
        return stages.stream().map(Stages::colour).toList();
    }

    static CauseTable of(Journey journey) {
        Causes causes = journey.lostBy();
        if (causes.cells().isEmpty() || !(causes.total() > 0)) {
            boolean none = journey.requests().downtimePerYear().value() == 0;
            return new CauseTable(
                    journey.name(),
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    none ? "Nothing was lost, so there is nothing to explain." : "The run did not record causes.");
        }
        List<String> roots =
                names(causes.byRoot(), causes.cells().stream().map(Cause::root).toList(), ROOTS, "root");
        List<String> stages = names(
                causes.byStage(), causes.cells().stream().map(Cause::stage).toList(), STAGES, "stage");
        double[] seconds = new double[roots.size() * stages.size()];
        for (Cause cell : causes.cells()) {
            int row = at(roots, cell.root());
            int column = at(stages, cell.stage());
            // A corrected sum may be a little below 0; a share cannot.
            seconds[row * stages.size() + column] += Math.max(0, cell.secondsPerYear());
        }
        return new CauseTable(
                journey.name(),
                Amounts.duration(causes.total(), 3),
                stages,
                rows(causes, roots, stages, seconds, Percentages.tenths(seconds, stages.size())),
                sums(stages.size(), seconds, Percentages.tenths(seconds, stages.size())),
                stages.stream().map(stage -> lost(causes, stage)).toList(),
                Amounts.durations(journey.requests().downtimePerYear()),
                "");
    }

    private static Lost lost(Causes causes, String stage) {
        return causes.byStage().stream()
                .filter(share -> share.name().equals(stage))
                .findFirst()
                .map(share ->
                        new Lost(Amounts.duration(share.secondsPerYear()), Amounts.durations(share.secondsPerYear())))
                .orElse(Lost.NOT_TOLD);
    }

    /** The first names of a margin, and a last one for the rest. */
    private static List<String> names(List<Share> margin, List<String> used, int most, String what) {
        Set<String> names = new LinkedHashSet<>();
        margin.forEach(share -> names.add(share.name()));
        names.addAll(used);
        names.retainAll(Set.copyOf(used));
        List<String> list = new ArrayList<>(names);
        if (list.size() <= most) {
            return list;
        }
        List<String> first = new ArrayList<>(list.subList(0, most - 1));
        first.add(list.size() - first.size() + " other " + what + "s");
        return first;
    }

    private static int at(List<String> names, String name) {
        int at = names.indexOf(name);
        return at < 0 ? names.size() - 1 : at;
    }

    private static List<Row> rows(
            Causes causes, List<String> roots, List<String> stages, double[] seconds, long[] tenths) {
        Map<String, Share> margin = new LinkedHashMap<>();
        causes.byRoot().forEach(share -> margin.put(share.name(), share));
        int columns = stages.size();
        double longest = 0;
        double[] totals = new double[roots.size()];
        for (int row = 0; row < roots.size(); row++) {
            for (int column = 0; column < columns; column++) {
                totals[row] += seconds[row * columns + column];
            }
            longest = Math.max(longest, totals[row]);
        }
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < roots.size(); row++) {
            List<String> cells = new ArrayList<>();
            List<Bar> bars = new ArrayList<>();
            long share = 0;
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                share += tenths[at];
                cells.add(seconds[at] > 0 ? cell(tenths[at]) : "");
                if (seconds[at] > 0) {
                    String width = Amounts.decimals(100 * seconds[at] / longest, 2);
                    bars.add(new Bar(Stages.colour(stages.get(column)), stages.get(column), width, cell(tenths[at])));
                }
            }
            Share known = margin.get(roots.get(row));
            rows.add(new Row(
                    roots.get(row),
                    known == null ? Amounts.duration(totals[row], 2) : Amounts.duration(known.secondsPerYear()),
                    known == null ? "" : Amounts.durations(known.secondsPerYear()),
                    totals[row] > 0 ? cell(share) : Percentages.text(share),
                    cells,
                    bars));
        }
        return rows;
    }

    /** Something is not nothing. */
    private static String cell(long tenths) {
        return tenths == 0 ? "< 0.1 %" : Percentages.text(tenths);
    }

    /** Whether another journey loses the same to the same causes. */
    boolean isLike(CauseTable other) {
        return total.equals(other.total) && stages.equals(other.stages) && rows.equals(other.rows);
    }

    private static List<String> sums(int columns, double[] seconds, long[] tenths) {
        long[] sums = new long[columns + 1];
        boolean[] isSomething = new boolean[columns + 1];
        for (int i = 0; i < tenths.length; i++) {
            sums[i % columns] += tenths[i];
            sums[columns] += tenths[i];
            isSomething[i % columns] |= seconds[i] > 0;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i <= columns; i++) {
            texts.add(isSomething[i] ? cell(sums[i]) : Percentages.text(sums[i]));
        }
        return texts;
    }
}
