package nines.queueing;

/**
 * Small full matrices of non-negative numbers. What is inverted are matrices that a chain loses something from, given
 * by the rates between the states and, on the diagonal, the rate of loss: so the elimination adds and never subtracts
 * (Grassmann, Taksar, Heyman 1985; Alfa, Xue, Ye 2002), and small numbers keep their digits.
 */
final class Matrix {
    private Matrix() {}

    static double[][] copy(double[][] a) {
        double[][] copy = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            copy[i] = a[i].clone();
        }
        return copy;
    }

    static void add(double[][] to, double[][] what) {
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < to.length; j++) {
                to[i][j] += what[i][j];
            }
        }
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            product[i] = times(a[i], b);
        }
        return product;
    }

    static double[] times(double[] row, double[][] b) {
        double[] product = new double[row.length];
        for (int k = 0; k < row.length; k++) {
            double factor = row[k];
            if (factor != 0) {
                for (int j = 0; j < row.length; j++) {
                    product[j] += factor * b[k][j];
                }
            }
        }
        return product;
    }

    static double largest(double[][] a) {
        double largest = 0;
        for (double[] row : a) {
            for (double each : row) {
                largest = Math.max(largest, each);
            }
        }
        return largest;
    }

    /**
     * The expected time in each state, from each state, of a chain that is left for good.
     *
     * @param rates from state to state, and on the diagonal out of the chain
     */
    static double[][] inverse(double[][] rates) {
        int n = rates.length;
        double[][] a = copy(rates);
        double[] leaves = new double[n];
        for (int i = 0; i < n; i++) {
            leaves[i] = a[i][i];
        }
        double[] exit = new double[n];
        for (int gone = n - 1; gone >= 0; gone--) {
            exit[gone] = leaves[gone];
            for (int j = 0; j < gone; j++) {
                exit[gone] += a[gone][j];
            }
            for (int i = 0; i < gone; i++) {
                double over = a[i][gone] / exit[gone];
                leaves[i] += over * leaves[gone];
                for (int j = 0; j < gone; j++) {
                    a[i][j] += i == j ? 0 : over * a[gone][j];
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int target = 0; target < n; target++) {
            double[] time = new double[n];
            time[target] = 1;
            // A second spent in a state that is gone is carried over to those that lead to it.
            for (int gone = n - 1; gone > 0; gone--) {
                if (time[gone] > 0) {
                    for (int i = 0; i < gone; i++) {
                        time[i] += a[i][gone] / exit[gone] * time[gone];
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                double sum = time[i];
                for (int j = 0; j < i; j++) {
                    sum += a[i][j] * time[j];
                }
                time[i] = sum / exit[i];
                inverse[i][target] = time[i];
            }
        }
        return inverse;
    }

    /** A number times {@link #inverse}. */
    static double[][] timesInverse(double factor, double[][] rates) {
        double[][] inverse = inverse(rates);
        for (double[] row : inverse) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return inverse;
    }

    /** The inverse of 1 − a, where the rows of a, b and c together sum to 1: what the rows of a lack is in the others. */
    static double[][] inverseOfOneMinus(double[][] a, double[][] b, double[][] c) {
        double[][] rates = copy(a);
        for (int i = 0; i < a.length; i++) {
            double loss = 0;
            for (int j = 0; j < a.length; j++) {
                loss += b[i][j] + c[i][j];
            }
            rates[i][i] = loss;
        }
        return inverse(rates);
    }

    /** The stationary vector of a chain, by its rates; the diagonal does not count. */
    static double[] stationary(double[][] rates) {
        int n = rates.length;
        double[][] a = copy(rates);
        double[] exit = new double[n];
        for (int gone = n - 1; gone > 0; gone--) {
            for (int j = 0; j < gone; j++) {
                exit[gone] += a[gone][j];
            }
            for (int i = 0; i < gone; i++) {
                double over = a[i][gone] / exit[gone];
                for (int j = 0; j < gone; j++) {
                    a[i][j] += over * a[gone][j];
                }
            }
        }
        double[] p = new double[n];
        p[0] = 1;
        double total = 1;
        for (int j = 1; j < n; j++) {
            for (int i = 0; i < j; i++) {
                p[j] += p[i] * a[i][j];
            }
            p[j] /= exit[j];
            total += p[j];
        }
        for (int j = 0; j < n; j++) {
            p[j] /= total;
        }
        return p;
    }
}
