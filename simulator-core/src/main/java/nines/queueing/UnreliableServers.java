package nines.queueing;

import nines.check.Require;

/**
 * M/M/c whose servers break down and are repaired, whether they work or not; requests wait, and a service that was
 * broken off is resumed. Solved as a quasi-birth-death process (Neuts 1981): the number of requests is the level, that of
 * living servers the phase; above c requests the vectors of probabilities form a geometric series with a matrix R in
 * place of a ratio, found by logarithmic reduction (Latouche, Ramaswami 1993).
 *
 * @param arrivalRate requests per second
 * @param serviceRate services per second of one busy server
 * @param servers how many, at most {@link #SERVERS_MAX}
 * @param failureRate failures per second of one living server
 * @param repairRate repairs per second of one crew
 * @param crews servers repaired at the same time, at least 1
 */
public record UnreliableServers(
        double arrivalRate, double serviceRate, int servers, double failureRate, double repairRate, int crews)
        implements Waiting {
    /** The work grows with the fourth power. */
    public static final int SERVERS_MAX = 100;

    public UnreliableServers {
        Require.positive(arrivalRate, "arrivalRate");
        Require.positive(serviceRate, "serviceRate");
        Require.between(servers, 1, SERVERS_MAX, "servers");
        Require.positive(failureRate, "failureRate");
        Require.positive(repairRate, "repairRate");
        Require.count(crews, "crews");
    }

    /** Mean number of living servers. */
    public double meanLiving() {
        double[] chance = living();
        double mean = 0;
        for (int up = 1; up <= servers; up++) {
            mean += up * chance[up];
        }
        return mean;
    }

    /** Chances of 0, 1, … living servers: they fail and are repaired whatever the requests do. */
    private double[] living() {
        double[] chance = new double[servers + 1];
        int mode = servers;
        while (mode > 0 && mode * failureRate > Math.min(crews, servers - mode + 1) * repairRate) {
            mode--;
        }
        chance[mode] = 1;
        double sum = 1;
        for (int up = mode; up > 0; up--) {
            chance[up - 1] = chance[up] * (up * failureRate / repairing(up - 1));
            sum += chance[up - 1];
        }
        for (int up = mode; up < servers; up++) {
            chance[up + 1] = chance[up] * (repairing(up) / ((up + 1) * failureRate));
            sum += chance[up + 1];
        }
        for (int up = 0; up <= servers; up++) {
            chance[up] /= sum;
        }
        return chance;
    }

    private double repairing(int up) {
        return Math.min(crews, servers - up) * repairRate;
    }

    @Override
    public boolean isStable() {
        return arrivalRate < meanLiving() * serviceRate;
    }

    @Override
    public double meanBusy() {
        return isStable() ? arrivalRate / serviceRate : meanLiving();
    }

    @Override
    public double meanQueue() {
        return meanInSystem() - meanBusy();
    }

    @Override
    public double meanWait() {
        return isStable() ? Math.max(0, meanQueue()) / arrivalRate : Double.POSITIVE_INFINITY;
    }

    @Override
    public double meanInSystem() {
        return isStable() ? new Levels().meanLevel() : Double.POSITIVE_INFINITY;
    }

    /** Chances that there are 0, 1, … requests, as many as are asked for. */
    public double[] probabilities(int count) {
        double[] chance = new double[Require.nonNegative(count, "count")];
        if (!isStable()) {
            return chance;
        }
        Levels levels = new Levels();
        double[] p = levels.level[0];
        for (int n = 0; n < count; n++) {
            p = n <= servers ? levels.level[n] : Matrix.times(p, levels.ratio);
            for (double each : p) {
                chance[n] += each;
            }
        }
        return chance;
    }

    /**
     * How well the numbers fit: the largest difference between what flows into and out of a state, as a part of that flow,
     * over the levels up to twice the servers. About 1e-13 where all is well.
     */
    public double imbalance() {
        return new Levels().imbalance();
    }

    /** The levels' vectors of probabilities. */
    private final class Levels {
        private final int phases = servers + 1;
        /** level[n] for n up to the servers; after that each is the one before times R. */
        private final double[][] level = new double[servers + 1][];

        private final double[][] ratio;

        Levels() {
            ratio = ratio();
            double[][][] up = new double[servers + 1][][];
            up[servers] = ratio;
            // From the top down: what level n + 1 is, given level n.
            for (int n = servers - 1; n >= 0; n--) {
                up[n] = Matrix.timesInverse(arrivalRate, escape(n + 1, Matrix.times(up[n + 1], serving(n + 2))));
            }
            double[][] bottom = inside();
            Matrix.add(bottom, Matrix.times(up[0], serving(1)));
            level[0] = Matrix.stationary(bottom);
            for (int n = 1; n <= servers; n++) {
                level[n] = Matrix.times(level[n - 1], up[n - 1]);
            }
            // The capacity that lies idle is what the living could do less what is asked of them.
            double idle = 0;
            for (int n = 0; n < servers; n++) {
                for (int living = n + 1; living <= servers; living++) {
                    idle += (living - n) * serviceRate * level[n][living];
                }
            }
            double scale = (meanLiving() * serviceRate - arrivalRate) / idle;
            for (double[] each : level) {
                for (int i = 0; i < phases; i++) {
                    each[i] *= scale;
                }
            }
        }

        /** Rates among the phases, the same at every level; the diagonal left at 0. */
        private double[][] inside() {
            double[][] rates = new double[phases][phases];
            for (int living = 0; living < phases; living++) {
                if (living > 0) {
                    rates[living][living - 1] = living * failureRate;
                }
                if (living < servers) {
                    rates[living][living + 1] = repairing(living);
                }
            }
            return rates;
        }

        /** Rates from a level to the one below. */
        private double[][] serving(int n) {
            double[][] rates = new double[phases][phases];
            for (int living = 0; living < phases; living++) {
                rates[living][living] = Math.min(n, living) * serviceRate;
            }
            return rates;
        }

        /**
         * What leaves the states of a level that is watched together with all levels above: off the diagonal the rates to
         * other states of the level, on it the rate to the level below, which is what the rows lack.
         */
        private double[][] escape(int n, double[][] back) {
            double[][] rates = inside();
            Matrix.add(rates, back);
            for (int i = 0; i < phases; i++) {
                // A return to the same state is none.
                rates[i][i] = Math.min(n, i) * serviceRate;
            }
            return rates;
        }

        /** The matrix R of the levels above the servers. */
        private double[][] ratio() {
            double[][] firstDown = firstDown();
            double[][] back = new double[phases][phases];
            for (int i = 0; i < phases; i++) {
                for (int j = 0; j < phases; j++) {
                    back[i][j] = arrivalRate * firstDown[i][j];
                }
            }
            return Matrix.timesInverse(arrivalRate, escape(servers, back));
        }

        /** The matrix G: the phase in which the level below is first reached. By logarithmic reduction. */
        private double[][] firstDown() {
            double[][] stay = inside();
            for (int i = 0; i < phases; i++) {
                stay[i][i] = arrivalRate + Math.min(servers, i) * serviceRate;
            }
            double[][] inverse = Matrix.inverse(stay);
            double[][] up = new double[phases][phases];
            double[][] down = new double[phases][phases];
            for (int i = 0; i < phases; i++) {
                for (int j = 0; j < phases; j++) {
                    up[i][j] = inverse[i][j] * arrivalRate;
                    down[i][j] = inverse[i][j] * Math.min(servers, j) * serviceRate;
                }
            }
            double[][] g = Matrix.copy(down);
            double[][] path = Matrix.copy(up);
            for (int round = 0; round < 200; round++) {
                double[][] meets = Matrix.times(up, down);
                Matrix.add(meets, Matrix.times(down, up));
                double[][] twoUp = Matrix.times(up, up);
                double[][] twoDown = Matrix.times(down, down);
                double[][] solved = Matrix.inverseOfOneMinus(meets, twoUp, twoDown);
                up = Matrix.times(solved, twoUp);
                down = Matrix.times(solved, twoDown);
                double[][] more = Matrix.times(path, down);
                Matrix.add(g, more);
                path = Matrix.times(path, up);
                if (Matrix.largest(more) < 1e-17 || Matrix.largest(path) < 1e-17) {
                    break;
                }
            }
            return g;
        }

        private double[] at(int n) {
            double[] p = level[Math.min(n, servers)];
            for (int above = servers; above < n; above++) {
                p = Matrix.times(p, ratio);
            }
            return p;
        }

        /**
         * From the balance of the moments: y, the mean number of requests while so many servers live, is a particular
         * solution of y Q = (services − arrivals in each phase) and so much of the phases' own law that the balance of the
         * squares holds. No sum over the levels above the servers is needed, however slowly they fall.
         */
        double meanLevel() {
            double[] living = living();
            double[] missing = new double[phases];
            double[] missingTimes = new double[phases];
            for (int n = 0; n < servers; n++) {
                for (int i = n + 1; i < phases; i++) {
                    missing[i] += (i - n) * serviceRate * level[n][i];
                    missingTimes[i] += n * (i - n) * serviceRate * level[n][i];
                }
            }
            double[] gain = new double[phases];
            int mode = 0;
            for (int i = 0; i < phases; i++) {
                gain[i] = (i * serviceRate - arrivalRate) * living[i] - missing[i];
                mode = living[i] > living[mode] ? i : mode;
            }
            double[] y = new double[phases];
            double above = 0;
            for (int i = servers; i > mode; i--) {
                above += gain[i];
            }
            for (int i = mode; i < servers; i++) {
                y[i + 1] = (y[i] * repairing(i) - above) / ((i + 1) * failureRate);
                above -= gain[i + 1];
            }
            double below = 0;
            for (int i = 0; i < mode; i++) {
                below += gain[i];
            }
            for (int i = mode; i > 0; i--) {
                y[i - 1] = (y[i] * i * failureRate - below) / repairing(i - 1);
                below -= gain[i - 1];
            }
            double spare = meanLiving() * serviceRate - arrivalRate;
            double squares = arrivalRate;
            double sum = 0;
            for (int i = 0; i < phases; i++) {
                squares += (arrivalRate - i * serviceRate) * y[i] + missingTimes[i];
                sum += y[i];
            }
            return sum + squares / spare;
        }

        double imbalance() {
            double worst = 0;
            for (int n = 0; n <= 2 * servers; n++) {
                double[] here = at(n);
                double[] above = at(n + 1);
                double[][] among = inside();
                for (int i = 0; i < phases; i++) {
                    double in = above[i] * Math.min(n + 1, i) * serviceRate;
                    in += n > 0 ? at(n - 1)[i] * arrivalRate : 0;
                    double rate = arrivalRate + Math.min(n, i) * serviceRate;
                    for (int j = 0; j < phases; j++) {
                        in += here[j] * among[j][i];
                        rate += among[i][j];
                    }
                    worst = Math.max(worst, Math.abs(in - here[i] * rate) / in);
                }
            }
            return worst;
        }
    }
}
