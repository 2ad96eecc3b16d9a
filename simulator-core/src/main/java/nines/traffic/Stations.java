package nines.traffic;

import java.util.Arrays;
import nines.blueprint.Requests;
import nines.blueprint.Station;
import nines.kernel.EventCalendar;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.structure.Stepper;
import org.jspecify.annotations.Nullable;

/** Workers and queues: who is served, who waits, who is turned away. */
final class Stations {
    /** Whoever comes to a station is served in no time. */
    static final int AT_ONCE = -2;

    final Station[] all;
    final boolean[] alive;
    /** Lives, but stands still. */
    final boolean[] frozen;
    /** Is there at all: where instances are added and taken away, only some are. */
    final boolean[] on;

    private final Flow flow;
    private final Frames frames;
    private final EventCalendar calendar;
    private final int[] workers;
    private final int[] places;
    /** Neither shared nor gated: most stations. */
    private final boolean[] plain;

    private final @Nullable Sharing[] sharing;
    private final @Nullable Gate[] gates;
    private final double[] waitAtMost;
    /** The store whose messages it works off when it has nothing else to do, or -1. */
    private final int[] pulls;

    private final int[] busy;
    /** Who waits. */
    final WaitingLines lines;

    /** Requests that wait at each station: those of {@link #lines}. */
    private final int[] length;

    private final double[] slow;
    private final double[] errors;
    private final ServiceTimes times;
    private final RandomStream[] chance;
    private final long[] chanceNames;

    Stations(Requests requests, Flow flow, Frames frames, EventCalendar calendar) {
        this.flow = flow;
        this.frames = frames;
        this.calendar = calendar;
        all = requests.stations().toArray(Station[]::new);
        int n = all.length;
        alive = new boolean[n];
        frozen = new boolean[n];
        workers = new int[n];
        places = new int[n];
        plain = new boolean[n];
        sharing = new Sharing[n];
        gates = new Gate[n];
        busy = new int[n];
        lines = new WaitingLines(requests, flow, frames, calendar, busy);
        length = lines.length;
        times = new ServiceTimes(requests);
        waitAtMost = new double[n];
        on = new boolean[n];
        pulls = new int[n];
        slow = new double[n];
        errors = new double[n];
        chance = new RandomStream[n];
        chanceNames = new long[n];
        for (int s = 0; s < n; s++) {
            Station station = all[s];
            workers[s] = station.workers();
            places[s] = station.places();
            sharing[s] = station.shares() ? new Sharing(s, station.workers(), frames, calendar) : null;
            gates[s] = Gate.isNeeded(station) ? new Gate(station) : null;
            plain[s] = sharing[s] == null && gates[s] == null && !times.warmsUp(s);
            pulls[s] = station.pulls();
            waitAtMost[s] = station.waitAtMost();
            chance[s] = new RandomStream(0);
            chanceNames[s] = StreamKey.of(station.name(), "wrong answers");
        }
    }

    void begin(long seed, long replication) {
        Arrays.fill(alive, true);
        Arrays.fill(frozen, false);
        Arrays.fill(on, true);
        Arrays.fill(busy, 0);
        lines.begin();
        times.begin(seed, replication);
        Arrays.fill(slow, 1);
        Arrays.fill(errors, 0);
        for (int s = 0; s < all.length; s++) {
            chance[s].reseed(StreamKey.of(chanceNames[s], seed, replication));
            Sharing shared = sharing[s];
            if (shared != null) {
                shared.begin();
            }
            Gate gate = gates[s];
            if (gate != null) {
                gate.begin();
            }
        }
    }

    /** Area sums are kept as signed times of the changes; this sets them to zero at the present moment. */
    void startMeasuring(Journal journal, double now) {
        for (int s = 0; s < all.length; s++) {
            journal.busyArea[s] = -now * busy[s];
            journal.queueArea[s] = -now * length[s];
            for (int n = 1; n <= busy[s] + length[s]; n++) {
                journal.rises(s, n, now);
            }
            journal.queueMost[s] = length[s];
            journal.offArea[s] = on[s] ? 0 : -now;
        }
    }

