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
 * after all of them. An event that never happens is not scheduled: infinity is refused. Nothing is
 * allocated per event: the arrays grow to the largest number of pending events and stay.
 */
public final class EventCalendar {

    /*
     * A ladder queue (Tang, Goh and Thng 2005). Far events lie unordered in `top`; nearer ones in
     * the buckets of one or more rungs, each rung a finer cut of one bucket of the rung above; the
     * nearest, sorted, in `bottom`, the earliest at its end. Taking an event shortens `bottom`; when
     * that is empty the next bucket is sorted into it, or cut into a rung of its own if it holds too
     * much. Each event moves down a few times at most: constant time on average, on any mix of time
     * scales.
     *
     * Where we depart from the paper:
     * - With few events there are no rungs and no top: `bottom` holds everything (topStart is
     *   infinite). Measured: faster than a heap below some forty events, and the ladder is above.
     * - Rungs are as many as it takes. A cut always separates the earliest event from the latest,
     *   so what cannot be cut has one time. Such a tie is sorted by sequence number, and a rung with
     *   infinitely narrow buckets is set behind it, so that more events of that time queue up there
     *   instead of being inserted one by one.
     * - Lists are last-in-first-out, so that adding an event touches no other. The order of equal
     *   times is restored from the sequence numbers when a bucket is sorted.
     * - A cancelled event in a list is only marked and dropped when the list is next walked; when
     *   marked events outnumber the pending ones, all lists are swept. In `bottom` it is removed.
     *
     * One node is three words of one array, so that an event costs one cache line where it lies.
     */

    /** Offsets in a node: raw bits of the time, which order like the time as it is never negative. */
    private static final int TIME = 0;

    /** The sequence number; negated when cancelled. */
    private static final int NUMBER = 1;

    /** The event in the high half; the next slot of the same list (0: none) in the low half. */
    private static final int LINK = 2;

    private static final int WORDS = 3;

    /** Bits of a handle that hold the slot; the rest hold the low bits of the sequence number. */
    private static final int SLOT_BITS = 26;

    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final long NUMBER_MASK = (1L << (63 - SLOT_BITS)) - 1;
    private static final long LOW_HALF = 0xffffffffL;

    /** So many events or fewer live in `bottom` alone. */
    private static final int FEW = 24;

    /** How many events an insertion may pass in `bottom` before they are spread: alone, with a ladder. */
    private static final int REACH_ALONE = 48;

    private static final int REACH = 64;

    /** A bucket with more events than this is cut. */
    private static final int CROWD = 48;

    private static final int SWEEP_AT_LEAST = 1024;

    private double now;
    private int event;
    private int slot;
    private int size;
    private long sequence;

    private long[] nodes = new long[WORDS * 64];
    private int free;
    private int unused = 1;

    /** Pairs: raw bits of the time; the event in the high and the slot in the low half. */
    private long[] bottom = new long[2 * 64];

    private int bottomSize;
    private int reach = REACH_ALONE;

    private Rung[] rungs = {new Rung(), new Rung(), new Rung(), new Rung()};
    private int depth;

    private int top;
    private int topCount;
    private double topStart = Double.POSITIVE_INFINITY;
    private double topLow = Double.POSITIVE_INFINITY;
    private double topHigh = -1;

    /** Cancelled events that still lie in lists or, far from its end, in `bottom`. */
    private int marked;

    private int sweepAt = SWEEP_AT_LEAST;

    /**
     * Puts an event on the calendar.
     *
     * @param time when it happens: finite and not before {@link #time()}
     * @param event what {@link #event()} is to say then: any number
     * @return a handle for {@link #cancel}, always positive
     */
    public long schedule(double time, int event) {
        if (!(time >= now && time < Double.POSITIVE_INFINITY)) {
            throw badTime(time);
        }
        int slot = free;
        if (slot == 0) {
            slot = newSlot();
        } else {
            free = (int) nodes[WORDS * slot + LINK];
        }
        long number = ++sequence;
        // Adding zero turns -0.0 into 0.0, whose bits order correctly.
        long bits = Double.doubleToRawLongBits(time + 0.0);
        nodes[WORDS * slot + TIME] = bits;
        nodes[WORDS * slot + NUMBER] = number;
        size++;
        place(time, bits, slot, event);
        return (number & NUMBER_MASK) << SLOT_BITS | slot;
    }

