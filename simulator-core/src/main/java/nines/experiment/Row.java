package nines.experiment;

/** What one replication saw, cut down to what the estimates need. Sums of single causes and parts are sparse. */
final class Row {
    /** Seconds measured. */
    double time;
    /** Changes of state. */
    long events;
    /** One entry a journey. */
    final JourneyRow[] journeys;
    /** Seconds each part's instances were not alive, on average. */
    Sparse partDown = Sparse.EMPTY;
    /** How often they failed by themselves, and how often something else took them down. */
    Sparse partFailed = Sparse.EMPTY;

    Sparse partTaken = Sparse.EMPTY;
    /** One entry a dataset. */
    DataLedger.Row[] data = new DataLedger.Row[0];
    /** One entry a store. */
    StoreLedger.Row[] stores = new StoreLedger.Row[0];

    long[] branchAsked = new long[0];
    long[] branchTaken = new long[0];

    Row(int journeyCount) {
        journeys = new JourneyRow[journeyCount];
        for (int j = 0; j < journeyCount; j++) {
            journeys[j] = new JourneyRow();
        }
    }

    /** What one journey saw in one replication. */
    static final class JourneyRow {
        double offered;
        double lost;
        double lostCorrected;
        double down;
        double downCorrected;
        long outages;
        double longest;
        double firstOutage = Double.POSITIVE_INFINITY;
        Sparse causeLost = Sparse.EMPTY;
        Sparse causeDown = Sparse.EMPTY;
        /** Outages by the cause that was there first, and by the one that came last, when they began. */
        Sparse firsts = Sparse.EMPTY;

        Sparse triggers = Sparse.EMPTY;
        /** Lengths of completed outages, their starts, what they lost and the causes that started them. */
        double[] durations = new double[0];

        double[] starts = new double[0];
        double[] losts = new double[0];
        int[] startCauses = new int[0];
        /** The outage still open at the end: its start, negative or NaN if it did not begin while measuring. */
        double openSince = Double.NaN;

        double openLost;
        int openCause;
        /** One entry a time asked about. */
        boolean[] upAt = new boolean[0];

        double[] servedAt = new double[0];
        double[] downUntil = new double[0];
        double[] lostUntil = new double[0];
        double[] offeredUntil = new double[0];
        /** Per window length, per window. */
        double[][] windowDown = new double[0][];

        double[][] windowLost = new double[0][];
    }

    /** The entries of an array that are not zero. */
    static final class Sparse {
        static final Sparse EMPTY = new Sparse(new int[0], new double[0]);

        final int[] index;
        final double[] value;

        private Sparse(int[] index, double[] value) {
            this.index = index;
            this.value = value;
        }

        static Sparse of(int[] all) {
            double[] values = new double[all.length];
            for (int i = 0; i < all.length; i++) {
                values[i] = all[i];
            }
            return of(values);
        }

        static Sparse of(double[] all) {
            int count = 0;
            for (double value : all) {
                count += value != 0 ? 1 : 0;
            }
            if (count == 0) {
                return EMPTY;
            }
            int[] index = new int[count];
            double[] values = new double[count];
            int next = 0;
            for (int i = 0; i < all.length; i++) {
                if (all[i] != 0) {
                    index[next] = i;
                    values[next++] = all[i];
                }
            }
            return new Sparse(index, values);
        }
    }
}
