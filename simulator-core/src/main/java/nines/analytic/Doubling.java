package nines.analytic;

/**
 * A small chain after a long time: the full matrix of transition probabilities over a short time, squared until the time
 * is reached. Sums of positive numbers; after each squaring the rows are scaled to 1, so that nothing is lost or won.
 */
final class Doubling {
    /** More states than this are too many for full matrices. */
    static final int STATES_MAX = 256;

    private static final double SHORT = 0.5;
    private static final int TERMS = 24;

    private Doubling() {}

    /** Expected weight at a time and its mean over the time up to it, in a chain that nothing leaves. */
    static Transient.At at(Chain chain, double time, double[] start, double[] weight) {
        int n = chain.states;
        double fastest = 0;
        for (double exit : chain.exit) {
            fastest = Math.max(fastest, exit);
        }
        int squarings = 0;
        double step = time;
        while (fastest * step > SHORT) {
            step /= 2;
            squarings++;
        }
        double[][] p = new double[n][n];
        double[] area = new double[n];
        begin(chain, 1.02 * fastest, step, weight, p, area);
        for (int s = 0; s < squarings; s++) {
            double[] further = new double[n];
            for (int i = 0; i < n; i++) {
                further[i] = area[i] + dot(p[i], area);
            }
            area = further;
            p = squared(p);
        }
        double now = 0;
        for (int i = 0; i < n; i++) {
            now += start[i] > 0 ? start[i] * dot(p[i], weight) : 0;
        }
        return new Transient.At(now, dot(start, area) / time, 1e-15);
    }

    /** Transition probabilities over a short time, and the expected weight up to it from each state: a power series. */
    private static void begin(Chain chain, double speed, double step, double[] weight, double[][] p, double[] area) {
        int n = chain.states;
        double mean = speed * step;
        double[] chance = new double[TERMS];
        double[] beyond = new double[TERMS];
        chance[0] = StrictMath.exp(-mean);
        for (int k = 1; k < TERMS; k++) {
            chance[k] = chance[k - 1] * mean / k;
        }
        for (int k = TERMS - 2; k >= 0; k--) {
            beyond[k] = beyond[k + 1] + chance[k + 1];
        }
        for (int i = 0; i < n; i++) {
            double[] now = new double[n];
            now[i] = 1;
            for (int k = 0; k < TERMS; k++) {
                for (int j = 0; j < n; j++) {
                    p[i][j] += chance[k] * now[j];
                }
                area[i] += speed == 0 ? 0 : beyond[k] / speed * dot(now, weight);
                now = next(chain, speed, now);
            }
            if (speed == 0) {
                area[i] = step * weight[i];
            }
        }
    }

    private static double[] next(Chain chain, double speed, double[] now) {
        double[] next = new double[now.length];
        for (int i = 0; i < now.length; i++) {
            if (now[i] > 0) {
                next[i] += now[i] * (speed == 0 ? 1 : 1 - chain.exit[i] / speed);
                for (int k = chain.from[i]; k < chain.from[i + 1]; k++) {
                    next[chain.to[k]] += now[i] * (chain.rate[k] / speed);
                }
            }
        }
        return next;
    }

    static double[][] squared(double[][] p) {
        int n = p.length;
        double[][] square = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = square[i];
            double total = 0;
            for (int k = 0; k < n; k++) {
                double factor = p[i][k];
                if (factor > 0) {
                    double[] other = p[k];
                    for (int j = 0; j < n; j++) {
                        row[j] += factor * other[j];
                    }
                }
            }
            for (double one : row) {
                total += one;
            }
            for (int j = 0; j < n; j++) {
                row[j] /= total;
            }
        }
        return square;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
