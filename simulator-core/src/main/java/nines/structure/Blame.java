package nines.structure;

import java.util.Arrays;

/** The shares of each journey's present loss, kept until it is explained again. */
final class Blame {
    private static final int ROWS = 64;

    private final Wiring wiring;
    private final Crowds crowds;
    private final int[] count;
    private final int[] cells;
    private final int[] clocks;
    private final double[] losts;
    private final double[] downs;
    /** When the impairment of each entry began; NaN for what is there from the start. */
    private final double[] sinces;

    Blame(Wiring wiring, Crowds crowds) {
        this.wiring = wiring;
        this.crowds = crowds;
        int journeys = wiring.journeys.length;
        count = new int[journeys];
        cells = new int[journeys * ROWS];
        clocks = new int[journeys * ROWS];
        losts = new double[journeys * ROWS];
        downs = new double[journeys * ROWS];
        sinces = new double[journeys * ROWS];
    }

    void clear() {
        Arrays.fill(count, 0);
    }

    /** Nobody is to blame. */
    void nothing(int j) {
        count[j] = 0;
    }

    /** Two journeys that go the same way share their explanation. */
    void copy(int from, int to) {
        int n = count[from];
        count[to] = n;
        System.arraycopy(cells, from * ROWS, cells, to * ROWS, n);
        System.arraycopy(clocks, from * ROWS, clocks, to * ROWS, n);
        System.arraycopy(losts, from * ROWS, losts, to * ROWS, n);
        System.arraycopy(downs, from * ROWS, downs, to * ROWS, n);
        System.arraycopy(sinces, from * ROWS, sinces, to * ROWS, n);
    }

    void add(int j, int cell, int clock, double lost, double down, double since) {
        int e = from(j) + count[j];
        if (count[j] == ROWS) {
            // More culprits than rows: the smallest ones share the last row, so that the table still adds up.
            e--;
            losts[e] += lost;
            downs[e] += down;
            return;
        }
        count[j]++;
        cells[e] = cell;
        clocks[e] = clock;
        losts[e] = lost;
        downs[e] = down;
        sinces[e] = since;
    }

    int from(int j) {
        return j * ROWS;
    }

    int to(int j) {
        return j * ROWS + count[j];
    }

    int cell(int entry) {
        return cells[entry];
    }

    /**
     * The clock whose ring ends this share of the loss; -1 for none, -2 - b for the beliefs about b's target, the number of
     * clocks + c for crowd c.
     */
    int clock(int entry) {
        return clocks[entry];
    }

    double lost(int entry) {
        return losts[entry];
    }

    double down(int entry) {
        return downs[entry];
    }

    /** The cause with the largest share of the present loss. */
    int foremost(int j) {
        int best = wiring.overloadCause;
        double most = -1;
        for (int e = from(j); e < to(j); e++) {
            if (losts[e] > most) {
                most = losts[e];
                best = cells[e] / Journal.STAGES;
            }
        }
        return best;
    }

    /** The (cause, stage) with the largest share of the present loss; -1 when nobody is to blame. */
    int foremostCell(int j) {
        int best = -1;
        double most = -1;
        for (int e = from(j); e < to(j); e++) {
            if (losts[e] > most) {
                most = losts[e];
                best = cells[e];
            }
        }
        return best;
    }

    /** Whether a cause has a share in the present loss. */
    boolean has(int j, int cause) {
        boolean has = false;
        for (int e = from(j); e < to(j); e++) {
            has |= cells[e] / Journal.STAGES == cause;
        }
        return has;
    }

    /** The cause of the impairment that began first among those with a share; -1 for none. */
    int first(int j) {
        return began(j, 1);
    }

    /** The cause of the impairment that began last: the one that broke the camel's back; -1 for none. */
    int trigger(int j) {
        return began(j, -1);
    }

    private int began(int j, int sign) {
        int best = -1;
        double earliest = Double.POSITIVE_INFINITY;
        for (int e = from(j); e < to(j); e++) {
            double since = sign * sinces[e];
            if (clocks[e] >= wiring.clocks) {
                since = crowds.began(clocks[e] - wiring.clocks, sign);
            }
            if (since < earliest) {
                earliest = since;
                best = cells[e] / Journal.STAGES;
            }
        }
        return best;
    }
}
