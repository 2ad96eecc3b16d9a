package nines.traffic;

import java.util.Arrays;
import java.util.List;
import nines.blueprint.Call;
import nines.random.RandomStream;
import nines.random.StreamKey;

/** The calls of a blueprint as columns, with the chances that each of them has. */
final class Calls {
    static final int POOL = 0;
    static final int RELAY = 1;
    static final int STEPS = 2;

    final int[] kind;
    final int[] callee;
    final boolean[] reads;
    final boolean[] soft;
    final boolean[] missOnFailure;
    final boolean[] parallel;
    final int[] fallback;
    final int[] times;
    final double[] share;
    final double[] hit;
    /** For so long after its last good answer a call is answered well though it fails; and when that was. */
    final double[] stale;

    final double[] lastGood;
    final int[][] steps;
    final RandomStream[] chance;
    private final long[] chanceNames;

    Calls(List<Call> calls) {
        int n = calls.size();
        kind = new int[n];
        callee = new int[n];
        reads = new boolean[n];
        soft = new boolean[n];
        missOnFailure = new boolean[n];
        parallel = new boolean[n];
        fallback = new int[n];
        times = new int[n];
        share = new double[n];
        hit = new double[n];
        stale = new double[n];
        lastGood = new double[n];
        steps = new int[n][];
        chance = new RandomStream[n];
        chanceNames = new long[n];
        for (int c = 0; c < n; c++) {
            Call call = calls.get(c);
            kind[c] = call.kind() == Call.Kind.POOL ? POOL : call.kind() == Call.Kind.RELAY ? RELAY : STEPS;
            callee[c] = call.callee();
            reads[c] = call.read();
            soft[c] = call.soft();
            missOnFailure[c] = call.missOnFailure();
            parallel[c] = call.parallel();
            fallback[c] = call.fallback();
            times[c] = call.times();
            share[c] = call.share();
            hit[c] = call.hit();
            stale[c] = call.stale();
            steps[c] = call.steps();
            chance[c] = new RandomStream(0);
            chanceNames[c] = StreamKey.of(call.name(), "calls");
        }
    }

    void begin(long seed, long replication) {
        Arrays.fill(lastGood, 0);
        for (int c = 0; c < chance.length; c++) {
            chance[c].reseed(StreamKey.of(chanceNames[c], seed, replication));
        }
    }
}
