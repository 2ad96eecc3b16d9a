package nines.traffic;

import java.util.Arrays;
import nines.kernel.EventCalendar;

/**
 * A station whose requests share its workers: with n of them and c workers each is served at the speed min(1, c / n)
 * (processor sharing). What each has received is the same for all who are there; whoever came with the least work to do beyond
 * it leaves first, so one event stands for all.
 */
final class Sharing {
    private final Frames frames;
    private final EventCalendar calendar;
    private final int station;
    private final int workers;
    /** Frames as a heap by the work at which they are done, kept in {@link Frames#ends}; positions in {@link Frames#next}. */
    private int[] heap = new int[16];

    private int size;
    /** Work that everybody there has received, in seconds, counted from when the station was last empty. */
    private double received;

    private double since;
    private double speed = 1;
    private long handle;
    private boolean awake;

    Sharing(int station, int workers, Frames frames, EventCalendar calendar) {
        this.station = station;
        this.workers = workers;
        this.frames = frames;
        this.calendar = calendar;
    }

    void begin() {
        size = 0;
        received = 0;
        since = 0;
        speed = 1;
        awake = false;
    }

    int size() {
        return size;
    }

    /** Workers in use. */
    int busy() {
        return Math.min(size, workers);
    }

    void enter(int f, double seconds) {
        advance();
        frames.ends[f] = received + seconds;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        size++;
        up(size - 1, f);
        wake();
    }

    /** Takes out the one who is done now. */
    int done() {
        awake = false;
        advance();
        int f = heap[0];
        received = Math.max(received, frames.ends[f]);
        takeOut(0);
        wake();
        return f;
    }

    /** Takes somebody out who is not done. */
    void remove(int f) {
        advance();
        takeOut(frames.next[f]);
        wake();
    }

    /** Takes everybody out. */
    void clear() {
        advance();
        size = 0;
        received = 0;
        wake();
    }

    /** Serves at another speed from now on; 0: stands still. */
    void speed(double now) {
        advance();
        speed = now;
        wake();
    }

    private void advance() {
        double now = calendar.time();
        received = size == 0 ? 0 : received + (now - since) * rate();
        since = now;
    }

    private double rate() {
        return size > workers ? speed * workers / size : speed;
    }

    private void wake() {
        if (awake) {
            calendar.cancel(handle);
        }
        awake = size > 0 && speed > 0;
        if (awake) {
            double left = Math.max(0, frames.ends[heap[0]] - received) / rate();
            handle = calendar.schedule(calendar.time() + left, station << Happening.KIND_BITS | Happening.SHARED);
        }
    }

    private void takeOut(int at) {
        int last = heap[--size];
        if (at < size) {
            up(at, last);
            down(frames.next[last], last);
        }
    }

    private void up(int from, int f) {
        int at = from;
        while (at > 0 && frames.ends[f] < frames.ends[heap[(at - 1) / 2]]) {
            put(at, heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, f);
    }

    private void down(int from, int f) {
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < size && frames.ends[heap[child + 1]] < frames.ends[heap[child]]) {
                child++;
            }
            if (child >= size || frames.ends[heap[child]] >= frames.ends[f]) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        put(at, f);
    }

    private void put(int at, int f) {
        heap[at] = f;
        frames.next[f] = at;
    }
}
