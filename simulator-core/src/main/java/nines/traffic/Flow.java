package nines.traffic;

import java.util.Arrays;
import nines.blueprint.Blueprint;
import nines.blueprint.Call;
import nines.blueprint.Guards;
import nines.blueprint.Relay;
import nines.blueprint.Requests;
import nines.blueprint.Station;
import nines.kernel.EventCalendar;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.structure.Stepper;
import org.jspecify.annotations.Nullable;

/**
 * The traffic of one replication: calls, attempts and what comes of them.
 *
 * <p>A call is a frame. It ends in an outcome, at once or later: whatever returns an outcome returns {@link #PENDING} when
 * it will be told later. An attempt that fails is tried again, then its fallback, then it may not matter; only then its
 * caller hears of it. A caller that leaves cuts the thread: the callee goes on, or not, as its station says.
 */
final class Flow {
    static final int PENDING = -1;
    static final int OK = Outcome.SUCCEEDED.index();
    static final int TIMED_OUT = Outcome.TIMED_OUT.index();
    static final int REJECTED = Outcome.REJECTED.index();
    static final int REFUSED = Outcome.REFUSED.index();
    static final int LOST = Outcome.LOST.index();
    static final int UNREACHABLE = Outcome.UNREACHABLE.index();
    static final int WRONG = Outcome.WRONG.index();
    static final int EXPIRED = Outcome.EXPIRED.index();
    static final int ABANDONED = Outcome.ABANDONED.index();
    static final int SHED = Outcome.SHED.index();
    static final int LIMITED = Outcome.LIMITED.index();
    static final int CUT_OFF = Outcome.CUT_OFF.index();

    /** An event is a number: what it concerns in the high bits, its kind in these. */
    static final int KIND_BITS = 5;

    static final int ARRIVAL = 0;
    static final int THOUGHT = 1;
    static final int PASSED = 2;
    static final int SERVED = 3;
    static final int RETRY = 4;
    static final int EXPIRY = 5;
    static final int IMPATIENCE = 6;
    static final int STRUCTURE = 7;
    static final int MEASURE = 8;
    static final int PART = 9;
    static final int END = 10;
    static final int EJECTION_END = 11;
    static final int EJECTION_LOOK = 12;
    static final int BURST = 13;
    static final int SHARED = 14;
    static final int SECOND_COPY = 15;
    static final int DEADLINE = 16;
    static final int SCALE = 17;
    static final int STARTED = 18;
    static final int VISIBLE = 19;

    /** How often a second copy looks for another instance than the first. */
    private static final int COPY_PICKS = 8;

    private static final int CHECK_EVERY = 1 << 16;
    private static final int POOL = 0;
    private static final int RELAY = 1;
    private static final int STEPS = 2;

    final EventCalendar calendar = new EventCalendar();
    final Frames frames = new Frames();
    final Stations stations;
    final Views views;
    final Patience patience;
    final Clients clients;
    final Protection protection;
    final Messages messages;
    final Caches caches;
    /** Whether any cache keeps single objects. */
    private final boolean keyed;
    /** Whether anything is handed over to queues. */
    private final boolean handsOver;

    private final @Nullable Scaler[] scalers;
    /** Whether any caller protects itself. */
    final boolean guarded;

    Journal journal;

    private final Requests requests;
    private final Stepper structure;
    private final Relay[] relays;
    private final Draw[] latency;
    private final RandomStream[] senderChoice;
    private final long[] senderNames;
    private final boolean[] relayWorks;

    private final int[] kind;
    private final int[] callee;
    private final boolean[] reads;
    private final boolean[] soft;
    private final boolean[] missOnFailure;
    private final boolean[] parallel;
    private final int[] fallback;
    private final int[] times;
    private final double[] share;
    private final double[] hit;
    /** For so long after its last good answer a call is answered well though it fails; and when that was. */
    private final double[] stale;

    private final double[] lastGood;
    private final int[][] steps;
    private final RandomStream[] chance;
    private final long[] chanceNames;

    private int[] away = new int[16];
    private int[] awayBirth = new int[16];
    private int[] awayOutcome = new int[16];
    private int turnedAway;

