package nines.structure;

import java.util.Arrays;
import nines.blueprint.Safety;
import nines.blueprint.Stripes;
import nines.random.RandomStream;
import nines.random.StreamKey;

/**
 * The objects of one store: a bit for each lost chunk, a byte for each object. It watches what takes data away, and keeps its
 * own time: what has been rebuilt is worked out when the next loss comes.
 */
final class Chunks {
    /** Into so many parts the rebuilding of a member is cut; between two of them, what misses more goes first. */
    private static final int PARTS = 16;

    private final Stripes of;
    private final int width;
    private final int spare;
    private final long name;
    private final RandomStream stream = new RandomStream(0);
    private final int[] membersByDomain;
    private final int[] domainStart;

    /** Chunks of member i, object × width + number: those from {@code start[i]} on. */
    private final int[] chunks;

    private final int[] start;
    private final long[] lost;
    /** Whether a chunk waits for its turn: its delay is over. */
    private final long[] waits;

    private final byte[] missing;
    private final long[] gone;

    /** Chunks that wait, by how many their object misses; some stand there twice, or have been rebuilt meanwhile. */
    private final int[][] queue;

    private final int[] queued;
    private final int[] batch;
    private int batched;
    private double batchDone;

    /** Members whose delay is not over yet, first come first. */
    private double[] dueAt = new double[16];

    private int[] dueMember = new int[16];
    private int dueFirst;
    private int dueCount;

    private double lastLoss;
    private double lostNow;
    private StoreJournal journal = new StoreJournal();
    private double measuredFrom;

    Chunks(Stripes of) {
        this.of = of;
        width = of.width();
        spare = of.spare();
        name = StreamKey.of(of.stream(), "placement");
        int n = of.domains().length;
        int domains = Arrays.stream(of.domains()).max().orElse(-1) + 1;
        domainStart = new int[domains + 1];
        for (int domain : of.domains()) {
            domainStart[domain + 1]++;
        }
        for (int d = 0; d < domains; d++) {
            domainStart[d + 1] += domainStart[d];
        }
        membersByDomain = new int[n];
        int[] next = domainStart.clone();
        for (int i = 0; i < n; i++) {
            membersByDomain[next[of.domains()[i]]++] = i;
        }
        int all = Math.multiplyExact(of.objects(), width);
        chunks = new int[all];
        start = new int[n + 1];
        lost = new long[words(all)];
        waits = new long[words(all)];
        missing = new byte[of.objects()];
        gone = new long[words(of.objects())];
        queue = new int[width + 1][0];
        queued = new int[width + 1];
        batch = new int[Math.max(1, all / Math.max(1, n) / PARTS)];
    }

    private static int words(int bits) {
        return bits / 64 + 1;
    }

    void writeTo(StoreJournal journal) {
        this.journal = journal;
    }

    /** Nothing is lost, and the objects are laid out anew. */
    void begin(long seed, long replication) {
        Arrays.fill(lost, 0);
        Arrays.fill(waits, 0);
        Arrays.fill(missing, (byte) 0);
        Arrays.fill(gone, 0);
        Arrays.fill(queued, 0);
        batched = 0;
        batchDone = Double.POSITIVE_INFINITY;
        dueFirst = 0;
        dueCount = 0;
        lastLoss = Double.NaN;
        measuredFrom = 0;
        long key = StreamKey.of(name, seed, replication);
        // Once to count, once to fill: the places of a million chunks are not kept twice.
        Arrays.fill(start, 0);
        place(key, false);
        for (int i = 0; i + 1 < start.length; i++) {
            start[i + 1] += start[i];
        }
        place(key, true);
    }

    private void place(long key, boolean fill) {
        stream.reseed(key);
        int[][] sets = of.setsOf() > 0 ? sets() : new int[0][];
        int[] domains = new int[domainStart.length - 1];
        Arrays.setAll(domains, d -> d);
        int[] next = start.clone();
        for (int s = 0; s < of.objects(); s++) {
            int[] set = sets.length == 0 ? null : sets.length == 1 ? sets[0] : sets[stream.nextInt(sets.length)];
            for (int j = 0; j < width; j++) {
                int member;
                if (set == null) {
                    int k = j + (j + 1 < domains.length ? stream.nextInt(domains.length - j) : 0);
                    int domain = domains[k];
                    domains[k] = domains[j];
                    domains[j] = domain;
                    int size = domainStart[domain + 1] - domainStart[domain];
                    member = membersByDomain[domainStart[domain] + (size == 1 ? 0 : stream.nextInt(size))];
                } else {
                    member = set[j];
                }
                if (fill) {
                    chunks[next[member]++] = s * width + j;
                } else {
                    start[member + 1]++;
                }
            }
        }
    }