    /**
     * Takes a pending event off the calendar; false if it has happened or was cancelled before. A
     * handle is told from a later one for as long as 137 thousand million events.
     */
    public boolean cancel(long handle) {
        int slot = slotOf(handle);
        if (handle <= 0 || slot >= unused) {
            return false;
        }
        long number = nodes[WORDS * slot + NUMBER];
        if (number <= 0 || (number & NUMBER_MASK) != handle >>> SLOT_BITS) {
            return false;
        }
        size--;
        if (!removeFromBottom(slot, number)) {
            nodes[WORDS * slot + NUMBER] = -number;
            if (++marked >= sweepAt) {
                sweep();
            }
        }
        return true;
    }

    /** Moves to the earliest event and takes it off the calendar; false if there is none. */
    public boolean advance() {
        while (true) {
            int last = bottomSize - 1;
            if (last < 0) {
                if (!refill()) {
                    return false;
                }
                last = bottomSize - 1;
            }
            bottomSize = last;
            long word = bottom[2 * last + 1];
            int slot = (int) word;
            boolean cancelled = nodes[WORDS * slot + NUMBER] < 0;
            release(slot);
            if (!cancelled) {
                now = Double.longBitsToDouble(bottom[2 * last]);
                event = (int) (word >> 32);
                this.slot = slot;
                size--;
                return true;
            }
            marked--;
        }
    }

    /** The time of the event last taken; 0 at the start. */
    public double time() {
        return now;
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
        while (true) {
            int last = bottomSize - 1;
            if (last >= 0) {
                int slot = (int) bottom[2 * last + 1];
                if (nodes[WORDS * slot + NUMBER] > 0) {
                    return Double.longBitsToDouble(bottom[2 * last]);
                }
                bottomSize = last;
                release(slot);
                marked--;
            } else if (!refill()) {
                return Double.POSITIVE_INFINITY;
            }
        }
    }

    /** Forgets all pending events and goes back to time 0. Handles given out before stay stale. */
    public void clear() {
        now = 0;
        event = 0;
        slot = 0;
        size = 0;
        free = 0;
        unused = 1;
        bottomSize = 0;
        depth = 0;
        marked = 0;
        sweepAt = SWEEP_AT_LEAST;
        takeTop();
        topStart = Double.POSITIVE_INFINITY;
        reach = REACH_ALONE;
    }

    /** The slot of the event last taken, free again; a number below 2^26 that no pending event had. */
    int slot() {
        return slot;
    }

    static int slotOf(long handle) {
        return (int) handle & SLOT_MASK;
    }

    private void place(double time, long bits, int slot, int event) {
        if (time >= topStart) {
            top = link(slot, event, top);
            topCount++;
            topLow = Math.min(topLow, time);
            topHigh = Math.max(topHigh, time);
            return;
        }
        for (int r = 0; r < depth; r++) {
            Rung rung = rungs[r];
            int bucket = rung.bucket(time);
            if (bucket >= rung.current) {
                rung.heads[bucket] = link(slot, event, rung.heads[bucket]);
                rung.count++;
                return;
            }
        }
        int n = bottomSize;
        if (n >= reach && bottom[2 * (n - reach)] <= bits) {
            spread();
            place(time, bits, slot, event);
        } else {
            insert(bits, (long) event << 32 | slot);
        }
    }

    /** Inserts into `bottom` an event that was scheduled after all those of the same time in it. */
    private void insert(long bits, long word) {
        int at = 2 * bottomSize;
        if (at == bottom.length) {
            bottom = Arrays.copyOf(bottom, 2 * at);
        }
        long[] bottom = this.bottom;
        while (at > 0 && bottom[at - 2] <= bits) {
            bottom[at] = bottom[at - 2];
            bottom[at + 1] = bottom[at - 1];
            at -= 2;
        }
        bottom[at] = bits;
        bottom[at + 1] = word;
        bottomSize++;
    }

    /** Turns `bottom`, too long to insert into, into the lowest rung; or puts a rung behind a tie. */
    private void spread() {
        double low = Double.longBitsToDouble(bottom[2 * (bottomSize - 1)]);
        double high = Double.longBitsToDouble(bottom[0]);
        if (depth == 0 && topStart == Double.POSITIVE_INFINITY) {
            topStart = high;
            reach = REACH;
            if (low == high) {
                return;
            }
        }
        if (low == high) {
            addRung(low, high, 2);
            return;
        }
        int list = 0;
        for (int i = 0; i < bottomSize; i++) {
            long word = bottom[2 * i + 1];
            list = link((int) word, (int) (word >> 32), list);
        }
        int count = bottomSize;
        bottomSize = 0;
        distribute(list, addRung(low, high, count));
    }

