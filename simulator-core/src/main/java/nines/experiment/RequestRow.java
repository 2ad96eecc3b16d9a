package nines.experiment;

import java.util.Arrays;
import nines.statistics.LatencyHistogram;
import nines.traffic.Journal;
import nines.traffic.Timeline;
import org.jspecify.annotations.Nullable;

/** What one replication of the traffic saw: a copy of the journal. */
final class RequestRow {
    final double time;
    final long events;
    final long requests;
    final long[] offered;
    final long[] attempts;
    final long[][] ended;
    final long[] inFlightAtStart;
    final long[] inFlightAtEnd;
    final double[] inFlightArea;
    final double[] responseSum;
    final LatencyHistogram.Counts[] responses;
    final long[] arrived;
    final long[] begun;
    final long[] waited;
    final double[] waitSum;
    final double[] waitSquares;
    final long[] rejected;
    final long[] served;
    final long[] wasted;
    final double[] busyArea;
    final double[] queueArea;
    final double[] offArea;
    final long[] hits;
    final int[] queueMost;
    final double[][] atLeast;
    final double[] series;
    final double[][] hopTime;
    /** Taken out of it when it has been added up. */
    @Nullable
    Timeline timeline;

    RequestRow(Journal journal) {
        time = journal.time;
        events = journal.events;
        requests = journal.requests;
        offered = journal.offered.clone();
        attempts = journal.attempts.clone();
        ended = Arrays.stream(journal.ended).map(long[]::clone).toArray(long[][]::new);
        inFlightAtStart = journal.inFlightAtStart.clone();
        inFlightAtEnd = journal.inFlightAtEnd.clone();
        inFlightArea = journal.inFlightArea.clone();
        responseSum = journal.responseSum.clone();
        int journeys = offered.length;
        responses = new LatencyHistogram.Counts[journeys];
        for (int j = 0; j < journeys; j++) {
            responses[j] = journal.responses[j].counts();
        }
        arrived = journal.arrived.clone();
        begun = journal.begun.clone();
        waited = journal.waited.clone();
        waitSum = journal.waitSum.clone();
        waitSquares = journal.waitSquares.clone();
        rejected = journal.rejected.clone();
        served = journal.served.clone();
        wasted = journal.wasted.clone();
        busyArea = journal.busyArea.clone();
        queueArea = journal.queueArea.clone();
        offArea = journal.offArea.clone();
        hits = journal.hits.clone();
        queueMost = journal.queueMost.clone();
        atLeast = Arrays.stream(journal.atLeast).map(double[]::clone).toArray(double[][]::new);
        series = journal.series.clone();
        hopTime = Arrays.stream(journal.hopTime).map(double[]::clone).toArray(double[][]::new);
        timeline = journal.timeline();
    }
}
