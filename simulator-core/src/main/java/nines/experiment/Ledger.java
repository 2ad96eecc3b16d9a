package nines.experiment;

import java.util.ArrayList;
import java.util.List;

/** Everything the complete replications saw, in the order of their index. */
final class Ledger {
    final Column time = new Column();
    final List<JourneyLedger> journeys = new ArrayList<>();
    final Cells partDown = new Cells();
    final Cells partFailed = new Cells();
    final Cells partTaken = new Cells();
    final List<DataLedger> data = new ArrayList<>();
    final List<StoreLedger> stores = new ArrayList<>();
    final List<Breaches> breaches = new ArrayList<>();
    final long[] branchAsked;
    final long[] branchTaken;
    long events;

    /**
     * An empty ledger.
     *
     * @param targets promised availabilities of each journey
     * @param stepped length of the window that is looked at in steps, measured after all others; 0 for none
     */
    Ledger(Layout layout, double[] times, double[] windows, List<double[]> targets, double stepped) {
        for (int j = 0; j < layout.journeys().size(); j++) {
            journeys.add(new JourneyLedger(layout, j, times, windows, targets.get(j), stepped));
        }
        for (int d = 0; d < layout.data().size(); d++) {
            data.add(new DataLedger());
        }
        layout.stores().forEach(store -> stores.add(new StoreLedger()));
        branchAsked = new long[layout.branches().size()];
        branchTaken = new long[layout.branches().size()];
    }

    /** Looks at promises about data and recovery as well. */
    void watch(Layout layout, List<DataPromise> promises) {
        promises.stream()
                .filter(promise -> promise.measure() != DataPromise.Measure.DURABILITY)
                .forEach(promise -> breaches.add(new Breaches(promise, layout)));
    }

    void add(int replication, Row row) {
        time.add(row.time);
        events += row.events;
        partDown.add(row.partDown);
        partFailed.add(row.partFailed);
        partTaken.add(row.partTaken);
        for (int d = 0; d < data.size(); d++) {
            data.get(d).add(row.data[d]);
        }
        for (Breaches each : breaches) {
            each.add(row);
        }
        for (int s = 0; s < stores.size(); s++) {
            stores.get(s).add(row.stores[s]);
        }
        for (int b = 0; b < branchAsked.length; b++) {
            branchAsked[b] += row.branchAsked[b];
            branchTaken[b] += row.branchTaken[b];
        }
        for (int j = 0; j < journeys.size(); j++) {
            journeys.get(j).add(replication, row.journeys[j], row.time);
        }
    }

    int replications() {
        return time.size();
    }

    double years() {
        return time.sum() / Settings.YEAR;
    }
}