    /** Sorts the next events into `bottom`, which is empty; false if there are none. */
    private boolean refill() {
        while (bottomSize == 0) {
            if (depth > 0) {
                refillFromRung(rungs[depth - 1]);
            } else if (topCount > 0) {
                refillFromTop();
            } else {
                topStart = Double.POSITIVE_INFINITY;
                reach = REACH_ALONE;
                return false;
            }
        }
        return true;
    }

    private void refillFromTop() {
        double low = topLow;
        double high = topHigh;
        int count = topCount;
        int list = takeTop();
        if (count <= FEW) {
            topStart = Double.POSITIVE_INFINITY;
            reach = REACH_ALONE;
            sortFew(list);
        } else {
            topStart = high;
            reach = REACH;
            lower(list, count, low, high);
        }
    }

    private int takeTop() {
        int list = top;
        top = 0;
        topCount = 0;
        topLow = Double.POSITIVE_INFINITY;
        topHigh = -1;
        return list;
    }

    private void refillFromRung(Rung rung) {
        if (rung.count == 0) {
            depth--;
            return;
        }
        int[] heads = rung.heads;
        int bucket = rung.current;
        while (heads[bucket] == 0) {
            bucket++;
        }
        rung.current = bucket + 1;
        int list = heads[bucket];
        int count = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = -1;
        for (int s = list; s != 0; s = (int) nodes[WORDS * s + LINK]) {
            double time = Double.longBitsToDouble(nodes[WORDS * s + TIME]);
            low = Math.min(low, time);
            high = Math.max(high, time);
            count++;
        }
        rung.count -= count;
        if (count <= CROWD) {
            sortFew(list);
        } else {
            lower(list, count, low, high);
        }
    }

    /** Moves a list that is too long to be sorted by insertion one level down. */
    private void lower(int list, int count, double low, double high) {
        if (low < high) {
            distribute(list, addRung(low, high, count));
            return;
        }
        addRung(low, high, 2);
        rest = list;
        int sorted = sortByNumber(count);
        int n = count;
        while (bottom.length < 2 * n) {
            bottom = Arrays.copyOf(bottom, 2 * bottom.length);
        }
        bottomSize = n;
        for (int s = sorted; s != 0; s = (int) nodes[WORDS * s + LINK]) {
            n--;
            bottom[2 * n] = nodes[WORDS * s + TIME];
            bottom[2 * n + 1] = (nodes[WORDS * s + LINK] & ~LOW_HALF) | s;
        }
    }

    private Rung addRung(double low, double high, int buckets) {
        if (depth == rungs.length) {
            rungs = Arrays.copyOf(rungs, 2 * depth);
            for (int i = depth; i < rungs.length; i++) {
                rungs[i] = new Rung();
            }
        }
        Rung rung = rungs[depth++];
        rung.span(low, high, buckets);
        return rung;
    }

    private void distribute(int list, Rung rung) {
        int slot = list;
        while (slot != 0) {
            int at = WORDS * slot;
            long word = nodes[at + LINK];
            if (nodes[at + NUMBER] > 0) {
                int bucket = Math.max(0, rung.bucket(Double.longBitsToDouble(nodes[at + TIME])));
                nodes[at + LINK] = (word & ~LOW_HALF) | rung.heads[bucket];
                rung.heads[bucket] = slot;
                rung.count++;
            } else {
                release(slot);
                marked--;
            }
            slot = (int) word;
        }
    }

    /** Sorts a short list into `bottom` by insertion. */
    private void sortFew(int list) {
        int n = 0;
        int slot = list;
        while (slot != 0) {
            int node = WORDS * slot;
            long word = nodes[node + LINK];
            long number = nodes[node + NUMBER];
            if (number > 0) {
                long bits = nodes[node + TIME];
                int at = 2 * n;
                while (at > 0
                        && (bottom[at - 2] < bits || (bottom[at - 2] == bits && number(bottom[at - 1]) < number))) {
                    bottom[at] = bottom[at - 2];
                    bottom[at + 1] = bottom[at - 1];
                    at -= 2;
                }
                bottom[at] = bits;
                bottom[at + 1] = (word & ~LOW_HALF) | slot;
                n++;
            } else {
                release(slot);
                marked--;
            }
            slot = (int) word;
        }
        bottomSize = n;
    }