    private double end;
    private double partLength;
    private int part;
    private double partStartArea;

    Flow(Blueprint blueprint, Stepper structure, Journal journal) {
        this.structure = structure;
        this.journal = journal;
        requests = blueprint.requests();
        stations = new Stations(requests, this, frames, calendar);
        views = new Views(requests.pools(), stations.on, calendar);
        messages = new Messages(requests, this, frames, stations, calendar);
        caches = new Caches(requests);
        keyed = caches.exist();
        handsOver = requests.pools().stream().anyMatch(pool -> pool.store() >= 0);
        scalers = new Scaler[requests.pools().size()];
        for (int p = 0; p < scalers.length; p++) {
            scalers[p] = requests.pools().get(p).scaling() == null
                    ? null
                    : new Scaler(requests.pools().get(p), p, this);
        }
        patience = new Patience(requests, frames, calendar);
        clients = new Clients(blueprint, this);
        protection = new Protection(requests.calls(), requests.stations().size(), frames, calendar);
        relays = requests.relays().toArray(Relay[]::new);
        latency = new Draw[relays.length];
        senderChoice = new RandomStream[relays.length];
        senderNames = new long[relays.length];
        relayWorks = new boolean[relays.length];
        for (int r = 0; r < relays.length; r++) {
            latency[r] = new Draw(relays[r].latency(), relays[r].stream(), "latency");
            senderChoice[r] = new RandomStream(0);
            senderNames[r] = StreamKey.of(relays[r].stream(), "sender");
        }
        guarded = requests.calls().stream().anyMatch(call -> !call.guards().equals(Guards.NONE));
        int n = requests.calls().size();
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
            Call call = requests.calls().get(c);
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

    // ---------------------------------------------------------------- running

    /** Runs one replication; false when it was stopped on the way. */
    boolean run(long seed, long replication, double discard, double horizon, Replicator.Stop stop) {
        start(seed, replication, discard, horizon);
        long count = 1;
        while (happens()) {
            if (++count % CHECK_EVERY == 0 && stop.isAsked()) {
                return false;
            }
        }
        finish(horizon, count);
        return true;
    }

    /** Gets ready for the first event. */
    void start(long seed, long replication, double discard, double horizon) {
        begin(seed, replication);
        end = discard + horizon;
        if (discard > 0) {
            calendar.schedule(discard, MEASURE);
        } else {
            startMeasuring();
        }
        part = 0;
        partStartArea = 0;
        if (journal.series.length > 0) {
            partLength = end / journal.series.length;
            calendar.schedule(partLength, PART);
        }
        calendar.schedule(end, END);
    }

    /** Lets the next event happen; false when it was the end. */
    boolean happens() {
        calendar.advance();
        int event = calendar.event();
        int what = event >>> KIND_BITS;
        switch (event & (1 << KIND_BITS) - 1) {
            case ARRIVAL -> clients.arrive(what);
            case SERVED -> served(what);
            case PASSED -> passed(what);
            case THOUGHT -> clients.ask(what);
            case RETRY -> retry(what);
            case EXPIRY -> expire(what);
            case IMPATIENCE -> impatient(what);
            case STRUCTURE -> structureChanges();
            case MEASURE -> startMeasuring();
            case PART -> partEnds();
            case SHARED -> served(stations.done(what));
            case SECOND_COPY -> sendSecondCopy(what);
            case DEADLINE -> deadlinePasses(what);
            case BURST -> clients.switchOver(what);
            case SCALE -> scale(what);
            case STARTED -> started(what);
            case VISIBLE -> messages.timeIsUp(what);
            case EJECTION_END -> views.ejectionEnds(what);
            case EJECTION_LOOK -> views.compare(what);
            default -> {
                return false;
            }
        }
        while (turnedAway > 0) {
            int f = away[--turnedAway];
            if (frames.birth[f] == awayBirth[turnedAway] && frames.state[f] != Frames.FREE) {
                ended(f, awayOutcome[turnedAway]);
            }
        }
        return true;
    }

    /**
     * A station has turned a frame away while it was dealing with another. Its caller hears of it at this moment, but
     * after what is being done: it may be the same caller.
     */
    void endsSoon(int f, int outcome) {
        if (turnedAway == away.length) {
            away = Arrays.copyOf(away, 2 * turnedAway);
            awayBirth = Arrays.copyOf(awayBirth, 2 * turnedAway);
            awayOutcome = Arrays.copyOf(awayOutcome, 2 * turnedAway);
        }
        away[turnedAway] = f;
        awayBirth[turnedAway] = frames.birth[f];
        awayOutcome[turnedAway++] = outcome;
    }

    private void begin(long seed, long replication) {
        calendar.clear();
        frames.clear();
        turnedAway = 0;
        journal.clear();
        journal.requests = 0;
        structure.begin(seed, replication);
        stations.begin(seed, replication);
        views.begin(seed, replication);
        patience.begin(seed, replication);
        protection.begin(seed, replication);
        caches.begin(seed, replication);
        messages.begin();
        Arrays.fill(lastGood, 0);
        for (Scaler each : scalers) {
            if (each != null) {
                each.begin(seed, replication);
            }
        }
        for (int r = 0; r < relays.length; r++) {
            latency[r].begin(seed, replication);
            senderChoice[r].reseed(StreamKey.of(senderNames[r], seed, replication));
        }
        for (int c = 0; c < chance.length; c++) {
            chance[c].reseed(StreamKey.of(chanceNames[c], seed, replication));
        }
        mirror();
        scheduleStructure();
        clients.begin(seed, replication);
        clients.refresh(structure);
    }

    private void startMeasuring() {
        for (Scaler each : scalers) {
            if (each != null) {
                each.journalBeginsAnew();
            }
        }
        journal.clear();
        stations.startMeasuring(journal, calendar.time());
        clients.startMeasuring(journal, calendar.time());
    }

    private void finish(double measured, long events) {
        double now = calendar.time();
        stations.finish(journal, now);
        clients.finish(journal, now);
        journal.time = measured;
        journal.events = events + structure.events();
        if (part < journal.series.length) {
            notePart(now);
        }
    }

    private void partEnds() {
        notePart(calendar.time());
        if (part < journal.series.length) {
            double next = end * (part + 1) / journal.series.length;
            calendar.schedule(Math.min(next, end), PART);
        }
    }

    private void notePart(double now) {
        double area = clients.areaUntil(now);
        journal.series[part++] = (area - partStartArea) / partLength;
        partStartArea = area;
    }

    // ---------------------------------------------------------------- calls

    boolean isRead(int f) {
        return reads[frames.call[f]];
    }

    /** A frame for a client's request has been opened: the first attempt. */
    int first(int f) {
        patience.deposit(f);
        if (guarded) {
            protection.deposit(f);
        }
        int outcome = go(f);
        if (outcome == OK && guarded) {
            protection.leave(f, OK);
        }
        return outcome == OK || outcome == PENDING ? outcome : again(f, outcome);
    }

    private int call(int c, int caller) {
        if (share[c] < 1 && chance[c].nextDouble() >= share[c]) {
            return OK;
        }
        int f = frames.open(c);
        frames.parent[f] = caller;
        frames.parentBirth[f] = frames.birth[caller];
        frames.source[f] = frames.source[caller];
        frames.journey[f] = frames.journey[caller];
        frames.sender[f] = frames.sender[caller];
        frames.client[f] = frames.client[caller];
        frames.child[caller] = f;
        int outcome = first(f);
        if (outcome != PENDING) {
            close(f);
        }
        return outcome;
    }

    /** An attempt begins. */
    private int go(int f) {
        int c = frames.call[f];
        frames.step[f] = 0;
        frames.turn[f] = 0;
        frames.child[f] = -1;
        if (frames.parent[f] == Frames.CLIENT) {
            journal.attempts[frames.journey[f]]++;
        }
        if (!guarded) {
            patience.startTimeout(f);
            return begin(f, c);
        }
        if (frames.parent[f] >= 0 && frames.until[frames.parent[f]] <= calendar.time()) {
            return EXPIRED;
        }
        int barred = protection.enter(f);
        if (barred != OK) {
            return barred;
        }
        patience.startTimeout(f);
        boundByCaller(f);
        int outcome = begin(f, c);
        if (outcome == PENDING) {
            awaitSecondCopy(f);
        }
        return outcome;
    }

    /** A caller that knows how long its own caller waits does not wait longer, and may tell the callee. */
    private void boundByCaller(int f) {
        double known = frames.parent[f] >= 0 ? frames.until[frames.parent[f]] : Double.POSITIVE_INFINITY;
        if (known < frames.deadline[f]) {
            frames.deadline[f] = known;
            calendar.schedule(known, f << KIND_BITS | DEADLINE);
        }
        frames.until[f] = protection.tellsDeadline(f) ? frames.deadline[f] : Double.POSITIVE_INFINITY;
    }

    private int begin(int f, int c) {
        switch (kind[c]) {
            case POOL -> {
                if (keyed && frames.attempt[f] == 1 && frames.twin[f] < 0) {
                    frames.key[f] = caches.draw(callee[c]);
                }
                int outcome = meet(f);
                return outcome == OK || outcome == PENDING || !missOnFailure[c] ? outcome : steps(f);
            }
            case RELAY -> {
                int r = callee[c];
                if (!relayWorks[r]) {
                    return UNREACHABLE;
                }
                frames.sender[f] = sender(r);
                if (latency[r].isNothing()) {
                    return beyond(f);
                }
                frames.state[f] = Frames.PASSING;
                frames.timer[f] = calendar.schedule(calendar.time() + latency[r].next(), f << KIND_BITS | PASSED);
                return PENDING;
            }
            default -> {
                return steps(f);
            }
        }
    }

    /** What a relay does with what has passed it: it may know the answer. */
    private int beyond(int f) {
        int c = frames.call[f];
        if (hit[c] > 0 && chance[c].nextDouble() < hit[c]) {
            leave(f, OK);
            return OK;
        }
        return steps(f);
    }

    private int sender(int r) {
        int[] senders = relays[r].senders();
        if (senders.length == 1) {
            return 0;
        }
        int alive = 0;
        int chosen = 0;
        for (int k = 0; k < senders.length; k++) {
            if (structure.works(senders[k]) && senderChoice[r].nextInt(++alive) == 0) {
                chosen = k;
            }
        }
        return chosen;
    }

    /** Sends a frame to one of the stations of its pool. */
    private int meet(int f) {
        int c = frames.call[f];
        int view = views.view(callee[c], frames.sender[f]);
        if (view < 0) {
            return UNREACHABLE;
        }
        long who = keyed && caches.isKeyed(callee[c]) ? Caches.spread(frames.key[f]) : frames.client[f];
        int target = views.pick(view, who);
        int twin = guarded ? frames.twin[f] : -1;
        for (int k = 0; k < COPY_PICKS && twin >= 0 && views.station(view, target) == frames.station[twin]; k++) {
            target = views.pick(view, who);
        }
        if (views.follows(callee[c])) {
            views.sent(view, target);
            frames.view[f] = view;
            frames.target[f] = target;
            frames.sent[f] = calendar.time();
        }
        int outcome = stations.enter(f, views.station(view, target));
        return outcome == Stations.AT_ONCE ? worked(f) : outcome;
    }

    /**
     * The balancer in front does not count this attempt as out any more; it hears what came of it, or {@link #PENDING}
     * when its caller has left.
     */
    private void unsend(int f, int outcome) {
        if (frames.view[f] >= 0) {
            int view = frames.view[f];
            frames.view[f] = -1;
            views.done(view, frames.target[f], frames.sent[f], outcome);
        }
    }

    /** The callee has done its own work. */
    private int worked(int f) {
        int outcome = stations.served(f, frames.station[f]);
        if (outcome != OK) {
            leave(f, outcome);
            return outcome;
        }
        int c = frames.call[f];
        if (handsOver && messages.isStored(callee[c])) {
            outcome = messages.hand(f, callee[c]);
            if (outcome != OK || steps[c].length == 0) {
                leave(f, outcome);
                return outcome;
            }
        }
        if (steps[c].length == 0 || hits(f, c)) {
            leave(f, OK);
            return OK;
        }
        int s = frames.station[f];
        if (!stations.all[s].holdsWhileCalling()) {
            stations.free(f);
        }
        if (keyed && caches.isFetched(s, frames.key[f], f)) {
            frames.state[f] = Frames.PARKED;
            caches.join(s, frames.key[f], f, frames);
            return PENDING;
        }
        return steps(f);
    }

    /** Whether the callee has the answer without calling others. */
    private boolean hits(int f, int c) {
        int s = frames.station[f];
        if (!keyed || !caches.isKept(s)) {
            return hit[c] > 0 && chance[c].nextDouble() < hit[c];
        }
        boolean has = caches.has(s, frames.key[f]);
        journal.hits[s] += has ? 1 : 0;
        return has;
    }

    /** What a cache was missing has been fetched, or not: whoever waited for it has the same answer. */
    private void fetched(int f, int outcome) {
        int s = frames.station[f];
        int key = frames.key[f];
        if (outcome == OK && stations.alive[s]) {
            caches.put(s, key);
        }
        if (caches.leads(s, key, f)) {
            int w = caches.release(s, key);
            while (w >= 0) {
                int after = frames.next[w];
                leave(w, outcome);
                endsSoon(w, outcome);
                w = after;
            }
        }
    }

    /** Makes the calls that are left, until one is out or has failed. */
    private int steps(int f) {
        int c = frames.call[f];
        frames.state[f] = Frames.CALLING;
        if (parallel[c]) {
            return together(f);
        }
        int[] next = steps[c];
        while (frames.step[f] < next.length) {
            if (guarded && frames.until[f] <= calendar.time()) {
                leave(f, EXPIRED);
                return EXPIRED;
            }
            int one = next[frames.step[f]];
            if (frames.turn[f] >= times[one]) {
                frames.step[f]++;
                frames.turn[f] = 0;
                continue;
            }
            frames.turn[f]++;
            int outcome = call(one, f);
            if (outcome == PENDING) {
                return PENDING;
            }
            if (outcome != OK) {
                leave(f, outcome);
                return outcome;
            }
        }
        if (stale[c] > 0) {
            lastGood[c] = calendar.time();
        }
        leave(f, OK);
        return OK;
    }

    private int together(int f) {
        int[] all = steps[frames.call[f]];
        frames.pending[f] = 1;
        frames.failure[f] = OK;
        for (int one : all) {
            for (int k = 0; k < times[one]; k++) {
                frames.pending[f]++;
                int outcome = call(one, f);
                if (outcome != PENDING) {
                    joined(f, outcome);
                }
            }
        }
        return joined(f, OK);
    }

    /** One of the parallel steps is back; the outcome of all when it was the last. */
    private int joined(int f, int outcome) {
        if (outcome != OK && frames.failure[f] == OK) {
            frames.failure[f] = outcome;
        }
        if (--frames.pending[f] > 0) {
            return PENDING;
        }
        leave(f, frames.failure[f]);
        return frames.failure[f];
    }

    /** The callee has nothing more to do for this attempt. */
    private void leave(int f, int outcome) {
        if (frames.station[f] >= 0) {
            if (keyed && frames.state[f] == Frames.CALLING && caches.isKept(frames.station[f])) {
                fetched(f, outcome);
            }
            stations.free(f);
            frames.station[f] = -1;
        }
        unsend(f, outcome);
    }

    /** An attempt has come to an end: whoever waits for it goes on. */
    void ended(int first, int firstOutcome) {
        int f = first;
        int outcome = firstOutcome;
        while (true) {
            int p = frames.parent[f];
            boolean waitedFor = !frames.isOrphan(f);
            if (waitedFor && frames.deadline[f] <= calendar.time() && outcome == OK) {
                // An answer at the very instant of the deadline is too late.
                outcome = TIMED_OUT;
            }
            int twin = guarded ? frames.twin[f] : -1;
            if (twin >= 0) {
                part(f, twin);
                if (waitedFor && outcome != OK) {
                    // The other copy may still be answered.
                    protection.leave(f, outcome);
                    unsend(f, outcome);
                    close(f);
                    if (p >= 0) {
                        frames.child[p] = twin;
                    }
                    return;
                }
                if (waitedFor) {
                    abandon(twin, false);
                    if (p >= 0) {
                        frames.child[p] = f;
                    }
                }
            }
            if (guarded && waitedFor && outcome == OK) {
                protection.leave(f, OK);
            }
            if (waitedFor && outcome != OK) {
                outcome = again(f, outcome);
                if (outcome == PENDING) {
                    return;
                }
            }
            if (!waitedFor) {
                close(f);
                return;
            }
            if (p == Frames.CLIENT) {
                clients.answered(f, outcome);
                return;
            }
            if (p == Frames.STORED) {
                messages.ended(f, outcome);
                return;
            }
            close(f);
            outcome = parallel[frames.call[p]] ? joined(p, outcome) : outcome == OK ? steps(p) : failed(p, outcome);
            if (outcome == PENDING) {
                return;
            }
            f = p;
        }
    }

    private int failed(int f, int outcome) {
        leave(f, outcome);
        return outcome;
    }

    /** After a failure: another attempt, the fallback, or none needed; otherwise the failure. */
    private int again(int f, int failure) {
        int outcome = failure;
        while (true) {
            if (guarded) {
                protection.leave(f, outcome);
            }
            unsend(f, outcome);
            frames.copyAt[f] = Double.POSITIVE_INFINITY;
            frames.station[f] = -1;
            frames.deadline[f] = Double.POSITIVE_INFINITY;
            if (outcome == ABANDONED) {
                return outcome;
            }
            if (patience.triesAgain(f)) {
                frames.state[f] = Frames.PAUSING;
                frames.timer[f] = calendar.schedule(calendar.time() + patience.pause(f), f << KIND_BITS | RETRY);
                return PENDING;
            }
            int c = frames.call[f];
            if (fallback[c] < 0) {
                return soft[c] || stale[c] > 0 && calendar.time() - lastGood[c] <= stale[c] ? OK : outcome;
            }
            frames.call[f] = fallback[c];
            frames.attempt[f] = 1;
            outcome = go(f);
            if (outcome == OK) {
                protection.leave(f, OK);
            }
            if (outcome == OK || outcome == PENDING) {
                return outcome;
            }
        }
    }

    /** Forgets a frame. */
    void close(int f) {
        unsend(f, PENDING);
        if (guarded) {
            protection.leave(f, PENDING);
            if (frames.twin[f] >= 0) {
                part(f, frames.twin[f]);
            }
            frames.copyAt[f] = Double.POSITIVE_INFINITY;
            frames.until[f] = Double.POSITIVE_INFINITY;
        }
        frames.close(f);
    }

    // ---------------------------------------------------------------- second copies

    private void awaitSecondCopy(int f) {
        if (frames.twin[f] < 0) {
            double at = protection.secondCopyAt(f);
            frames.copyAt[f] = at;
            if (at < Double.POSITIVE_INFINITY) {
                calendar.schedule(at, f << KIND_BITS | SECOND_COPY);
            }
        }
    }

    /** The first copy is slow: another goes out, if the budget allows it. Whatever ends first and well is the answer. */
    private void sendSecondCopy(int f) {
        boolean isDue = frames.state[f] != Frames.FREE && frames.copyAt[f] == calendar.time() && !frames.isOrphan(f);
        if (!isDue || !protection.affordsSecondCopy(f)) {
            return;
        }
        frames.copyAt[f] = Double.POSITIVE_INFINITY;
        int g = frames.openAnother(f);
        frames.step[g] = 0;
        frames.turn[g] = 0;
        frames.child[g] = -1;
        frames.deadline[g] = frames.deadline[f];
        frames.until[g] = frames.until[f];
        if (frames.deadline[g] < Double.POSITIVE_INFINITY) {
            calendar.schedule(frames.deadline[g], g << KIND_BITS | DEADLINE);
        }
        frames.twin[g] = f;
        frames.twin[f] = g;
        int outcome = begin(g, frames.call[g]);
        if (outcome != PENDING) {
            ended(g, outcome);
        }
    }

    private void part(int f, int twin) {
        frames.twin[f] = -1;
        frames.twin[twin] = -1;
    }

    /** A deadline that stands in no lane. */
    private void deadlinePasses(int f) {
        if (frames.state[f] != Frames.FREE && frames.deadline[f] == calendar.time() && !frames.isOrphan(f)) {
            giveUp(f, TIMED_OUT, false);
        }
    }

    // ---------------------------------------------------------------- events

    private void passed(int f) {
        if (frames.isOrphan(f)) {
            close(f);
            return;
        }
        endedUnlessPending(f, beyond(f));
    }

    private void served(int f) {
        endedUnlessPending(f, worked(f));
    }

    private void retry(int f) {
        if (frames.isOrphan(f)) {
            close(f);
            return;
        }
        endedUnlessPending(f, go(f));
    }

    private void endedUnlessPending(int f, int outcome) {
        if (outcome != PENDING) {
            ended(f, outcome);
        }
    }

    private void expire(int lane) {
        int f;
        while ((f = patience.nextExpired(lane)) >= 0) {
            giveUp(f, TIMED_OUT, false);
        }
    }

    private void impatient(int f) {
        if (isWaitingToBeServed(f)) {
            giveUp(f, ABANDONED, true);
        }
    }

    private boolean isWaitingToBeServed(int root) {
        int f = root;
        while (kind[frames.call[f]] != POOL && frames.awaited(f) >= 0) {
            f = frames.awaited(f);
        }
        int state = frames.state[f];
        return state == Frames.QUEUED || state == Frames.PASSING || state == Frames.PAUSING;
    }

    /** The caller of an attempt stops waiting for it; openly if it leaves a queue where all can see it. */
    private void giveUp(int f, int outcome, boolean openly) {
        // What the caller knows goes on in a frame of its own; the old one is whatever the callee makes of it.
        int g = frames.openAnother(f);
        patience.handOver(f, g);
        frames.state[g] = Frames.PAUSING;
        int p = frames.parent[f];
        if (p >= 0 && frames.child[p] == f) {
            frames.child[p] = g;
        }
        protection.leave(f, outcome == TIMED_OUT ? TIMED_OUT : PENDING);
        if (outcome == TIMED_OUT) {
            unsend(f, TIMED_OUT);
        }
        abandon(f, openly);
        ended(g, outcome);
    }

    /** Nobody waits for this frame any more. */
    private void abandon(int first, boolean openly) {
        int f = first;
        while (f >= 0) {
            frames.parent[f] = Frames.NOBODY;
            frames.copyAt[f] = Double.POSITIVE_INFINITY;
            frames.deadline[f] = Double.POSITIVE_INFINITY;
            protection.leave(f, PENDING);
            int twin = frames.twin[f];
            int twinBirth = twin >= 0 ? frames.birth[twin] : 0;
            if (twin >= 0) {
                part(f, twin);
            }
            int awaited = parallel[frames.call[f]] ? -1 : frames.awaited(f);
            int awaitedBirth = awaited >= 0 ? frames.birth[awaited] : 0;
            boolean goesOn = false;
            int free = -1;
            if (kind[frames.call[f]] != POOL || frames.state[f] == Frames.PAUSING) {
                drop(f);
            } else if (staysAtItsCache(f)) {
                unsend(f, PENDING);
                goesOn = true;
            } else if (openly || stations.all[stationOf(f)].abandoned() == Station.Abandoned.CANCELLED) {
                if (frames.state[f] == Frames.QUEUED) {
                    unsend(f, PENDING);
                    stations.leaveQueue(f);
                } else {
                    free = stations.takeOut(f);
                    drop(f);
                }
            } else {
                // The connection is closed: whoever sent it counts it no longer.
                unsend(f, PENDING);
                goesOn = true;
            }
            // Workers turn to others only when this frame is gone: their fate may be its child's or its twin's.
            if (free >= 0) {
                stations.next(free);
            }
            if (twin >= 0 && frames.birth[twin] == twinBirth) {
                abandon(twin, openly);
            }
            f = !goesOn && awaited >= 0 && frames.birth[awaited] == awaitedBirth ? awaited : -1;
        }
    }

    /** The station of a frame at work there, also when it has given its worker back or a miss has replaced it. */
    private int stationOf(int f) {
        return frames.station[f] >= 0 ? frames.station[f] : views.anyStation(callee[frames.call[f]]);
    }

    /** Others wait for what it fetches, or it waits for another. */
    private boolean staysAtItsCache(int f) {
        return keyed
                && (frames.state[f] == Frames.PARKED
                        || frames.state[f] == Frames.CALLING && caches.leads(frames.station[f], frames.key[f], f));
    }

    /** One station of the pool that a call goes to, for what all have in common. */
    int anyStationOf(int call) {
        return views.anyStation(callee[call]);
    }

    private void drop(int f) {
        calendar.cancel(frames.timer[f]);
        close(f);
    }

    // ---------------------------------------------------------------- instances that come and go

    private void scale(int pool) {
        Scaler scaler = scalers[pool];
        if (scaler != null && scaler.look(structure)) {
            views.membersChange(requests.pools().get(pool).stations()[0]);
        }
    }

    private void started(int station) {
        for (Scaler each : scalers) {
            if (each != null && each.started(station)) {
                views.membersChange(station);
                stations.fill(station);
            }
        }
    }

    // ---------------------------------------------------------------- the structure

    private void structureChanges() {
        structure.step();
        mirror();
        clients.refresh(structure);
        scheduleStructure();
    }

    private void scheduleStructure() {
        double next = structure.nextTime();
        if (next < Double.POSITIVE_INFINITY) {
            calendar.schedule(next, STRUCTURE);
        }
    }

    /** Takes over what the structure says, then deals with the work of the dead. */
    private void mirror() {
        for (int r = 0; r < relays.length; r++) {
            relayWorks[r] = structure.works(relays[r].works());
        }
        int n = stations.all.length;
        boolean[] died = new boolean[n];
        boolean[] came = new boolean[n];
        for (int s = 0; s < n; s++) {
            Station station = stations.all[s];
            boolean lives = structure.works(station.unit());
            died[s] = stations.alive[s] && !lives;
            came[s] = !stations.alive[s] && lives;
            stations.tell(s, lives, structure.works(station.serves()), structure.errors(station.unit()), structure);
        }
        views.refresh(structure, stations);
        for (int s = 0; s < n; s++) {
            if (died[s] && stations.all[s].inFlight() != Station.InFlight.RESUMED) {
                die(s);
            }
            if (came[s] || stations.pulls(s) >= 0) {
                stations.fill(s);
            }
        }
    }

    /** A station dies with work in its hands. */
    private void die(int s) {
        boolean waits = stations.all[s].waitsWhileDown();
        boolean elsewhere = stations.all[s].inFlight() == Station.InFlight.RETRIED;
        int most = frames.size();
        int[] hit = new int[most];
        int[] birth = new int[most];
        int count = 0;
        for (int f = 0; f < most; f++) {
            int state = frames.state[f];
            boolean inHands = state == Frames.SERVING || state == Frames.CALLING || state == Frames.PARKED;
            if (frames.station[f] == s && (inHands || state == Frames.QUEUED && !waits)) {
                calendar.cancel(frames.timer[f]);
                frames.holds[f] = false;
                hit[count] = f;
                birth[count++] = frames.birth[f];
            }
        }
        stations.clear(s);
        caches.clear(s);
        for (int i = 0; i < count; i++) {
            frames.station[hit[i]] = -1;
            frames.state[hit[i]] = Frames.STRICKEN;
        }
        frames.orphanChildrenOfStricken();
        for (int i = 0; i < count; i++) {
            int f = hit[i];
            if (frames.state[f] != Frames.STRICKEN || frames.birth[f] != birth[i]) {
                continue;
            }
            if (frames.isOrphan(f)) {
                close(f);
                continue;
            }
            unsend(f, LOST);
            int outcome = elsewhere && frames.parent[f] != Frames.STORED
                    ? meetAnew(f)
                    : missOnFailure[frames.call[f]] ? steps(f) : LOST;
            endedUnlessPending(f, outcome);
        }
    }

    private int meetAnew(int f) {
        frames.step[f] = 0;
        frames.turn[f] = 0;
        return meet(f);
    }
}
