package nines.structure;

import java.util.Arrays;
import nines.blueprint.Blueprint;
import nines.blueprint.Stage;

/**
 * What one replication saw, in primitive arrays that are used again by the next one. Index j is the journey; times are
 * seconds, requests are requests.
 *
 * <p>The corrected sums take out what chance added to known means: for every clock started in a state whose loss it
 * controls, (drawn - mean) x loss, and for every branch (taken - probability) x mean consequence. Both have mean zero
 * whatever happens later, because the weight is fixed before the draw: a martingale control variate. The corrected sums
 * therefore have the same expectation and, where outages are few and long, a far smaller variance.
 */
public final class Journal {
    /** Number of stages. */
    public static final int STAGES = Stage.values().length;

    /** Seconds measured. */
    public double time;
    /** Requests offered. */
    public final double[] offered;
    /** Requests lost. */
    public final double[] lost;
    /** Requests lost, with known means in place of draws. */
    public final double[] lostCorrected;
    /** Seconds below the threshold. */
    public final double[] down;
    /** Seconds below the threshold, with known means in place of draws. */
    public final double[] downCorrected;
    /** Outages that began. */
    public final long[] outages;
    /** Length of the longest outage within this horizon, 0 when none. */
    public final double[] longest;
    /** Start of the first outage, +infinity when none. */
    public final double[] firstOutage;
    /** Requests lost by [j][cause * STAGES + stage]. */
    public final double[][] causeLost;
    /** Seconds below the threshold by [j][cause * STAGES + stage]. */
    public final double[][] causeDown;
    /** Lengths of the outages that ended, in order; the first {@link #durationCount} are valid. */
    public final double[][] durations;
    /** Starts of the same outages. */
    public final double[][] starts;
    /** Requests lost in each of them. */
    public final double[][] outageLost;
    /** Cause that started each of them. */
    public final int[][] startCauses;
    /** How many outages ended. */
    public final int[] durationCount;
    /** Whether the last outage was still open at the horizon. */
    public final boolean[] open;
    /** When that one began, which is below 0 if it was before measuring; what it lost since, and its cause. */
    public final double[] openSince;

    public final double[] openLost;
    public final int[] openCause;
    /** How many outages have each cause as the first of those to blame when they began, [j][cause]. */
    public final int[][] firsts;
    /** How many have each cause as the last of those to blame when they began, [j][cause]. */
    public final int[][] triggers;
    /** Whether the journey was up just before each noted time, [j][k]. */
    public final boolean[][] upAt;
    /** Share of requests served just before each noted time, [j][k]. */
    public final double[][] servedAt;
    /** Seconds below the threshold until each noted time, [j][k]. */
    public final double[][] downUntil;
    /** Requests lost until each noted time, [j][k]. */
    public final double[][] lostUntil;
    /** Requests offered until each noted time, [j][k]. */
    public final double[][] offeredUntil;
    /** Seconds below the threshold in each window, [j][length][window]. */
    public final double[][][] windowDown;
    /** Requests lost in each window, [j][length][window]. */
    public final double[][][] windowLost;
    /** Seconds each node was false. */
    public final double[] nodeDown;
    /** How often each node became false. */
    public final int[] nodeFalls;
    /** How often each node became false by a fault of its own component; the rest came from what it needs. */
    public final int[] ownFalls;
    /** How often each source of branches was asked. */
    public final long[] branchAsked;
    /** How often it gave its rarer answer. */
    public final long[] branchTaken;
    /** What was seen of each dataset. */
    public final DataJournal[] data;
    /** One entry a store. */
    public final StoreJournal[] stores;
    /** Events executed. */
    public long events;

