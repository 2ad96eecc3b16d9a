package nines.traffic;

import nines.blueprint.Blueprint;
import nines.blueprint.Guards;
import nines.blueprint.Requests;
import nines.kernel.EventCalendar;
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

    /** How often a second copy looks for another instance than the first. */
    private static final int COPY_PICKS = 8;

    private static final int CHECK_EVERY = 1 << 16;

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
    final boolean keyed;
    /** Whether anything is handed over to queues. */
    private final boolean handsOver;

    /** Whether any caller protects itself. */
    final boolean guarded;

    Journal journal;

    /** Where the time of requests goes; nobody asks in most runs. */
    final @Nullable Trail trail;

    final Calls calls;
    final Relays relays;
    private final Travel travel;
    final SecondCopies copies;
    private final Leaving leaving;
    final Changes changes;
    private final Fetches fetches;
    private final Stepper structure;

    private final TurnedAway away;
    private final Measuring measuring;

    Flow(Blueprint blueprint, Stepper structure, Journal journal) {
        this(blueprint, structure, journal, Double.NaN);
    }

    /** @param recordFrom when the story of some requests begins to be kept, where their hops are told; NaN for never */
    Flow(Blueprint blueprint, Stepper structure, Journal journal, double recordFrom) {
        this.structure = structure;
        this.journal = journal;
        Requests requests = blueprint.requests();
        calls = new Calls(requests.calls());
        trail = journal.tellsHops() ? new Trail(this, Hops.of(blueprint), recordFrom) : null;
        relays = new Relays(requests.relays());
        travel = new Travel(requests, this, structure);
        stations = new Stations(requests, this, frames, calendar);
        views = new Views(requests.pools(), stations.on, calendar);
        messages = new Messages(requests, this, frames, stations, calendar);
        caches = new Caches(requests);
        keyed = caches.exist();
        handsOver = requests.pools().stream().anyMatch(pool -> pool.store() >= 0);
        patience = new Patience(requests, frames, calendar);
        clients = new Clients(blueprint, this);
        protection = new Protection(requests.calls(), requests.stations().size(), frames, calendar);
        guarded = requests.calls().stream().anyMatch(call -> !call.guards().equals(Guards.NONE));
        copies = new SecondCopies(this);
        leaving = new Leaving(this);
        fetches = new Fetches(this);
        changes = new Changes(requests, structure, this);
        away = new TurnedAway(frames);
        measuring = new Measuring(this, structure);
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
        measuring.finish(horizon, count);
        return true;
    }

    /** Gets ready for the first event. */
    void start(long seed, long replication, double discard, double horizon) {
        begin(seed, replication);
        measuring.begin(discard, horizon);
    }

    /** Lets the next event happen; false when it was the end. */
    boolean happens() {
        calendar.advance();
        int event = calendar.event();
        int what = event >>> Happening.KIND_BITS;
        switch (event & (1 << Happening.KIND_BITS) - 1) {
            case Happening.ARRIVAL -> clients.arrive(what);
            case Happening.SERVED -> served(what);
            case Happening.PASSED -> passed(what);
            case Happening.THOUGHT -> clients.ask(what);
            case Happening.RETRY -> retry(what);
            case Happening.EXPIRY -> leaving.expire(what);
            case Happening.IMPATIENCE -> leaving.impatient(what);
            case Happening.STRUCTURE -> changes.structureChanges();
            case Happening.MEASURE -> measuring.start();
            case Happening.PART -> measuring.partEnds();
            case Happening.INTERVAL -> measuring.intervalEnds();
            case Happening.SHARED -> served(stations.done(what));
            case Happening.SECOND_COPY -> copies.send(what);
            case Happening.DEADLINE -> leaving.deadlinePasses(what);
            case Happening.BURST -> clients.switchOver(what);
            case Happening.SCALE -> changes.scale(what);
            case Happening.STARTED -> changes.started(what);
            case Happening.VISIBLE -> messages.timeIsUp(what);
            case Happening.ARRIVED -> travel.arrives(what);
            case Happening.EJECTION_END -> views.ejectionEnds(what);
            case Happening.EJECTION_LOOK -> views.compare(what);
            default -> {
                return false;
            }
        }
        if (away.isAny()) {
            away.tell(this);
        }
        return true;
    }

    /** A station has turned a frame away while it was dealing with another: its caller hears of it after that. */
    void endsSoon(int f, int outcome) {
        away.add(f, outcome);
    }

    private void begin(long seed, long replication) {
        calendar.clear();
        frames.clear();
        away.clear();
        journal.clear();
        journal.requests = 0;
        structure.begin(seed, replication);
        stations.begin(seed, replication);
        views.begin(seed, replication);
        patience.begin(seed, replication);
        protection.begin(seed, replication);
        caches.begin(seed, replication);
        messages.begin();
        relays.begin(seed, replication);
        travel.begin(seed, replication);
        calls.begin(seed, replication);
        changes.begin(seed, replication);
        clients.begin(seed, replication);
        clients.refresh(structure);
    }

    // ---------------------------------------------------------------- calls

    boolean isRead(int f) {
        return calls.reads[frames.call[f]];
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
        if (calls.share[c] < 1 && calls.chance[c].nextDouble() >= calls.share[c]) {
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
        if (trail != null) {
            trail.calls(caller, c);
            trail.begins(f);
        }
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
            copies.await(f);
        }
        return outcome;
    }

    /** A caller that knows how long its own caller waits does not wait longer, and may tell the callee. */
    private void boundByCaller(int f) {
        double known = frames.parent[f] >= 0 ? frames.until[frames.parent[f]] : Double.POSITIVE_INFINITY;
        if (known < frames.deadline[f]) {
            frames.deadline[f] = known;
            calendar.schedule(known, f << Happening.KIND_BITS | Happening.DEADLINE);
        }
        frames.until[f] = protection.tellsDeadline(f) ? frames.deadline[f] : Double.POSITIVE_INFINITY;
    }

    /** An attempt goes to its callee. */
    int begin(int f, int c) {
        switch (calls.kind[c]) {
            case Calls.POOL -> {
                if (keyed && frames.attempt[f] == 1 && frames.twin[f] < 0) {
                    frames.key[f] = caches.draw(calls.callee[c]);
                }
                int outcome = meet(f);
                return outcome == OK || outcome == PENDING || !calls.missOnFailure[c] ? outcome : steps(f);
            }
            case Calls.RELAY -> {
                int r = calls.callee[c];
                if (!relays.works[r]) {
                    return UNREACHABLE;
                }
                frames.sender[f] = relays.sender(r, structure);
                double way = travel.exists ? travel.toRelay(f, r) : 0;
                if (way == 0 && relays.latency[r].isNothing()) {
                    return beyond(f);
                }
                frames.state[f] = Frames.PASSING;
                if (trail != null) {
                    trail.passes(f, r);
                }
                frames.timer[f] = calendar.schedule(
                        calendar.time() + way + relays.latency[r].next(), f << Happening.KIND_BITS | Happening.PASSED);
                return PENDING;
            }
            default -> {
                travel.stays(f);
                return steps(f);
            }
        }
    }

    /** What a relay does with what has passed it: it may know the answer. */
    private int beyond(int f) {
        int c = frames.call[f];
        if (calls.hit[c] > 0 && calls.chance[c].nextDouble() < calls.hit[c]) {
            return answer(f, OK);
        }
        return steps(f);
    }

    /** Sends a frame to one of the stations of its pool. */
    int meet(int f) {
        int c = frames.call[f];
        int view = views.view(calls.callee[c], frames.sender[f]);
        if (view < 0) {
            return UNREACHABLE;
        }
        long who = keyed && caches.isKeyed(calls.callee[c]) ? Caches.spread(frames.key[f]) : frames.client[f];
        int target = views.pick(view, who);
        int twin = guarded ? frames.twin[f] : -1;
        for (int k = 0; k < COPY_PICKS && twin >= 0 && views.station(view, target) == travel.station(twin); k++) {
            target = views.pick(view, who);
        }
        if (views.follows(calls.callee[c])) {
            views.sent(view, target);
            frames.view[f] = view;
            frames.target[f] = target;
            frames.sent[f] = calendar.time();
        }
        int s = views.station(view, target);
        if (travel.exists && travel.setsOff(f, s)) {
            return PENDING;
        }
        int outcome = stations.enter(f, s);
        return outcome == Stations.AT_ONCE ? worked(f) : outcome;
    }

    /**
     * The balancer in front does not count this attempt as out any more; it hears what came of it, or {@link #PENDING}
     * when its caller has left.
     */
    void unsend(int f, int outcome) {
        if (frames.view[f] >= 0) {
            int view = frames.view[f];
            frames.view[f] = -1;
            views.done(view, frames.target[f], frames.sent[f], outcome);
        }
    }

    /** The callee has done its own work. */
    int worked(int f) {
        int outcome = stations.served(f, frames.station[f]);
        if (outcome != OK) {
            return answer(f, outcome);
        }
        int c = frames.call[f];
        if (handsOver && messages.isStored(calls.callee[c])) {
            outcome = messages.hand(f, calls.callee[c]);
            if (outcome != OK || calls.steps[c].length == 0) {
                return answer(f, outcome);
            }
        }
        if (calls.steps[c].length == 0 || hits(f, c)) {
            return answer(f, OK);
        }
        int s = frames.station[f];
        if (!stations.all[s].holdsWhileCalling()) {
            stations.free(f);
        }
        if (keyed && caches.isKept(s) && fetches.waitsForAnother(f)) {
            return PENDING;
        }
        return steps(f);
    }

    /** Whether the callee has the answer without calling others. */
    private boolean hits(int f, int c) {
        return keyed && caches.isKept(frames.station[f])
                ? fetches.finds(f)
                : calls.hit[c] > 0 && calls.chance[c].nextDouble() < calls.hit[c];
    }

    /** Makes the calls that are left, until one is out or has failed. */
    int steps(int f) {
        int c = frames.call[f];
        frames.state[f] = Frames.CALLING;
        if (calls.parallel[c]) {
            return together(f);
        }
        int[] next = calls.steps[c];
        while (frames.step[f] < next.length) {
            if (guarded && frames.until[f] <= calendar.time()) {
                return answer(f, EXPIRED);
            }
            int one = next[frames.step[f]];
            if (frames.turn[f] >= calls.times[one]) {
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
                return answer(f, outcome);
            }
        }
        if (calls.stale[c] > 0) {
            calls.lastGood[c] = calendar.time();
        }
        return answer(f, OK);
    }

    private int together(int f) {
        int[] all = calls.steps[frames.call[f]];
        frames.pending[f] = 1;
        frames.failure[f] = OK;
        for (int one : all) {
            for (int k = 0; k < calls.times[one]; k++) {
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
        return answer(f, frames.failure[f]);
    }

    /** The callee has nothing more to do for this attempt; its balancer hears of it now, or when the answer is back. */
    void leave(int f, int outcome) {
        if (frames.station[f] >= 0) {
            if (keyed && frames.state[f] == Frames.CALLING && caches.isKept(frames.station[f])) {
                fetches.fetched(f, outcome);
            }
            stations.free(f);
            frames.station[f] = -1;
        }
        if (!travel.exists) {
            unsend(f, outcome);
        }
    }

    /** The callee's answer goes back to whoever asked. */
    private int answer(int f, int outcome) {
        leave(f, outcome);
        return fromFar(f, outcome);
    }

    /** What has become of a frame at the other end of a link: its caller hears of it when that has come back. */
    int fromFar(int f, int outcome) {
        return travel.exists ? travel.comesBack(f, outcome) : outcome;
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
                copies.part(f, twin);
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
                    leaving.abandon(twin, false);
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
            if (trail != null) {
                trail.comesBack(f, p);
            }
            close(f);
            outcome =
                    calls.parallel[frames.call[p]] ? joined(p, outcome) : outcome == OK ? steps(p) : answer(p, outcome);
            if (outcome == PENDING) {
                return;
            }
            f = p;
        }
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
            if (trail != null) {
                trail.fails(f, outcome);
            }
            if (outcome == ABANDONED) {
                return outcome;
            }
            if (patience.triesAgain(f)) {
                frames.state[f] = Frames.PAUSING;
                if (trail != null) {
                    trail.pauses(f);
                }
                frames.timer[f] = calendar.schedule(
                        calendar.time() + patience.pause(f), f << Happening.KIND_BITS | Happening.RETRY);
                return PENDING;
            }
            int c = frames.call[f];
            if (calls.fallback[c] < 0) {
                return calls.soft[c] || calls.stale[c] > 0 && calendar.time() - calls.lastGood[c] <= calls.stale[c]
                        ? OK
                        : outcome;
            }
            frames.call[f] = calls.fallback[c];
            frames.attempt[f] = 1;
            if (trail != null) {
                trail.triesAgain(f);
            }
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
        if (trail != null) {
            trail.closes(f);
        }
        if (guarded) {
            protection.leave(f, PENDING);
            if (frames.twin[f] >= 0) {
                copies.part(f, frames.twin[f]);
            }
            frames.copyAt[f] = Double.POSITIVE_INFINITY;
            frames.until[f] = Double.POSITIVE_INFINITY;
        }
        frames.close(f);
    }

    /** One station of the pool that a call goes to, for what all have in common. */
    int anyStationOf(int call) {
        return views.anyStation(calls.callee[call]);
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
        if (trail != null) {
            trail.triesAgain(f);
        }
        endedUnlessPending(f, go(f));
    }

    void endedUnlessPending(int f, int outcome) {
        if (outcome != PENDING) {
            ended(f, outcome);
        }
    }
}
