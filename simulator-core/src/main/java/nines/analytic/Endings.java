package nines.analytic;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which of several classes that are never left again a chain ends. */
final class Endings {
    private Endings() {}

    /**
     * Chance of each class, or null when the sweeps do not come to balance. Found as the share of cycles that end there,
     * when the chain starts anew each time it has entered a class.
     */
    static double @Nullable [] chances(Chain chain, List<int[]> closed, double[] start) {
        int n = chain.states;
        int[] number = new int[n];
        Arrays.fill(number, -1);
        int classes = closed.size();
        for (int c = 0; c < classes; c++) {
            for (int member : closed.get(c)) {
                number[member] = c;
            }
        }
        int states = classes;
        for (int i = 0; i < n; i++) {
            if (number[i] < 0) {
                number[i] = states++;
            }
        }
        int starts = 0;
        for (double chance : start) {
            starts += chance > 0 ? 1 : 0;
        }
        int[] from = new int[states + 1];
        int[] to = new int[chain.to.length + classes * starts];
        double[] rate = new double[to.length];
        int end = 0;
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < n; i++) {
                if (start[i] > 0 && number[i] != c) {
                    to[end] = number[i];
                    rate[end++] = start[i];
                }
            }
            from[c + 1] = end;
        }
        for (int i = 0; i < n; i++) {
            if (number[i] >= classes) {
                for (int k = chain.from[i]; k < chain.from[i + 1]; k++) {
                    to[end] = number[chain.to[k]];
                    rate[end++] = chain.rate[k];
                }
                from[number[i] + 1] = end;
            }
        }
        double[] chances = new double[classes];
        Chain again = new Chain(states, from, Arrays.copyOf(to, end), Arrays.copyOf(rate, end));
        List<int[]> kept = Classes.closed(again);
        // Where the start lies in a class already, nothing else is ever entered.
        int[] members = kept.get(0);
        double[] p = Stationary.of(again.among(members));
        if (p == null) {
            return null;
        }
        double total = 0;
        for (int i = 0; i < members.length; i++) {
            if (members[i] < classes) {
                chances[members[i]] = p[i];
                total += p[i];
            }
        }
        for (int c = 0; c < classes; c++) {
            chances[c] /= total;
        }
        return chances;
    }
}
