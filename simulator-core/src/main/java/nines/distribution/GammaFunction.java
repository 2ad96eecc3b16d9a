package nines.distribution;

/**
 * Logarithm of the gamma function and the regularised incomplete gamma functions, the same on
 * every JVM.
 *
 * <p>Stirling's series with the recurrence below 15 (Abramowitz and Stegun 6.1.41); the series
 * in zeta values near 1 (6.1.33); power series and continued fraction for the incomplete
 * functions (6.5.29, 6.5.31), with the leading factor in the saddle-point form of C. Loader,
 * Fast and accurate computation of binomial probabilities (2000), which keeps its digits for
 * large shapes.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // Digits as published.
final class GammaFunction {
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;
    private static final double EULER = 0.57721566490153286061;
    /** ζ(k) − 1 for k = 2, 3, …; what is left out is below 1e-17 for |x| ≤ 1/4. */
    private static final double[] ZETA_MINUS_ONE = {
        0.64493406684822643647, 0.20205690315959428540, 0.08232323371113819152, 0.03692775514336992633,
        0.01734306198444913971, 0.00834927738192282684, 0.00407735619794433938, 0.00200839282608221442,
        0.00099457512781808534, 0.00049418860411946456, 0.00024608655330804830, 0.00012271334757848915,
        0.00006124813505870483, 0.00003058823630702049, 0.00001528225940865187, 0.00000763719763789976,
        0.00000381729326499984, 0.00000190821271655394, 0.00000095396203387280, 0.00000047693298678781
    };

    private GammaFunction() {}

    /** ln Γ(x) for x &gt; 0. */
    static double logGamma(double x) {
        if (x > 0.75 && x < 1.25) {
            return logGammaOfOnePlus(x - 1);
        }
        if (x > 1.75 && x < 2.25) {
            return logGammaOfOnePlus(x - 2) + StrictMath.log1p(x - 2);
        }
        double shifted = x;
        double product = 1;
        while (shifted < 15) {
            product *= shifted;
            shifted += 1;
        }
        double stirling =
                (shifted - 0.5) * StrictMath.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingError(shifted);
        return product == 1 ? stirling : stirling - StrictMath.log(product);
    }

    /** ln Γ(1 + x) for x &gt; −1, without loss near 0. */
    static double logGammaOfOnePlus(double x) {
        if (Math.abs(x) > 0.25) {
            return logGamma(1 + x);
        }
        double sum = 0;
        for (int i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) {
            sum = ZETA_MINUS_ONE[i] / (i + 2) - x * sum;
        }
        return x * (1 - EULER) - StrictMath.log1p(x) + x * x * sum;
    }

    /** What Stirling's formula √(2π/x)·(x/e)^x lacks of Γ(x), as a logarithm; x ≥ 10. */
    private static double stirlingError(double x) {
        double y = 1 / (x * x);
        double sum = 1.0 / 156;
        sum = -691.0 / 360360 + y * sum;
        sum = 1.0 / 1188 + y * sum;
        sum = -1.0 / 1680 + y * sum;
        sum = 1.0 / 1260 + y * sum;
        sum = -1.0 / 360 + y * sum;
        sum = 1.0 / 12 + y * sum;
        return sum / x;
    }

    /** ln of x^a·e^(−x)/Γ(a + 1). */
    static double logLeadingFactor(double a, double x) {
        if (a < 10) {
            return a * StrictMath.log(x) - x - logGammaOfOnePlus(a);
        }
        return -stirlingError(a) - deviance(a, x) - HALF_LOG_TWO_PI - 0.5 * StrictMath.log(a);
    }

    /** a·ln(a/x) + x − a, which is small and without cancellation near x = a. */
    private static double deviance(double a, double x) {
        double difference = a - x;
        if (Math.abs(difference) < 0.1 * (a + x)) {
            double v = difference / (a + x);
            double sum = difference * v;
            double term = 2 * a * v;
            double square = v * v;
            for (int j = 1; j < 1000; j++) {
                term *= square;
                double next = sum + term / (2 * j + 1);
                if (next == sum) {
                    return sum;
                }
                sum = next;
            }
            return sum;
        }
        return a * StrictMath.log(a / x) + x - a;
    }

    /** −ln Q(a, x): the cumulative hazard of the gamma law of shape a and scale 1. */
    static double cumulativeHazard(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x < a + 1) {
            return -StrictMath.log1p(-StrictMath.exp(logLeadingFactor(a, x)) * series(a, x));
        }
        return -(logLeadingFactor(a, x) + StrictMath.log(a * continuedFraction(a, x)));
    }

    /** ln P(a, x), accurate where P is tiny. */
    static double logLowerTail(double a, double x) {
        if (x < a + 1) {
            return logLeadingFactor(a, x) + StrictMath.log(series(a, x));
        }
        return StrictMath.log1p(-StrictMath.exp(logLeadingFactor(a, x)) * a * continuedFraction(a, x));
    }

    /**
     * Near the x with {@code cumulativeHazard(a, x) = h}: the cube of a normal value (Wilson and
     * Hilferty, 1931), or the power law where P is small.
     */
    static double guessInverse(double a, double h) {
        if (h == Double.POSITIVE_INFINITY) {
            return h;
        }
        double below = -StrictMath.expm1(-h);
        double power = StrictMath.exp((StrictMath.log(below) + logGammaOfOnePlus(a)) / a);
        if (power < 0.2 * (a + 1)) {
            return power;
        }
        double root = 1 - 1 / (9 * a) + Gaussian.inverseHazard(h) / (3 * Math.sqrt(a));
        double cube = a * root * root * root;
        return root > 0.2 && h < 30 ? cube : Math.max(h, a);
    }

    /** The hazard of the gamma law of shape a and scale 1. */
    static double hazard(double a, double x) {
        if (x <= 0) {
            return a < 1 ? Double.POSITIVE_INFINITY : a == 1 ? 1 : 0;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return 1;
        }
        if (x < a + 1) {
            double leading = StrictMath.exp(logLeadingFactor(a, x));
            return leading * (a / x) / (1 - leading * series(a, x));
        }
        return 1 / (x * continuedFraction(a, x));
    }

    /** Σ x^n·Γ(a + 1)/Γ(a + 1 + n). */
    private static double series(double a, double x) {
        double term = 1;
        double sum = 1;
        double denominator = a;
        while (term > sum * 1e-17) {
            denominator += 1;
            term *= x / denominator;
            sum += term;
        }
        return sum;
    }

    /** Γ(a, x)·e^x·x^(−a) by Lentz's method. */
    private static double continuedFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double product = d;
        for (int i = 1; i < 1_000_000; i++) {
            double numerator = -i * (i - a);
            b += 2;
            d = numerator * d + b;
            d = 1 / (Math.abs(d) < 1e-300 ? 1e-300 : d);
            c = b + numerator / c;
            c = Math.abs(c) < 1e-300 ? 1e-300 : c;
            double factor = d * c;
            product *= factor;
            if (Math.abs(factor - 1) < 1e-16) {
                break;
            }
        }
        return product;
    }
}
