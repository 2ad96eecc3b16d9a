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
    final double[] age;
    final double[] since;
    final double[] target;
    final double[] speed;
    final boolean[] armed;
    /** Phase that a law of several phases has reached, from 1; 0 until it is chosen. Used when states are explored. */
    final int[] phase;

    private final long[] handle;
    private final boolean timed;
    double now;

    /** With {@code timed} false nothing is put on the calendar: states are explored, not simulated. */
    Clocks(int count, boolean timed) {
        this.timed = timed;
        age = new double[count];
        since = new double[count];
        target = new double[count];
        speed = new double[count];
        armed = new boolean[count];
        phase = new int[count];
        handle = new long[count];
    }

    void clear() {
        calendar.clear();
        Arrays.fill(armed, false);
        Arrays.fill(handle, NOT_SCHEDULED);
        Arrays.fill(speed, 0);
        Arrays.fill(age, 0);
        now = 0;
    }

    void remember(Memory memory) {
        memory.of(age, target, speed);
        memory.of(armed);
        memory.of(phase);
    }

    /** Sets a clock going from a given age to a target age; not running until it has a speed. */
    void arm(int clock, double fromAge, double targetAge) {
        if (handle[clock] != NOT_SCHEDULED) {
            calendar.cancel(handle[clock]);
            handle[clock] = NOT_SCHEDULED;
        }
        armed[clock] = true;
        phase[clock] = 0;
        age[clock] = fromAge;
        target[clock] = targetAge;
        since[clock] = now;
        speed[clock] = 0;
    }

    /** Own time consumed so far, in seconds. */
    double ageNow(int clock) {
        return speed[clock] == 0 ? age[clock] : age[clock] + (now - since[clock]) * speed[clock];
    }

    /** Lets an armed clock run at a speed; 0 pauses it. */
    void run(int clock, double newSpeed) {
        if (!armed[clock] || speed[clock] == newSpeed) {
            return;
        }
        age[clock] = ageNow(clock);
        since[clock] = now;
        speed[clock] = newSpeed;
        if (handle[clock] != NOT_SCHEDULED) {
            calendar.cancel(handle[clock]);
            handle[clock] = NOT_SCHEDULED;
        }
        if (newSpeed > 0) {
            double left = target[clock] - age[clock];
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

    void drop(int clock) {
        if (armed[clock]) {
            if (handle[clock] != NOT_SCHEDULED) {
                calendar.cancel(handle[clock]);
                handle[clock] = NOT_SCHEDULED;
            }
            armed[clock] = false;
            speed[clock] = 0;
        }
    }

    /** Marks the clock that has just rung as spent. */
    void spent(int clock) {
        handle[clock] = NOT_SCHEDULED;
        armed[clock] = false;
        age[clock] = target[clock];
        since[clock] = now;
        speed[clock] = 0;
    }

    boolean isRunning(int clock) {
        return armed[clock] && speed[clock] > 0;
    }
}