    void finish(Journal journal, double now) {
        for (int s = 0; s < all.length; s++) {
            journal.busyArea[s] += now * busy[s];
            journal.queueArea[s] += now * length[s];
            for (int n = 1; n <= busy[s] + length[s]; n++) {
                journal.falls(s, n, now);
            }
            journal.offArea[s] += on[s] ? 0 : now;
        }
    }

    /** Worker-seconds held since the sums of the journal began. */
    double workerSeconds(int s, double now) {
        return flow.journal.busyArea[s] + now * busy[s];
    }

    int workers(int s) {
        return workers[s];
    }

    /** Lets a frame come to a station: it is served, waits, or is turned away at once. */
    int enter(int f, int s) {
        Journal journal = flow.journal;
        journal.arrived[s]++;
        if (!alive[s] && !all[s].waitsWhileDown()) {
            return Flow.REFUSED;
        }
        double now = calendar.time();
        Gate gate = plain[s] ? null : gates[s];
        if (gate != null) {
            int outcome = gate.letsIn(present(s), now);
            if (outcome != Flow.OK) {
                journal.rejected[s]++;
                return outcome;
            }
        }
        frames.station[f] = s;
        frames.since[f] = now;
        if (flow.trail != null) {
            flow.trail.waitsAt(f, s);
        }
        Sharing shared = plain[s] ? null : sharing[s];
        if (shared != null) {
            return share(f, s, shared);
        }
        if (busy[s] < workers[s] && alive[s]) {
            busy[s]++;
            journal.busyArea[s] -= now;
            journal.rises(s, busy[s] + length[s], now);
            return serve(f, s, now, true);
        }
        if (length[s] >= places[s]) {
            int least = gate != null && gate.prefersImportant() ? lines.lessImportant(f, s, now) : -1;
            if (least < 0) {
                journal.rejected[s]++;
                frames.station[f] = -1;
                return Flow.REJECTED;
            }
            lines.push(f, s, now);
            journal.rejected[s]++;
            out(least);
            flow.endsSoon(least, Flow.SHED);
            return Flow.PENDING;
        }
        lines.push(f, s, now);
        return Flow.PENDING;
    }

    /** How many are at a station, waiting or served. */
    private int present(int s) {
        Sharing shared = sharing[s];
        return shared != null ? shared.size() : busy[s] + length[s];
    }

    private int share(int f, int s, Sharing shared) {
        Journal journal = flow.journal;
        if (shared.size() - workers[s] >= places[s]) {
            journal.rejected[s]++;
            frames.station[f] = -1;
            return Flow.REJECTED;
        }
        journal.begun[s]++;
        double time = serviceTime(f, s);
        if (time == 0 && alive[s] && !frozen[s]) {
            return AT_ONCE;
        }
        frames.state[f] = Frames.SERVING;
        frames.holds[f] = true;
        if (flow.trail != null) {
            flow.trail.isServedAt(f, s);
        }
        shared.enter(f, time);
        noteBusy(s, shared.busy());
        return Flow.PENDING;
    }

    private void noteBusy(int s, int now) {
        flow.journal.busyArea[s] += calendar.time() * (busy[s] - now);
        busy[s] = now;
    }

    /** The one of those who share a station who is done now. */
    int done(int s) {
        Sharing shared = sharing[s];
        if (shared == null) {
            throw new IllegalStateException(all[s].name() + " is not shared");
        }
        int f = shared.done();
        frames.holds[f] = false;
        noteBusy(s, shared.busy());
        left(f, s);
        return f;
    }

    private void left(int f, int s) {
        Gate gate = gates[s];
        if (gate != null) {
            gate.left(calendar.time() - frames.since[f], calendar.time());
        }
    }

