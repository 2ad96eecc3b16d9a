package nines.traffic;

import java.util.Arrays;
import nines.blueprint.Blueprint;
import nines.statistics.LatencyHistogram;

/**
 * What one replication saw in each of many intervals of equal length, the warm-up included: index j is the journey, s the
 * station, k the interval. It looks at the journal at the end of each interval, so that nothing is slower in between.
 */
public final class Timeline {
    private static final LatencyHistogram.Counts NONE = new LatencyHistogram().counts();

    /** Length of an interval, in seconds; the last one may be shorter. */
    public final double every;
    /** Seconds covered. */
    public final double length;
    /** Requests that arrived, [j][k]. */
    public final long[][] offered;
    /** Requests that were answered well. */
    public final long[][] succeeded;
    /** Requests that ended in another way. */
    public final long[][] failed;
    /** Response times of those that were answered well. */
    public final LatencyHistogram.Counts[][] responses;
    /** Request-seconds in the queue, [s][k]. */
    public final double[][] queueArea;
    /** Most in the queue at once. */
    public final int[][] queueMost;

    private final long[] offeredBefore;
    private final long[] succeededBefore;
    private final long[] failedBefore;
    private final double[] areaBefore;
    private final int[] mostBefore;
    private final LatencyHistogram[] all;
    private int present;

    Timeline(Blueprint blueprint, double every, double length) {
        this.every = every;
        this.length = length;
        int n = intervals(every, length);
        int journeys = blueprint.journeys().size();
        int stations = blueprint.requests().stations().size();
        offered = new long[journeys][n];
        succeeded = new long[journeys][n];
        failed = new long[journeys][n];
        responses = new LatencyHistogram.Counts[journeys][n];
        for (LatencyHistogram.Counts[] each : responses) {
            Arrays.fill(each, NONE);
        }
        queueArea = new double[stations][n];
        queueMost = new int[stations][n];
        offeredBefore = new long[journeys];
        succeededBefore = new long[journeys];
        failedBefore = new long[journeys];
        areaBefore = new double[stations];
        mostBefore = new int[stations];
        all = new LatencyHistogram[journeys];
        Arrays.setAll(all, j -> new LatencyHistogram());
    }

    /** How many intervals cover a time. */
    public static int intervals(double every, double length) {
        return (int) Math.max(1, Math.ceil(length / every - 1e-9));
    }

    /** When the present interval ends, in seconds. */
    double presentEnds() {
        return Math.min(length, (present + 1) * every);
    }

    /** How often it was looked at on the way: events that are none of the run's own. */
    int looks() {
        return present;
    }

    /** Whether there is another interval after the present one. */
    boolean hasNext() {
        return present + 1 < intervals(every, length);
    }

    /** Takes what the journal has seen since it was last looked at, now. */
    void look(Journal journal, Stations stations, double now) {
        int k = present;
        for (int j = 0; j < offered.length; j++) {
            long good = journal.ended[j][0];
            long bad = journal.allEnded(j) - good;
            offered[j][k] += journal.offered[j] - offeredBefore[j];
            succeeded[j][k] += good - succeededBefore[j];
            failed[j][k] += bad - failedBefore[j];
            offeredBefore[j] = journal.offered[j];
            succeededBefore[j] = good;
            failedBefore[j] = bad;
            LatencyHistogram.Counts counts = journal.responses[j].counts();
            responses[j][k] = responses[j][k].plus(counts);
            all[j].merge(counts);
            journal.responses[j].clear();
        }
        for (int s = 0; s < queueArea.length; s++) {
            double area = journal.queueArea[s] + now * stations.length(s);
            queueArea[s][k] += area - areaBefore[s];
            areaBefore[s] = area;
            queueMost[s][k] = Math.max(queueMost[s][k], journal.queueMost[s]);
            mostBefore[s] = Math.max(mostBefore[s], journal.queueMost[s]);
            journal.queueMost[s] = stations.length(s);
        }
    }

    /** The next interval begins. */
    void next() {
        present++;
    }

    /** The journal has begun anew: the warm-up is over. */
    void journalBeganAnew() {
        for (long[] before : new long[][] {offeredBefore, succeededBefore, failedBefore}) {
            Arrays.fill(before, 0);
        }
        Arrays.fill(areaBefore, 0);
        Arrays.fill(mostBefore, 0);
        for (LatencyHistogram each : all) {
            each.clear();
        }
    }

    /** Gives back to the journal what was taken out of it on the way. */
    void giveBack(Journal journal) {
        for (int j = 0; j < all.length; j++) {
            journal.responses[j].merge(all[j].counts());
        }
        for (int s = 0; s < mostBefore.length; s++) {
            journal.queueMost[s] = Math.max(journal.queueMost[s], mostBefore[s]);
        }
    }
}
