package nines.kernel;

import java.util.Arrays;
import nines.check.Require;

/**
 * Events that happen to handlers: a calendar whose events have a target, a kind and an argument.
 * Times, ties, cancelling and memory are as in {@link EventCalendar}.
 *
 * <pre>{@code
 * var simulation = new Simulation();
 * long timeout = simulation.schedule(10, client, TIMEOUT, request);
 * simulation.cancel(timeout);
 * simulation.runUntil(3600);
 * }</pre>
 */
public final class Simulation extends Ladder {

    /** A kind is a number from 0 to this. */
    public static final int LAST_KIND = 63;

    private static final int KIND_BITS = 6;

    /** By slot. A slot keeps its last target until it is used again. */
    private EventHandler[] targets = new EventHandler[64];

    private boolean stopped;

    /**
     * Lets an event happen later.
     *
     * @param delay how much later: finite, zero or positive; at zero it happens after all events
     *     already scheduled for the present moment
     * @param kind 0 to {@link #LAST_KIND}
     * @param argument any number
     * @return a handle for {@link #cancel}, always positive
     */
    public long schedule(double delay, EventHandler target, int kind, int argument) {
        double time = time() + delay;
        if (!(delay >= 0 && time < Double.POSITIVE_INFINITY) || (kind & ~LAST_KIND) != 0) {
            throw refusal(delay, kind);
        }
        long handle = add(time, (long) argument << KIND_BITS | kind);
        int slot = slotOf(handle);
        if (slot >= targets.length) {
            grow(slot);
        }
        // Most often the slot was the handler's own before; a comparison is cheaper than a store.
        if (targets[slot] != target) {
            targets[slot] = target;
        }
        return handle;
    }

    /** Lets all events happen, until none is left or {@link #stop} is called. */
    public void run() {
        stopped = false;
        while (!stopped && advance()) {
            happen();
        }
    }

    /**
     * Lets all events up to and including {@code end} happen, then moves the time there; a
     * {@link #stop} leaves it at the event that called it.
     */
    public void runUntil(double end) {
        Require.that(
                end >= time() && end < Double.POSITIVE_INFINITY,
                "end",
                "finite and at least the present, " + time(),
                end);
        stopped = false;
        while (!stopped && nextTime() <= end && advance()) {
            happen();
        }
        if (!stopped) {
            moveTo(end);
        }
    }

    /** Ends the run after the event that is happening; what is pending stays pending. */
    public void stop() {
        stopped = true;
    }

    private void happen() {
        long load = load();
        targets[slot()].onEvent((int) load & LAST_KIND, (int) (load >> KIND_BITS));
    }

    private void grow(int slot) {
        targets = Arrays.copyOf(targets, Math.max(2 * targets.length, slot + 1));
    }

    private IllegalArgumentException refusal(double delay, int kind) {
        Require.nonNegative(delay, "delay");
        Require.between(kind, 0, LAST_KIND, "kind");
        return new IllegalArgumentException("delay must end at a finite time: " + delay);
    }
}
