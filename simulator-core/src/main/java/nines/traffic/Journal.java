package nines.traffic;

import java.util.Arrays;
import nines.blueprint.Blueprint;
import nines.blueprint.Station;
import nines.statistics.LatencyHistogram;
import org.jspecify.annotations.Nullable;

/**
 * What one replication saw after the warm-up, in primitive arrays that are used again by the next one. Index j is the
 * journey, s the station; times are in seconds.
 *
 * <p>Requests are conserved: in flight at the start + offered = all outcomes + in flight at the end.
 */
public final class Journal {
    /** Stations with more room than this are not watched level by level. */
    private static final int ROOM_MAX = 64;

    /** Number of outcomes. */
    public static final int OUTCOMES = Outcome.values().length;

    /** Seconds measured. */
    public double time;
    /** Events of both layers, over the whole replication. */
    public long events;
    /** Requests over the whole replication. */
    public long requests;

    /** Requests that arrived. */
    public final long[] offered;
    /** Attempts that clients made. */
    public final long[] attempts;
    /** Requests that ended, [j][outcome]. */
    public final long[][] ended;
    /** Requests under way when measuring began. */
    public final long[] inFlightAtStart;
    /** Requests under way at the end. */
    public final long[] inFlightAtEnd;
    /** Request-seconds under way. */
    public final double[] inFlightArea;
    /** Response times of the requests that succeeded. */
    public final LatencyHistogram[] responses;
    /** Their sum. */
    public final double[] responseSum;

    /** Requests that came to a station, whatever became of them. */
    public final long[] arrived;
    /** Those for which a worker began. */
    public final long[] begun;
    /** Those that had to wait for it. */
    public final long[] waited;
    /** How long they waited, in all, of all begun. */
    public final double[] waitSum;
    /** Sum of the squares. */
    public final double[] waitSquares;
    /** Those that found the queue full. */
    public final long[] rejected;
    /** Those whose service came to its end. */
    public final long[] served;
    /** Those of them that nobody was waiting for. */
    public final long[] wasted;
    /** Worker-seconds held. */
    public final double[] busyArea;
    /** Seconds in which the station was not there, as instances are added and taken away. */
    public final double[] offArea;
    /** Of caches that keep single objects: those that found theirs. */
    public final long[] hits;
    /** Request-seconds in the queue. */
    public final double[] queueArea;
    /**
     * Seconds with at least so many at a station, waiting or served, [s][n]: for stations with little room that do not share;
     * empty for others.
     */
    public final double[][] atLeast;
    /** Most in the queue at once. */
    public final int[] queueMost;

    /** Mean number of requests under way in each of so many equal parts of the whole replication; empty unless asked for. */
    public final double[] series;

    /**
     * Seconds of the requests that succeeded by where they went, [j][column]: see {@link Hops#column}; empty unless asked
     * for. They add up to {@link #responseSum}.
     */
    public final double[][] hopTime;

    private final Blueprint blueprint;
    private final double every;
    private @Nullable Timeline timeline;

    Journal(Blueprint blueprint, int parts) {
        this(blueprint, parts, false, Double.NaN);
    }

    Journal(Blueprint blueprint, int parts, boolean hops, double every) {
        this.blueprint = blueprint;
        this.every = every;
        int journeys = blueprint.journeys().size();
        offered = new long[journeys];
        attempts = new long[journeys];
        ended = new long[journeys][OUTCOMES];
        inFlightAtStart = new long[journeys];
        inFlightAtEnd = new long[journeys];
        inFlightArea = new double[journeys];
        responses = new LatencyHistogram[journeys];
        Arrays.setAll(responses, j -> new LatencyHistogram());
        responseSum = new double[journeys];
        int stations = blueprint.requests().stations().size();
        arrived = new long[stations];
        begun = new long[stations];
        waited = new long[stations];
        waitSum = new double[stations];
        waitSquares = new double[stations];
        rejected = new long[stations];
        served = new long[stations];
        wasted = new long[stations];
        busyArea = new double[stations];
        offArea = new double[stations];
        hits = new long[stations];
        queueArea = new double[stations];
        queueMost = new int[stations];
        atLeast = new double[stations][];
        Arrays.setAll(
                atLeast, s -> new double[levels(blueprint.requests().stations().get(s))]);
        series = new double[parts];
        hopTime = hops ? new double[journeys][Hops.of(blueprint).names().size() * Hops.KINDS] : new double[0][];
    }

    /** Whether it is told where the time of requests goes. */
    boolean tellsHops() {
        return hopTime.length > 0;
    }

    /** What the replication saw in each interval; null unless asked for. The next replication has one of its own. */
    public @Nullable Timeline timeline() {
        return timeline;
    }

    /** A replication of so many seconds begins. */
    @Nullable
    Timeline beginTimeline(double length) {
        timeline = Double.isNaN(every) ? null : new Timeline(blueprint, every, length);
        return timeline;
    }

    /** Starts all sums anew. */
    void clear() {
        for (int j = 0; j < offered.length; j++) {
            Arrays.fill(ended[j], 0);
            responses[j].clear();
        }
        for (long[] counts : new long[][] {offered, attempts, inFlightAtStart, inFlightAtEnd}) {
            Arrays.fill(counts, 0);
        }
        for (double[] sums :
                new double[][] {inFlightArea, responseSum, waitSum, waitSquares, busyArea, queueArea, offArea}) {
            Arrays.fill(sums, 0);
        }
        for (long[] counts : new long[][] {arrived, begun, waited, rejected, served, wasted, hits}) {
            Arrays.fill(counts, 0);
        }
        Arrays.fill(queueMost, 0);
        for (double[] sums : atLeast) {
            Arrays.fill(sums, 0);
        }
        for (double[] sums : hopTime) {
            Arrays.fill(sums, 0);
        }
    }

    private static int levels(Station station) {
        boolean little = station.workers() <= ROOM_MAX && station.places() <= ROOM_MAX - station.workers();
        return little && !station.shares() ? station.workers() + station.places() + 1 : 0;
    }

    /** One more is at a station: so many now. */
    void rises(int s, int present, double now) {
        double[] sums = atLeast[s];
        if (present < sums.length) {
            sums[present] -= now;
        }
    }

    /** One less is at a station: so many before. */
    void falls(int s, int present, double now) {
        double[] sums = atLeast[s];
        if (present < sums.length) {
            sums[present] += now;
        }
    }

    /** Requests of a journey that ended in some way. */
    public long allEnded(int journey) {
        long all = 0;
        for (long count : ended[journey]) {
            all += count;
        }
        return all;
    }
}
