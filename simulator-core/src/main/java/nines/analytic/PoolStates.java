package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nines.blueprint.Mode;
import nines.structure.Explored;
import nines.structure.Sight;
import nines.structure.StateSpace;

/** All states of a {@link Pool} and the transitions between them. */
final class PoolStates {
    private final Pool pool;
    private final int statesMax;
    private final Truths now;
    private final Truths then;
    private final PoolViews views;
    private final Event[] events;
    private final int[] siteful;
    private final Numbering states = new Numbering();
    /** Units in each state: in the state that is left, and in those that follow while choices are open. */
    private int[][] counts = new int[2][];

    private int[] from = new int[1 << 10];
    private int[] to = new int[1 << 12];
    private double[] rate = new double[1 << 12];
    private int transitions;
    private int begin;

    /**
     * What may happen to one unit in a state.
     *
     * @param state of the unit before
     * @param next of the unit after
     * @param perSecond rate of one unit
     * @param alive node that must be true, or -1
     * @param also another one, or -1
     * @param released crew whose hands are free then, or -1
     * @param asked crew that a job is given to, or -1
     * @param turns whether it changes what holds the unit's nodes down
     */
    private record Event(
            int state, int next, double perSecond, int alive, int also, int released, int asked, boolean turns) {}

    private PoolStates(Pool pool, Sight sight, int statesMax) {
        this.pool = pool;
        this.statesMax = statesMax;
        now = new Truths(pool);
        then = new Truths(pool);
        views = new PoolViews(pool, sight);
        List<Event> all = new ArrayList<>();
        for (int s = 0; s < pool.species.size(); s++) {
            for (int state = 0; state < pool.species.get(s).states.size(); state++) {
                for (int m = 0; m < pool.species.get(s).modes.length; m++) {
                    add(all, s, state, m);
                }
            }
        }
        events = all.toArray(Event[]::new);
        siteful = java.util.stream.IntStream.range(0, pool.hands.length)
                .filter(c -> pool.hands[c].jobs.stream().anyMatch(job -> job.site() >= 0))
                .toArray();
        at(0);
        at(1);
    }

    private void add(List<Event> all, int s, int state, int m) {
        Species of = pool.species.get(s);
        Mode mode = of.modes[m];
        Species.Condition condition = of.condition(state, m);
        if (condition.doing() == Species.Doing.LOST || condition.doing() == Species.Doing.WAITING) {
            return;
        }
        int follows = of.after(state, m);
        int next = of.moved(state, m, follows);
        if (next < 0) {
            return;
        }
        Species.Condition after = of.condition(next, m);
        int asked = after.doing() == Species.Doing.WAITING ? mode.crew() : -1;
        int here = pool.base[s] + state;
        int there = pool.base[s] + next;
        if (condition.doing() == Species.Doing.UP) {
            int alive = mode.operating() ? mode.unit() : -1;
            double perSecond = 1 / mode.timeToFailure().mean();
            all.add(new Event(here, there, perSecond, alive, mode.onlyWhile(), -1, asked, true));
        } else {
            int released = condition.held() && !after.held() ? mode.crew() : -1;
            double perSecond = Pool.rate(mode, condition.stage());
            all.add(new Event(here, there, perSecond, mode.site(), -1, released, asked, follows == 0));
        }
    }

    /** Goes through the states of a pool, beginning with all units up. */
    static Explored of(Pool pool, Sight sight, int statesMax) {
        PoolStates states = new PoolStates(pool, sight, statesMax);
        return states.explore() ? states.space() : new Explored.Refused(states.tooMany());
    }

