package nines.random;

/**
 * The 64-bit keys of random streams. A stream belongs to an owner and a purpose ("db-1", "repair"),
 * a seed and a replication; its key is a hash of these four and of nothing else, so adding a
 * component never shifts the draws of another.
 *
 * <p>With m the output function of SplitMix64 and g its step, all arithmetic modulo 2^64:
 *
 * <pre>
 * absorb(h, w) = m(h + g + w)
 * name key     = absorb every UTF-16 unit of the owner, 2^16 + its length, then the same of the purpose, from h = 0
 * stream key   = m(m(nameKey + g * m(seed + g)) + g * (replication + 1))
 * uniform      = the top 53 bits of m(m(streamKey + g * (n + 1)) ^ m(g * (member + 1)))
 * </pre>
 *
 * <p>Every step is a bijection in each of its arguments: two names of one length that differ in one
 * place, two seeds or two replications of one stream never share a key. Other pairs collide like
 * random 64-bit words.
 */
public final class StreamKey {

    /** Above every UTF-16 unit, so that an end mark is never taken for a letter. */
    private static final long END = 1L << 16;

    private static final double ULP = 0x1.0p-53;

    private StreamKey() {}

    /** The key of a name: owner and purpose. Computed once, when the simulation is laid out. */
    public static long of(String owner, String purpose) {
        return absorb(absorb(0, owner), purpose);
    }

    /** The key of the stream of that name in one replication under one seed. */
    public static long of(long nameKey, long seed, long replication) {
        long key = SplitMix.mix(nameKey + SplitMix.STEP * SplitMix.mix(seed + SplitMix.STEP));
        return SplitMix.mix(key + SplitMix.STEP * (replication + 1));
    }

    /** A number that looks random and is always the same for the same word; different words have different numbers. */
    public static long hash(long word) {
        return SplitMix.mix(word + SplitMix.STEP);
    }

    /**
     * A uniform number in [0, 1) that depends on its five arguments only, not on how many others
     * were asked for: what member {@code member} answers to event number {@code n} of that name, for
     * example whether it is hit by the n-th shock.
     */
    public static double uniform(long nameKey, long seed, long replication, long n, long member) {
        long asked = SplitMix.mix(of(nameKey, seed, replication) + SplitMix.STEP * (n + 1));
        long answer = SplitMix.mix(asked ^ SplitMix.mix(SplitMix.STEP * (member + 1)));
        return (answer >>> 11) * ULP;
    }

    private static long absorb(long key, String text) {
        long h = key;
        for (int i = 0; i < text.length(); i++) {
            h = absorb(h, text.charAt(i));
        }
        return absorb(h, END + text.length());
    }

    private static long absorb(long key, long word) {
        return SplitMix.mix(key + SplitMix.STEP + word);
    }
}
