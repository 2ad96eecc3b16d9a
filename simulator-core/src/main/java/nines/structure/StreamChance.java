package nines.structure;

import java.util.Arrays;
import nines.distribution.Replay;
import nines.random.RandomStream;
import nines.random.StreamKey;

/** Draws from one named random stream per source of chance. */
final class StreamChance implements Chance {
    private final long[] names;
    private final RandomStream[] streams;
    /** How many values of each trace were played. */
    private final long[] played;

    private long seed;
    private long replication;

    /** With the number of laws that play what was recorded. */
    StreamChance(long[] names, int traces) {
        this.names = names;
        played = new long[traces];
        streams = new RandomStream[names.length];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = new RandomStream(0);
        }
    }

    /** Rewinds every stream to the start of a replication. */
    void begin(long seed, long replication) {
        this.seed = seed;
        this.replication = replication;
        Arrays.fill(played, 0);
        for (int i = 0; i < streams.length; i++) {
            streams[i].reseed(StreamKey.of(names[i], seed, replication));
        }
    }

    @Override
    public double hazard(int source) {
        return streams[source].nextHazard();
    }

    @Override
    public double duration(int source, Law law) {
        if (law.kept() != 0) {
            return law.distribution().fromUniform(StreamKey.uniform(law.kept(), seed, replication, 0, 0));
        }
        if (law.trace() >= 0 && law.distribution() instanceof Replay replay) {
            return replay.at(played[law.trace()]++);
        }
        return law.distribution().fromUniform(streams[source].nextDouble());
    }

    @Override
    public boolean happens(int source, double p) {
        return streams[source].nextDouble() < p;
    }

    @Override
    public int oneOf(int source, int n) {
        return n == 1 ? 0 : streams[source].nextInt(n);
    }

    @Override
    public int among(int source, double[] chances) {
        double u = streams[source].nextDouble();
        int last = chances.length - 1;
        for (int i = 0; i < last; i++) {
            u -= chances[i];
            if (u < 0) {
                return i;
            }
        }
        return last;
    }

    @Override
    public int count(int source, Law law, int most) {
        return (int) Math.min(most, Math.rint(duration(source, law)));
    }

    @Override
    public boolean hits(int source, long number, int member, double p) {
        return StreamKey.uniform(names[source], seed, replication, number, 2L * member) < p;
    }

    @Override
    public double spread(int source, long number, int member) {
        return StreamKey.uniform(names[source], seed, replication, number, 2L * member + 1);
    }
}
