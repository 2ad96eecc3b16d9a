package nines.analytic;

import java.util.Arrays;

/**
 * A Markov chain in continuous time, by its rates per second, sorted by the state that is left. No transition leads from
 * a state to itself.
 */
final class Chain {
    final int states;
    /** Transitions that leave state i are {@code from[i]} to {@code from[i + 1]}, exclusive. */
    final int[] from;

    final int[] to;
    final double[] rate;
    /** The sum of the rates that leave a state. */
    final double[] exit;

    Chain(int states, int[] from, int[] to, double[] rate) {
        this.states = states;
        this.from = from;
        this.to = to;
        this.rate = rate;
        exit = new double[states];
        for (int i = 0; i < states; i++) {
            double sum = 0;
            for (int k = from[i]; k < from[i + 1]; k++) {
                sum += rate[k];
            }
            exit[i] = sum;
        }
    }

    /** The same transitions sorted by the state that is entered: entry k of state j is a transition to[k] → j. */
    Chain turned() {
        int[] start = new int[states + 1];
        for (int target : to) {
            start[target + 1]++;
        }
        for (int i = 0; i < states; i++) {
            start[i + 1] += start[i];
        }
        int[] next = Arrays.copyOf(start, states);
        int[] source = new int[to.length];
        double[] speed = new double[to.length];
        for (int i = 0; i < states; i++) {
            for (int k = from[i]; k < from[i + 1]; k++) {
                int at = next[to[k]]++;
                source[at] = i;
                speed[at] = rate[k];
            }
        }
        return new Chain(states, start, source, speed);
    }

    /** The chain of some of the states, listed in their new order; transitions that lead out are left away. */
    Chain among(int[] kept) {
        boolean all = kept.length == states;
        for (int i = 0; i < kept.length && all; i++) {
            all = kept[i] == i;
        }
        if (all) {
            return this;
        }
        int[] renumbered = new int[states];
        Arrays.fill(renumbered, -1);
        for (int i = 0; i < kept.length; i++) {
            renumbered[kept[i]] = i;
        }
        int[] start = new int[kept.length + 1];
        int[] target = new int[to.length];
        double[] speed = new double[to.length];
        int end = 0;
        for (int i = 0; i < kept.length; i++) {
            for (int k = from[kept[i]]; k < from[kept[i] + 1]; k++) {
                if (renumbered[to[k]] >= 0) {
                    target[end] = renumbered[to[k]];
                    speed[end++] = rate[k];
                }
            }
            start[i + 1] = end;
        }
        return new Chain(kept.length, start, Arrays.copyOf(target, end), Arrays.copyOf(speed, end));
    }
}
