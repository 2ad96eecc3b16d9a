package nines.random;

/**
 * The tables of the ziggurat method (Marsaglia and Tsang 2000) with 256 layers of equal area under
 * a decreasing density f(x), x &ge; 0, scaled so that f(0) = 1.
 *
 * <p>Layer 0 is the base strip with the tail; {@code edge} decreases with the layer. A draw takes 8
 * random bits for the layer and 53 others, {@code j}, for the position {@code j * width[layer]}; if
 * {@code j < inside[layer]} the point lies under the density for certain. The two sources share no
 * bit, which Doornik (2005) found to matter. Everything is computed by {@link StrictMath}: the same
 * tables on every machine.
 */
final class Ziggurat {

    static final int LAYERS = 256;
    private static final double ULP = 0x1.0p-53;

    /**
     * Where the tails begin and the area of a layer: the double nearest to the solution of the
     * condition that the 255th layer above the base ends exactly at f = 1.
     */
    static final double EXPONENTIAL_TAIL = 7.69711747013105;

    private static final double EXPONENTIAL_AREA = 0.003949659822581557;
    static final double GAUSSIAN_TAIL = 3.654152885361009;
    private static final double GAUSSIAN_AREA = 0.004928673233974655;

    static final Ziggurat EXPONENTIAL = exponential();
    static final Ziggurat GAUSSIAN = gaussian();

    /** Right edge of each layer; the base strip's is the width of a rectangle of its area. */
    final double[] edge = new double[LAYERS + 1];

    /** The density at each edge. */
    final double[] density = new double[LAYERS + 1];

    /** The edge in units of one 53-bit step. */
    final double[] width = new double[LAYERS];

    /** The number of steps that lie under the density over the whole height of the layer. */
    final long[] inside = new long[LAYERS];

    /**
     * How far the density may lie from the chord over the wedge at the end of a layer, as a part of
     * the layer's height: the chord decides whether a point lies under the density unless it is
     * nearer than this, so that the exponential function is hardly ever asked.
     */
    final double[] band = new double[LAYERS];

    private Ziggurat() {}

    /**
     * How high above the layer's floor a point is, as a part of its height, less how high the chord
     * is at {@code x}; {@code part} is uniform in [0, 1).
     */
    double aboveChord(int layer, double x, double part) {
        return part - (edge[layer] - x) / (edge[layer] - edge[layer + 1]);
    }

    /** The height of the point that is {@code part} of the way up the layer. */
    double height(int layer, double part) {
        return density[layer] + (density[layer + 1] - density[layer]) * part;
    }

    private static Ziggurat exponential() {
        var tables = new Ziggurat();
        double[] x = tables.edge;
        x[0] = EXPONENTIAL_AREA / StrictMath.exp(-EXPONENTIAL_TAIL);
        x[1] = EXPONENTIAL_TAIL;
        for (int i = 2; i < LAYERS; i++) {
            x[i] = -StrictMath.log(EXPONENTIAL_AREA / x[i - 1] + StrictMath.exp(-x[i - 1]));
        }
        for (int i = 0; i <= LAYERS; i++) {
            tables.density[i] = StrictMath.exp(-x[i]);
        }
        for (int i = 1; i < LAYERS; i++) {
            tables.bend(i, tables.density[i + 1]);
        }
        return tables.finish();
    }

    private static Ziggurat gaussian() {
        var tables = new Ziggurat();
        double[] x = tables.edge;
        x[0] = GAUSSIAN_AREA / StrictMath.exp(-0.5 * GAUSSIAN_TAIL * GAUSSIAN_TAIL);
        x[1] = GAUSSIAN_TAIL;
        for (int i = 2; i < LAYERS; i++) {
            double above = GAUSSIAN_AREA / x[i - 1] + StrictMath.exp(-0.5 * x[i - 1] * x[i - 1]);
            x[i] = StrictMath.sqrt(-2 * StrictMath.log(above));
        }
        for (int i = 0; i <= LAYERS; i++) {
            tables.density[i] = StrictMath.exp(-0.5 * x[i] * x[i]);
        }
        for (int i = 1; i < LAYERS; i++) {
            double curvature = Math.max(Math.abs(x[i] * x[i] - 1), Math.abs(x[i + 1] * x[i + 1] - 1));
            tables.bend(i, curvature * tables.density[i + 1]);
        }
        return tables.finish();
    }

    /** A function departs from its chord by at most an eighth of width^2 times its second derivative. */
    private void bend(int layer, double secondDerivative) {
        double wedge = edge[layer] - edge[layer + 1];
        double departure = secondDerivative * wedge * wedge / 8;
        // A thousandth more than any rounding.
        band[layer] = 1.001 * departure / (density[layer + 1] - density[layer]);
    }

    private Ziggurat finish() {
        for (int i = 0; i < LAYERS; i++) {
            width[i] = edge[i] * ULP;
            inside[i] = (long) (edge[i + 1] / edge[i] * 0x1.0p53);
        }
        return this;
    }
}
