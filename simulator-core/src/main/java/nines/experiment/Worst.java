package nines.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The few outages that lost the most requests; of equal ones the longer, then the earlier replication. */
final class Worst {
    private static final int KEPT = 5;
    private static final Comparator<Outage> WORST_FIRST = Comparator.comparingDouble(Outage::lost)
            .thenComparingDouble(Outage::length)
            .reversed()
            .thenComparingInt(Outage::replication)
            .thenComparingDouble(Outage::start);

    /**
     * One outage.
     *
     * @param replication in which it happened
     * @param start in seconds after the start of measuring
     * @param length in seconds; up to the horizon when it was still open there
     * @param lost requests
     * @param cause index of the cause that started it; -1 for none
     * @param open whether it was still open at the horizon
     */
    record Outage(int replication, double start, double length, double lost, int cause, boolean open) {}

    private final List<Outage> outages = new ArrayList<>();

    void add(int replication, Row.JourneyRow row, double time) {
        for (int i = 0; i < row.durations.length; i++) {
            if (isAmong(row.losts[i], row.durations[i])) {
                add(new Outage(replication, row.starts[i], row.durations[i], row.losts[i], row.startCauses[i], false));
            }
        }
        if (row.openSince >= 0 && isAmong(row.openLost, time - row.openSince)) {
            add(new Outage(replication, row.openSince, time - row.openSince, row.openLost, row.openCause, true));
        }
    }

    private boolean isAmong(double lost, double length) {
        if (outages.size() < KEPT) {
            return true;
        }
        Outage least = outages.get(KEPT - 1);
        return lost > least.lost() || lost == least.lost() && length > least.length();
    }

    private void add(Outage outage) {
        outages.add(outage);
        outages.sort(WORST_FIRST);
        if (outages.size() > KEPT) {
            outages.remove(KEPT);
        }
    }

    List<Outage> outages() {
        return List.copyOf(outages);
    }
}
