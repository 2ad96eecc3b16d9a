package nines.traffic;

import java.util.Arrays;
import nines.blueprint.Requests;
import nines.blueprint.Station;
import nines.kernel.EventCalendar;

/** Queues in front of stations, as lists through the frames that wait: who is next, who is passed by, who has to leave. */
final class WaitingLines {
    /** Requests that wait at each station. */
    final int[] length;

    private final Flow flow;
    private final Frames frames;
    private final EventCalendar calendar;
    private final int[] busy;
    private final int[] workers;
    private final boolean[] lastFirst;
    private final boolean[] adapts;
    private final boolean[] dropsAbandoned;
    /** Queues of a station: one, or one for each priority where the important come first. */
    private final int levels;

    private final int[] levelOf;
    private final boolean[] ranks;
    /** Whether queues are linked backwards too. */
    private final boolean linked;

    private final int[] head;
    private final int[] tail;

    /** {@code busy}: workers held at each station, kept by whoever holds them. */
    WaitingLines(Requests requests, Flow flow, Frames frames, EventCalendar calendar, int[] busy) {
        this.busy = busy;
        this.flow = flow;
        this.frames = frames;
        this.calendar = calendar;
        int n = requests.stations().size();
        length = new int[n];
        workers = new int[n];
        lastFirst = new boolean[n];
        adapts = new boolean[n];
        ranks = new boolean[n];
        dropsAbandoned = new boolean[n];
        linked = requests.stations().stream()
                .anyMatch(station -> station.order() == Station.Order.ADAPTIVE_LIFO || station.shed() != null);
        int[] order = Arrays.stream(requests.priorities()).distinct().sorted().toArray();
        levelOf = Arrays.stream(requests.priorities())
                .map(p -> order.length - 1 - Arrays.binarySearch(order, p))
                .toArray();
        levels = Math.max(1, order.length);
        head = new int[n * levels];
        tail = new int[n * levels];
        for (int s = 0; s < n; s++) {
            Station station = requests.stations().get(s);
            workers[s] = station.workers();
            lastFirst[s] = station.order() == Station.Order.LIFO;
            adapts[s] = station.order() == Station.Order.ADAPTIVE_LIFO;
            ranks[s] = station.order() == Station.Order.PRIORITY;
            dropsAbandoned[s] = station.abandoned() == Station.Abandoned.DROPPED;
        }
    }

    void begin() {
        Arrays.fill(head, -1);
        Arrays.fill(tail, -1);
        Arrays.fill(length, 0);
    }

    /** Takes the latest of the least important out of a queue, if it is less important than a newcomer. */
    int lessImportant(int newcomer, int s, double now) {
        int level = levelOf[frames.journey[newcomer]];
        int found = -1;
        int before = -1;
        int queue = -1;
        for (int q = s * levels; q < (s + 1) * levels; q++) {
            int previous = -1;
            for (int f = head[q]; f >= 0; f = frames.next[f]) {
                if (frames.state[f] == Frames.QUEUED && levelOf[frames.journey[f]] > level) {
                    level = levelOf[frames.journey[f]];
                    found = f;
                    before = previous;
                    queue = q;
                } else if (found >= 0 && frames.state[f] == Frames.QUEUED && levelOf[frames.journey[f]] == level) {
                    found = f;
                    before = previous;
                    queue = q;
                }
                previous = f;
            }
        }
        if (found < 0) {
            return -1;
        }
        int after = frames.next[found];
        if (before < 0) {
            head[queue] = after;
        } else {
            frames.next[before] = after;
        }
        if (after < 0) {
            tail[queue] = before;
        } else {
            frames.previous[after] = before;
        }
        flow.journal.falls(s, busy[s] + length[s], now);
        length[s]--;
        flow.journal.queueArea[s] += now;
        return found;
    }

    /** Puts one into the queue of a station. */
    void push(int f, int s, double now) {
        frames.state[f] = Frames.QUEUED;
        int q = s * levels + (ranks[s] ? levelOf[frames.journey[f]] : 0);
        if (linked) {
            frames.previous[f] = -1;
        }
        if (head[q] < 0) {
            frames.next[f] = -1;
            head[q] = f;
            tail[q] = f;
        } else if (lastFirst[s]) {
            frames.next[f] = head[q];
            head[q] = f;
        } else {
            frames.next[f] = -1;
            frames.next[tail[q]] = f;
            if (linked) {
                frames.previous[f] = tail[q];
            }
            tail[q] = f;
        }
        Journal journal = flow.journal;
        journal.queueArea[s] -= now;
        if (++length[s] > journal.queueMost[s]) {
            journal.queueMost[s] = length[s];
        }
        journal.rises(s, busy[s] + length[s], now);
    }

    /** Unlinks the one who is next in the lists of a station; -1 when they are empty. */
    int unlink(int s) {
        int q = s * levels;
        int end = ranks[s] ? q + levels : q + 1;
        while (head[q] < 0) {
            if (++q == end) {
                return -1;
            }
        }
        int f = head[q];
        if (adapts[s] && length[s] > workers[s]) {
            f = tail[q];
            tail[q] = frames.previous[f];
            if (tail[q] < 0) {
                head[q] = -1;
            } else {
                frames.next[tail[q]] = -1;
            }
            return f;
        }
        head[q] = frames.next[f];
        if (linked && head[q] >= 0) {
            frames.previous[head[q]] = -1;
        }
        return f;
    }

    /** Takes one off the queue who is still wanted; -1 when there is none. */
    int pop(int s, double now) {
        int f;
        while ((f = unlink(s)) >= 0) {
            if (frames.state[f] == Frames.GONE) {
                flow.close(f);
                continue;
            }
            flow.journal.falls(s, busy[s] + length[s], now);
            length[s]--;
            flow.journal.queueArea[s] += now;
            if (dropsAbandoned[s] && frames.isOrphan(f)) {
                frames.station[f] = -1;
                flow.close(f);
                continue;
            }
            return f;
        }
        return -1;
    }

    /** Takes a waiting frame out of the count; it is passed by when its turn comes. */
    void leaveQueue(int f) {
        int s = frames.station[f];
        frames.state[f] = Frames.GONE;
        flow.journal.falls(s, busy[s] + length[s], calendar.time());
        length[s]--;
        flow.journal.queueArea[s] += calendar.time();
    }
}
