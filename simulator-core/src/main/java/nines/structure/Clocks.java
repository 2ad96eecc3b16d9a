package nines.structure;

import java.util.Arrays;
import nines.kernel.EventCalendar;

/**
 * Running clocks over primitive arrays. A clock has a law, an age of its own time and a speed; it rings at a target age.
 *
 * <p>The hazard left to consume is held as its image: the target is the age at which the cumulative hazard will have
 * grown by what was drawn. Pausing, resuming and changing speed therefore need no evaluation of the law and draw
 * nothing; renewal and redrawing given the age set a new target.
 */
final class Clocks {
    private static final long NOT_SCHEDULED = -1;

    final EventCalendar calendar = new EventCalendar();
    // What is needed together stands together: of each clock its age, since when, its target and its speed.
    private static final int SINCE = 1;
    private static final int TARGET = 2;
    private static final int SPEED = 3;
    private static final int FIELDS = 4;

    private final double[] fields;
    final boolean[] armed;
    /** Phase that a law of several phases has reached, from 1; 0 until it is chosen. Used when states are explored. */
    final int[] phase;

    private final long[] handle;
    private final boolean timed;
    double now;

    /** With {@code timed} false nothing is put on the calendar: states are explored, not simulated. */
    Clocks(int count, boolean timed) {
        this.timed = timed;
        fields = new double[FIELDS * count];
        armed = new boolean[count];
        phase = new int[count];
        handle = new long[count];
    }

    void clear() {
        calendar.clear();
        Arrays.fill(armed, false);
        Arrays.fill(handle, NOT_SCHEDULED);
        Arrays.fill(fields, 0);
        now = 0;
    }

    void remember(Memory memory) {
        memory.of(fields);
        memory.of(armed);
        memory.of(phase);
    }

    /** Own time consumed until the clock was last set, paused or stopped, in seconds. */
    double age(int clock) {
        return fields[FIELDS * clock];
    }

    /** The age at which the clock rings. */
    double target(int clock) {
        return fields[FIELDS * clock + TARGET];
    }

    double speed(int clock) {
        return fields[FIELDS * clock + SPEED];
    }

    /** Sets a clock going from a given age to a target age; not running until it has a speed. */
    void arm(int clock, double fromAge, double targetAge) {
        unschedule(clock);
        armed[clock] = true;
        if (!timed) {
            phase[clock] = 0;
        }
        int at = FIELDS * clock;
        fields[at] = fromAge;
        fields[at + SINCE] = now;
        fields[at + TARGET] = targetAge;
        fields[at + SPEED] = 0;
    }

    private void unschedule(int clock) {
        if (handle[clock] != NOT_SCHEDULED) {
            calendar.cancel(handle[clock]);
            handle[clock] = NOT_SCHEDULED;
        }
    }

    /** Own time consumed so far, in seconds. */
    double ageNow(int clock) {
        int at = FIELDS * clock;
        double speed = fields[at + SPEED];
        return speed == 0 ? fields[at] : fields[at] + (now - fields[at + SINCE]) * speed;
    }

    /** Lets an armed clock run at a speed; 0 pauses it. */
    void run(int clock, double newSpeed) {
        int at = FIELDS * clock;
        if (!armed[clock] || fields[at + SPEED] == newSpeed) {
            return;
        }
        double age = ageNow(clock);
        fields[at] = age;
        fields[at + SINCE] = now;
        fields[at + SPEED] = newSpeed;
        unschedule(clock);
        if (newSpeed > 0) {
            double left = fields[at + TARGET] - age;
            double time = now + (left > 0 ? left / newSpeed : 0);
            if (timed && time < Double.POSITIVE_INFINITY) {
                handle[clock] = calendar.schedule(time, clock);
            }
        }
    }

    /** Sets a clock going at full speed for a duration. */
    void start(int clock, double duration) {
        arm(clock, 0, duration);
        run(clock, 1);
    }

    /** Stops a clock for good and keeps its age. */
    void stop(int clock) {
        fields[FIELDS * clock] = ageNow(clock);
        drop(clock);
    }

    void drop(int clock) {
        if (armed[clock]) {
            unschedule(clock);
            armed[clock] = false;
            fields[FIELDS * clock + SPEED] = 0;
        }
    }

    /** Marks the clock that has just rung as spent. */
    void spent(int clock) {
        handle[clock] = NOT_SCHEDULED;
        armed[clock] = false;
        int at = FIELDS * clock;
        fields[at] = fields[at + TARGET];
        fields[at + SINCE] = now;
        fields[at + SPEED] = 0;
    }

    boolean isRunning(int clock) {
        return armed[clock] && fields[FIELDS * clock + SPEED] > 0;
    }
}
