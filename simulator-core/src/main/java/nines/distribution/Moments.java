package nines.distribution;

/**
 * Mean and variance by integration, for laws that have no formula: the integral of x(h)·e^(−h) over
 * the hazard h, where x is the inverse hazard, by adaptive Gauss and Kronrod rules of 15 points
 * (weights of QUADPACK, Piessens et al. 1983).
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // Digits as published.
final class Moments {
    private static final double[] NODES = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691693013, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0
    };
    private static final double[] KRONROD = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714
    };
    private static final double[] GAUSS = {
        0,
        0.129484966168869693270611432679082,
        0,
        0.279705391489276667901467771423780,
        0,
        0.381830050505118944950369775488975,
        0,
        0.417959183673469387755102040816327
    };
    /** Beyond this hazard a draw has a probability below 1e-300. */
    private static final double END = 700;

    private final Distribution law;
    private final double center;
    private final boolean squared;

    private Moments(Distribution law, double center, boolean squared) {
        this.law = law;
        this.center = center;
        this.squared = squared;
    }

    static double mean(Distribution law) {
        return new Moments(law, 0, false).integral();
    }

    static double variance(Distribution law, double mean) {
        return new Moments(law, mean, true).integral();
    }

    private double integral() {
        double sum = 0;
        double from = 0;
        for (double to = 1.0 / 1024; from < END; to = Math.min(2 * to, END)) {
            sum += piece(from, to, 1e-13 * sum, 50);
            from = to;
        }
        return sum;
    }

    private double piece(double from, double to, double tolerance, int depth) {
        double half = 0.5 * (to - from);
        double middle = from + half;
        double kronrod = KRONROD[7] * value(middle);
        double gauss = GAUSS[7] * value(middle);
        for (int i = 0; i < 7; i++) {
            double both = value(middle - half * NODES[i]) + value(middle + half * NODES[i]);
            kronrod += KRONROD[i] * both;
            gauss += GAUSS[i] * both;
        }
        double error = Math.abs(kronrod - gauss) * half;
        if (depth == 0 || error <= tolerance || error <= 1e-13 * Math.abs(kronrod) * half) {
            return kronrod * half;
        }
        return piece(from, middle, tolerance, depth - 1) + piece(middle, to, tolerance, depth - 1);
    }

    private double value(double h) {
        double x = law.inverseHazard(h) - center;
        return (squared ? x * x : x) * StrictMath.exp(-h);
    }
}
