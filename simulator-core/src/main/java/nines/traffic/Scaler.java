package nines.traffic;

import java.util.Arrays;
import nines.blueprint.Pool;
import nines.blueprint.Scaling;
import nines.kernel.EventCalendar;
import nines.structure.Stepper;

/**
 * The control loop of one pool: compares how busy its instances are with the target, adds some, which takes its time, and
 * takes some away, slowly. It follows the horizontal autoscaler of Kubernetes: what is starting counts as idle before more is
 * added; at most four more or twice as many at a time; before fewer, the largest wish of a while counts.
 */
final class Scaler {
    private static final int OFF = 0;
    private static final int STARTING = 1;
    private static final int ON = 2;

    /** Instances that may be added at once however few there are. */
    private static final int ADDED_AT_ONCE = 4;

    private final Scaling rule;
    private final int[] members;
    private final int pool;
    private final Stations stations;
    private final Flow flow;
    private final EventCalendar calendar;
    private final Draw start;
    private final int[] state;
    private final double[] due;
    /** Worker-seconds of each member at the last look. */
    private final double[] known;
    /** The wishes of a while, in a ring. */
    private final int[] wishes;

    private int looks;

    Scaler(Pool of, int pool, Flow flow) {
        Scaling scaling = of.scaling();
        if (scaling == null) {
            throw new IllegalArgumentException(of.name() + " is not scaled");
        }
        rule = scaling;
        this.pool = pool;
        this.flow = flow;
        stations = flow.stations;
        calendar = flow.calendar;
        members = of.stations();
        start = new Draw(rule.start(), of.name(), "starts");
        state = new int[members.length];
        due = new double[members.length];
        known = new double[members.length];
        wishes = new int[1 + (int) Math.floor(rule.downAfter() / rule.every())];
    }

    void begin(long seed, long replication) {
        start.begin(seed, replication);
        Arrays.fill(known, 0);
        Arrays.fill(wishes, rule.initial());
        looks = 0;
        for (int i = 0; i < members.length; i++) {
            state[i] = i < rule.initial() ? ON : OFF;
            stations.on[members[i]] = state[i] == ON;
        }
        calendar.schedule(calendar.time() + rule.every(), pool << Happening.KIND_BITS | Happening.SCALE);
    }

    /** The sums of the journal are about to begin anew. */
    void journalBeginsAnew() {
        for (int i = 0; i < members.length; i++) {
            known[i] -= stations.workerSeconds(members[i], calendar.time());
        }
    }

    /** Looks how busy the instances are; true when fewer are there than before. */
    boolean look(Stepper structure) {
        double now = calendar.time();
        calendar.schedule(now + rule.every(), pool << Happening.KIND_BITS | Happening.SCALE);
        double used = 0;
        int on = 0;
        int starting = 0;
        for (int i = 0; i < members.length; i++) {
            double area = stations.workerSeconds(members[i], now);
            used += state[i] == ON ? area - known[i] : 0;
            known[i] = area;
            on += state[i] == ON ? 1 : 0;
            starting += state[i] == STARTING ? 1 : 0;
        }
        if (rule.controller() >= 0 && !structure.works(rule.controller())) {
            return false;
        }
        int present = on + starting;
        int wanted = wanted(used / (rule.every() * stations.workers(members[0])), on, present);
        wanted = Math.max(rule.min(), Math.min(members.length, wanted));
        wishes[looks++ % wishes.length] = wanted;
        if (wanted > present) {
            add(wanted - present);
            return false;
        }
        int most = wanted;
        for (int wish : wishes) {
            most = Math.max(most, wish);
        }
        return most < present && take(present - most);
    }

    /** How many instances would be as busy as wished: {@code used} instances are busy throughout. */
    private int wanted(double used, int on, int present) {
        double ratio = on == 0 ? Double.POSITIVE_INFINITY : used / (on * rule.target());
        if (Math.abs(ratio - 1) <= rule.tolerance()) {
            return present;
        }
        if (ratio > 1) {
            // What is starting counts as idle: it would not be asked for twice.
            double idle = used / (Math.max(1, present) * rule.target());
            if (idle <= 1 + rule.tolerance()) {
                return present;
            }
            long wish = (long) Math.ceil(present * idle - 1e-9);
            return (int) Math.min(wish, present + Math.max(ADDED_AT_ONCE, present));
        }
        // What is starting counts as fully busy before fewer are wished for.
        double busy = (used + present - on) / (present * rule.target());
        return busy >= 1 - rule.tolerance() ? present : (int) Math.ceil(present * busy - 1e-9);
    }

    private void add(int count) {
        int left = count;
        for (int i = 0; i < members.length && left > 0; i++) {
            if (state[i] == OFF) {
                state[i] = STARTING;
                due[i] = calendar.time() + start.next();
                calendar.schedule(due[i], members[i] << Happening.KIND_BITS | Happening.STARTED);
                left--;
            }
        }
    }

    /** Takes the last ones away; what they have in hand they finish. */
    private boolean take(int count) {
        int left = count;
        boolean fewer = false;
        for (int i = members.length - 1; i >= 0 && left > 0; i--) {
            if (state[i] != OFF) {
                fewer |= state[i] == ON;
                switchTo(i, false);
                state[i] = OFF;
                left--;
            }
        }
        return fewer;
    }

    /** An instance has started, if it is still wanted. */
    boolean started(int station) {
        for (int i = 0; i < members.length; i++) {
            if (members[i] == station && state[i] == STARTING && due[i] == calendar.time()) {
                state[i] = ON;
                switchTo(i, true);
                stations.startFresh(station);
                return true;
            }
        }
        return false;
    }

    private void switchTo(int i, boolean on) {
        int s = members[i];
        if (stations.on[s] != on) {
            stations.on[s] = on;
            flow.journal.offArea[s] += on ? calendar.time() : -calendar.time();
        }
    }

    /** Instances that serve, for checks. */
    int count() {
        int count = 0;
        for (int each : state) {
            count += each == ON ? 1 : 0;
        }
        return count;
    }
}
