package nines.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nines.result.Cause;
import nines.result.Causes;
import nines.result.Estimate;
import nines.result.Share;

/**
 * The table (root × stage) of one kind of downtime. Shares are those seen; they are scaled so that the table sums to the
 * estimated total, in which known means stand for draws.
 */
final class CauseTable {
    private final Layout layout;
    private final Estimator estimator;

    CauseTable(Layout layout, Estimator estimator) {
        this.layout = layout;
        this.estimator = estimator;
    }

    /**
     * The table.
     *
     * @param ledger sums in requests or seconds
     * @param secondsPerYear the total
     */
    Causes of(CauseLedger ledger, double secondsPerYear) {
        double seen = 0;
        for (int cause : ledger.roots.seen()) {
            seen += ledger.roots.sum(cause);
        }
        if (!(seen > 0) || !(secondsPerYear > 0)) {
            return Causes.NONE;
        }
        double factor = secondsPerYear / seen;
        int stages = layout.stages().size();
        List<Cause> cells = new ArrayList<>();
        for (int cell : ledger.cells.seen()) {
            Layout.Root root = layout.causes().get(cell / stages);
            cells.add(new Cause(
                    root.label(), root.owner(), layout.stages().get(cell % stages), ledger.cells.sum(cell) * factor));
        }
        cells.sort(Comparator.comparingDouble(Cause::secondsPerYear).reversed());
        return new Causes(
                secondsPerYear,
                cells,
                margin(
                        ledger.roots,
                        layout.causes().stream().map(Layout.Root::label).toList(),
                        factor,
                        seen),
                margin(ledger.stages, layout.stages(), factor, seen),
                margin(ledger.owners, ledger.ownerNames, factor, seen));
    }

    private List<Share> margin(Cells cells, List<String> names, double factor, double seen) {
        List<Share> shares = new ArrayList<>();
        for (int cell : cells.seen()) {
            Estimate seconds = estimator.sum(cells.tally(cell), factor, "outage");
            shares.add(new Share(names.get(cell), Estimator.within(seconds, Settings.YEAR), cells.sum(cell) / seen));
        }
        shares.sort(Comparator.comparingDouble(Share::share).reversed());
        return shares;
    }
}
