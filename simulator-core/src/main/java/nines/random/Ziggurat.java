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

    private Ziggurat() {}

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
        return tables.finish();
    }

    private Ziggurat finish() {
        for (int i = 0; i < LAYERS; i++) {
            width[i] = edge[i] * ULP;
            inside[i] = (long) (edge[i + 1] / edge[i] * 0x1.0p53);
        }
        return this;
    }
}
