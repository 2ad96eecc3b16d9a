package nines.experiment;

import java.util.Arrays;
import nines.statistics.LatencyHistogram;
import nines.traffic.Timeline;

/** What all replications saw in each interval, added up: index j is the journey, s the station, k the interval. */
final class Timelines {
    final double every;
    final double length;
    final long[][] offered;
    final long[][] succeeded;
    final long[][] failed;
    final LatencyHistogram.Counts[][] responses;
    final double[][] queueArea;
    final int[][] queueMost;
    int replications;

    Timelines(Timeline like) {
        every = like.every;
        length = like.length;
        int n = Timeline.intervals(every, length);
        int journeys = like.offered.length;
        int stations = like.queueArea.length;
        offered = new long[journeys][n];
        succeeded = new long[journeys][n];
        failed = new long[journeys][n];
        responses = new LatencyHistogram.Counts[journeys][n];
        for (LatencyHistogram.Counts[] each : responses) {
            Arrays.fill(each, new LatencyHistogram().counts());
        }
        queueArea = new double[stations][n];
        queueMost = new int[stations][n];
    }

    void add(Timeline one) {
        replications++;
        for (int j = 0; j < offered.length; j++) {
            for (int k = 0; k < offered[j].length; k++) {
                offered[j][k] += one.offered[j][k];
                succeeded[j][k] += one.succeeded[j][k];
                failed[j][k] += one.failed[j][k];
                responses[j][k] = responses[j][k].plus(one.responses[j][k]);
            }
        }
        for (int s = 0; s < queueArea.length; s++) {
            for (int k = 0; k < queueArea[s].length; k++) {
                queueArea[s][k] += one.queueArea[s][k];
                queueMost[s][k] = Math.max(queueMost[s][k], one.queueMost[s][k]);
            }
        }
    }

    int intervals() {
        return Timeline.intervals(every, length);
    }

    /** Seconds from the beginning of one interval to the end of another, in all replications. */
    double seconds(int from, int to) {
        return replications * (Math.min(length, (to + 1) * every) - from * every);
    }
}
