package nines.analytic;

/**
 * Stationary probabilities by eliminating one state after the other, without a subtraction (Grassmann, Taksar, Heyman
 * 1985): the rates of the chain watched only while it is among the states that are left. Every probability, however
 * small, keeps nearly all its digits, whatever the scales of the rates (O'Cinneide 1993).
 */
final class Elimination {
    private Elimination() {}

    /** Stationary probabilities of an irreducible chain, with a full matrix: work n³/3. */
    static double[] full(Chain chain) {
        int n = chain.states;
        double[][] rate = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = chain.from[i]; k < chain.from[i + 1]; k++) {
                rate[i][chain.to[k]] += chain.rate[k];
            }
        }
        double[] exit = new double[n];
        for (int gone = n - 1; gone > 0; gone--) {
            double[] row = rate[gone];
            double sum = 0;
            for (int j = 0; j < gone; j++) {
                sum += row[j];
            }
            exit[gone] = sum;
            for (int i = 0; i < gone; i++) {
                double into = rate[i][gone];
                if (into > 0) {
                    double factor = into / sum;
                    double[] other = rate[i];
                    for (int j = 0; j < gone; j++) {
                        other[j] += factor * row[j];
                    }
                }
            }
        }
        double[] p = new double[n];
        p[0] = 1;
        double total = 1;
        for (int j = 1; j < n; j++) {
            double flow = 0;
            for (int i = 0; i < j; i++) {
                flow += p[i] * rate[i][j];
            }
            p[j] = flow / exit[j];
            total += p[j];
        }
        for (int j = 0; j < n; j++) {
            p[j] /= total;
        }
        return p;
    }

    /**
     * Multiplications that {@link #banded} would take: the sum of the squares of how far each state reaches back once
     * the states behind it are gone.
     */
    static double bandedWork(Chain chain) {
        double work = 0;
        int[] reach = reach(chain);
        for (int i = 0; i < reach.length; i++) {
            double width = i - reach[i];
            work += width * width;
        }
        return work;
    }

    /** The first state that each state exchanges with after the elimination of all states behind it. */
    private static int[] reach(Chain chain) {
        int n = chain.states;
        int[] reach = new int[n];
        for (int i = 0; i < n; i++) {
            reach[i] = i;
        }
        for (int i = 0; i < n; i++) {
            for (int k = chain.from[i]; k < chain.from[i + 1]; k++) {
                int j = chain.to[k];
                if (j < i) {
                    reach[i] = Math.min(reach[i], j);
                } else {
                    reach[j] = Math.min(reach[j], i);
                }
            }
        }
        for (int i = n - 2; i >= 0; i--) {
            reach[i] = Math.min(reach[i], Math.min(i, reach[i + 1]));
        }
        return reach;
    }

    /** The same for chains whose states exchange with near ones only, such as a queue's: nothing outside the band is kept. */
    static double[] banded(Chain chain) {
        int n = chain.states;
        int[] reach = reach(chain);
        // back[i][j - reach[i]] is the rate i → j, ahead[i][j - reach[i]] the rate j → i, for j below i.
        double[][] back = new double[n][];
        double[][] ahead = new double[n][];
        for (int i = 0; i < n; i++) {
            back[i] = new double[i - reach[i]];
            ahead[i] = new double[i - reach[i]];
        }
        for (int i = 0; i < n; i++) {
            for (int k = chain.from[i]; k < chain.from[i + 1]; k++) {
                int j = chain.to[k];
                if (j < i) {
                    back[i][j - reach[i]] += chain.rate[k];
                } else {
                    ahead[j][i - reach[j]] += chain.rate[k];
                }
            }
        }
        double[] exit = new double[n];
        for (int gone = n - 1; gone > 0; gone--) {
            double[] leaves = back[gone];
            double[] enters = ahead[gone];
            int first = reach[gone];
            double sum = 0;
            for (double rate : leaves) {
                sum += rate;
            }
            exit[gone] = sum;
            for (int a = 0; a < enters.length; a++) {
                if (enters[a] == 0) {
                    continue;
                }
                double factor = enters[a] / sum;
                int i = first + a;
                for (int b = 0; b < a; b++) {
                    back[i][first + b - reach[i]] += factor * leaves[b];
                }
                for (int b = a + 1; b < leaves.length; b++) {
                    int j = first + b;
                    ahead[j][i - reach[j]] += factor * leaves[b];
                }
            }
        }
        double[] p = new double[n];
        p[0] = 1;
        double total = 1;
        for (int j = 1; j < n; j++) {
            double flow = 0;
            for (int a = 0; a < ahead[j].length; a++) {
                flow += p[reach[j] + a] * ahead[j][a];
            }
            p[j] = flow / exit[j];
            total += p[j];
        }
        for (int j = 0; j < n; j++) {
            p[j] /= total;
        }
        return p;
    }
}
