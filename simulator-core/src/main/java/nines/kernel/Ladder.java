package nines.kernel;

import java.util.Arrays;

/**
 * Pending events in the order of their times, those of equal time in the order in which they were
 * added; what an event carries is the business of the classes above.
 */
abstract sealed class Ladder permits EventCalendar, Simulation {

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
     *   so what cannot be cut has one time. Such a tie is sorted by sequence number; when more events
     *   of that time come, a rung with infinitely narrow buckets is set behind it, where they queue up
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

    /** The load in the high bits; the next slot of the same list (0: none) in the low ones. */
    private static final int LINK = 2;

    private static final int WORDS = 3;

    /** Low bits of a handle, a link and a pair in `bottom` that hold a slot. */
    static final int SLOT_BITS = 26;

    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final long NUMBER_MASK = (1L << (63 - SLOT_BITS)) - 1;

    /** So many events or fewer live in `bottom` alone. */
    private static final int FEW = 24;

    /** How many events an insertion may pass in `bottom` before they are spread: alone, with a ladder. */
    private static final int REACH_ALONE = 48;

    private static final int REACH = 64;

    /** A bucket with more events than this is cut. */
    private static final int CROWD = 48;

    private static final int SWEEP_AT_LEAST = 1024;

    private double now;

    /** The load and the slot of the event last taken. */
    private long taken;

    private long sequence;

    private long[] nodes = new long[WORDS * 64];
    private int free;
    private int unused = 1;

    /**
     * Pairs: raw bits of the time; the load in the high and the slot in the low bits. The first pair
     * is a sentinel later than everything.
     */
    private long[] bottom = new long[2 * 64];

    /** Where the last pair of `bottom` is; 0: it is empty. */
    private int end;

    /** Whether `bottom` holds everything: infinity if so, otherwise below every time. */
    private double aloneUntil = Double.POSITIVE_INFINITY;

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

    Ladder() {
        bottom[0] = Long.MAX_VALUE;
    }

    /** Adds an event; {@code time} is finite and not before the present, {@code load} has 38 bits. */
    final long add(double time, long load) {
        int slot = free;
        if (slot == 0) {
            slot = newSlot();
        } else {
            free = slotOf(nodes[WORDS * slot + LINK]);
        }
        long word = load << SLOT_BITS | slot;
        long number = ++sequence;
        long bits = Double.doubleToRawLongBits(time);
        if (bits < 0) {
            // Negative zero; its bits would not order like a time.
            bits = 0;
        }
        nodes[WORDS * slot + TIME] = bits;
        nodes[WORDS * slot + NUMBER] = number;
        if (time < aloneUntil) {
            insert(bits, word);
        } else {
            place(time, bits, word);
        }
        return (number & NUMBER_MASK) << SLOT_BITS | slot;
    }

    /**
     * Takes a pending event off the calendar; false if it has happened or was cancelled before. A
     * handle is told from a later one for as long as 137 thousand million events.
     */
    public final boolean cancel(long handle) {
        int slot = slotOf(handle);
        if (handle <= 0 || slot >= unused) {
            return false;
        }
        long number = nodes[WORDS * slot + NUMBER];
        if (number <= 0 || (number & NUMBER_MASK) != handle >>> SLOT_BITS) {
            return false;
        }
        if (!removeFromBottom(slot, number)) {
            nodes[WORDS * slot + NUMBER] = -number;
            if (++marked >= sweepAt) {
                sweep();
            }
        }
        return true;
    }

    /** Moves to the earliest event and takes it off the calendar; false if there is none. */
    public final boolean advance() {
        while (end != 0 || refill()) {
            int last = end;
            end = last - 2;
            long word = bottom[last + 1];
            int slot = slotOf(word);
            boolean cancelled = marked != 0 && nodes[WORDS * slot + NUMBER] < 0;
            release(slot);
            if (!cancelled) {
                now = Double.longBitsToDouble(bottom[last]);
                taken = word;
                return true;
            }
            marked--;
        }
        return false;
    }

    /** The time of the event last taken; 0 at the start. */
    public final double time() {
        return now;
    }

    /** What was given to {@link #add} with the event last taken. */
    final long load() {
        return taken >> SLOT_BITS;
    }

    /** The slot of the event last taken, free again; a number below 2^26 that no pending event had. */
    final int slot() {
        return slotOf(taken);
    }

    /** How many events are pending. */
    public final int size() {
        int size = end / 2 + topCount - marked;
        for (int r = 0; r < depth; r++) {
            size += rungs[r].count;
        }
        return size;
    }

