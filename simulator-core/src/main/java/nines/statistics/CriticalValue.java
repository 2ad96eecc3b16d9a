package nines.statistics;

import java.util.function.DoubleUnaryOperator;
import nines.check.Require;

/** Quantiles of the distributions that intervals are made of, computed in {@link StrictMath}. */
public final class CriticalValue {
    private static final int BISECTIONS = 200;
    private static final double LARGE_SHAPE = 1e5;

    private CriticalValue() {}

    /** The p-quantile of the standard normal distribution. */
    public static double normal(double p) {
        Require.openShare(p, "p");
        double tail = 2 * Math.min(p, 1 - p);
        // z² is chi-square with one degree of freedom: P(|Z| > z) = Q(1/2, z²/2).
        double z = Math.sqrt(2 * root(x -> tail - SpecialFunctions.upperGamma(0.5, x), 0, 800));
        return p < 0.5 ? -z : z;
    }

    /** The p-quantile of Student's t with the given degrees of freedom, not necessarily whole. */
    public static double student(double p, double freedom) {
        Require.openShare(p, "p");
        Require.positive(freedom, "freedom");
        if (p == 0.5) {
            return 0;
        }
        double tail = 2 * Math.min(p, 1 - p);
        // P(|T| > t) = I(v / (v + t²); v/2, 1/2).
        double x = root(u -> SpecialFunctions.beta(u, freedom / 2, 0.5) - tail, 0, 1);
        double t = Math.sqrt(freedom * (1 - x) / x);
        return p < 0.5 ? -t : t;
    }

    /** The p-quantile of a gamma distribution with the given shape and scale 1. */
    public static double gamma(double p, double shape) {
        Require.openShare(p, "p");
        Require.positive(shape, "shape");
        if (shape > LARGE_SHAPE) {
            return wilsonHilferty(p, shape);
        }
        double most = shape + 60 * Math.sqrt(shape) + 800;
        return p < 0.5
                ? root(x -> SpecialFunctions.lowerGamma(shape, x) - p, 0, most)
                : root(x -> (1 - p) - SpecialFunctions.upperGamma(shape, x), 0, most);
    }

    /** The cube root of a gamma variable is nearly normal (Wilson and Hilferty 1931): relative error below 1e-8 here. */
    private static double wilsonHilferty(double p, double shape) {
        double ninth = 1 / (9 * shape);
        double root = 1 - ninth + normal(p) * Math.sqrt(ninth);
        return shape * root * root * root;
    }

    /** The p-quantile of a beta distribution. */
    public static double beta(double p, double a, double b) {
        Require.openShare(p, "p");
        Require.positive(a, "a");
        Require.positive(b, "b");
        return root(x -> SpecialFunctions.beta(x, a, b) - p, 0, 1);
    }

    /** The root of an increasing function by bisection: slow, sure, and the same everywhere. */
    private static double root(DoubleUnaryOperator increasing, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high || high - low < 1e-14 * high) {
                break;
            }
            if (increasing.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }
}