    Journal(Blueprint blueprint, Options options, double horizon, int clocks) {
        int journeys = blueprint.journeys().size();
        int cells = blueprint.causes().size() * STAGES;
        offered = new double[journeys];
        lost = new double[journeys];
        lostCorrected = new double[journeys];
        down = new double[journeys];
        downCorrected = new double[journeys];
        outages = new long[journeys];
        longest = new double[journeys];
        firstOutage = new double[journeys];
        causeLost = new double[journeys][cells];
        causeDown = new double[journeys][cells];
        durations = new double[journeys][16];
        starts = new double[journeys][16];
        startCauses = new int[journeys][16];
        durationCount = new int[journeys];
        outageLost = new double[journeys][16];
        open = new boolean[journeys];
        openSince = new double[journeys];
        openLost = new double[journeys];
        openCause = new int[journeys];
        firsts = new int[journeys][blueprint.causes().size()];
        triggers = new int[journeys][blueprint.causes().size()];
        int times = options.at().length;
        upAt = new boolean[journeys][times];
        servedAt = new double[journeys][times];
        downUntil = new double[journeys][times];
        lostUntil = new double[journeys][times];
        offeredUntil = new double[journeys][times];
        int lengths = options.windows().length;
        windowDown = new double[journeys][lengths][];
        windowLost = new double[journeys][lengths][];
        for (int j = 0; j < journeys; j++) {
            for (int w = 0; w < lengths; w++) {
                int count = (int) Math.min(1 << 24, Math.floor(horizon / options.windows()[w] + 1e-9));
                windowDown[j][w] = new double[count];
                windowLost[j][w] = new double[count];
            }
        }
        nodeDown = new double[blueprint.nodes().size()];
        nodeFalls = new int[nodeDown.length];
        ownFalls = new int[nodeDown.length];
        branchAsked = new long[clocks];
        branchTaken = new long[clocks];
        data = new DataJournal[blueprint.datasets().size()];
        Arrays.setAll(data, d -> new DataJournal());
        stores = new StoreJournal[blueprint.stripes().size()];
        Arrays.setAll(stores, s -> new StoreJournal());
    }

    void clear() {
        time = 0;
        events = 0;
        Arrays.fill(offered, 0);
        Arrays.fill(lost, 0);
        Arrays.fill(lostCorrected, 0);
        Arrays.fill(down, 0);
        Arrays.fill(downCorrected, 0);
        Arrays.fill(outages, 0);
        Arrays.fill(longest, 0);
        Arrays.fill(firstOutage, Double.POSITIVE_INFINITY);
        Arrays.fill(durationCount, 0);
        Arrays.fill(open, false);
        for (int j = 0; j < offered.length; j++) {
            Arrays.fill(causeLost[j], 0);
            Arrays.fill(causeDown[j], 0);
            Arrays.fill(firsts[j], 0);
            Arrays.fill(triggers[j], 0);
            Arrays.fill(upAt[j], true);
            Arrays.fill(servedAt[j], 1);
            Arrays.fill(downUntil[j], 0);
            Arrays.fill(lostUntil[j], 0);
            Arrays.fill(offeredUntil[j], 0);
            for (int w = 0; w < windowDown[j].length; w++) {
                Arrays.fill(windowDown[j][w], 0);
                Arrays.fill(windowLost[j][w], 0);
            }
        }
        Arrays.fill(nodeDown, 0);
        Arrays.fill(nodeFalls, 0);
        Arrays.fill(ownFalls, 0);
        Arrays.fill(branchAsked, 0);
        Arrays.fill(branchTaken, 0);
        for (DataJournal one : data) {
            one.clear();
        }
        for (StoreJournal one : stores) {
            one.clear();
        }
    }

    void outageBegan(int j, int first, int trigger) {
        if (first >= 0) {
            firsts[j][first]++;
            triggers[j][trigger]++;
        }
    }

    void outageEnded(int j, double start, double length, double requestsLost, int cause, boolean keep) {
        if (!keep) {
            durationCount[j]++;
            return;
        }
        int n = durationCount[j]++;
        if (n == durations[j].length) {
            durations[j] = Arrays.copyOf(durations[j], 2 * n);
            starts[j] = Arrays.copyOf(starts[j], 2 * n);
            outageLost[j] = Arrays.copyOf(outageLost[j], 2 * n);
            startCauses[j] = Arrays.copyOf(startCauses[j], 2 * n);
        }
        durations[j][n] = length;
        starts[j][n] = start;
        outageLost[j][n] = requestsLost;
        startCauses[j][n] = cause;
    }
}