    /** What {@link #sortByNumber} has not taken yet. */
    private int rest;

    /** Merge sort of the next {@code count} events of `rest`, which have one time. */
    private int sortByNumber(int count) {
        if (count == 1) {
            int slot = rest;
            rest = (int) nodes[WORDS * slot + LINK];
            setNext(slot, 0);
            return slot;
        }
        int a = sortByNumber(count / 2);
        int b = sortByNumber(count - count / 2);
        int first = 0;
        int last = 0;
        while (a != 0 || b != 0) {
            int least;
            if (b == 0 || (a != 0 && number(a) < number(b))) {
                least = a;
                a = (int) nodes[WORDS * a + LINK];
            } else {
                least = b;
                b = (int) nodes[WORDS * b + LINK];
            }
            if (last == 0) {
                first = least;
            } else {
                setNext(last, least);
            }
            last = least;
        }
        return first;
    }

    /** True if the event was in `bottom`: near its end it is removed, further away marked. */
    private boolean removeFromBottom(int slot, long number) {
        long bits = nodes[WORDS * slot + TIME];
        // The first place whose event is not after the one sought.
        int from = 0;
        int to = bottomSize;
        while (from < to) {
            int middle = (from + to) >>> 1;
            long other = bottom[2 * middle];
            if (other > bits || (other == bits && number(bottom[2 * middle + 1]) > number)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        if (from == bottomSize || (int) bottom[2 * from + 1] != slot || bottomSize - from > REACH) {
            return false;
        }
        int last = --bottomSize;
        for (int i = from; i < last; i++) {
            bottom[2 * i] = bottom[2 * i + 2];
            bottom[2 * i + 1] = bottom[2 * i + 3];
        }
        release(slot);
        return true;
    }

    /** Drops all marked events from all lists. */
    private void sweep() {
        int looked = topCount;
        int kept = 0;
        int list = top;
        top = 0;
        while (list != 0) {
            int next = (int) nodes[WORDS * list + LINK];
            if (keeps(list)) {
                setNext(list, top);
                top = list;
                kept++;
            }
            list = next;
        }
        topCount = kept;
        for (int r = 0; r < depth; r++) {
            Rung rung = rungs[r];
            looked += rung.buckets - rung.current;
            for (int b = rung.current; b < rung.buckets; b++) {
                int slot = rung.heads[b];
                int head = 0;
                while (slot != 0) {
                    int next = (int) nodes[WORDS * slot + LINK];
                    if (keeps(slot)) {
                        setNext(slot, head);
                        head = slot;
                    } else {
                        rung.count--;
                    }
                    slot = next;
                }
                rung.heads[b] = head;
            }
        }
        // Enough cancellations to pay for the next sweep.
        sweepAt = marked + SWEEP_AT_LEAST + size + looked / 4;
    }

    private boolean keeps(int slot) {
        if (nodes[WORDS * slot + NUMBER] > 0) {
            return true;
        }
        release(slot);
        marked--;
        return false;
    }

    private long number(long word) {
        return Math.abs(nodes[WORDS * (int) word + NUMBER]);
    }

    private int link(int slot, int event, int next) {
        nodes[WORDS * slot + LINK] = (long) event << 32 | next;
        return slot;
    }

    private void setNext(int slot, int next) {
        int at = WORDS * slot + LINK;
        nodes[at] = (nodes[at] & ~LOW_HALF) | next;
    }

    private void release(int slot) {
        nodes[WORDS * slot + NUMBER] = 0;
        nodes[WORDS * slot + LINK] = free;
        free = slot;
    }

    private int newSlot() {
        if (unused > SLOT_MASK) {
            throw new IllegalStateException("pending events must be at most " + SLOT_MASK);
        }
        if (WORDS * unused == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * nodes.length);
        }
        return unused++;
    }

    private IllegalArgumentException badTime(double time) {
        Require.finite(time, "time");
        return new IllegalArgumentException("time must not lie before the present, " + now + ": " + time);
    }
}