    /** How many there are at most, and who makes them so many. */
    private String tooMany() {
        double most = 1;
        StringBuilder kinds = new StringBuilder();
        for (Species of : pool.species) {
            double ways = 1;
            int conditions = of.states.size();
            for (int k = 1; k < conditions; k++) {
                ways *= (of.size + k) / (double) k;
            }
            most *= ways;
            int part = of.modes[0].part();
            kinds.append(kinds.isEmpty() ? "" : ", ")
                    .append(of.size)
                    .append(" × ")
                    .append(part >= 0 ? pool.blueprint.parts().get(part).name() : of.modes[0].stream())
                    .append(String.format(Locale.ROOT, " (%.0f)", ways));
        }
        return String.format(
                Locale.ROOT,
                "more than %d states: units that are alike are counted, and there are up to %.3g counts in all, a product of"
                        + " %s. More are tried with `--states`; fewer kinds, instances or stages of repair make it smaller",
                statesMax,
                most,
                kinds);
    }

    private boolean explore() {
        states.of(0);
        Arrays.fill(counts[0], 0);
        pool.unpack(0, counts[0]);
        views.note(0, counts[0]);
        for (int state = 0; state < states.count(); state++) {
            if (state + 2 > from.length) {
                from = Arrays.copyOf(from, 2 * from.length);
            }
            begin = transitions;
            from[state] = begin;
            leave(state);
            if (states.count() > statesMax) {
                return false;
            }
        }
        from[states.count()] = transitions;
        return true;
    }

    private StateSpace space() {
        return new StateSpace(
                pool.blueprint,
                new StateSpace.Transitions(
                        states.count(),
                        new int[] {0},
                        new double[] {1},
                        Arrays.copyOf(from, states.count() + 1),
                        Arrays.copyOf(to, transitions),
                        Arrays.copyOf(rate, transitions)),
                views.found());
    }

    // ---------------------------------------------------------------- leaving a state

    private void leave(int state) {
        int[] here = counts[0];
        pool.unpack(states.key(state), here);
        now.look(here);
        for (Event event : events) {
            int units = here[event.state];
            if (units == 0
                    || event.alive >= 0 && !now.isTrue(event.alive, event.state)
                    || event.also >= 0 && !now.isTrue(event.also, event.state)) {
                continue;
            }
            int[] next = counts[1];
            System.arraycopy(here, 0, next, 0, here.length);
            happens(state, event, units * event.perSecond);
        }
        for (int c = 0; c < pool.hands.length; c++) {
            if (pool.hands[c].choice == Hands.Choice.FOUND) {
                looksAround(state, c);
            }
        }
    }

    private void happens(int state, Event event, double speed) {
        int[] next = counts[1];
        next[event.state]--;
        if (event.released >= 0) {
            // The hands go on before anybody sees that the unit is back, as in the structure itself.
            hand(state, event, event.released, 0, speed, 1);
        } else {
            arrives(state, event, speed, 1);
        }
    }

    /** The unit is in its next state; whoever is asked looks at the job. */
    private void arrives(int state, Event event, double speed, int depth) {
        int[] next = counts[depth];
        next[event.next]++;
        if (event.turns && siteful.length > 0) {
            then.look(next);
        }
        if (event.asked >= 0) {
            hand(state, event, event.asked, 1, speed, depth);
        } else {
            settles(state, event, 0, speed, depth);
        }
    }

    /** Nobody works where the place is down; hands that are free, or needed elsewhere, take what they can. */
    private void settles(int state, Event event, int at, double speed, int depth) {
        if (!event.turns || at == siteful.length) {
            found(state, speed, counts[depth]);
            return;
        }
        int c = siteful[at];
        int[] next = counts[depth];
        for (Hands.Job job : pool.hands[c].jobs) {
            if (job.site() >= 0 && next[job.working()] > 0 && !then.isTrue(job.site(), job.working())) {
                next[job.waiting()] += next[job.working()];
                next[job.working()] = 0;
            }
        }
        hand(state, event, c, 2 + at, speed, depth);
    }

