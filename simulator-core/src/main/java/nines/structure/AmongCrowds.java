package nines.structure;

import java.util.Arrays;

/**
 * How crowds of alike impairments share a loss: each member has the Shapley value, which is the same for all members of
 * a crowd. Exact while there are few cases of how many of each crowd are there. Above that by the limit for many: along
 * the way on which all crowds grow together (the Aumann-Shapley price: Aumann and Shapley 1974), where every member
 * gets what one more like it would lose. The way is halved wherever that does not explain what is lost on it; where one
 * member more makes all the difference, the crowds share by their sizes. What is handed out always adds up.
 */
final class AmongCrowds {
    /** So many cases are counted one by one. */
    private static final int CASES_MAX = 256;

    private static final int HALVINGS_MAX = 24;
    private static final double SHORTEST = 1.0 / (1 << HALVINGS_MAX);
    /** A part of the way is explained when no more than this share of the whole loss is left open. */
    private static final double CLOSE = 0.02;

    private static final double ROUNDING = 1e-12;

    private final int[] size;
    private final int[] present;
    private final Loss asked;
    private final double[] lostShare;
    private final double[] downShare;

    private final double[] values = new double[CASES_MAX];
    private final boolean[] downs = new boolean[CASES_MAX];
    private final double[] chances = new double[CASES_MAX];
    private final double[] ends = new double[HALVINGS_MAX + 1];
    private final double[] endValues = new double[HALVINGS_MAX + 1];
    private final double[] oneMore;
    private final int[] steps;

    // The question being answered.
    private int journey;
    private int count;
    private double upAt;
    private boolean ofDown;

    /** What a journey loses while only some impairments are there. */
    @FunctionalInterface
    interface Loss {
        double of(int journey);
    }

    /**
     * Shares among impairments of which the first ones of each array are meant.
     *
     * @param size how many alike ones each stands for
     * @param present how many of those are there when the loss is asked; set here
     * @param asked what is lost then
     * @param lostShare what each has of the loss; filled here
     * @param downShare what each has of being below the threshold; filled here
     */
    AmongCrowds(int[] size, int[] present, Loss asked, double[] lostShare, double[] downShare) {
        this.size = size;
        this.present = present;
        int most = size.length;
        oneMore = new double[most];
        steps = new int[most];
        this.asked = asked;
        this.lostShare = lostShare;
        this.downShare = downShare;
    }

    /** Fills the shares of all impairments, given the loss without any and with all. */
    void share(int j, int howMany, double lost0, double down0, double lostAll, double downAll, double threshold) {
        journey = j;
        count = howMany;
        upAt = threshold;
        Arrays.fill(lostShare, 0, count, 0);
        Arrays.fill(downShare, 0, count, 0);
        int cases = cases();
        if (cases <= CASES_MAX) {
            caseByCase(cases, lost0, down0, lostAll, downAll);
            return;
        }
        ofDown = false;
        alongTheWay(lostShare, lost0, lostAll);
        if (downAll != down0) {
            ofDown = true;
            alongTheWay(downShare, down0, downAll);
        }
    }

    /** How many cases there are of how many of each crowd are there; more than can be counted when they are too many. */
    private int cases() {
        int cases = 1;
        for (int i = 0; i < count && cases <= CASES_MAX; i++) {
            cases *= Math.min(CASES_MAX, size[i]) + 1;
        }
        return cases;
    }

    // ---------------------------------------------------------------- few cases

