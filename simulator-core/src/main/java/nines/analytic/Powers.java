package nines.analytic;

import java.util.ArrayList;
import java.util.List;

/**
 * A small chain at any time: its transition probabilities over a short time and over twice, four times, … that time, made
 * once by squaring and used for every time asked about. Sums of positive numbers; rows are scaled to 1 after each squaring.
 */
final class Powers {
    /** More states than this are too many for full matrices. */
    static final int STATES_MAX = 400;

    private static final double SHORT = 0.5;
    private static final int SQUARINGS_MAX = 60;

    private final Chain chain;
    private final Chain turned;
    private final double ticking;
    private final double[] stay;
    private final double step;
    private final List<double[][]> powers = new ArrayList<>();

    Powers(Chain chain) {
        this.chain = chain;
        turned = chain.turned();
        ticking = 1.02 * Transient.fastest(chain);
        stay = Transient.stay(chain, ticking);
        step = SHORT / ticking;
    }

    /** Multiplications that it costs to look at a first time. */
    static double work(int states) {
        return 40.0 * states * states * states;
    }

    /** Chances of the states at a time. */
    double[] at(double time, double[] start) {
        if (ticking == 0) {
            return start.clone();
        }
        double whole = Math.floor(time / step);
        if (whole >= StrictMath.pow(2, SQUARINGS_MAX)) {
            throw new IllegalArgumentException("too long a time for this chain: " + time);
        }
        double[] now = after(time - whole * step, start);
        long steps = (long) whole;
        for (int bit = 0; steps >> bit != 0; bit++) {
            if ((steps >> bit & 1) != 0) {
                now = times(now, power(bit));
            }
        }
        return now;
    }

    private double[][] power(int squarings) {
        if (powers.isEmpty()) {
            double[][] p = new double[chain.states][];
            for (int i = 0; i < p.length; i++) {
                double[] unit = new double[p.length];
                unit[i] = 1;
                p[i] = after(step, unit);
            }
            powers.add(p);
        }
        while (powers.size() <= squarings) {
            powers.add(Doubling.squared(powers.get(powers.size() - 1)));
        }
        return powers.get(squarings);
    }

    /** A short way, by uniformisation. */
    private double[] after(double time, double[] start) {
        Poisson ticks = new Poisson(ticking * time);
        double[] now = start.clone();
        double[] sum = new double[now.length];
        for (int k = 0; k <= ticks.last() && k < 40; k++) {
            double chance = ticks.chance(k);
            for (int i = 0; i < now.length; i++) {
                sum[i] += chance * now[i];
            }
            double[] next = new double[now.length];
            Transient.step(turned, now, next, stay, ticking);
            now = next;
        }
        return sum;
    }

    private static double[] times(double[] row, double[][] matrix) {
        double[] product = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            if (row[i] > 0) {
                double[] of = matrix[i];
                for (int j = 0; j < product.length; j++) {
                    product[j] += row[i] * of[j];
                }
            }
        }
        return product;
    }
}
