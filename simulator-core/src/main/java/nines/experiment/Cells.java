package nines.experiment;

import java.util.Map;
import java.util.TreeMap;
import nines.statistics.Tally;

/** Tallies over replications of many sums of which few are not zero. */
final class Cells {
    private final Map<Integer, Tally> tallies = new TreeMap<>();
    private int replications;

    void add(Row.Sparse row) {
        for (int i = 0; i < row.index.length; i++) {
            Tally tally = tallies.computeIfAbsent(row.index[i], cell -> new Tally());
            tally.addZeros(replications - tally.count());
            tally.add(row.value[i]);
        }
        replications++;
    }

    /** The tally of a cell over all replications. */
    Tally tally(int cell) {
        Tally tally = new Tally();
        Tally seen = tallies.get(cell);
        if (seen != null) {
            tally.merge(seen);
        }
        tally.addZeros(replications - tally.count());
        return tally;
    }

    double sum(int cell) {
        Tally tally = tallies.get(cell);
        return tally == null ? 0 : tally.sum();
    }

    /** Cells that were ever not zero, ascending. */
    int[] seen() {
        return tallies.keySet().stream().mapToInt(Integer::intValue).toArray();
    }
}
