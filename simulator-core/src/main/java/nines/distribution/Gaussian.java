package nines.distribution;

/**
 * The standard normal law in hazard coordinates, accurate in both tails and the same on every JVM.
 *
 * <p>Complementary error function: W. J. Cody, Rational Chebyshev approximations for the error
 * function, Mathematics of Computation 23 (1969). Quantile: M. J. Wichura, Algorithm AS 241,
 * Applied Statistics 37 (1988), whose tail variable is the root of the hazard itself.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // Digits as published.
final class Gaussian {
    private static final double SQRT_HALF = 0.70710678118654752440;
    private static final double ONE_BY_SQRT_PI = 0.56418958354775628695;
    private static final double SQRT_TWO_BY_PI = 0.79788456080286535588;

    private static final double[] CODY_A = {
        1.85777706184603153e-1,
        3.16112374387056560e00,
        1.13864154151050156e02,
        3.77485237685302021e02,
        3.20937758913846947e03
    };
    private static final double[] CODY_B = {
        1.0, 2.36012909523441209e01, 2.44024637934444173e02, 1.28261652607737228e03, 2.84423683343917062e03
    };
    private static final double[] CODY_C = {
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0,
        6.61191906371416295e01, 2.98635138197400131e02, 8.81952221241769090e02,
        1.71204761263407058e03, 2.05107837782607147e03, 1.23033935479799725e03
    };
    private static final double[] CODY_D = {
        1.0,
        1.57449261107098347e01,
        1.17693950891312499e02,
        5.37181101862009858e02,
        1.62138957456669019e03,
        3.29079923573345963e03,
        4.36261909014324716e03,
        3.43936767414372164e03,
        1.23033935480374942e03
    };
    private static final double[] CODY_P = {
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1,
        1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4
    };
    private static final double[] CODY_Q = {
        1.0, 2.56852019228982242e00, 1.87295284992346725e00,
        5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3
    };

    private static final double[] WICHURA_A = {
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
        4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
        1.3314166789178437745e2, 3.3871328727963666080e0
    };
    private static final double[] WICHURA_B = {
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
        2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
        4.2313330701600911252e1, 1.0
    };
    private static final double[] WICHURA_C = {
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
        1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
        4.63033784615654529590e0, 1.42343711074968357734e0
    };
    private static final double[] WICHURA_D = {
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
        1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
        2.05319162663775882187e0, 1.0
    };
    private static final double[] WICHURA_E = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
        2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
        5.46378491116411436990e0, 6.65790464350110377720e0
    };
    private static final double[] WICHURA_F = {
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
        7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
        5.99832206555887937690e-1, 1.0
    };

    private Gaussian() {}

    /** −ln of the probability to exceed z. */
    static double cumulativeHazard(double z) {
        if (z >= 0) {
            return 0.5 * z * z - StrictMath.log(0.5 * scaledErfc(z * SQRT_HALF));
        }
        return -StrictMath.log1p(-lowerTail(z));
    }

    /** Density over the probability to exceed z. */
    static double hazard(double z) {
        if (z >= 0) {
            return SQRT_TWO_BY_PI / scaledErfc(z * SQRT_HALF);
        }
        return 0.5 * SQRT_TWO_BY_PI * StrictMath.exp(-0.5 * z * z) / (1 - lowerTail(z));
    }

    /** The z with {@code cumulativeHazard(z) = h}; −∞ at 0, +∞ at +∞. */
    static double inverseHazard(double h) {
        double q = 0.5 - StrictMath.exp(-h);
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(WICHURA_A, r) / polynomial(WICHURA_B, r);
        }
        if (q < 0) {
            return h == 0 ? Double.NEGATIVE_INFINITY : -tail(-StrictMath.log(-StrictMath.expm1(-h)));
        }
        return h <= 729 ? tail(h) : farTail(h);
    }

    /** The z that a standard normal stays below with probability u, from 0 to below 1. */
    static double fromUniform(double u) {
        double q = u - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(WICHURA_A, r) / polynomial(WICHURA_B, r);
        }
        if (q < 0) {
            return u == 0 ? Double.NEGATIVE_INFINITY : -tail(-StrictMath.log(u));
        }
        return tail(-StrictMath.log(1 - u));
    }

    /** The z exceeded with probability exp(−h), for h up to 745. */
    private static double tail(double h) {
        double r = Math.sqrt(h);
        return r <= 5
                ? polynomial(WICHURA_C, r - 1.6) / polynomial(WICHURA_D, r - 1.6)
                : polynomial(WICHURA_E, r - 5) / polynomial(WICHURA_F, r - 5);
    }

    /** Newton on the hazard itself, whose slope tends to z: four steps from √(2h) reach rounding. */
    private static double farTail(double h) {
        double z = Math.sqrt(2) * Math.sqrt(h);
        if (z > 1e8) {
            return z;
        }
        for (int step = 0; step < 4; step++) {
            z -= (cumulativeHazard(z) - h) / hazard(z);
        }
        return z;
    }

    private static double lowerTail(double z) {
        return 0.5 * StrictMath.exp(-0.5 * z * z) * scaledErfc(-z * SQRT_HALF);
    }

    /** exp(x²)·erfc(x) for x ≥ 0. */
    static double scaledErfc(double x) {
        double y = x * x;
        if (x <= 0.46875) {
            return StrictMath.exp(y) * (1 - x * polynomial(CODY_A, y) / polynomial(CODY_B, y));
        }
        if (x <= 4) {
            return polynomial(CODY_C, x) / polynomial(CODY_D, x);
        }
        double inverse = 1 / y;
        double correction = inverse * polynomial(CODY_P, inverse) / polynomial(CODY_Q, inverse);
        return (ONE_BY_SQRT_PI - correction) / x;
    }

    /** Horner's rule, highest power first. */
    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
