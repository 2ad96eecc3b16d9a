package nines.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nines.balancing.Picker;
import nines.balancing.Targets;
import nines.blueprint.Ejection;
import nines.blueprint.Pool;
import nines.kernel.EventCalendar;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.structure.Stepper;
import org.jspecify.annotations.Nullable;

/** Who picks among the stations of each pool, whom it trusts, and what it remembers: one view for each sender. */
final class Views {
    /** Share of its weight with which a target starts that is trusted again (Envoy's default). */
    private static final double STARTS_AT = 0.1;

    final Pool[] pools;
    /** Which stations are there at all. */
    private final boolean[] on;

    private final EventCalendar calendar;
    /** First view of each pool. */
    private final int[] base;

    private final Targets[] targets;
    private final Picker[] pickers;
    private final RandomStream[] random;
    private final long[] names;
    private final int[] poolOf;
    /** Where everybody always sees one station: no choice. */
    private final boolean[] single;

    /** Whether anything that was sent is told of when it ends. */
    private final boolean[] follows;

    private final boolean[] learns;
    private final boolean[] open;
    private final boolean[] someone;
    /** Whom the checks trust, whatever their answers were. */
    private final boolean[][] checked;

    private final @Nullable Ejections[] ejections;
    /** Since when each target has been trusted, where targets start slowly. */
    private final double[] @Nullable [] since;

    private final @Nullable Sessions[] sessions;

    Views(List<Pool> list, boolean[] on, EventCalendar calendar) {
        this.on = on;
        this.calendar = calendar;
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
        int n = targets.length;
        random = new RandomStream[n];
        names = new long[n];
        poolOf = new int[n];
        checked = new boolean[n][];
        ejections = new Ejections[n];
        since = new double[n][];
        sessions = new Sessions[pools.length];
        single = new boolean[pools.length];
        follows = new boolean[pools.length];
        learns = new boolean[pools.length];
        open = new boolean[pools.length];
        someone = new boolean[n];
        for (int p = 0; p < pools.length; p++) {
            Pool pool = pools[p];
            int stations = pool.stations().length;
            Ejection rule = pool.ejection();
            single[p] = stations == 1;
            learns[p] = pool.balancing().learnsFromAnswers() || rule != null;
            follows[p] = !single[p] && (learns[p] || pool.balancing().countsRequests());
            sessions[p] = pool.sticky() > 0 ? new Sessions(pool.sticky()) : null;
            for (int v = base[p]; v < base[p + 1]; v++) {
                poolOf[v] = p;
                checked[v] = new boolean[stations];
                ejections[v] = rule == null || single[p] ? null : new Ejections(rule, stations, v, calendar);
                since[v] = pool.slowStart() > 0 ? new double[stations] : null;
                random[v] = new RandomStream(0);
                names[v] = StreamKey.of(pool.stream() + "/" + (v - base[p]), "picks");
            }
        }
    }

    /** Whether the same client goes to the same station anywhere. */
    boolean looksAtClients() {
        for (Pool pool : pools) {
            if (pool.sticky() > 0 || pool.balancing().looksAtClients()) {
                return true;
            }
        }
        return false;
    }

    void begin(long seed, long replication) {
        for (int v = 0; v < targets.length; v++) {
            random[v].reseed(StreamKey.of(names[v], seed, replication));
            targets[v].begin();
            pickers[v].begin(targets[v]);
            Ejections ejected = ejections[v];
            if (ejected != null) {
                ejected.begin();
            }
            double[] trustedSince = since[v];
            if (trustedSince != null) {
                Arrays.fill(trustedSince, Double.NEGATIVE_INFINITY);
            }
        }
        for (Sessions each : sessions) {
            if (each != null) {
                each.begin();
            }
        }
    }

    /** Takes over who is trusted now. */
    void refresh(Stepper structure, Stations stations) {
        for (int p = 0; p < pools.length; p++) {
            Pool pool = pools[p];
            open[p] = pool.works() < 0 || structure.works(pool.works());
            for (int v = base[p]; v < base[p + 1]; v++) {
                check(v, pool, structure, stations);
                trust(v);
            }
        }
    }

    private void check(int v, Pool pool, Stepper structure, Stations stations) {
        boolean[] trusted = checked[v];
        int n = trusted.length;
        if (pool.takeover() >= 0) {
            // Whoever holds a post is asked, dead or alive: that is what the post is for.
            Arrays.fill(trusted, false);
            for (int post = 0; post < pool.posts(); post++) {
                int holder = structure.holder(pool.takeover(), post);
                if (holder >= 0) {
                    trusted[holder] = true;
                }
            }
            return;
        }
        int count = 0;
        int sender = v - base[poolOf[v]];
        for (int i = 0; i < n; i++) {
            int s = pool.stations()[i];
            trusted[i] = pool.watches().length > 0
                    ? structure.trusts(pool.watches()[sender], i)
                    : stations.alive[s] && !stations.frozen[s];
            count += trusted[i] ? 1 : 0;
        }
        // Instances that are not there at present are no targets, whatever is known of them: see trust.
        for (int i = 0; i < n && count == 0; i++) {
            // Nobody better is there: who stands still takes requests in, and some let them wait while they are down.
            int s = pool.stations()[i];
            trusted[i] = pool.watches().length == 0 && (stations.frozen[s] || stations.all[s].waitsWhileDown());
        }
    }

