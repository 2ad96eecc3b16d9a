package nines.analytic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One level of the multilevel method: a chain whose states are groups of states of the level below it, with the flows
 * between them. What is looked for is a factor for each state, such that flows in and out balance.
 */
final class Level {
    private static final int SMALL = 200;
    private static final int GROUP_MAX = 4;
    private static final double WORTH_IT = 0.9;

    /** Nothing is taken to be rarer, lest a product of chances becomes 0. */
    static final double RAREST = 1e-280;

    /** Balance is not asked of flows, a second, that are nearly so rare. */
    private static final double UNSEEN = 1e-260;

    private final int states;
    /** Flows by the state they enter: those into j are {@code into[j]} to {@code into[j + 1]}, from {@code source}. */
    private final int[] into;

    private final int[] source;
    private final double[] flow;
    private final double[] out;
    final double[] factor;

    private final @Nullable Level above;
    private final int[] group;
    /** Where each flow is counted on the level above; -1 within a group. */
    private final int[] cell;

    /**
     * The lowest level: transitions by the state they enter, with their rates.
     *
     * @param first a first guess, all positive; it is improved on where it is
     */
    Level(Chain turned, double[] exit, double[] first) {
        this(turned.states, turned.from, turned.to, turned.rate, exit, first);
    }

    private Level(int states, int[] into, int[] source, double[] flow, double[] out, double[] first) {
        this.states = states;
        this.into = into;
        this.source = source;
        this.flow = flow;
        this.out = out;
        factor = first;
        if (states <= SMALL) {
            group = new int[0];
            cell = new int[0];
            above = null;
            return;
        }
        group = new int[states];
        int groups = gather();
        cell = new int[source.length];
        above = groups > WORTH_IT * states ? null : coarser(groups);
    }

    /** Joins each state to the one it exchanges most with. */
    private int gather() {
        Arrays.fill(group, -1);
        double[] best = new double[states];
        int[] partner = new int[states];
        Arrays.fill(partner, -1);
        for (int j = 0; j < states; j++) {
            for (int k = into[j]; k < into[j + 1]; k++) {
                int i = source[k];
                double strength = Math.max(flow[k] / out[i], flow[k] / out[j]);
                if (strength > best[i]) {
                    best[i] = strength;
                    partner[i] = j;
                }
                if (strength > best[j]) {
                    best[j] = strength;
                    partner[j] = i;
                }
            }
        }
        int[] size = new int[states];
        int groups = 0;
        for (int i = 0; i < states; i++) {
            if (group[i] >= 0) {
                continue;
            }
            int other = partner[i];
            if (other >= 0 && group[other] >= 0 && size[group[other]] < GROUP_MAX) {
                group[i] = group[other];
            } else {
                group[i] = groups++;
                if (other >= 0 && group[other] < 0) {
                    group[other] = group[i];
                    size[group[i]]++;
                }
            }
            size[group[i]]++;
        }
        return groups;
    }

    private Level coarser(int groups) {
        int[] start = new int[groups + 1];
        for (int i = 0; i < states; i++) {
            start[group[i] + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            start[g + 1] += start[g];
        }
        int[] members = new int[states];
        int[] next = Arrays.copyOf(start, groups);
        for (int i = 0; i < states; i++) {
            members[next[group[i]]++] = i;
        }
        int[] cellOf = new int[groups];
        Arrays.fill(cellOf, -1);
        int[] coarseSource = new int[source.length];
        int[] coarseInto = new int[groups + 1];
        int cells = 0;
        for (int g = 0; g < groups; g++) {
            int begin = cells;
            for (int m = start[g]; m < start[g + 1]; m++) {
                int j = members[m];
                for (int k = into[j]; k < into[j + 1]; k++) {
                    int other = group[source[k]];
                    if (other == g) {
                        cell[k] = -1;
                        continue;
                    }
                    if (cellOf[other] < begin) {
                        cellOf[other] = cells;
                        coarseSource[cells++] = other;
                    }
                    cell[k] = cellOf[other];
                }
            }
            coarseInto[g + 1] = cells;
        }
        double[] coarseFlow = new double[cells];
        double[] coarseOut = new double[groups];
        collect(coarseFlow, coarseOut);
        double[] ones = new double[groups];
        Arrays.fill(ones, 1);
        return new Level(groups, coarseInto, Arrays.copyOf(coarseSource, cells), coarseFlow, coarseOut, ones);
    }

    private void collect(double[] coarseFlow, double[] coarseOut) {
        Arrays.fill(coarseFlow, 0);
        Arrays.fill(coarseOut, 0);
        for (int k = 0; k < source.length; k++) {
            if (cell[k] >= 0) {
                double moved = factor[source[k]] * flow[k];
                coarseFlow[cell[k]] += moved;
                coarseOut[group[source[k]]] += moved;
            }
        }
    }

    /**
     * One round: a sweep here, the levels above, a sweep back.
     *
     * @param judged whether balance is looked at, which costs as much as a sweep
     * @return the worst imbalance of any state or group; 0 when it is not looked at
     */
    double round(boolean judged) {
        if (states <= SMALL) {
            eliminate();
            return 0;
        }
        double worst = 0;
        if (above != null) {
            sweep(true);
            collect(above.flow, above.out);
            Arrays.fill(above.factor, 1);
            worst = judged ? above.imbalance() : 0;
            worst = Math.max(worst, above.round(judged));
            double[] factors = above.factor;
            for (int i = 0; i < states; i++) {
                factor[i] *= factors[group[i]];
            }
        } else {
            sweep(true);
        }
        sweep(false);
        return judged ? Math.max(worst, imbalance()) : worst;
    }

    private void sweep(boolean forward) {
        for (int s = 0; s < states; s++) {
            int j = forward ? s : states - 1 - s;
            double sum = 0;
            for (int k = into[j]; k < into[j + 1]; k++) {
                sum += factor[source[k]] * flow[k];
            }
            factor[j] = Math.max(sum / out[j], RAREST);
        }
    }

    private double imbalance() {
        double worst = 0;
        for (int j = 0; j < states; j++) {
            double in = 0;
            for (int k = into[j]; k < into[j + 1]; k++) {
                in += factor[source[k]] * flow[k];
            }
            double leaves = factor[j] * out[j];
            if (leaves < UNSEEN && in < UNSEEN) {
                continue;
            }
            worst = Math.max(worst, Math.abs(in - leaves) / Math.max(in, leaves));
        }
        return worst;
    }

    private void eliminate() {
        int[] from = new int[states + 1];
        for (int i : source) {
            from[i + 1]++;
        }
        for (int i = 0; i < states; i++) {
            from[i + 1] += from[i];
        }
        int[] next = Arrays.copyOf(from, states);
        int[] to = new int[source.length];
        double[] rate = new double[source.length];
        for (int j = 0; j < states; j++) {
            for (int k = into[j]; k < into[j + 1]; k++) {
                int at = next[source[k]]++;
                to[at] = j;
                rate[at] = flow[k];
            }
        }
        double[] p = Elimination.full(new Chain(states, from, to, rate));
        System.arraycopy(p, 0, factor, 0, states);
    }

    /** Scales the factors to a sum of 1. */
    void normalise() {
        double sum = 0;
        for (double one : factor) {
            sum += one;
        }
        for (int i = 0; i < states; i++) {
            factor[i] /= sum;
        }
    }
}