    /** The time of the earliest pending event; positive infinity if there is none. */
    public final double nextTime() {
        while (end != 0 || refill()) {
            int slot = slotOf(bottom[end + 1]);
            if (nodes[WORDS * slot + NUMBER] > 0) {
                return Double.longBitsToDouble(bottom[end]);
            }
            end -= 2;
            release(slot);
            marked--;
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Forgets all pending events and goes back to time 0. Handles given out before stay stale. */
    public final void clear() {
        now = 0;
        taken = 0;
        free = 0;
        unused = 1;
        end = 0;
        depth = 0;
        marked = 0;
        sweepAt = SWEEP_AT_LEAST;
        takeTop();
        leaveLadder();
    }

    /** Moves the time on to one that is not after {@link #nextTime()}. */
    final void moveTo(double time) {
        now = time;
    }

    /** The slot in a handle, a link or a pair of `bottom`. */
    static int slotOf(long word) {
        return (int) word & SLOT_MASK;
    }

    private void leaveLadder() {
        topStart = Double.POSITIVE_INFINITY;
        aloneUntil = Double.POSITIVE_INFINITY;
    }

    private void enterLadder(double start) {
        topStart = start;
        aloneUntil = -1;
    }

    private void place(double time, long bits, long word) {
        if (time >= topStart) {
            top = link(word, top);
            topCount++;
            topLow = Math.min(topLow, time);
            topHigh = Math.max(topHigh, time);
            return;
        }
        for (int r = 0; r < depth; r++) {
            Rung rung = rungs[r];
            int bucket = rung.bucket(time);
            if (bucket >= rung.current) {
                rung.heads[bucket] = link(word, rung.heads[bucket]);
                rung.count++;
                return;
            }
        }
        insert(bits, word);
    }

    /** Inserts into `bottom` an event that was scheduled after all those of the same time in it. */
    private void insert(long bits, long word) {
        int at = end + 2;
        if (at == bottom.length) {
            bottom = Arrays.copyOf(bottom, 2 * at);
        }
        if (bottom[at - 2] > bits) {
            bottom[at] = bits;
            bottom[at + 1] = word;
            end = at;
        } else {
            insertAbove(at, bits, word);
        }
    }

    private void insertAbove(int hole, long bits, long word) {
        int reach = 2 * (aloneUntil > 0 ? REACH_ALONE : REACH);
        if (hole > reach && bottom[hole - reach] <= bits) {
            spread();
            place(Double.longBitsToDouble(bits), bits, word);
            return;
        }
        // One more, so that equal times are passed too.
        int at = shift(bottom, hole, bits + 1);
        bottom[at] = bits;
        bottom[at + 1] = word;
        end = hole;
    }

    /** Moves the pairs before the hole that are earlier than {@code bits} up; returns the new hole. */
    private static int shift(long[] pairs, int hole, long bits) {
        int at = hole;
        while (at > 2 && pairs[at - 2] < bits) {
            pairs[at] = pairs[at - 2];
            pairs[at + 1] = pairs[at - 1];
            at -= 2;
        }
        return at;
    }

    /** Turns `bottom`, too long to insert into, into the lowest rung; or puts a rung behind a tie. */
    private void spread() {
        double low = Double.longBitsToDouble(bottom[end]);
        double high = Double.longBitsToDouble(bottom[2]);
        if (aloneUntil > 0) {
            enterLadder(high);
        }
        if (low == high) {
            addRung(low, high, 2);
            return;
        }
        int list = 0;
        for (int at = 2; at <= end; at += 2) {
            list = link(bottom[at + 1], list);
        }
        int count = end / 2;
        end = 0;
        distribute(list, addRung(low, high, count));
    }

    /** Sorts the next events into `bottom`, which is empty; false if there are none. */
    private boolean refill() {
        while (end == 0) {
            if (depth > 0) {
                refillFromRung(rungs[depth - 1]);
            } else if (topCount > 0) {
                refillFromTop();
            } else {
                leaveLadder();
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
            leaveLadder();
            sortFew(list);
        } else {
            enterLadder(high);
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
        for (int slot = list; slot != 0 && count <= CROWD; slot = slotOf(nodes[WORDS * slot + LINK])) {
            count++;
        }
        if (count <= CROWD) {
            rung.count -= count;
            sortFew(list);
        } else {
            lowerCrowd(list, rung);
        }
    }

    private void lowerCrowd(int list, Rung rung) {
        int count = 0;
        long low = Long.MAX_VALUE;
        long high = 0;
        for (int slot = list; slot != 0; slot = slotOf(nodes[WORDS * slot + LINK])) {
            long bits = nodes[WORDS * slot + TIME];
            low = Math.min(low, bits);
            high = Math.max(high, bits);
            count++;
        }
        rung.count -= count;
        lower(list, count, Double.longBitsToDouble(low), Double.longBitsToDouble(high));
    }

    /** Moves a list that is too long to be sorted by insertion one level down. */
    private void lower(int list, int count, double low, double high) {
        if (low < high) {
            distribute(list, addRung(low, high, count));
            return;
        }
        rest = list;
        int slot = sortByNumber(count);
        end = 2 * count;
        while (bottom.length < end + 2) {
            bottom = Arrays.copyOf(bottom, 2 * bottom.length);
        }
        for (int at = end; at > 0; at -= 2) {
            long word = nodes[WORDS * slot + LINK];
            bottom[at] = nodes[WORDS * slot + TIME];
            bottom[at + 1] = (word & ~SLOT_MASK) | slot;
            slot = slotOf(word);
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
                nodes[at + LINK] = (word & ~SLOT_MASK) | rung.heads[bucket];
                rung.heads[bucket] = slot;
                rung.count++;
            } else {
                release(slot);
                marked--;
            }
            slot = slotOf(word);
        }
    }

    /** Sorts a short list into `bottom` by insertion. */
    private void sortFew(int list) {
        long[] bottom = this.bottom;
        int hole = 2;
        int slot = list;
        while (slot != 0) {
            int node = WORDS * slot;
            long word = nodes[node + LINK];
            long number = nodes[node + NUMBER];
            if (number > 0) {
                long bits = nodes[node + TIME];
                int at = shift(bottom, hole, bits);
                if (bottom[at - 2] == bits) {
                    at = shiftTie(at, bits, number);
                }
                bottom[at] = bits;
                bottom[at + 1] = (word & ~SLOT_MASK) | slot;
                hole += 2;
            } else {
                release(slot);
                marked--;
            }
            slot = slotOf(word);
        }
        end = hole - 2;
    }

    private int shiftTie(int hole, long bits, long number) {
        int at = hole;
        while (bottom[at - 2] == bits && number(bottom[at - 1]) < number) {
            bottom[at] = bottom[at - 2];
            bottom[at + 1] = bottom[at - 1];
            at -= 2;
        }
        return at;
    }

    /** What {@link #sortByNumber} has not taken yet. */
    private int rest;

    /** Merge sort of the next {@code count} events of `rest`, which have one time. */
    private int sortByNumber(int count) {
        if (count == 1) {
            int slot = rest;
            rest = slotOf(nodes[WORDS * slot + LINK]);
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
                a = slotOf(nodes[WORDS * a + LINK]);
            } else {
                least = b;
                b = slotOf(nodes[WORDS * b + LINK]);
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

    /** True if the event was in `bottom`, near its end, and was removed. */
    private boolean removeFromBottom(int slot, long number) {
        long bits = nodes[WORDS * slot + TIME];
        int near = Math.max(1, end / 2 - REACH);
        // The first pair, counted from the sentinel, whose event is not after the one sought.
        int from = near;
        int to = end / 2 + 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            long other = bottom[2 * middle];
            if (other > bits || (other == bits && number(bottom[2 * middle + 1]) > number)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        int at = 2 * from;
        if (at > end || slotOf(bottom[at + 1]) != slot) {
            return false;
        }
        while (at < end) {
            bottom[at] = bottom[at + 2];
            bottom[at + 1] = bottom[at + 3];
            at += 2;
        }
        end -= 2;
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
            int next = slotOf(nodes[WORDS * list + LINK]);
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
                    int next = slotOf(nodes[WORDS * slot + LINK]);
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
        sweepAt = marked + SWEEP_AT_LEAST + size() + looked / 4;
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
        return Math.abs(nodes[WORDS * slotOf(word) + NUMBER]);
    }

    /** Puts the event before a list and returns the new head. */
    private int link(long word, int next) {
        int slot = slotOf(word);
        nodes[WORDS * slot + LINK] = (word & ~SLOT_MASK) | next;
        return slot;
    }

    private void setNext(int slot, int next) {
        int at = WORDS * slot + LINK;
        nodes[at] = (nodes[at] & ~SLOT_MASK) | next;
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
}