    /** Trusts whom the checks trust and bad answers have not ejected; with too few of them, everybody. */
    private void trust(int v) {
        Pool pool = pools[poolOf[v]];
        boolean[] trusted = checked[v].clone();
        int count = 0;
        int there = 0;
        Ejections ejected = ejections[v];
        for (int i = 0; i < trusted.length; i++) {
            trusted[i] &= (ejected == null || !ejected.isOut(i)) && on[pool.stations()[i]];
            count += trusted[i] ? 1 : 0;
            there += on[pool.stations()[i]] ? 1 : 0;
        }
        if (pool.takeover() < 0 && count < pool.panicBelow() * there) {
            for (int i = 0; i < trusted.length; i++) {
                trusted[i] = on[pool.stations()[i]];
            }
        }
        double[] trustedSince = since[v];
        if (trustedSince != null) {
            for (int i = 0; i < trusted.length; i++) {
                if (trusted[i] && !targets[v].isTrusted(i)) {
                    trustedSince[i] = calendar.time();
                }
            }
        }
        if (targets[v].trust(trusted)) {
            pickers[v].trustChanged(targets[v]);
        }
        someone[v] = targets[v].trustedCount() > 0;
    }

    /** Instances of a pool have come or gone. */
    void membersChange(int station) {
        for (int p = 0; p < pools.length; p++) {
            for (int s : pools[p].stations()) {
                for (int v = base[p]; v < base[p + 1] && s == station; v++) {
                    trust(v);
                }
            }
        }
    }

    /** The view of a pool that a sender has; -1 when it can send to nobody. */
    int view(int pool, int sender) {
        int v = base[pool] + Math.min(sender, pools[pool].senders() - 1);
        return open[pool] && someone[v] ? v : -1;
    }

    /** One of the targets of a view. */
    int pick(int v, long client) {
        int p = poolOf[v];
        if (single[p]) {
            return 0;
        }
        double now = calendar.time();
        Sessions sticky = sessions[p];
        if (sticky != null) {
            int known = sticky.target(client, now);
            if (known >= 0 && targets[v].isTrusted(known)) {
                return known;
            }
        }
        int target = pickers[v].pick(targets[v], random[v], client, now);
        double[] trustedSince = since[v];
        if (trustedSince != null && now - trustedSince[target] < pools[p].slowStart()) {
            target = startingSlowly(v, target, (now - trustedSince[target]) / pools[p].slowStart());
        }
        if (sticky != null) {
            sticky.pin(client, target, now);
        }
        return target;
    }

    /**
     * The target picked, or another one that has long been trusted: a target that starts slowly takes only its part. Of
     * picks that do not look at requests out it takes the share of its weight; of others as many as keep its requests
     * out below its weight times the mean.
     */
    private int startingSlowly(int v, int picked, double ramp) {
        Targets all = targets[v];
        double weight = Math.max(STARTS_AT, ramp);
        double[] trustedSince = since[v];
        int others = 0;
        int other = picked;
        long out = 0;
        for (int i = 0; i < all.trustedCount() && trustedSince != null; i++) {
            int target = all.trusted(i);
            out += all.inFlight(target);
            boolean started = calendar.time() - trustedSince[target] >= pools[poolOf[v]].slowStart();
            if (started && random[v].nextInt(++others) == 0) {
                other = target;
            }
        }
        boolean takes = pools[poolOf[v]].balancing().countsRequests()
                ? all.inFlight(picked) + 1 <= weight * (out + 1) / all.trustedCount()
                        || random[v].nextDouble() < weight / all.trustedCount()
                : random[v].nextDouble() < weight;
        return takes ? picked : other;
    }

    int station(int v, int target) {
        return pools[poolOf[v]].stations()[target];
    }

    /** One station of a pool, for what all have in common. */
    int anyStation(int pool) {
        return pools[pool].stations()[0];
    }

    /** Whether it must be told what has been sent through a view, and what is done. */
    boolean follows(int pool) {
        return follows[pool];
    }

    void sent(int v, int target) {
        targets[v].send(target);
        pickers[v].sent(target, targets[v]);
    }

    /**
     * A request is out no longer.
     *
     * @param outcome what came of it, or {@link Flow#PENDING} when its sender left before it ended
     */
    void done(int v, int target, double sentAt, int outcome) {
        boolean failed = outcome != Flow.OK && outcome != Flow.PENDING;
        boolean ejected = false;
        if (learns[poolOf[v]]) {
            double now = calendar.time();
            pickers[v].learned(target, now - sentAt, outcome != Flow.PENDING, failed, now);
            Ejections rule = ejections[v];
            ejected = rule != null && outcome != Flow.PENDING && rule.answered(target, failed, targets[v]);
        }
        targets[v].end(target);
        pickers[v].done(target, targets[v]);
        if (ejected) {
            trust(v);
        }
    }

    /** Somebody has been ejected long enough. */
    void ejectionEnds(int v) {
        Ejections ejected = ejections[v];
        if (ejected != null) {
            ejected.end();
            trust(v);
        }
    }

    /** Compares the shares of good answers of a view's targets. */
    void compare(int v) {
        Ejections ejected = ejections[v];
        if (ejected != null && ejected.look(targets[v])) {
            trust(v);
        }
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
