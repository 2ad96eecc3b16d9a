package nines.random;

import nines.check.Require;

/**
 * A stream of random numbers: the generator xoshiro256++ 1.0 (Blackman and Vigna 2019; period
 * 2^256 - 1, 32 bytes of state), started from a key by four outputs of SplitMix64, as its authors
 * advise. Draws are bit for bit the same on every JVM: only {@link StrictMath} is used.
 *
 * <p>One object serves many streams in turn by {@link #reseed}; no draw allocates.
 */
public final class RandomStream {

    private static final double ULP = 0x1.0p-53;

    private static final double[] EXPONENTIAL_WIDTH = Ziggurat.EXPONENTIAL.width;
    private static final long[] EXPONENTIAL_INSIDE = Ziggurat.EXPONENTIAL.inside;
    private static final double[] GAUSSIAN_WIDTH = Ziggurat.GAUSSIAN.width;
    private static final long[] GAUSSIAN_INSIDE = Ziggurat.GAUSSIAN.inside;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** The stream of this key, usually one of {@link StreamKey}. */
    public RandomStream(long key) {
        seed(key);
    }

    /** The generator in a given state, for comparison with others. */
    RandomStream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** Becomes the stream of this key, at its start. */
    public void reseed(long key) {
        seed(key);
    }

    private void seed(long key) {
        // Four different inputs of a bijection: at most one of the words is zero, so the state,
        // which must not be all zero, never is.
        s0 = SplitMix.output(key, 1);
        s1 = SplitMix.output(key, 2);
        s2 = SplitMix.output(key, 3);
        s3 = SplitMix.output(key, 4);
    }

    /** 64 random bits. */
    public long nextLong() {
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        long result = Long.rotateLeft(a + d, 23) + a;
        long t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = Long.rotateLeft(d, 45);
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
        return result;
    }

    /** Uniform on the multiples of 2^-53 in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * ULP;
    }

    /**
     * Exponential with mean 1 by inversion, -ln(1 - u) for {@code u = nextDouble()}: a hazard to be
     * consumed. It grows with u and takes one draw, so alternatives that are compared under common
     * random numbers stay coupled. At most 36.74.
     */
    public double nextHazard() {
        return hazard(nextDouble());
    }

    /** The hazard -ln(1 - u) that a uniform number, one of {@link #nextDouble}, stands for. */
    public static double hazard(double u) {
        // Subtracted from zero, so that u = 0 gives 0 and not -0.
        return 0.0 - StrictMath.log(1.0 - u);
    }

    /** Exponential with mean 1 by the ziggurat method: several times faster, but not monotone in one uniform. */
    public double nextExponential() {
        long bits = nextLong();
        int layer = (int) bits & 0xff;
        long j = bits >>> 11;
        double x = j * EXPONENTIAL_WIDTH[layer];
        return j < EXPONENTIAL_INSIDE[layer] ? x : slowExponential(layer, x);
    }

    private double slowExponential(int firstLayer, double firstX) {
        int layer = firstLayer;
        double x = firstX;
        while (true) {
            if (layer == 0) {
                // The tail of an exponential is an exponential.
                return Ziggurat.EXPONENTIAL_TAIL + nextHazard();
            }
            double part = nextDouble();
            double above = Ziggurat.EXPONENTIAL.aboveChord(layer, x, part);
            double band = Ziggurat.EXPONENTIAL.band[layer];
            if (above < -band || (above <= band && Ziggurat.EXPONENTIAL.height(layer, part) < StrictMath.exp(-x))) {
                return x;
            }
            long bits = nextLong();
            layer = (int) bits & 0xff;
            long j = bits >>> 11;
            x = j * EXPONENTIAL_WIDTH[layer];
            if (j < EXPONENTIAL_INSIDE[layer]) {
                return x;
            }
        }
    }

    /** Normal with mean 0 and standard deviation 1 by the ziggurat method. */
    public double nextGaussian() {
        long bits = nextLong();
        int layer = (int) bits & 0xff;
        long j = bits >>> 11;
        double x = j * GAUSSIAN_WIDTH[layer];
        if (j >= GAUSSIAN_INSIDE[layer]) {
            x = slowGaussian(layer, x);
        }
        return (bits & 0x100) == 0 ? x : -x;
    }

    private double slowGaussian(int firstLayer, double firstX) {
        int layer = firstLayer;
        double x = firstX;
        while (true) {
            if (layer == 0) {
                return Ziggurat.GAUSSIAN_TAIL + gaussianTail();
            }
            double part = nextDouble();
            double above = Ziggurat.GAUSSIAN.aboveChord(layer, x, part);
            double band = Ziggurat.GAUSSIAN.band[layer];
            if (above < -band
                    || (above <= band && Ziggurat.GAUSSIAN.height(layer, part) < StrictMath.exp(-0.5 * x * x))) {
                return x;
            }
            long bits = nextLong();
            layer = (int) bits & 0xff;
            long j = bits >>> 11;
            x = j * GAUSSIAN_WIDTH[layer];
            if (j < GAUSSIAN_INSIDE[layer]) {
                return x;
            }
        }
    }

    /** How far beyond the last edge: Marsaglia (1964), an exponential accepted with exp(-x^2 / 2). */
    private double gaussianTail() {
        double x;
        do {
            x = nextHazard() / Ziggurat.GAUSSIAN_TAIL;
        } while (2 * nextHazard() < x * x);
        return x;
    }

    /**
     * Uniform on 0, 1, … {@code bound} - 1, each exactly as likely: Lemire (2019), with rejection.
     *
     * @param bound at least 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            Require.count(bound, "bound");
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xffffffffL) < bound) {
            long least = (1L << 32) % bound;
            while ((product & 0xffffffffL) < least) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }
}