    /** Free hands take what they can, one job after the other; phase 0 is before the unit is in its next state. */
    private void hand(int state, Event event, int c, int phase, double speed, int depth) {
        Hands hands = pool.hands[c];
        int[] next = counts[depth];
        Truths truths = phase > 0 && event.turns && siteful.length > 0 ? then : now;
        int free = hands.choice == Hands.Choice.FOUND ? 0 : hands.people() - busy(hands, next);
        while (free > 0) {
            int kinds = 0;
            int jobs = 0;
            Hands.Job first = null;
            for (Hands.Job job : hands.jobs) {
                if (canBeDone(job, next, truths)) {
                    kinds++;
                    jobs += next[job.waiting()];
                    first = first == null || job.rank() < first.rank() ? job : first;
                }
            }
            if (first == null) {
                break;
            }
            boolean open = kinds > 1 && (hands.choice == Hands.Choice.KIND || hands.choice == Hands.Choice.JOB);
            if (open) {
                for (Hands.Job job : hands.jobs) {
                    if (canBeDone(job, next, truths)) {
                        double share =
                                hands.choice == Hands.Choice.KIND ? 1.0 / kinds : (double) next[job.waiting()] / jobs;
                        int[] branch = at(depth + 1);
                        System.arraycopy(next, 0, branch, 0, next.length);
                        move(branch, job.waiting(), job.working());
                        hand(state, event, c, phase, speed * share, depth + 1);
                    }
                }
                return;
            }
            move(next, first.waiting(), first.working());
            free--;
        }
        while (hands.preempts() && interrupts(hands, next, truths)) {
            // Goes on until nobody works on less than what waits.
        }
        if (phase == 0) {
            arrives(state, event, speed, depth);
        } else {
            settles(state, event, phase - 1, speed, depth);
        }
    }

    private static boolean canBeDone(Hands.Job job, int[] next, Truths truths) {
        return next[job.waiting()] > 0 && (job.site() < 0 || truths.isTrue(job.site(), job.waiting()));
    }

    /** A more urgent job takes the hands of the least urgent one. */
    private static boolean interrupts(Hands hands, int[] next, Truths truths) {
        Hands.Job best = null;
        Hands.Job worst = null;
        for (Hands.Job job : hands.jobs) {
            if (canBeDone(job, next, truths) && (best == null || job.rank() < best.rank())) {
                best = job;
            }
            if (next[job.working()] > 0 && (worst == null || job.rank() > worst.rank())) {
                worst = job;
            }
        }
        if (best == null || worst == null || best.rank() >= worst.rank()) {
            return false;
        }
        move(next, worst.working(), worst.waiting());
        move(next, best.waiting(), best.working());
        return true;
    }

    private static void move(int[] next, int one, int other) {
        next[one]--;
        next[other]++;
    }

    private static int busy(Hands hands, int[] next) {
        int busy = 0;
        for (int state = 0; state < next.length; state++) {
            busy += hands.held[state] * next[state];
        }
        return busy;
    }

    private int[] at(int depth) {
        if (depth == counts.length) {
            counts = Arrays.copyOf(counts, 2 * depth);
        }
        if (counts[depth] == null) {
            counts[depth] = new int[pool.states()];
        }
        return counts[depth];
    }

    /** While somebody is free, the kinds of jobs that wait are looked for side by side. */
    private void looksAround(int state, int c) {
        Hands hands = pool.hands[c];
        int[] here = counts[0];
        if (busy(hands, here) >= hands.people()) {
            return;
        }
        for (Hands.Job job : hands.jobs) {
            if (canBeDone(job, here, now)) {
                int[] next = counts[1];
                System.arraycopy(here, 0, next, 0, here.length);
                move(next, job.waiting(), job.working());
                found(state, hands.finding(), next);
            }
        }
    }

    /** Notes a transition. */
    private void found(int state, double speed, int[] next) {
        long packed = pool.packed(next);
        int before = states.count();
        int to = states.of(packed);
        if (to == before) {
            views.note(to, next);
        }
        if (to == state) {
            return;
        }
        for (int k = begin; k < transitions; k++) {
            if (this.to[k] == to) {
                rate[k] += speed;
                return;
            }
        }
        if (transitions == this.to.length) {
            this.to = Arrays.copyOf(this.to, 2 * transitions);
            rate = Arrays.copyOf(rate, 2 * transitions);
        }
        this.to[transitions] = to;
        rate[transitions++] = speed;
    }
}
