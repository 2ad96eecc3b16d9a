package nines.traffic;

import java.util.Arrays;
import java.util.stream.IntStream;
import nines.blueprint.Deliveries;
import nines.blueprint.Pool;
import nines.blueprint.Requests;
import nines.kernel.EventCalendar;

/**
 * What has been handed over and not been worked off: messages in the stores of queues. Whoever handed one over has been
 * answered. A message is a frame without a caller; it is given to a consumer, and given again when it has not been worked
 * off within the time that its queue allows: at least once, sometimes twice.
 */
final class Messages {
    private final Flow flow;
    private final Frames frames;
    private final Stations stations;
    private final EventCalendar calendar;
    /** Of each pool: who keeps what is handed to it, or -1, and the call that works it off. */
    private final int[] store;

    private final int[] hands;
    /** Of each store: seconds until a message is given to another, and how often it is given at most. */
    private final double[] visibleAfter;

    private final int[] most;
    private final int[][] consumers;
    private final int[] turn;

    Messages(Requests requests, Flow flow, Frames frames, Stations stations, EventCalendar calendar) {
        this.flow = flow;
        this.frames = frames;
        this.stations = stations;
        this.calendar = calendar;
        int n = requests.stations().size();
        store = new int[requests.pools().size()];
        hands = new int[store.length];
        visibleAfter = new double[n];
        most = new int[n];
        for (int p = 0; p < store.length; p++) {
            Pool pool = requests.pools().get(p);
            store[p] = pool.store();
            hands[p] = pool.hands();
        }
        consumers = new int[n][];
        turn = new int[n];
        for (int s = 0; s < n; s++) {
            int of = s;
            consumers[s] = IntStream.range(0, n)
                    .filter(c -> requests.stations().get(c).pulls() == of)
                    .toArray();
            Deliveries deliveries = requests.stations().get(s).deliveries();
            visibleAfter[s] = deliveries == null ? Double.POSITIVE_INFINITY : deliveries.visibleAfter();
            most[s] = deliveries == null ? 1 : deliveries.most();
        }
    }

    void begin() {
        Arrays.fill(turn, 0);
    }

    /** Whether what comes to a pool is stored for others. */
    boolean isStored(int pool) {
        return store[pool] >= 0;
    }

    /** Stores what a caller hands over: {@link Flow#OK} when it is stored. */
    int hand(int f, int pool) {
        int s = store[pool];
        Journal journal = flow.journal;
        journal.arrived[s]++;
        if (!stations.hasPlace(s)) {
            journal.rejected[s]++;
            return Flow.REJECTED;
        }
        if (hands[pool] >= 0) {
            keep(message(hands[pool], f), s);
        }
        return Flow.OK;
    }

    private int message(int call, int f) {
        int m = frames.openMessage(call, f);
        if (flow.trail != null) {
            flow.trail.begins(m);
        }
        return m;
    }

    private void keep(int m, int s) {
        double now = calendar.time();
        frames.station[m] = s;
        frames.since[m] = now;
        stations.lines.push(m, s, now);
        wake(s);
    }

    /** Lets an idle consumer take a message. */
    private void wake(int s) {
        int[] all = consumers[s];
        for (int i = 0; i < all.length; i++) {
            turn[s] = turn[s] + 1 >= all.length ? 0 : turn[s] + 1;
            if (stations.startsIfIdle(all[turn[s]])) {
                return;
            }
        }
    }

    /** A consumer has been given a message. */
    void given(int m, int s) {
        frames.sent[m] = calendar.time();
        if (visibleAfter[s] < Double.POSITIVE_INFINITY) {
            calendar.schedule(calendar.time() + visibleAfter[s], m << Happening.KIND_BITS | Happening.VISIBLE);
        }
    }

    /** What came of a message: it is worked off, or is given again when its time is up. */
    void ended(int m, int outcome) {
        int s = storeOf(m);
        if (outcome == Flow.OK) {
            flow.journal.served[s]++;
            flow.close(m);
        } else if (visibleAfter[s] == Double.POSITIVE_INFINITY) {
            again(m, s);
        } else {
            // The event that makes it visible again is already there.
            frames.state[m] = Frames.PAUSING;
            frames.station[m] = -1;
        }
    }

    /** The time that a consumer has for a message is up. */
    void timeIsUp(int m) {
        if (frames.state[m] == Frames.FREE || frames.parent[m] != Frames.STORED) {
            return;
        }
        int s = storeOf(m);
        if (frames.sent[m] + visibleAfter[s] != calendar.time()) {
            return;
        }
        if (frames.state[m] == Frames.PAUSING) {
            again(m, s);
        } else if (frames.state[m] != Frames.QUEUED) {
            // Somebody is still at it: another will do it once more.
            int g = message(frames.call[m], m);
            frames.attempt[g] = frames.attempt[m];
            again(g, s);
        }
    }

    private void again(int m, int s) {
        if (++frames.attempt[m] > most[s]) {
            flow.journal.wasted[s]++;
            flow.close(m);
        } else {
            keep(m, s);
        }
    }

    private int storeOf(int m) {
        return stations.pulls(flow.anyStationOf(frames.call[m]));
    }
}
