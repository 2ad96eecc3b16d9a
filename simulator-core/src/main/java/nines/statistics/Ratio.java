package nines.statistics;

import nines.check.Require;

/**
 * A quotient of two means over replications, such as downtime / outages or requests lost / offered.
 *
 * <p>The variance is that of the linearised quotient (Cochran, Sampling Techniques, §6.4); when the relative half-width
 * exceeds 20 % the interval is taken on the logarithm, which keeps it positive and skewed to the right side.
 */
public final class Ratio {
    private static final double WIDE = 0.2;

    private final double value;
    private final double error;
    private final int replications;

    private Ratio(double value, double error, int replications) {
        this.value = value;
        this.error = error;
        this.replications = replications;
    }

    /** Linearised; arrays of equal length, one entry per replication. */
    public static Ratio linearised(double[] numerators, double[] denominators) {
        int n = check(numerators, denominators);
        double value = sum(numerators) / sum(denominators);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double residual = numerators[i] - value * denominators[i];
            squares += residual * residual;
        }
        double mean = sum(denominators) / n;
        return new Ratio(value, Math.sqrt(squares / (n - 1.0) / n) / Math.abs(mean), n);
    }

    /** Quenouille's jackknife: bias of order 1/n removed, variance from leaving out one replication at a time. */
    public static Ratio jackknife(double[] numerators, double[] denominators) {
        int n = check(numerators, denominators);
        double top = sum(numerators);
        double bottom = sum(denominators);
        Tally pseudo = new Tally();
        for (int i = 0; i < n; i++) {
            double without = (top - numerators[i]) / (bottom - denominators[i]);
            pseudo.add(n * (top / bottom) - (n - 1) * without);
        }
        return new Ratio(pseudo.mean(), Math.sqrt(pseudo.variance() / n), n);
    }

    public double value() {
        return value;
    }

    public double standardError() {
        return error;
    }

    /** On the scale itself, or on the logarithm when it would be wide. */
    public Interval interval(double level) {
        double half = CriticalValue.student(0.5 + level / 2, replications - 1.0) * error;
        double relative = half / Math.abs(value);
        if (value > 0 && relative > WIDE) {
            double factor = StrictMath.exp(relative);
            return new Interval(value / factor, value * factor, level, "ratio over replications, Student t on the log");
        }
        return new Interval(value - half, value + half, level, "ratio over replications, Student t");
    }

    private static int check(double[] numerators, double[] denominators) {
        Require.that(numerators.length >= 2, "replications", "at least two", numerators.length);
        Require.that(
                numerators.length == denominators.length,
                "denominators",
                "as many as numerators, " + numerators.length,
                denominators.length);
        return numerators.length;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
