package nines.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nines.result.Comparison;
import nines.result.Design;
import nines.result.Estimate;
import nines.result.TradeOff;
import nines.result.Verdict;

/**
 * What each of several designs gives for what it costs, side by side. A column of which nothing is known is told below instead.
 *
 * @param heads of the columns after the name
 * @param rows a line for each design
 * @param notes what is not in the table, and why
 */
public record TradeOffTable(List<String> heads, List<Row> rows, List<String> notes) {
    /** The figures of one design. */
    public record Row(String name, List<String> cells) {}

    /** One figure of all designs. */
    private record Column(String head, Function<TradeOff, Estimate> figure, Function<Estimate, String> text) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("reads served", TradeOff::reads, TradeOffTable::availability),
            new Column("writes served", TradeOff::writes, TradeOffTable::availability),
            new Column("RPO, 95 %", TradeOff::loss, each -> each.value() == 0 ? "nothing" : Amounts.duration(each)),
            new Column("RTO, 95 %", TradeOff::recovery, Amounts::duration),
            new Column("durability", TradeOff::lossOfAllPerYear, each -> DataLine.nines(each) + " nines"),
            new Column("p99 of a write", TradeOff::writeTime, Amounts::duration));

    /** The table of a comparison; without rows where no design keeps data. */
    public static TradeOffTable of(Comparison comparison) {
        List<Design> designs = comparison.designs().stream()
                .filter(design -> design.tradeOff() != null)
                .toList();
        List<String> heads = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        designs.forEach(design -> cells.add(new ArrayList<>()));
        List<String> notes = new ArrayList<>();
        for (Column column : COLUMNS) {
            List<Estimate> all = new ArrayList<>();
            for (Design design : designs) {
                TradeOff figures = design.tradeOff();
                if (figures != null) {
                    all.add(column.figure().apply(figures));
                }
            }
            if (all.stream().noneMatch(Estimate::isKnown)) {
                all.stream()
                        .map(Estimate::reason)
                        .findFirst()
                        .ifPresent(reason -> notes.add(column.head() + ": " + reason));
                continue;
            }
            heads.add(column.head());
            for (int i = 0; i < all.size(); i++) {
                cells.get(i).add(text(column, all.get(i)));
            }
        }
        heads.add("costs");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < designs.size(); i++) {
            TradeOff figures = designs.get(i).tradeOff();
            if (figures != null) {
                cells.get(i).add(costs(figures));
                rows.add(new Row(designs.get(i).name(), cells.get(i)));
            }
        }
        return new TradeOffTable(heads, rows, notes);
    }

    private static String text(Column column, Estimate estimate) {
        if (!estimate.isKnown()) {
            return "–";
        }
        String text = column.text().apply(estimate);
        boolean doubtful = estimate.verdict() == Verdict.NOT_TRUSTED && !text.endsWith("?");
        return doubtful ? text + "?" : text;
    }

    private static String availability(Estimate served) {
        return served.value() >= 1 && served.hasInterval()
                ? "above " + Amounts.availability(1 - served.low(), 2)
                : Amounts.availability(1 - served.value(), 2);
    }

    /** Money where the scenario says it, else what money is paid for. */
    private static String costs(TradeOff figures) {
        List<String> parts = new ArrayList<>();
        if (!Double.isNaN(figures.costPerMonth())) {
            parts.add(Amounts.number(figures.costPerMonth(), 3) + " " + figures.currency() + "/month");
        }
        parts.add(figures.instances() + (figures.instances() == 1 ? " instance" : " instances"));
        if (!Double.isNaN(figures.overhead())) {
            parts.add(Amounts.number(figures.overhead(), 3) + " bytes for each");
        }
        return parts.stream().collect(Collectors.joining(", "));
    }
}
