package nines.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The few longest outages. */
final class Worst {
    private static final int KEPT = 5;
    private static final Comparator<Outage> LONGEST_FIRST =
            Comparator.comparingDouble(Outage::length).reversed();

    /** One outage: where, when, how long in seconds, and the index of the cause that started it. */
    record Outage(int replication, double start, double length, int cause) {}

    private final List<Outage> outages = new ArrayList<>();

    void add(int replication, Row.JourneyRow row) {
        for (int i = 0; i < row.durations.length; i++) {
            if (outages.size() < KEPT
                    || row.durations[i] > outages.get(KEPT - 1).length()) {
                outages.add(new Outage(replication, row.starts[i], row.durations[i], row.startCauses[i]));
                outages.sort(LONGEST_FIRST);
                if (outages.size() > KEPT) {
                    outages.remove(KEPT);
                }
            }
        }
    }

    List<Outage> outages() {
        return List.copyOf(outages);
    }
}
