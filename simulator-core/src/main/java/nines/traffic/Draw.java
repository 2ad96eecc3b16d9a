package nines.traffic;

import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.random.RandomStream;
import nines.random.StreamKey;

/** A law with a random stream of its own. */
final class Draw {
    private static final int FIXED = 0;
    private static final int EXPONENTIAL = 1;

    private final int kind;
    private final double value;
    private final Distribution law;
    private final RandomStream random = new RandomStream(0);
    private final long name;

    Draw(Distribution law, String owner, String purpose) {
        this.law = law;
        kind = law instanceof Deterministic || law.mean() == 0 ? FIXED : law instanceof Exponential ? EXPONENTIAL : 2;
        value = law.mean();
        name = StreamKey.of(owner, purpose);
    }

    void begin(long seed, long replication) {
        random.reseed(StreamKey.of(name, seed, replication));
    }

    /** Whether it always takes no time. */
    boolean isNothing() {
        return kind == FIXED && value == 0;
    }

    double next() {
        return kind == EXPONENTIAL ? value * random.nextExponential() : kind == FIXED ? value : law.sample(random);
    }
}
