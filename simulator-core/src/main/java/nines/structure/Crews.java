package nines.structure;

import java.util.Arrays;
import nines.blueprint.Crew;

/**
 * Who repairs what: queues of jobs (a job is a broken mode), and the hands that work on them.
 *
 * <p>Nobody works where the place is down: a job whose place goes down is suspended and its hands are free, for the place
 * itself may wait for them. It goes to the head of the queue, as one that a more urgent job has interrupted does, is
 * passed over while its place is down, and is then taken up where it was left.
 */
final class Crews {
    private final World world;
    private final Crew[] crews;
    private final int parts;
    /** Waiting jobs of each crew, the longest wait first. */
    final int[][] queue;

    final int[] waiting;
    final int[][] working;
    final int[] busy;
    final boolean[] onShift;
    /** When each crew's people come or go next, as its shifts say it: to the last bit. */
    private final double[] change;
    /** Whether work on the job has begun and is not over. */
    final boolean[] holdsCrew;
    /** Whether that work is interrupted: by a more urgent job, or because the place is down. */
    final boolean[] preempted;

    Crews(World world) {
        this.world = world;
        crews = world.wiring.blueprint.crews().toArray(Crew[]::new);
        parts = world.wiring.blueprint.parts().size();
        int modes = world.wiring.modes.length;
        queue = new int[crews.length][modes];
        working = new int[crews.length][modes];
        waiting = new int[crews.length];
        busy = new int[crews.length];
        onShift = new boolean[crews.length];
        change = new double[crews.length];
        holdsCrew = new boolean[modes];
        preempted = new boolean[modes];
    }

    void clear() {
        Arrays.fill(waiting, 0);
        Arrays.fill(busy, 0);
        Arrays.fill(onShift, true);
        Arrays.fill(holdsCrew, false);
        Arrays.fill(preempted, false);
    }

    void remember(Memory memory) {
        memory.of(queue);
        memory.of(working);
        memory.of(waiting, busy);
        memory.of(onShift, holdsCrew, preempted);
    }

    void begin() {
        for (int c = 0; c < crews.length; c++) {
            if (!crews[c].shifts().isEmpty()) {
                onShift[c] = works(c, 0);
                watch(c, 0);
            }
        }
    }

    /** Whether a mode's hands-on work goes on. */
    boolean atWork(int mode) {
        int crew = world.wiring.modes[mode].crew();
        return crew < 0 || !holdsCrew[mode] || !preempted[mode] && onShift[crew];
    }

    /** The place of a job went down or came back: hands leave it, or may come. */
    void placeChanged(int mode) {
        int c = world.wiring.modes[mode].crew();
        if (holdsCrew[mode] && !preempted[mode] && !canBeDone(mode)) {
            preempted[mode] = true;
            removeWorking(c, mode);
            toTheFront(c, mode);
            dispatch(c);
        } else if (waits(c, mode)) {
            dispatch(c);
        }
    }

    private boolean canBeDone(int mode) {
        int site = world.wiring.modes[mode].site();
        return site < 0 || world.isTrue(site);
    }

    private boolean waits(int c, int mode) {
        for (int i = 0; i < waiting[c]; i++) {
            if (queue[c][i] == mode) {
                return true;
            }
        }
        return false;
    }

    private void toTheFront(int c, int mode) {
        System.arraycopy(queue[c], 0, queue[c], 1, waiting[c]++);
        queue[c][0] = mode;
    }

    /** Puts a job in the queue; it may be taken at once. */
    void ask(int mode) {
        int c = world.wiring.modes[mode].crew();
        queue[c][waiting[c]++] = mode;
        dispatch(c);
    }

    /** The job is done; the hands are free. */
    void release(int mode) {
        int c = world.wiring.modes[mode].crew();
        holdsCrew[mode] = false;
        removeWorking(c, mode);
        dispatch(c);
    }

