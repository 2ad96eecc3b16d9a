package nines.distribution;

import java.util.Arrays;
import java.util.List;
import nines.check.Require;

/**
 * A chain of phases with exponential stays that is left in the end: the law of phase type of M. F.
 * Neuts (1981). Equal when start and rates are.
 *
 * <p>The distribution over the phases at time t is a product of powers exp(T·δ·2^j), made once by
 * squaring non-negative matrices, so that the far tail keeps its digits: relative to H they are as
 * many as the fastest rate over the slowest decay allows (1e6 costs six of sixteen).
 */
public final class Phases {
    private static final int MAX_PHASES = 64;

    private final double[] start;
    private final double[][] rates;
    private final double fastest;
    /** Of the phases alone, for the tail: what is left never cancels. */
    private final MatrixPowers inside;
    /** With having left as one phase more, for the head: what has left never cancels. */
    private final MatrixPowers whole;

    private final double mean;

    private Phases(double[] start, double[][] rates) {
        this.start = start;
        this.rates = rates;
        int n = start.length;
        double most = 0;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, -rates[i][i]);
        }
        fastest = most;
        double[][] step = new double[n + 1][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                step[i][j] = Math.max(0, (i == j ? 1 : 0) + rates[i][j] / fastest);
            }
            step[i][n] = exit(i) / fastest;
        }
        step[n][n] = 1;
        whole = new MatrixPowers(step);
        double[][] within = new double[n][];
        for (int i = 0; i < n; i++) {
            within[i] = Arrays.copyOf(step[i], n);
        }
        inside = new MatrixPowers(within);
        mean = Arrays.stream(stays(start)).sum();
    }

    /**
     * A chain.
     *
     * @param start chance to begin in each phase; they add up to 1
     * @param rates per second from the phase of the row to that of the column; the diagonal holds
     *     minus the rate of leaving the row's phase, what is missing in a row leaves the chain
     */
    public static Phases of(List<Double> start, List<List<Double>> rates) {
        int n = start.size();
        Require.between(n, 1, MAX_PHASES, "number of phases");
        Require.that(rates.size() == n, "rates", "as many rows as start has shares (" + n + ")", rates.size());
        double sum = 0;
        for (double share : start) {
            sum += Require.share(share, "share of start");
        }
        Require.that(Math.abs(sum - 1) < 1e-9, "shares of start", "100 % together", sum);
        double[][] matrix = new double[n][];
        for (int i = 0; i < n; i++) {
            List<Double> row = rates.get(i);
            Require.that(row.size() == n, "row " + (i + 1) + " of rates", "of " + n + " rates", row.size());
            matrix[i] = row.stream().mapToDouble(Double::doubleValue).toArray();
            double left = 0;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    left += Require.nonNegative(matrix[i][j], "rate from phase " + (i + 1) + " to " + (j + 1));
                }
            }
            Require.that(matrix[i][i] < 0, "diagonal of row " + (i + 1), "negative", matrix[i][i]);
            Require.that(
                    left <= -matrix[i][i] * (1 + 1e-12),
                    "rates out of phase " + (i + 1),
                    "no more than its diagonal (" + -matrix[i][i] + ")",
                    left);
        }
        requireExits(matrix);
        return new Phases(start.stream().mapToDouble(Double::doubleValue).toArray(), matrix);
    }

    private static void requireExits(double[][] rates) {
        int n = rates.length;
        boolean[] ends = new boolean[n];
        for (int round = 0; round < n; round++) {
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += rates[i][j];
                    ends[i] |= i != j && rates[i][j] > 0 && ends[j];
                }
                ends[i] |= sum < 1e-12 * rates[i][i];
            }
        }
        for (int i = 0; i < n; i++) {
            Require.that(ends[i], "phase " + (i + 1), "a way out of the chain", "none");
        }
    }

    public int size() {
        return start.length;
    }

    /** Chance to begin in phase i, from 0. */
    public double start(int i) {
        return start[i];
    }

    /** Rate per second from phase i to phase j; on the diagonal minus the rate of leaving. */
    public double rate(int i, int j) {
        return rates[i][j];
    }

    /** Rate per second of leaving the chain from phase i. */
    public double exit(int i) {
        double sum = 0;
        for (double rate : rates[i]) {
            sum += rate;
        }
        return Math.max(0, -sum);
    }

    double cumulativeHazard(double t) {
        if (t <= 0) {
            return 0;
        }
        if (t == Double.POSITIVE_INFINITY) {
            return t;
        }
        double horizon = MatrixPowers.LONGEST / fastest;
        double exponent = inside.distribute(start, Math.min(t, horizon) * fastest);
        double[] now = MatrixPowers.result();
        double survival = sum(now);
        double hazard = -(exponent * StrictMath.log(2) + StrictMath.log(survival));
        if (t > horizon) {
            return hazard + (t - horizon) * exitRate(now);
        }
        if (hazard > 0.7) {
            return hazard;
        }
        int scale = (int) whole.distribute(start, t * fastest);
        return -StrictMath.log1p(-Math.scalb(MatrixPowers.result()[start.length], scale));
    }

    double hazard(double t) {
        if (t < 0) {
            return 0;
        }
        inside.distribute(start, Math.min(t * fastest, MatrixPowers.LONGEST));
        return exitRate(MatrixPowers.result());
    }

    private double exitRate(double[] now) {
        double leaves = 0;
        for (int i = 0; i < start.length; i++) {
            leaves += now[i] * exit(i);
        }
        return leaves / sum(now);
    }

    private double sum(double[] vector) {
        double sum = 0;
        for (int i = 0; i < start.length; i++) {
            sum += vector[i];
        }
        return sum;
    }

    double mean() {
        return mean;
    }

    double variance() {
        double[] first = stays(start);
        return 2 * Arrays.stream(stays(first)).sum() - mean * mean;
    }

    /** x with x·T = −weights: the mean time spent in each phase. */
    private double[] stays(double[] weights) {
        int n = start.length;
        double[][] a = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[j][i] = -rates[i][j];
            }
            a[i][n] = weights[i];
        }
        for (int pivot = 0; pivot < n; pivot++) {
            // Columns are diagonally dominant: no exchange of rows is needed.
            for (int row = pivot + 1; row < n; row++) {
                double factor = a[row][pivot] / a[pivot][pivot];
                for (int j = pivot; j <= n; j++) {
                    a[row][j] -= factor * a[pivot][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = a[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= a[i][j] * x[j];
            }
            x[i] = sum / a[i][i];
        }
        return x;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phases that && Arrays.equals(start, that.start) && Arrays.deepEquals(rates, that.rates);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + Arrays.deepHashCode(rates);
    }

    @Override
    public String toString() {
        return Arrays.toString(start) + Arrays.deepToString(rates);
    }
}
