package nines.traffic;

import java.util.Arrays;

/**
 * Attempts under way, as slots of primitive arrays: one for each call that has been sent and has not come to its end, on
 * either side. A frame knows its caller; whoever has left leaves a frame without a caller behind, which may go on. A
 * slot is used again, with a new birth number, so that a caller that has gone is told from one that came after.
 */
final class Frames {
    /** The caller has left. */
    static final int NOBODY = -1;

    /** The caller is a client; the frame holds what is known about the request. */
    static final int CLIENT = -2;

    /** Nobody waits, but it must be done: a message of a queue. */
    static final int STORED = -3;

    static final int FREE = 0;
    /** Passing a relay. */
    static final int PASSING = 1;

    static final int QUEUED = 2;
    static final int SERVING = 3;
    /** Its callee has worked and calls others. */
    static final int CALLING = 4;
    /** Waits before the next attempt. */
    static final int PAUSING = 5;
    /** In a queue, but nobody wants it any more. */
    static final int GONE = 6;
    /** Its station has died with it. */
    static final int STRICKEN = 7;
    /** Waits for another request that fetches the same object. */
    static final int PARKED = 8;
    /** On its way over a link to its station. */
    static final int TRAVELLING = 9;
    /** Its answer is on its way back over a link. */
    static final int RETURNING = 10;

    int[] call;
    int[] parent;
    int[] parentBirth;
    int[] birth;
    int[] state;
    /** Next step to take, and how often the present one was taken. */
    int[] step;

    int[] turn;
    int[] attempt;
    /** Where it is queued or served, or -1. */
    int[] station;
    /** Whether a worker of the station is kept. */
    boolean[] holds;
    /** The view of the pool that counts it as out, or -1, and the target there. */
    int[] view;

    int[] target;
    /** Sender of the relay, for the picks of what follows. */
    int[] sender;
    /** The call it waits for, the latest. */
    int[] child;
    /** Next in the queue, or next free slot. */
    int[] next;
    /** Of parallel steps: how many are out, and the first failure. */
    int[] pending;

    int[] failure;
    /** The object asked for, where a cache keeps single ones. */
    int[] key;

    /** Where its callee is, where links take time, and the station it travels to. */
    int[] spot;

    int[] goal;
    int[] source;
    int[] journey;
    /** Who asks, where balancers look at clients. */
    long[] client;
    /** Before it in the queue. */
    int[] previous;
    /** What counts it for its caller's protection, or -1, and since when. */
    int[] guard;

    double[] begun;
    /** The other copy of the same attempt, or -1. */
    int[] twin;
    /** When a second copy is due, or +infinity. */
    double[] copyAt;
    /** When the callee knows that nobody waits any more, or +infinity. */
    double[] until;
    /** When it was sent to its target, where its balancer follows what it has sent. */
    double[] sent;
    /** When the client first asked. */
    double[] born;
    /** When it was queued. */
    double[] since;
    /** When its service ends; while it stands still, the service time left. */
    double[] ends;
    /** When the caller gives this attempt up. */
    double[] deadline;
    /** Handle of its latest event on the calendar; that of a past one is harmless. */
    long[] timer;
    /** Handle of the client's patience, if its source has any, and when it ends. */
    long[] patience;

    double[] tired;

    private int free = -1;
    private int used;

    Frames() {
        int n = 64;
        call = new int[n];
        parent = new int[n];
        parentBirth = new int[n];
        birth = new int[n];
        state = new int[n];
        step = new int[n];
        turn = new int[n];
        attempt = new int[n];
        station = new int[n];
        holds = new boolean[n];
        view = new int[n];
        target = new int[n];
        sender = new int[n];
        child = new int[n];
        next = new int[n];
        pending = new int[n];
        failure = new int[n];
        key = new int[n];
        spot = new int[n];
        goal = new int[n];
        source = new int[n];
        journey = new int[n];
        client = new long[n];
        until = new double[n];
        copyAt = new double[n];
        twin = new int[n];
        begun = new double[n];
        guard = new int[n];
        previous = new int[n];
        sent = new double[n];
        born = new double[n];
        since = new double[n];
        ends = new double[n];
        deadline = new double[n];
        timer = new long[n];
        patience = new long[n];
        tired = new double[n];
        unguarded(0);
    }

    /** Whoever sets one of these sets it back before the slot is used again: most calls need none of them. */
    private void unguarded(int from) {
        Arrays.fill(guard, from, guard.length, -1);
        Arrays.fill(twin, from, twin.length, -1);
        Arrays.fill(copyAt, from, copyAt.length, Double.POSITIVE_INFINITY);
        Arrays.fill(until, from, until.length, Double.POSITIVE_INFINITY);
    }