    /** An inspection of one part has ended: its longest wait is taken. */
    void inspected(int index) {
        int c = index / parts;
        int part = index % parts;
        for (int i = 0; i < waiting[c]; i++) {
            if (world.wiring.modes[queue[c][i]].part() == part && canBeDone(queue[c][i])) {
                assign(c, i);
                break;
            }
        }
        dispatch(c);
    }

    void shiftChanges(int c) {
        onShift[c] = !onShift[c];
        watch(c, change[c]);
        for (int i = 0; i < busy[c]; i++) {
            world.repairs.retime(working[c][i]);
        }
        dispatch(c);
    }

    private void dispatch(int c) {
        if (!onShift[c]) {
            return;
        }
        Crew crew = crews[c];
        if (crew.order() == Crew.Order.FIRST_FOUND && world.wiring.supplies.inspection[c] != null) {
            inspect(c);
            return;
        }
        while (busy[c] < crew.people() && somethingCanBeDone(c)) {
            assign(c, next(c));
        }
        while (crew.preempts() && somethingCanBeDone(c)) {
            int best = next(c);
            int worst = leastUrgent(c);
            if (rank(c, queue[c][best]) >= rank(c, working[c][worst])) {
                break;
            }
            int stopped = working[c][worst];
            int taken = queue[c][best];
            preempted[stopped] = true;
            removeWorking(c, stopped);
            assign(c, indexOf(c, taken));
            toTheFront(c, stopped);
            world.repairs.retime(stopped);
        }
    }

    private boolean somethingCanBeDone(int c) {
        for (int i = 0; i < waiting[c]; i++) {
            if (canBeDone(queue[c][i])) {
                return true;
            }
        }
        return false;
    }

    /** Keeps one inspection running for each part that waits, while somebody is free. */
    private void inspect(int c) {
        boolean free = busy[c] < crews[c].people();
        for (int part = 0; part < parts; part++) {
            int clock = world.wiring.clock(Wiring.INSPECTION, c * parts + part);
            boolean wanted = false;
            for (int i = 0; i < waiting[c] && free && !wanted; i++) {
                wanted = world.wiring.modes[queue[c][i]].part() == part && canBeDone(queue[c][i]);
            }
            if (wanted && !world.clocks.armed[clock]) {
                world.start(clock, world.wiring.supplies.inspection[c]);
            } else if (!wanted) {
                world.clocks.drop(clock);
            }
        }
    }

    /** Which of the waiting jobs that can be done is next; there is one. */
    private int next(int c) {
        return switch (crews[c].order()) {
            case FIRST_COME, FIRST_FOUND -> firstThatCanBeDone(c);
            case PRIORITY -> {
                int best = firstThatCanBeDone(c);
                for (int i = best + 1; i < waiting[c]; i++) {
                    if (canBeDone(queue[c][i]) && rank(c, queue[c][i]) < rank(c, queue[c][best])) {
                        best = i;
                    }
                }
                yield best;
            }
            case AT_RANDOM -> oneOfTheParts(c);
        };
    }

    private int firstThatCanBeDone(int c) {
        for (int i = 0; i < waiting[c]; i++) {
            if (canBeDone(queue[c][i])) {
                return i;
            }
        }
        throw new IllegalStateException("no job waits for crew " + crews[c].stream());
    }

    private int oneOfTheParts(int c) {
        int kinds = 0;
        for (int i = 0; i < waiting[c]; i++) {
            kinds += isFirstOfItsPart(c, i) ? 1 : 0;
        }
        int chosen = world.chance.oneOf(world.branches.source(Wiring.SHIFT, c), kinds);
        for (int i = 0; i < waiting[c]; i++) {
            if (isFirstOfItsPart(c, i) && chosen-- == 0) {
                return i;
            }
        }
        throw new IllegalStateException("no job waits for crew " + crews[c].stream());
    }