    /** Work of a frame in seconds at normal speed, and of turning others away before. */
    private double serviceTime(int f, int s) {
        double time = times.next(s, flow.isRead(f));
        if (plain[s]) {
            return time;
        }
        Gate gate = gates[s];
        return (gate == null ? time : time + gate.takeDebt()) / times.speed(s, calendar.time());
    }

    /** A station begins to be there. */
    void startFresh(int s) {
        times.startFresh(s, calendar.time());
    }

    /** Takes one off the store that a station works off; -1 when there is none, or it cannot. */
    private int pull(int s, double now) {
        int store = pulls[s];
        if (store < 0 || !alive[store] || !alive[s] || frozen[s] || !on[s]) {
            return -1;
        }
        int f = lines.pop(store, now);
        if (f >= 0) {
            Journal journal = flow.journal;
            double wait = now - frames.since[f];
            journal.begun[store]++;
            journal.waited[store] += wait > 0 ? 1 : 0;
            journal.waitSum[store] += wait;
            journal.waitSquares[store] += wait * wait;
            journal.arrived[s]++;
            frames.station[f] = s;
            frames.since[f] = now;
            flow.messages.given(f, store);
        }
        return f;
    }

    /** The store that a station works off, or -1. */
    int pulls(int s) {
        return pulls[s];
    }

    /** Whether a queue has a place left. */
    boolean hasPlace(int s) {
        return length[s] < places[s];
    }

    /** Lets a worker of a station that has nothing to do look for work; false when none is idle. */
    boolean startsIfIdle(int s) {
        if (busy[s] >= workers[s] || !alive[s] || frozen[s] || !on[s]) {
            return false;
        }
        busy[s]++;
        flow.journal.busyArea[s] -= calendar.time();
        flow.journal.rises(s, busy[s] + length[s], calendar.time());
        next(s);
        return true;
    }

    private int serve(int f, int s, double now, boolean direct) {
        Journal journal = flow.journal;
        journal.begun[s]++;
        double wait = now - frames.since[f];
        if (!direct) {
            journal.waited[s] += pulls[s] < 0 || wait > 0 ? 1 : 0;
            journal.waitSum[s] += wait;
            journal.waitSquares[s] += wait * wait;
        }
        frames.state[f] = Frames.SERVING;
        frames.holds[f] = true;
        if (flow.trail != null) {
            flow.trail.isServedAt(f, s);
        }
        double time = slow[s] * serviceTime(f, s);
        if (!alive[s] || frozen[s]) {
            frames.ends[f] = time;
            return Flow.PENDING;
        }
        if (direct && time == 0) {
            return AT_ONCE;
        }
        frames.ends[f] = now + time;
        frames.timer[f] = calendar.schedule(now + time, f << Happening.KIND_BITS | Happening.SERVED);
        return Flow.PENDING;
    }

    /** What comes of a service that has just ended. */
    int served(int f, int s) {
        Journal journal = flow.journal;
        journal.served[s]++;
        if (frames.isOrphan(f)) {
            journal.wasted[s]++;
        }
        return errors[s] > 0 && chance[s].nextDouble() < errors[s] ? Flow.WRONG : Flow.OK;
    }

    /** A worker is free again: it turns to whoever is next. */
    void free(int f) {
        int s = takeOut(f);
        if (s >= 0) {
            next(s);
        }
    }

    /** Takes a frame out of the hands of its station, which has a worker too many then if it is named. */
    int takeOut(int f) {
        if (!frames.holds[f]) {
            return -1;
        }
        frames.holds[f] = false;
        int s = frames.station[f];
        if (plain[s]) {
            return s;
        }
        Sharing shared = sharing[s];
        if (shared != null) {
            shared.remove(f);
            noteBusy(s, shared.busy());
            return -1;
        }
        left(f, s);
        return s;
    }

