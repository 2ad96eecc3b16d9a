package nines.experiment;

import java.util.Map;
import java.util.TreeMap;

/** In how many windows of each replication one promise about data or recovery was broken, and by what. */
final class Breaches {
    final DataPromise promise;
    /** How many windows of each replication it was broken in. */
    final Column broken = new Column();

    /** All windows of all replications. */
    double windows;
    /** How often it was broken, by root cause; -1: nobody knows. */
    final Map<Integer, Integer> causes = new TreeMap<>();

    private final int journey;
    private final boolean[] ofData;

    Breaches(DataPromise promise, Layout layout) {
        this.promise = promise;
        int found = -1;
        for (int j = 0; j < layout.journeys().size(); j++) {
            found = layout.journeys().get(j).name().equals(promise.journey()) ? j : found;
        }
        journey = found;
        ofData = new boolean[layout.data().size()];
        for (int d = 0; d < ofData.length; d++) {
            ofData[d] = promise.reaches(layout.data().get(d).name());
        }
    }

    /** Whether there is anything that could break it. */
    boolean applies() {
        if (promise.measure() == DataPromise.Measure.RECOVERY) {
            return journey >= 0;
        }
        for (boolean each : ofData) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    void add(Row row) {
        boolean[] seen = new boolean[(int) Math.min(1 << 24, Math.floor(row.time / promise.window() + 1e-9))];
        boolean recovery = promise.measure() == DataPromise.Measure.RECOVERY;
        for (int d = 0; d < ofData.length; d++) {
            DataLedger.Row data = row.data[d];
            for (int i = 0; ofData[d] && i < data.seconds().length; i++) {
                // Of what is gone nothing comes back: that is lost, and never recovered.
                if (data.isGone(i) || !recovery && data.seconds()[i] > promise.value()) {
                    breaks(seen, data.begins()[i], data.causes()[i]);
                }
            }
        }
        for (int d = 0; d < ofData.length; d++) {
            DataLedger.Row data = row.data[d];
            // What an old holder took meanwhile is thrown away.
            for (int i = 0; ofData[d] && !recovery && i < data.splitLengths().length; i++) {
                if (data.splitLengths()[i] > promise.value()) {
                    breaks(seen, data.splitEnds()[i] - data.splitLengths()[i], -1);
                }
            }
        }
        if (recovery) {
            Row.JourneyRow of = row.journeys[journey];
            for (int i = 0; i < of.durations.length; i++) {
                if (of.durations[i] > promise.value()) {
                    breaks(seen, of.starts[i], of.startCauses[i]);
                }
            }
            if (row.time - of.openSince > promise.value()) {
                breaks(seen, of.openSince, of.openCause);
            }
        }
        int count = 0;
        for (boolean each : seen) {
            count += each ? 1 : 0;
        }
        broken.add(count);
        windows += seen.length;
    }

    /** What began before measuring counts in the first window; what begins after the last whole window does not. */
    private void breaks(boolean[] seen, double begin, int cause) {
        int window = (int) Math.min(Integer.MAX_VALUE, Math.floor(Math.max(0, begin) / promise.window()));
        if (window < seen.length) {
            seen[window] = true;
            causes.merge(cause, 1, Integer::sum);
        }
    }

    /** Share of the times that a cause broke it. */
    double shareOf(int cause) {
        double all = causes.values().stream().mapToInt(Integer::intValue).sum();
        return causes.getOrDefault(cause, 0) / all;
    }

    /** The cause that broke it most often; {@link Integer#MIN_VALUE} when nothing did. */
    int foremost() {
        int most = Integer.MIN_VALUE;
        int times = 0;
        for (Map.Entry<Integer, Integer> entry : causes.entrySet()) {
            if (entry.getValue() > times) {
                most = entry.getKey();
                times = entry.getValue();
            }
        }
        return most;
    }
}