    private boolean isFirstOfItsPart(int c, int i) {
        if (!canBeDone(queue[c][i])) {
            return false;
        }
        int part = world.wiring.modes[queue[c][i]].part();
        for (int k = 0; k < i; k++) {
            if (canBeDone(queue[c][k]) && world.wiring.modes[queue[c][k]].part() == part) {
                return false;
            }
        }
        return true;
    }

    private int leastUrgent(int c) {
        int worst = 0;
        for (int i = 1; i < busy[c]; i++) {
            if (rank(c, working[c][i]) >= rank(c, working[c][worst])) {
                worst = i;
            }
        }
        return worst;
    }

    private int rank(int c, int mode) {
        return crews[c].rank()[world.wiring.modes[mode].part()];
    }

    private int indexOf(int c, int mode) {
        for (int i = 0; i < waiting[c]; i++) {
            if (queue[c][i] == mode) {
                return i;
            }
        }
        throw new IllegalStateException("job is not waiting");
    }

    private void assign(int c, int index) {
        int mode = queue[c][index];
        System.arraycopy(queue[c], index + 1, queue[c], index, --waiting[c] - index);
        working[c][busy[c]++] = mode;
        holdsCrew[mode] = true;
        if (preempted[mode]) {
            preempted[mode] = false;
            world.repairs.retime(mode);
        } else {
            world.repairs.workBegins(mode);
        }
    }

    private void removeWorking(int c, int mode) {
        for (int i = 0; i < busy[c]; i++) {
            if (working[c][i] == mode) {
                System.arraycopy(working[c], i + 1, working[c], i, --busy[c] - i);
                return;
            }
        }
    }

    /** Sets the clock of a crew to the time at which its people come or go. */
    private void watch(int c, double time) {
        change[c] = nextChange(c, time);
        if (change[c] < Double.POSITIVE_INFINITY) {
            world.clocks.start(world.wiring.clock(Wiring.SHIFT, c), change[c] - world.clocks.now);
        }
    }

    private boolean works(int c, double time) {
        for (Crew.Shift shift : crews[c].shifts()) {
            if (works(shift, time)) {
                return true;
            }
        }
        return false;
    }

    /** When the crew stops or begins to work: shifts that meet or overlap are one stretch of work. */
    private double nextChange(int c, double time) {
        boolean now = works(c, time);
        double at = time;
        // Four of the longest cycle are more than enough to find a change, if there ever is one.
        double longest = 0;
        for (Crew.Shift shift : crews[c].shifts()) {
            longest = Math.max(longest, shift.cycle());
        }
        while (at <= time + 4 * longest) {
            double edge = Double.POSITIVE_INFINITY;
            for (Crew.Shift shift : crews[c].shifts()) {
                edge = Math.min(edge, nextEdge(shift, at));
            }
            at = edge;
            if (works(c, at) != now) {
                return at;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static boolean works(Crew.Shift shift, double time) {
        double cycles = Math.floor(time / shift.cycle());
        // A shift may last beyond the end of its cycle; edges are computed in one way only, so that they are met
        // exactly.
        for (double cycle = cycles - 1; cycle <= cycles; cycle++) {
            for (int k = 0; k < shift.times(); k++) {
                double from = start(shift, cycle, k);
                if (from <= time && time < from + shift.length()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double nextEdge(Crew.Shift shift, double time) {
        double edge = Double.POSITIVE_INFINITY;
        double cycles = Math.floor(time / shift.cycle());
        for (double cycle = cycles - 1; cycle <= cycles + 1; cycle++) {
            for (int k = 0; k < shift.times(); k++) {
                double from = start(shift, cycle, k);
                if (from > time) {
                    edge = Math.min(edge, from);
                }
                if (from + shift.length() > time) {
                    edge = Math.min(edge, from + shift.length());
                }
            }
        }
        return edge;
    }

    private static double start(Crew.Shift shift, double cycle, int k) {
        return cycle * shift.cycle() + k * shift.period() + shift.from();
    }
}
