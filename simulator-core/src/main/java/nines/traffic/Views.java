package nines.traffic;

import java.util.ArrayList;
import java.util.List;
import nines.balancing.Picker;
import nines.balancing.Targets;
import nines.blueprint.Pool;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.structure.Stepper;

/** Who picks among the stations of each pool, whom it trusts, and what it remembers: one view for each sender. */
final class Views {
    final Pool[] pools;
    /** First view of each pool. */
    private final int[] base;

    private final Targets[] targets;
    private final Picker[] pickers;
    private final RandomStream[] random;
    private final long[] names;
    private final int[] poolOf;
    /** Where everybody always sees one station: no choice. */
    private final boolean[] single;

    /** Whether requests that are out are counted. */
    private final boolean[] counts;

    private final boolean[] open;
    private final boolean[] someone;

    Views(List<Pool> list) {
        pools = list.toArray(Pool[]::new);
        base = new int[pools.length + 1];
        List<Targets> allTargets = new ArrayList<>();
        List<Picker> allPickers = new ArrayList<>();
        for (int p = 0; p < pools.length; p++) {
            Pool pool = pools[p];
            for (int k = 0; k < pool.senders(); k++) {
                allTargets.add(new Targets(pool.stations().length));
                allPickers.add(pool.balancing().picker(pool.stations().length));
            }
            base[p + 1] = allTargets.size();
        }
        targets = allTargets.toArray(Targets[]::new);
        pickers = allPickers.toArray(Picker[]::new);
        random = new RandomStream[targets.length];
        names = new long[targets.length];
        poolOf = new int[targets.length];
        single = new boolean[pools.length];
        counts = new boolean[pools.length];
        open = new boolean[pools.length];
        someone = new boolean[targets.length];
        for (int p = 0; p < pools.length; p++) {
            single[p] = pools[p].stations().length == 1;
            counts[p] = !single[p] && pools[p].balancing().countsRequests();
            for (int v = base[p]; v < base[p + 1]; v++) {
                poolOf[v] = p;
                random[v] = new RandomStream(0);
                names[v] = StreamKey.of(pools[p].stream() + "/" + (v - base[p]), "picks");
            }
        }
    }

    void begin(long seed, long replication) {
        for (int v = 0; v < targets.length; v++) {
            random[v].reseed(StreamKey.of(names[v], seed, replication));
            targets[v].begin();
            pickers[v].begin(targets[v]);
        }
    }

    /** Takes over who is trusted now. */
    void refresh(Stepper structure, Stations stations) {
        for (int p = 0; p < pools.length; p++) {
            Pool pool = pools[p];
            open[p] = pool.works() < 0 || structure.works(pool.works());
            for (int v = base[p]; v < base[p + 1]; v++) {
                boolean[] trusted = trusted(pool, v - base[p], structure, stations);
                if (targets[v].trust(trusted)) {
                    pickers[v].trustChanged(targets[v]);
                }
                someone[v] = targets[v].trustedCount() > 0;
            }
        }
    }

    private static boolean[] trusted(Pool pool, int sender, Stepper structure, Stations stations) {
        int n = pool.stations().length;
        boolean[] trusted = new boolean[n];
        if (pool.takeover() >= 0) {
            // Whoever holds a post is asked, dead or alive: that is what the post is for.
            for (int post = 0; post < pool.posts(); post++) {
                int holder = structure.holder(pool.takeover(), post);
                if (holder >= 0) {
                    trusted[holder] = true;
                }
            }
            return trusted;
        }
        int count = 0;
        for (int i = 0; i < n; i++) {
            int s = pool.stations()[i];
            trusted[i] = pool.watches().length > 0
                    ? structure.trusts(pool.watches()[sender], i)
                    : stations.alive[s] && !stations.frozen[s];
            count += trusted[i] ? 1 : 0;
        }
        if (count < pool.panicBelow() * n) {
            java.util.Arrays.fill(trusted, true);
            return trusted;
        }
        for (int i = 0; i < n && count == 0; i++) {
            // Nobody better is there: who stands still takes requests in, and some let them wait while they are down.
            int s = pool.stations()[i];
            trusted[i] = pool.watches().length == 0 && (stations.frozen[s] || stations.all[s].waitsWhileDown());
        }
        return trusted;
    }

    /** The view of a pool that a sender has; -1 when it can send to nobody. */
    int view(int pool, int sender) {
        int v = base[pool] + Math.min(sender, pools[pool].senders() - 1);
        return open[pool] && someone[v] ? v : -1;
    }

    /** One of the targets of a view. */
    int pick(int v) {
        return single[poolOf[v]] ? 0 : pickers[v].pick(targets[v], random[v]);
    }

    int station(int v, int target) {
        return pools[poolOf[v]].stations()[target];
    }

    /** One station of a pool, for what all have in common. */
    int anyStation(int pool) {
        return pools[pool].stations()[0];
    }

    /** Whether it must be told what has been sent through a view, and what is done. */
    boolean counts(int pool) {
        return counts[pool];
    }

    void sent(int v, int target) {
        targets[v].send(target);
        pickers[v].sent(target, targets[v]);
    }

    void done(int v, int target) {
        targets[v].end(target);
        pickers[v].done(target, targets[v]);
    }

    /** Requests out in all views, for checks. */
    int out() {
        int out = 0;
        for (Targets each : targets) {
            for (int i = 0; i < each.count(); i++) {
                out += each.inFlight(i);
            }
        }
        return out;
    }
}