    /**
     * What each adds when all come one after the other in random order. The chance of each case (so many of each crowd
     * have come) follows from those of the cases with one fewer.
     */
    private void caseByCase(int cases, double lost0, double down0, double lostAll, double downAll) {
        int total = 0;
        for (int i = 0; i < count; i++) {
            total += size[i];
        }
        Arrays.fill(present, 0, count, 0);
        values[0] = lost0;
        downs[0] = down0 > 0;
        for (int c = 1; c < cases; c++) {
            next();
            chances[c] = 0;
            values[c] = c == cases - 1 ? lostAll : asked.of(journey);
            downs[c] = c == cases - 1 ? downAll > 0 : 1 - values[c] < upAt;
        }
        Arrays.fill(present, 0, count, 0);
        chances[0] = 1;
        int here = 0;
        for (int c = 0; c < cases - 1; c++) {
            int step = 1;
            for (int i = 0; i < count; i++) {
                int with = c + step;
                if (present[i] < size[i]) {
                    double chance = chances[c] * (size[i] - present[i]) / (total - here);
                    chances[with] += chance;
                    lostShare[i] += chance * (values[with] - values[c]);
                    downShare[i] += chance * ((downs[with] ? 1 : 0) - (downs[c] ? 1 : 0));
                }
                step *= size[i] + 1;
            }
            here += next();
        }
    }

    /** Goes to the next case, the first crowd counting fastest; returns by how many more are there than before. */
    private int next() {
        int more = 0;
        for (int i = 0; i < count; i++) {
            if (present[i] < size[i]) {
                present[i]++;
                return more + 1;
            }
            more -= present[i];
            present[i] = 0;
        }
        return more;
    }

    // ---------------------------------------------------------------- many

    private void alongTheWay(double[] share, double valueOfNone, double valueOfAll) {
        double close = Math.max(ROUNDING, CLOSE * Math.abs(valueOfAll - valueOfNone));
        double from = 0;
        double before = valueOfNone;
        ends[0] = 1;
        endValues[0] = valueOfAll;
        int open = 1;
        while (open > 0) {
            double to = ends[open - 1];
            double value = endValues[open - 1];
            double change = value - before;
            if (change != 0) {
                int moving = lookAtBothEnds(from, before, to, value);
                double explained = 0;
                for (int i = 0; i < count; i++) {
                    explained += steps[i] * oneMore[i];
                }
                // A jump at one end looks explained when only two come: half of it at the one end, none at the other.
                boolean isExplained = moving > 2 && Math.abs(explained - change) <= close;
                if (!isExplained && moving > 1 && to - from > SHORTEST) {
                    ends[open] = 0.5 * (from + to);
                    growTo(ends[open]);
                    endValues[open] = valueNow();
                    open++;
                    continue;
                }
                handOut(share, change, isExplained);
            }
            from = to;
            before = value;
            open--;
        }
    }

    private void growTo(double part) {
        for (int i = 0; i < count; i++) {
            present[i] = at(i, part);
        }
    }

    private int at(int i, double part) {
        return (int) (size[i] * part + 0.5);
    }

    private double valueNow() {
        double lost = asked.of(journey);
        return ofDown ? 1 - lost < upAt ? 1 : 0 : lost;
    }

    /** What one more of each crowd loses at the beginning and one fewer saves at the end; returns how many come between. */
    private int lookAtBothEnds(double from, double before, double to, double after) {
        int moving = 0;
        growTo(from);
        for (int i = 0; i < count; i++) {
            steps[i] = at(i, to) - present[i];
            moving += steps[i];
            oneMore[i] = Double.NaN;
            if (present[i] < size[i]) {
                present[i]++;
                oneMore[i] = valueNow() - before;
                present[i]--;
            }
        }
        growTo(to);
        for (int i = 0; i < count; i++) {
            if (present[i] > 0) {
                present[i]--;
                double oneFewer = after - valueNow();
                present[i]++;
                oneMore[i] = Double.isNaN(oneMore[i]) ? oneFewer : 0.5 * (oneMore[i] + oneFewer);
            }
        }
        return moving;
    }

    /** Shares by how many came, or, where a single one came, by how many could have been that one. */
    private void handOut(double[] share, double change, boolean bySteps) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weight(i, bySteps);
        }
        for (int i = 0; i < count; i++) {
            // Where no single one makes a difference, all that came did it together.
            share[i] += sum > 0 ? change * weight(i, bySteps) / sum : 0;
        }
        if (sum > 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            sum += steps[i];
        }
        for (int i = 0; i < count; i++) {
            share[i] += change * steps[i] / sum;
        }
    }

    private double weight(int i, boolean bySteps) {
        return Math.max(0, oneMore[i]) * (bySteps ? steps[i] : size[i]);
    }
}
