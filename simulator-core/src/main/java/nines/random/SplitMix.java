package nines.random;

/**
 * The output function of SplitMix64 (Steele, Lea and Flood 2014, with the constants of David
 * Stafford's variant 13): a bijection of the 64-bit words in which every bit of the input moves
 * about half of the bits of the output.
 */
final class SplitMix {

    /** The odd integer nearest to 2^64 divided by the golden ratio: SplitMix64's step. */
    static final long STEP = 0x9e3779b97f4a7c15L;

    private SplitMix() {}

    /** The n-th output, from 1, of SplitMix64 started at {@code seed}. */
    static long output(long seed, long n) {
        return mix(seed + n * STEP);
    }

    static long mix(long word) {
        long z = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
