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
}
