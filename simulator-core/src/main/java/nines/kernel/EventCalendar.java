package nines.kernel;

import java.util.Arrays;
import nines.check.Require;

/**
 * The future events of one replication in the order in which they happen: by time, events of equal
 * time in the order in which they were scheduled. An event is a number whose meaning is the
 * caller's business.
 *
 * <p>Times are seconds or whatever the caller counts in; they start at 0 and never go back. An event
 * may be scheduled at the present moment, also while the events of that moment are taken; it comes
 * after all of them. Cancelled events leave at once. Nothing is allocated per event: the arrays
 * grow to the largest number of pending events and stay.
 */
public final class EventCalendar {

    /** Bits of a handle that hold the slot; the rest hold the low bits of the sequence number. */
    private static final int SLOT_BITS = 26;

    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final long SEQUENCE_MASK = (1L << (63 - SLOT_BITS)) - 1;

    private double time;
    private int event;
    private int size;
    private long sequence;

    /** A binary heap: the slots, and the raw bits of their times, which order like the times. */
    private int[] heap = new int[64];

    private long[] heapTime = new long[64];

    /** By slot, from 1: the event, its sequence number (0: none) and its place in the heap. */
    private int[] slotEvent = new int[64];

    private long[] slotSequence = new long[64];
    private int[] place = new int[64];
    private int[] nextFree = new int[64];
    private int free;
    private int top = 1;

    /**
     * Puts an event on the calendar.
     *
     * @param time when it happens: finite and not before {@link #time()}
     * @param event what {@link #event()} is to say then: any number
     * @return a handle for {@link #cancel}, always positive
     */
    public long schedule(double time, int event) {
        if (!(time >= this.time && time < Double.POSITIVE_INFINITY)) {
            throw badTime(time);
        }
        int slot = free;
        if (slot == 0) {
            slot = newSlot();
        } else {
            free = nextFree[slot];
        }
        slotEvent[slot] = event;
        long number = ++sequence;
        slotSequence[slot] = number;
        // Adding zero turns -0.0 into 0.0, whose bits order correctly.
        up(size++, Double.doubleToRawLongBits(time + 0.0), slot);
        return (number & SEQUENCE_MASK) << SLOT_BITS | slot;
    }

    /** Takes a pending event off the calendar; false if it has happened or was cancelled before. */
    public boolean cancel(long handle) {
        int slot = (int) handle & SLOT_MASK;
        if (handle <= 0 || slot >= top || slotSequence[slot] == 0
                || (slotSequence[slot] & SEQUENCE_MASK) != handle >>> SLOT_BITS) {
            return false;
        }
        remove(place[slot]);
        release(slot);
        return true;
    }

    /** Moves to the earliest event and takes it off the calendar; false if there is none. */
    public boolean advance() {
        if (size == 0) {
            return false;
        }
        int slot = heap[0];
        time = Double.longBitsToDouble(heapTime[0]);
        event = slotEvent[slot];
        remove(0);
        release(slot);
        return true;
    }

    /** The time of the event last taken; 0 at the start. */
    public double time() {
        return time;
    }

    /** The event last taken. */
    public int event() {
        return event;
    }

    /** How many events are pending. */
    public int size() {
        return size;
    }

    /** The time of the earliest pending event; positive infinity if there is none. */
    public double nextTime() {
        return size == 0 ? Double.POSITIVE_INFINITY : Double.longBitsToDouble(heapTime[0]);
    }

    /** Forgets all pending events and goes back to time 0. Handles given out before stay stale. */
    public void clear() {
        for (int i = 0; i < size; i++) {
            release(heap[i]);
        }
        size = 0;
        time = 0;
        event = 0;
    }

    private void remove(int hole) {
        int last = --size;
        if (hole == last) {
            return;
        }
        long bits = heapTime[last];
        int slot = heap[last];
        int parent = (hole - 1) >>> 1;
        if (hole > 0 && before(bits, slot, parent)) {
            up(hole, bits, slot);
        } else {
            down(hole, bits, slot);
        }
    }

    private void up(int from, long bits, int slot) {
        if (size > heap.length) {
            heap = Arrays.copyOf(heap, 2 * heap.length);
            heapTime = Arrays.copyOf(heapTime, 2 * heapTime.length);
        }
        int i = from;
        while (i > 0) {
            int parent = (i - 1) >>> 1;
            if (!before(bits, slot, parent)) {
                break;
            }
            put(i, heapTime[parent], heap[parent]);
            i = parent;
        }
        put(i, bits, slot);
    }

    private void down(int from, long bits, int slot) {
        int i = from;
        while (true) {
            int child = 2 * i + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(heapTime[child + 1], heap[child + 1], child)) {
                child++;
            }
            if (before(bits, slot, child)) {
                break;
            }
            put(i, heapTime[child], heap[child]);
            i = child;
        }
        put(i, bits, slot);
    }

    private void put(int i, long bits, int slot) {
        heapTime[i] = bits;
        heap[i] = slot;
        place[slot] = i;
    }

    private boolean before(long bits, int slot, int i) {
        return bits < heapTime[i] || (bits == heapTime[i] && slotSequence[slot] < slotSequence[heap[i]]);
    }

    private void release(int slot) {
        slotSequence[slot] = 0;
        nextFree[slot] = free;
        free = slot;
    }

    private int newSlot() {
        if (top > SLOT_MASK) {
            throw new IllegalStateException("pending events must be at most " + SLOT_MASK);
        }
        if (top == slotEvent.length) {
            int length = 2 * top;
            slotEvent = Arrays.copyOf(slotEvent, length);
            slotSequence = Arrays.copyOf(slotSequence, length);
            place = Arrays.copyOf(place, length);
            nextFree = Arrays.copyOf(nextFree, length);
        }
        return top++;
    }

    private IllegalArgumentException badTime(double time) {
        Require.finite(time, "time");
        return new IllegalArgumentException(
                "time must not lie before the present, " + this.time + ": " + time);
    }
}
