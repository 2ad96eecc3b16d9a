package nines.reports;

import java.util.ArrayList;
import java.util.List;
import nines.result.DataCause;
import nines.result.DataSafety;
import nines.result.Durability;
import nines.result.Estimate;
import nines.result.Result;
import nines.result.Split;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of data: of what is kept in copies by cause, of objects in stores by component.
 *
 * @param copies a table each
 * @param stores a line each
 */
record DataTable(List<Copies> copies, List<Store> stores) {
    private static final int ROWS = 12;

    /**
     * The data of one component.
     *
     * @param name of it
     * @param sentence how often nobody serves it and how it comes back
     * @param stages what the mean interruption consists of; empty where it is one stage
     * @param writes whether what is lost is told in writes as well
     * @param anyGone whether anything ever took all of it
     * @param causes a line each, the one that loses most first
     * @param more what is not shown
     */
    record Copies(
            String name,
            String sentence,
            String stages,
            boolean writes,
            boolean anyGone,
            List<Row> causes,
            String more) {}

    /** What one root cause does to it. */
    record Row(String cause, String often, String gone, String lost, String writes, String back) {}

    /** The objects of one store. */
    record Store(String name, String scheme, String overhead, String durability, String losses, String independent) {}

    static DataTable of(Result result) {
        return new DataTable(
                result.data().stream().map(DataTable::of).toList(),
                result.durability().stream().map(DataTable::of).toList());
    }

    private static Copies of(DataSafety data) {
        List<DataCause> causes = data.byCause();
        List<Row> rows = new ArrayList<>();
        causes.stream().limit(ROWS).forEach(cause -> rows.add(row(cause)));
        List<String> stages = new ArrayList<>();
        data.stages().forEach(stage -> stages.add(stage.stage() + " " + Amounts.duration(stage.seconds())));
        return new Copies(
                data.name(),
                sentence(data),
                stages.size() > 1 ? String.join(", ", stages) : "",
                data.records().isKnown(),
                data.goneCompletelyPerYear().value() > 0,
                rows,
                causes.size() > ROWS ? causes.size() - ROWS + " more causes are in the JSON document." : "");
    }

    private static String sentence(DataSafety data) {
        Estimate often = data.interruptionsPerYear();
        if (!(often.value() > 0)) {
            return "Nobody ever had to do without it: " + Amounts.number(often) + " interruptions a year.";
        }
        String gone = data.goneCompletelyPerYear().value() > 0
                ? "; all of it is gone " + times(data.goneCompletelyPerYear())
                : "";
        return "Nobody serves it " + times(often) + "; another copy takes over " + times(data.takeoversPerYear())
                + ", a backup is restored " + times(data.restoresPerYear()) + gone + "." + split(data.split());
    }

    /** Where nobody fences an old holder. */
    private static String split(@Nullable Split split) {
        if (split == null) {
            return "";
        }
        return split.perYear().value() > 0
                ? " Nobody fences an old holder: " + times(split.perYear()) + " it goes on beside its successor, for "
                        + Amounts.duration(split.seconds()) + " on average, and what it takes meanwhile is lost."
                : " Nobody fences an old holder; two at once were not seen.";
    }

    private static String times(Estimate perYear) {
        String text = Amounts.perYear(perYear);
        return text.contains("one in") ? text.replace("one in", "once in") : text + " times a year";
    }

    private static Row row(DataCause cause) {
        boolean back = cause.recovery().isKnown();
        double gone = cause.goneCompletelyPerYear().value();
        return new Row(
                cause.root().isEmpty() ? "not known" : cause.root(),
                Amounts.perYear(cause.perYear()),
                gone <= 0 ? "" : back ? Amounts.percent(gone / cause.perYear().value()) : "each time",
                !back ? "everything" : cause.seconds().value() == 0 ? "nothing" : Amounts.duration(cause.seconds()),
                !back ? "all" : cause.records().value() == 0 ? "none" : Amounts.number(cause.records()),
                back ? Amounts.duration(cause.recovery()) : "never");
    }

    private static Store of(Durability store) {
        Estimate loss = store.everyLossPerYear();
        return new Store(
                store.name(),
                store.scheme(),
                Amounts.number(store.overhead(), 3),
                DataLine.nines(loss),
                Amounts.perYear(store.lossesPerYear()),
                Double.isNaN(store.independent())
                        ? Amounts.NOT_KNOWN + ": " + store.independentSays()
                        : Amounts.scientific(store.independent(), 2));
    }
}
