package nines.traffic;

import java.util.Arrays;
import nines.kernel.EventCalendar;

/**
 * Timers that are all equally long, which therefore run out in the order in which they were set: a ring beside the
 * calendar. Setting one costs a few stores and cancelling one nothing: a timer whose frame no longer waits for just this
 * deadline is passed by when its turn comes. The calendar holds one event for the whole lane, the earliest deadline
 * that still stood when it was scheduled.
 */
final class Lane {
    private final double length;
    private final Frames frames;
    private final EventCalendar calendar;
    private final int event;

    private double[] deadline = new double[64];
    private int[] frame = new int[64];
    private long head;
    private long tail;
    private boolean awake;

    Lane(double length, Frames frames, EventCalendar calendar, int event) {
        this.length = length;
        this.frames = frames;
        this.calendar = calendar;
        this.event = event;
    }

    void clear() {
        head = 0;
        tail = 0;
        awake = false;
    }

    double length() {
        return length;
    }

    /** Sets the timer of a frame. */
    void set(int f, double now) {
        double end = now + length;
        frames.deadline[f] = end;
        if (tail - head == deadline.length) {
            makeRoom();
        }
        int at = (int) tail++ & deadline.length - 1;
        deadline[at] = end;
        frame[at] = f;
        if (!awake) {
            awake = true;
            calendar.schedule(end, event);
        }
    }

    /** The next frame whose time has run out; -1 when there is none any more and the lane has gone back to sleep. */
    int next(double now) {
        while (head != tail) {
            int at = (int) head & deadline.length - 1;
            double end = deadline[at];
            int f = frame[at];
            boolean stands = frames.deadline[f] == end;
            if (end > now && stands) {
                calendar.schedule(end, event);
                return -1;
            }
            head++;
            if (stands) {
                return f;
            }
        }
        awake = false;
        return -1;
    }

    /** Sweeps out what no longer stands, and grows if that was little. */
    private void makeRoom() {
        int mask = deadline.length - 1;
        long kept = head;
        for (long i = head; i < tail; i++) {
            int from = (int) i & mask;
            if (frames.deadline[frame[from]] == deadline[from]) {
                int to = (int) kept++ & mask;
                deadline[to] = deadline[from];
                frame[to] = frame[from];
            }
        }
        tail = kept;
        if (2 * (tail - head) > deadline.length) {
            int length = deadline.length;
            double[] longer = new double[2 * length];
            int[] frames2 = new int[2 * length];
            for (long i = head; i < tail; i++) {
                longer[(int) (i - head)] = deadline[(int) i & mask];
                frames2[(int) (i - head)] = frame[(int) i & mask];
            }
            tail -= head;
            head = 0;
            deadline = longer;
            frame = frames2;
        }
    }

    /** How many timers lie in the ring. */
    int size() {
        return (int) (tail - head);
    }

    @Override
    public String toString() {
        return "lane of " + length + " s: " + Arrays.toString(deadline);
    }
}
