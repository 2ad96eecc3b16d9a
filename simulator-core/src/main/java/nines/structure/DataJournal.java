package nines.structure;

import java.util.Arrays;

/**
 * What one replication saw of one dataset: every time that it was not served from for a while and not by plan, told when it is
 * served from again. Entry i is the i-th of them.
 */
public final class DataJournal {
    /** The same copy is back, and nothing is lost. */
    public static final int SAME = 0;
    /** Another copy has taken over. */
    public static final int TAKEN_OVER = 1;
    /** The data was restored from a backup. */
    public static final int RESTORED = 2;
    /** There was nothing to restore it from: everything is gone, which is not told in seconds. */
    public static final int GONE = 3;

    /** How many interruptions have ended. */
    public int count;
    /** When it began, in seconds of what is measured; negative: before. */
    public double[] begins = new double[8];
    /** How long it took until somebody served again, in seconds. */
    public double[] recoveries = new double[8];
    /** Acknowledged work that is gone, in seconds of writing. */
    public double[] seconds = new double[8];
    /** The same in writes; NaN when their rate is not known. */
    public double[] records = new double[8];
    /** Seconds of writing that went on after the data had become wrong, until somebody noticed. */
    public double[] doubtful = new double[8];
    /** Root cause, or -1. */
    public int[] causes = new int[8];
    /** How it ended. */
    public int[] endings = new int[8];
    /** Seconds by stage of all interruptions after which there was data again. */
    public final double[] stages = new double[Journal.STAGES];

    /** How often two held the data at once, for how many seconds in all, and how many writes came meanwhile. */
    public int splits;

    public double splitSeconds;
    public double splitWrites;
    /** When each of these was over, in seconds of what is measured, and how long it had been. */
    public double[] splitEnds = new double[4];

    public double[] splitLengths = new double[4];

    /** When measuring began, on the clock of the run. */
    private double measuredFrom;

    void clear() {
        count = 0;
        measuredFrom = 0;
        splits = 0;
        splitSeconds = 0;
        splitWrites = 0;
        Arrays.fill(stages, 0);
    }

    void split(double forSeconds, double writes, double now) {
        int n = splits++;
        if (n == splitEnds.length) {
            splitEnds = Arrays.copyOf(splitEnds, 2 * n);
            splitLengths = Arrays.copyOf(splitLengths, 2 * n);
        }
        splitEnds[n] = now - measuredFrom;
        splitLengths[n] = forSeconds;
        splitSeconds += forSeconds;
        splitWrites += writes;
    }

    /** What was seen up to now does not count. */
    void startMeasuring(double now) {
        clear();
        measuredFrom = now;
    }

    void ended(
            int ending,
            double began,
            double recovery,
            double lostSeconds,
            double lostRecords,
            double inDoubt,
            int cause) {
        int n = count++;
        if (n == seconds.length) {
            begins = Arrays.copyOf(begins, 2 * n);
            recoveries = Arrays.copyOf(recoveries, 2 * n);
            seconds = Arrays.copyOf(seconds, 2 * n);
            records = Arrays.copyOf(records, 2 * n);
            doubtful = Arrays.copyOf(doubtful, 2 * n);
            causes = Arrays.copyOf(causes, 2 * n);
            endings = Arrays.copyOf(endings, 2 * n);
        }
        begins[n] = began - measuredFrom;
        recoveries[n] = recovery;
        seconds[n] = lostSeconds;
        records[n] = lostRecords;
        doubtful[n] = inDoubt;
        causes[n] = cause;
        endings[n] = ending;
    }
}