    /** Copysets: members in random order, cut into sets, as often as it takes for each to share a set with so many others. */
    private int[][] sets() {
        int n = of.domains().length;
        int orders = Math.max(1, (of.setsOf() + width - 2) / Math.max(1, width - 1));
        int each = n / width;
        int[][] sets = new int[orders * each][];
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int o = 0; o < orders; o++) {
            for (int i = n - 1; i > 0; i--) {
                int k = stream.nextInt(i + 1);
                int member = order[k];
                order[k] = order[i];
                order[i] = member;
            }
            for (int e = 0; e < each; e++) {
                sets[o * each + e] = Arrays.copyOfRange(order, e * width, (e + 1) * width);
            }
        }
        return sets;
    }

    /** What was seen up to now does not count. */
    void startMeasuring(double now) {
        advance(now);
        journal.clear();
        measuredFrom = now;
    }

    /** A failure or an event has taken the data of members away. */
    void takes(Safety.Loss loss, double now) {
        advance(now);
        if (now != lastLoss) {
            lastLoss = now;
            lostNow = 0;
        }
        for (int member : loss.members()) {
            if (take(member)) {
                due(member, now + of.delay());
            }
        }
    }

    /** Whether it had anything that was not lost already. */
    private boolean take(int member) {
        double before = lostNow;
        boolean any = false;
        for (int p = start[member]; p < start[member + 1]; p++) {
            int chunk = chunks[p];
            if (is(lost, chunk)) {
                continue;
            }
            set(lost, chunk);
            any = true;
            journal.taken++;
            int object = chunk / width;
            int misses = ++missing[object];
            if (misses > 1) {
                hurry(object, misses);
            }
            if (misses > spare && !is(gone, object) && isGone(object)) {
                set(gone, object);
                lostNow++;
            }
        }
        if (lostNow > before) {
            journal.events += before == 0 ? 1 : 0;
            journal.objects += lostNow - before;
            journal.first = Math.min(journal.first, lastLoss - measuredFrom);
        }
        return any;
    }

    private boolean isGone(int object) {
        return of.groups() == 0 || of.isGone(j -> is(lost, object * width + j));
    }

    /** Those chunks of an object that wait already go before those of objects that miss less. */
    private void hurry(int object, int misses) {
        for (int chunk = object * width; chunk < (object + 1) * width; chunk++) {
            if (is(lost, chunk) && is(waits, chunk)) {
                push(misses, chunk);
            }
        }
    }

    private void due(int member, double time) {
        if (dueCount == dueAt.length) {
            double[] at = new double[2 * dueCount];
            int[] who = new int[2 * dueCount];
            for (int i = 0; i < dueCount; i++) {
                at[i] = dueAt[(dueFirst + i) % dueCount];
                who[i] = dueMember[(dueFirst + i) % dueCount];
            }
            dueAt = at;
            dueMember = who;
            dueFirst = 0;
        }
        int at = (dueFirst + dueCount++) % dueAt.length;
        dueAt[at] = time;
        dueMember[at] = member;
    }

    // ---------------------------------------------------------------- rebuilding

    /** Rebuilds what has been rebuilt before a moment. */
    void advance(double now) {
        while (true) {
            double due = dueCount == 0 ? Double.POSITIVE_INFINITY : dueAt[dueFirst];
            double next = Math.min(due, batchDone);
            if (!(next < now)) {
                return;
            }
            if (due <= batchDone) {
                int member = dueMember[dueFirst];
                dueFirst = (dueFirst + 1) % dueAt.length;
                dueCount--;
                enter(member);
            } else {
                for (int i = 0; i < batched; i++) {
                    rebuilt(batch[i]);
                }
                batched = 0;
                batchDone = Double.POSITIVE_INFINITY;
            }
            if (batched == 0) {
                begin(next);
            }
        }
    }

    private void enter(int member) {
        for (int p = start[member]; p < start[member + 1]; p++) {
            int chunk = chunks[p];
            if (is(lost, chunk) && !is(waits, chunk)) {
                set(waits, chunk);
                push(missing[chunk / width], chunk);
            }
        }
    }

    private void push(int misses, int chunk) {
        if (queued[misses] == queue[misses].length) {
            queue[misses] = Arrays.copyOf(queue[misses], Math.max(64, 2 * queued[misses]));
        }
        queue[misses][queued[misses]++] = chunk;
    }

    /** The next part: of the objects that miss most. */
    private void begin(double time) {
        for (int misses = width; misses > 0; misses--) {
            while (queued[misses] > 0 && batched < batch.length) {
                int chunk = queue[misses][--queued[misses]];
                if (is(lost, chunk) && is(waits, chunk)) {
                    unset(waits, chunk);
                    batch[batched++] = chunk;
                }
            }
            if (batched > 0) {
                batchDone = time + batched * of.chunkTime();
                return;
            }
        }
    }

    private void rebuilt(int chunk) {
        int object = chunk / width;
        unset(lost, chunk);
        unset(waits, chunk);
        journal.rebuilt++;
        if (is(gone, object)) {
            // It has been written again from elsewhere, or not: it counts once.
            if (--missing[object] <= spare || !isGone(object)) {
                unset(gone, object);
            }
        } else {
            journal.unread += missing[object]-- == spare ? of.readError() : 0;
        }
    }

    private static boolean is(long[] bits, int i) {
        return (bits[i >>> 6] >>> i & 1) != 0;
    }

    private static void set(long[] bits, int i) {
        bits[i >>> 6] |= 1L << i;
    }

    private static void unset(long[] bits, int i) {
        bits[i >>> 6] &= ~(1L << i);
    }
}