    void clear() {
        free = -1;
        used = 0;
        Arrays.fill(state, FREE);
        Arrays.fill(timer, 0);
        Arrays.fill(deadline, Double.POSITIVE_INFINITY);
        unguarded(0);
    }

    /** A frame for a call; the caller is yet to be named. */
    int open(int ofCall) {
        int f = free;
        if (f >= 0) {
            free = next[f];
        } else {
            f = used++;
            if (f == call.length) {
                grow();
            }
        }
        call[f] = ofCall;
        attempt[f] = 1;
        station[f] = -1;
        holds[f] = false;
        view[f] = -1;
        sender[f] = 0;
        return f;
    }

    /** A frame of the same caller for the same call: what the caller knows, and nothing of what the callee has done. */
    int openAnother(int f) {
        int g = open(call[f]);
        parent[g] = parent[f];
        parentBirth[g] = parentBirth[f];
        source[g] = source[f];
        journey[g] = journey[f];
        sender[g] = sender[f];
        client[g] = client[f];
        attempt[g] = attempt[f];
        born[g] = born[f];
        tired[g] = tired[f];
        key[g] = key[f];
        return g;
    }

    /** A frame for a message that {@code f} hands over, or of which it is a copy. */
    int openMessage(int ofCall, int f) {
        int g = open(ofCall);
        parent[g] = STORED;
        source[g] = source[f];
        journey[g] = journey[f];
        client[g] = client[f];
        deadline[g] = Double.POSITIVE_INFINITY;
        step[g] = 0;
        turn[g] = 0;
        child[g] = -1;
        return g;
    }

    void close(int f) {
        state[f] = FREE;
        birth[f]++;
        deadline[f] = Double.POSITIVE_INFINITY;
        next[f] = free;
        free = f;
    }

    /** Slots ever used. */
    int size() {
        return used;
    }

    /** Whether nobody waits for its answer any more. */
    boolean isOrphan(int f) {
        int p = parent[f];
        return p == NOBODY || p >= 0 && birth[p] != parentBirth[f];
    }

    /** The call that a frame waits for, the latest; -1 when it waits for none. */
    int awaited(int f) {
        int c = child[f];
        boolean waits = c >= 0 && state[c] != FREE && parent[c] == f && parentBirth[c] == birth[f];
        return state[f] == CALLING && waits ? c : -1;
    }

    /** What stricken frames were waiting for has no caller any more. */
    void orphanChildrenOfStricken() {
        for (int f = 0; f < used; f++) {
            int p = parent[f];
            if (state[f] != FREE && p >= 0 && state[p] == STRICKEN && parentBirth[f] == birth[p]) {
                parent[f] = NOBODY;
                deadline[f] = Double.POSITIVE_INFINITY;
            }
        }
    }

    private void grow() {
        int n = 2 * call.length;
        call = Arrays.copyOf(call, n);
        parent = Arrays.copyOf(parent, n);
        parentBirth = Arrays.copyOf(parentBirth, n);
        birth = Arrays.copyOf(birth, n);
        state = Arrays.copyOf(state, n);
        step = Arrays.copyOf(step, n);
        turn = Arrays.copyOf(turn, n);
        attempt = Arrays.copyOf(attempt, n);
        station = Arrays.copyOf(station, n);
        holds = Arrays.copyOf(holds, n);
        view = Arrays.copyOf(view, n);
        target = Arrays.copyOf(target, n);
        sender = Arrays.copyOf(sender, n);
        child = Arrays.copyOf(child, n);
        next = Arrays.copyOf(next, n);
        pending = Arrays.copyOf(pending, n);
        failure = Arrays.copyOf(failure, n);
        key = Arrays.copyOf(key, n);
        spot = Arrays.copyOf(spot, n);
        goal = Arrays.copyOf(goal, n);
        source = Arrays.copyOf(source, n);
        journey = Arrays.copyOf(journey, n);
        client = Arrays.copyOf(client, n);
        until = Arrays.copyOf(until, n);
        copyAt = Arrays.copyOf(copyAt, n);
        twin = Arrays.copyOf(twin, n);
        begun = Arrays.copyOf(begun, n);
        guard = Arrays.copyOf(guard, n);
        previous = Arrays.copyOf(previous, n);
        sent = Arrays.copyOf(sent, n);
        born = Arrays.copyOf(born, n);
        since = Arrays.copyOf(since, n);
        ends = Arrays.copyOf(ends, n);
        int known = deadline.length;
        deadline = Arrays.copyOf(deadline, n);
        Arrays.fill(deadline, known, n, Double.POSITIVE_INFINITY);
        timer = Arrays.copyOf(timer, n);
        patience = Arrays.copyOf(patience, n);
        tired = Arrays.copyOf(tired, n);
        unguarded(known);
    }
}