    /** A worker without work turns to whoever is next. */
    void next(int s) {
        double now = calendar.time();
        int next;
        while ((next = lines.pop(s, now)) >= 0 || pulls[s] >= 0 && (next = pull(s, now)) >= 0) {
            if (isServed(next, s, now)) {
                serve(next, s, now, false);
                return;
            }
        }
        flow.journal.falls(s, busy[s] + length[s], now);
        busy[s]--;
        flow.journal.busyArea[s] += now;
    }

    private void out(int f) {
        frames.station[f] = -1;
        frames.state[f] = Frames.PAUSING;
    }

    /** Whether it is worth while to serve one who has waited; otherwise its caller is told. */
    private boolean isServed(int f, int s, double now) {
        double waited = now - frames.since[f];
        if (waited > waitAtMost[s] || flow.guarded && frames.until[f] <= now) {
            out(f);
            flow.endsSoon(f, Flow.EXPIRED);
            return false;
        }
        Gate gate = plain[s] ? null : gates[s];
        if (gate != null && gate.drops(waited, length[s], now)) {
            flow.journal.rejected[s]++;
            out(f);
            flow.endsSoon(f, Flow.SHED);
            return false;
        }
        return true;
    }

    // ---------------------------------------------------------------- what the structure says

    /** Says anew how a station is; the caller deals with the work of one that has died. */
    void tell(int s, boolean lives, boolean answers, double wrong, Stepper structure) {
        errors[s] = wrong;
        double factor = times.slowness(s, structure);
        boolean stoodStill = !alive[s] || frozen[s];
        boolean standsStill = !lives || !answers;
        double before = slow[s];
        slow[s] = factor;
        if (lives && !alive[s]) {
            times.startFresh(s, calendar.time());
        }
        alive[s] = lives;
        frozen[s] = lives && !answers;
        if (stoodStill == standsStill && before == factor) {
            return;
        }
        Sharing shared = sharing[s];
        if (shared != null) {
            shared.speed(standsStill ? 0 : 1 / factor);
            return;
        }
        double now = calendar.time();
        for (int f = 0; f < frames.size(); f++) {
            if (frames.state[f] != Frames.SERVING || frames.station[f] != s) {
                continue;
            }
            double left = (stoodStill ? frames.ends[f] : frames.ends[f] - now) / before * factor;
            calendar.cancel(frames.timer[f]);
            if (standsStill) {
                frames.ends[f] = left;
            } else {
                frames.ends[f] = now + left;
                frames.timer[f] = calendar.schedule(now + left, f << Happening.KIND_BITS | Happening.SERVED);
            }
        }
    }

    /** Empties a station that has died of everything but those who may wait; the workers are free. */
    void clear(int s) {
        double now = calendar.time();
        for (int n = busy[s] + length[s]; n > length[s]; n--) {
            flow.journal.falls(s, n, now);
        }
        flow.journal.busyArea[s] += now * busy[s];
        busy[s] = 0;
        Sharing shared = sharing[s];
        if (shared != null) {
            shared.clear();
        }
        if (!all[s].waitsWhileDown()) {
            int f;
            while ((f = lines.unlink(s)) >= 0) {
                if (frames.state[f] == Frames.GONE) {
                    flow.close(f);
                }
            }
            flow.journal.queueArea[s] += now * length[s];
            for (int n = length[s]; n > 0; n--) {
                flow.journal.falls(s, n, now);
            }
            length[s] = 0;
        }
    }

    /** Lets those who waited at a dead station come to its workers. */
    void fill(int s) {
        double now = calendar.time();
        int f;
        while (busy[s] < workers[s] && ((f = lines.pop(s, now)) >= 0 || pulls[s] >= 0 && (f = pull(s, now)) >= 0)) {
            if (!isServed(f, s, now)) {
                continue;
            }
            busy[s]++;
            flow.journal.busyArea[s] -= now;
            flow.journal.rises(s, busy[s] + length[s], now);
            serve(f, s, now, false);
        }
    }

    /** Workers held, for checks. */
    int busy(int s) {
        return busy[s];
    }

    /** Requests in the queue, for checks. */
    int length(int s) {
        return length[s];
    }
}
