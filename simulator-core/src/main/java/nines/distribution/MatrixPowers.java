package nines.distribution;

/**
 * exp(x·(P − I)) applied to a vector, for a non-negative matrix P and any x: the factors for
 * x = 2^j are made once by squaring, so nothing ever cancels.
 */
final class MatrixPowers {
    private static final int COUNT = 60;
    /** The largest x. */
    static final double LONGEST = 0x1.0p59;

    /** Rows for the vector, its successor and its origin: evaluating allocates nothing. */
    private static final ThreadLocal<double[][]> ROOM = ThreadLocal.withInitial(() -> new double[3][65]);

    private final double[][] step;
    /** exp(2^j·(P − I)) over two to the power of its exponent. */
    private final double[][][] powers = new double[COUNT][][];

    private final double[] exponents = new double[COUNT];

    MatrixPowers(double[][] step) {
        this.step = step;
        powers[0] = first(step);
        for (int j = 1; j < COUNT; j++) {
            powers[j] = product(powers[j - 1], powers[j - 1]);
            exponents[j] = 2 * exponents[j - 1] + normalise(powers[j]);
        }
    }

    /** The vector made last by this thread. */
    static double[] result() {
        return ROOM.get()[0];
    }

    /** Makes {@code start·exp(x·(P − I))} over 2^s as {@link #result}, and returns the whole number s. */
    double distribute(double[] start, double x) {
        int n = step.length;
        double[][] room = ROOM.get();
        for (int i = 0; i < n; i++) {
            room[0][i] = i < start.length ? start[i] : 0;
        }
        long units = (long) x;
        double exponent = 0;
        for (int j = 0; j < COUNT && units >> j != 0; j++) {
            if ((units >> j & 1) == 1) {
                multiply(room[0], powers[j], room[1]);
                exponent += exponents[j] + normalise(room[1]);
                double[] row = room[0];
                room[0] = room[1];
                room[1] = row;
            }
        }
        expand(x - units, room);
        return exponent;
    }

    /** Multiplies the first row by exp(x·(P − I)) for x below 1, by Horner's rule. */
    private void expand(double x, double[][] room) {
        if (x == 0) {
            return;
        }
        int n = step.length;
        double[] sum = room[0];
        double[] next = room[1];
        double[] origin = room[2];
        System.arraycopy(sum, 0, origin, 0, n);
        for (int k = 20; k >= 1; k--) {
            multiply(sum, step, next);
            for (int i = 0; i < n; i++) {
                sum[i] = origin[i] + next[i] * (x / k);
            }
        }
        double factor = StrictMath.exp(-x);
        for (int i = 0; i < n; i++) {
            sum[i] *= factor;
        }
    }

    private static void multiply(double[] vector, double[][] matrix, double[] to) {
        int n = matrix.length;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += vector[i] * matrix[i][j];
            }
            to[j] = sum;
        }
    }

    /** Scales by a power of two, which costs no digits, and returns its exponent. */
    private int normalise(double[] vector) {
        int n = step.length;
        double most = 0;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, vector[i]);
        }
        int exponent = Math.getExponent(most);
        for (int i = 0; i < n; i++) {
            vector[i] = Math.scalb(vector[i], -exponent);
        }
        return exponent;
    }

    private static int normalise(double[][] matrix) {
        double most = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                most = Math.max(most, value);
            }
        }
        int exponent = Math.getExponent(most);
        for (double[] row : matrix) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.scalb(row[i], -exponent);
            }
        }
        return exponent;
    }

    /** exp(P − I) = e^(−1)·Σ P^k/k!. */
    private static double[][] first(double[][] step) {
        int n = step.length;
        double[][] sum = new double[n][n];
        for (int k = 26; k >= 1; k--) {
            for (int i = 0; i < n; i++) {
                sum[i][i] += 1;
            }
            sum = product(step, sum);
            for (double[] row : sum) {
                for (int j = 0; j < n; j++) {
                    row[j] /= k;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            sum[i][i] += 1;
            for (int j = 0; j < n; j++) {
                sum[i][j] *= StrictMath.exp(-1);
            }
        }
        return sum;
    }

    private static double[][] product(double[][] left, double[][] right) {
        int n = left.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    result[i][j] += left[i][k] * right[k][j];
                }
            }
        }
        return result;
    }
}
