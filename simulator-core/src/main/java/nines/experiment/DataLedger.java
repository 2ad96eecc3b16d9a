package nines.experiment;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import nines.structure.DataJournal;
import nines.structure.Journal;

/** What all replications saw of one dataset, in the order of their index. */
final class DataLedger {
    private static final int SUMS = 5;

    final Column interruptions = new Column();
    final Column takeovers = new Column();
    final Column restores = new Column();
    final Column gone = new Column();
    /** Interruptions after which there was data again. */
    final Column back = new Column();
    /** Take-overs and restores that can be told in seconds. */
    final Column told = new Column();

    final Column doubtful = new Column();
    final Column losses = new Column();
    final Column seconds = new Column();
    final Column records = new Column();
    final Column most = new Column();
    final Column recovery = new Column();
    final Column[] stages = new Column[Journal.STAGES];
    final Column splits = new Column();
    final Column splitSeconds = new Column();
    final Column splitWrites = new Column();
    final Sample secondsEach = new Sample();
    final Sample recoveryEach = new Sample();
    /** The same by root cause. */
    final Map<Integer, Of> causes = new TreeMap<>();

    private int replications;

    DataLedger() {
        Arrays.setAll(stages, s -> new Column());
    }

    /** What one root cause did. */
    static final class Of {
        final Column interruptions = new Column();
        final Column gone = new Column();
        final Column back = new Column();
        final Column seconds = new Column();
        final Column records = new Column();
        final Column recovery = new Column();

        private void add(double[] sums) {
            interruptions.add(sums[0] + sums[1]);
            gone.add(sums[0]);
            back.add(sums[1]);
            seconds.add(sums[2]);
            records.add(sums[3]);
            recovery.add(sums[4]);
        }
    }

    /** What one replication saw. */
    record Row(
            double[] begins,
            double[] recoveries,
            double[] seconds,
            double[] records,
            double[] doubtful,
            int[] causes,
            int[] endings,
            double[] stages,
            double[] splitEnds,
            double[] splitLengths,
            double splitWrites) {
        static Row of(DataJournal journal) {
            int n = journal.count;
            return new Row(
                    Arrays.copyOf(journal.begins, n),
                    Arrays.copyOf(journal.recoveries, n),
                    Arrays.copyOf(journal.seconds, n),
                    Arrays.copyOf(journal.records, n),
                    Arrays.copyOf(journal.doubtful, n),
                    Arrays.copyOf(journal.causes, n),
                    Arrays.copyOf(journal.endings, n),
                    journal.stages.clone(),
                    Arrays.copyOf(journal.splitEnds, journal.splits),
                    Arrays.copyOf(journal.splitLengths, journal.splits),
                    journal.splitWrites);
        }

        private int count(int ending) {
            int count = 0;
            for (int each : endings) {
                count += each == ending ? 1 : 0;
            }
            return count;
        }

        boolean isGone(int i) {
            return endings[i] == DataJournal.GONE;
        }

        private boolean isTold(int i) {
            return endings[i] == DataJournal.TAKEN_OVER || endings[i] == DataJournal.RESTORED;
        }
    }

    void add(Row row) {
        int n = row.seconds.length;
        int toldOf = 0;
        int lost = 0;
        double largest = 0;
        double[] each = new double[n];
        int backOf = 0;
        double[] returns = new double[n];
        for (int i = 0; i < n; i++) {
            if (row.isTold(i)) {
                each[toldOf++] = row.seconds[i];
            }
            if (!row.isGone(i)) {
                returns[backOf++] = row.recoveries[i];
            }
            lost += row.seconds[i] > 0 || row.isGone(i) ? 1 : 0;
            largest = Math.max(largest, row.seconds[i]);
        }
        interruptions.add(n);
        takeovers.add(row.count(DataJournal.TAKEN_OVER));
        gone.add(row.count(DataJournal.GONE));
        restores.add(row.count(DataJournal.RESTORED));
        told.add(toldOf);
        doubtful.add(sum(row.doubtful));
        losses.add(lost);
        splits.add(row.splitLengths.length);
        splitSeconds.add(sum(row.splitLengths));
        splitWrites.add(row.splitWrites);
        seconds.add(sum(row.seconds));
        records.add(sum(row.records));
        most.add(largest);
        back.add(backOf);
        recovery.add(sum(Arrays.copyOf(returns, backOf)));
        secondsEach.add(Arrays.copyOf(each, toldOf));
        recoveryEach.add(Arrays.copyOf(returns, backOf));
        for (int s = 0; s < stages.length; s++) {
            stages[s].add(row.stages[s]);
        }
        addCauses(row);
        replications++;
    }

    private void addCauses(Row row) {
        Map<Integer, double[]> sums = new TreeMap<>();
        for (int i = 0; i < row.seconds.length; i++) {
            double[] sum = sums.computeIfAbsent(row.causes[i], c -> new double[SUMS]);
            if (row.isGone(i)) {
                sum[0]++;
                continue;
            }
            sum[1]++;
            sum[2] += row.seconds[i];
            sum[3] += row.records[i];
            sum[4] += row.recoveries[i];
        }
        for (int cause : sums.keySet()) {
            causes.computeIfAbsent(cause, c -> {
                Of since = new Of();
                for (int before = 0; before < replications; before++) {
                    since.add(new double[SUMS]);
                }
                return since;
            });
        }
        causes.forEach((cause, of) -> {
            of.add(sums.getOrDefault(cause, new double[SUMS]));
        });
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
