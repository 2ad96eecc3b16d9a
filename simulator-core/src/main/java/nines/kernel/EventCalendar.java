package nines.kernel;

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
public final class EventCalendar extends Ladder {

    /**
     * Puts an event on the calendar.
     *
     * @param time when it happens: finite and not before {@link #time()}
     * @param event what {@link #event()} is to say then: any number
     * @return a handle for {@link #cancel}, always positive
     */
    public long schedule(double time, int event) {
        if (!(time >= time() && time < Double.POSITIVE_INFINITY)) {
            throw badTime(time);
        }
        return add(time, event);
    }

    /** The event last taken. */
    public int event() {
        return (int) load();
    }

    private IllegalArgumentException badTime(double time) {
        Require.finite(time, "time");
        return new IllegalArgumentException("time must not lie before the present, " + time() + ": " + time);
    }
}
