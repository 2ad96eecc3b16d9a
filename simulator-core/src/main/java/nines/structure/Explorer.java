package nines.structure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.stream.IntStream;
import nines.blueprint.Blueprint;
import nines.distribution.Distribution;

/**
 * Finds all states of a structure and the transitions between them, by the very rules that a simulation runs: in each
 * state every running clock is let ring, every outcome of what is then drawn is tried, and the rules without delay settle
 * what follows. The result is a Markov chain if every clock that runs is memoryless; otherwise the first clock that is
 * not is named.
 *
 * <p>Two states are the same when all automata are in the same phases and all jobs wait in the same order. That they then
 * have the same future is checked on the way: the same state must have the same clocks running at the same rates.
 */
public final class Explorer {
    private static final int INSTANT_MAX = 10_000;
    private static final int[] NONE = {};
    /** Chains up to so many states are checked at every transition, larger ones at the second arrival in each state. */
    private static final int CHECKED_THROUGHOUT = 4_096;

    /** Bytes that states which are found and wait to be explored may take. */
    private static final long WAITING_MAX = 1L << 30;

    private final Wiring wiring;
    private final ScriptedChance chance = new ScriptedChance();
    private final World world;
    private final Clocks clocks;
    private final Memory memory = new Memory();
    private final int statesMax;
    private final long bytesMax;
    private final IdentityHashMap<Law, PhaseLaw> phaseLaws = new IdentityHashMap<>();
    /** Clocks whose laws may have several phases: the phase is part of the state. */
    private final int[] phased;

    private final boolean[] isPhased;
    /** Clocks that may take no time. */
    private final int[] instant;

    private final ClockLaws laws;
    private final WhyNot whyNot;
    private final Keys keys;
    private final StateKey key;

    private final PutBy frontier = new PutBy();

    // The states found, by number.
    private final Seen seen;
    private long[] futures = new long[1024];
    private final BitSet checked = new BitSet();

    // The transitions found, by the state they leave.
    private int[] from = new int[1024];
    private int[] to = new int[4096];
    private double[] rate = new double[4096];
    private int transitions;

    /** Something that is not memoryless or too much; its message names it. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String why) {
            super(why);
        }
    }

    private Explorer(Blueprint blueprint, Sight sight, int statesMax, long bytesMax) {
        this.statesMax = statesMax;
        wiring = new Wiring(blueprint);
        world = new World(wiring, chance, Options.plain(), false);
        clocks = world.clocks;
        world.remember(memory);
        this.bytesMax = bytesMax;
        seen = new Seen(world, sight);
        laws = new ClockLaws(world);
        whyNot = new WhyNot(world);
        isPhased = new boolean[wiring.clocks];
        int several = 0;
        IntStream.Builder noTime = IntStream.builder();
        for (int clock = 0; clock < wiring.clocks; clock++) {
            for (Law law : laws.all(clock)) {
                boolean simple = law.mean() == 0
                        || law.mean() == Double.POSITIVE_INFINITY
                        || law.distribution().isExponential();
                PhaseLaw phases = simple ? null : PhaseLaw.of(law.distribution());
                if (phases != null) {
                    phaseLaws.put(law, phases);
                    isPhased[clock] = true;
                }
            }
            several += isPhased[clock] ? 1 : 0;
            if (laws.all(clock).stream().anyMatch(law -> law.mean() == 0)) {
                noTime.add(clock);
            }
        }
        phased = new int[several];
        for (int clock = 0, at = 0; clock < wiring.clocks; clock++) {
            if (isPhased[clock]) {
                phased[at++] = clock;
            }
        }
        instant = noTime.build().toArray();
        key = new StateKey(world, isPhased, laws);
        keys = new Keys(key.words());
    }

    /** Whether a law is one of phases, so that chains can follow it. */
    public static boolean hasPhases(Distribution law) {
        return PhaseLaw.of(law) != null;
    }

    /**
     * All states that can be reached from a fresh start.
     *
     * @param statesMax more states than this are refused
     */
    public static Explored explore(Blueprint blueprint, int statesMax) {
        return explore(blueprint, Sight.none(), statesMax);
    }

    /**
     * All states that can be reached from a fresh start, and what is seen of each.
     *
     * @param statesMax more states than this are refused
     */
    public static Explored explore(Blueprint blueprint, Sight sight, int statesMax) {
        return explore(blueprint, sight, statesMax, WAITING_MAX);
    }

    static Explored explore(Blueprint blueprint, Sight sight, int statesMax, long bytesMax) {
        try {
            return new Explorer(blueprint, sight, statesMax, bytesMax).explore();
        } catch (Refusal refusal) {
            return new Explored.Refused(refusal.getMessage() == null ? "" : refusal.getMessage());
        }
    }

    private StateSpace explore() throws Refusal {
        String remembered = whyNot.remembersTime(isPhased);
        if (remembered != null) {
            throw new Refusal(remembered);
        }
        chance.begin();
        do {
            world.begin();
            if (keys.count() == 0) {
                memory.begin();
            }
            settled();
            arrive(chance.probability());
        } while (chance.next());
        from[0] = 0;
        int starts = merge(0, -1);
        int[] startStates = Arrays.copyOf(to, starts);
        double[] startChances = Arrays.copyOf(rate, starts);
        transitions = 0;
        int state = 0;
        while (!frontier.isEmpty()) {
            if (state + 2 > from.length) {
                from = Arrays.copyOf(from, 2 * from.length);
            }
            from[state] = transitions;
            int at = frontier.take();
            memory.load(frontier.chunk(), at);
            leave();
            transitions = merge(from[state], state);
            state++;
        }
        from = Arrays.copyOf(from, state + 1);
        from[state] = transitions;
        return new StateSpace(
                wiring.blueprint,
                new StateSpace.Transitions(
                        state,
                        startStates,
                        startChances,
                        from,
                        Arrays.copyOf(to, transitions),
                        Arrays.copyOf(rate, transitions)),
                seen.found(state),
                seen.posts());
    }

    // ---------------------------------------------------------------- transitions

    private void leave() throws Refusal {
        key.look();
        int[][] times = new int[key.orbits()][];
        for (int o = 0; o < times.length; o++) {
            times[o] = new int[key.bundles(o)];
            for (int i = 0; i < times[o].length; i++) {
                times[o][i] = key.times(o, i);
            }
        }
        for (int clock = 0; clock < wiring.clocks; clock++) {
            if (clocks.isRunning(clock) && !key.isBundled(clock)) {
                leave(clock, 1);
            }
        }
        for (int o = 0; o < times.length; o++) {
            for (int i = 0; i < times[o].length; i++) {
                for (int clock : times[o][i] == 0 ? NONE : key.clocks(o, i)) {
                    if (clocks.isRunning(clock)) {
                        leave(clock, times[o][i]);
                    }
                }
            }
        }
    }

    /** Lets a clock ring, or one of several that are alike. */
    private void leave(int clock, int times) throws Refusal {
        PhaseLaw phases = isPhased[clock] ? phaseLaws.get(laws.of(clock)) : null;
        if (phases == null) {
            ring(clock, times * rateOf(clock));
            return;
        }
        int phase = clocks.phase[clock] - 1;
        double speed = times * clocks.speed(clock);
        for (int next = 0; next < phases.phases(); next++) {
            if (phases.rate()[phase][next] > 0) {
                clocks.phase[clock] = next + 1;
                arrive(speed * phases.rate()[phase][next]);
                memory.restore();
            }
        }
        ring(clock, speed * phases.exit()[phase]);
    }

    private void ring(int clock, double speed) throws Refusal {
        if (!(speed > 0)) {
            return;
        }
        chance.begin();
        do {
            world.ring(clock);
            settled();
            arrive(speed * chance.probability());
            memory.restore();
        } while (chance.next());
    }

    /** Lets clocks ring that take no time, until all that run take some. */
    private void settled() {
        for (int count = 0; count < INSTANT_MAX; count++) {
            int due = -1;
            for (int clock : instant) {
                if (due < 0 && clocks.isRunning(clock) && laws.of(clock).mean() == 0) {
                    due = clock;
                }
            }
            if (due < 0) {
                choosePhases();
                return;
            }
            world.ring(due);
        }
        throw new IllegalStateException(
                "something happens again and again without taking time: look at " + wiring.blueprint.machines());
    }

    private void choosePhases() {
        for (int clock : phased) {
            if (clocks.armed[clock] && clocks.phase[clock] == 0) {
                PhaseLaw phases = phaseLaws.get(laws.of(clock));
                if (phases != null) {
                    clocks.phase[clock] = 1 + chance.among(clock, phases.start());
                }
            }
        }
    }

    /** Adds a transition to the present state of the world, and the state when it is new. */
    private void arrive(double speed) throws Refusal {
        int before = keys.count();
        int state = keys.number(key.write());
        if (state == before) {
            if (state == statesMax) {
                throw new Refusal("more than " + statesMax + " states: " + size() + ". More are tried with `--states`");
            }
            note(state);
            int length = memory.write();
            frontier.add(memory.written(), length);
            if (frontier.bytes() > bytesMax) {
                throw new Refusal("more states than fit into memory: " + size());
            }
        } else if (state < CHECKED_THROUGHOUT || !checked.get(state)) {
            checked.set(state);
            if (futures[state] != future()) {
                throw new IllegalStateException("two states that look the same have different futures: state " + state);
            }
        }
        if (transitions == to.length) {
            to = Arrays.copyOf(to, 2 * transitions);
            rate = Arrays.copyOf(rate, 2 * transitions);
        }
        to[transitions] = state;
        rate[transitions++] = speed;
    }

    /** How large the chain is so far, and by whom. */
    private String size() {
        return keys.count() + " were found, " + frontier.count()
                + " of which were not yet left; conditions that multiply: "
                + Multiplying.words(key.fields(), keys)
                + ". Fewer instances, modes of failure or stages make it smaller, and so do instances that are alike"
                + " (same place, nobody asks for one by name): they are counted. A simulation has no such limit";
    }

    /** Joins transitions to the same state, leaves out those to {@code without}; the new end of the list. */
    private int merge(int start, int without) {
        for (int i = start + 1; i < transitions; i++) {
            int state = to[i];
            double speed = rate[i];
            int k = i - 1;
            while (k >= start && to[k] > state) {
                to[k + 1] = to[k];
                rate[k + 1] = rate[k];
                k--;
            }
            to[k + 1] = state;
            rate[k + 1] = speed;
        }
        int end = start;
        for (int i = start; i < transitions; i++) {
            if (to[i] == without) {
                continue;
            }
            if (end > start && to[end - 1] == to[i]) {
                rate[end - 1] += rate[i];
            } else {
                to[end] = to[i];
                rate[end++] = rate[i];
            }
        }
        return end;
    }

    // ---------------------------------------------------------------- states

    private void note(int state) throws Refusal {
        if (state == futures.length) {
            futures = Arrays.copyOf(futures, 2 * state);
        }
        futures[state] = future();
        int byTheHour = seen.note(state);
        if (byTheHour >= 0) {
            throw new Refusal(wiring.journeys[byTheHour].name()
                    + ": whether it is up depends on the hour of the day, as its load does"
                    + " while its capacity is limited; with `day-peak: 1x` and no `profile` it does not");
        }
    }

    /** A number that differs, most likely, when other clocks run or run at other rates. */
    private long future() throws Refusal {
        long sum = 0;
        for (int clock = 0; clock < wiring.clocks; clock++) {
            if (clocks.isRunning(clock)) {
                int kind = wiring.clockKind[clock];
                long which =
                        kind == Wiring.DELIVERY ? wiring.supplies.shelf[wiring.clockIndex[clock]] : key.kind(clock);
                long rate = Double.doubleToLongBits(isPhased[clock] ? clocks.speed(clock) : rateOf(clock));
                long mixed = (rate + which + 31L * clocks.phase[clock]) * 0x9E3779B97F4A7C15L + kind;
                sum += (mixed ^ mixed >>> 31) * 0xBF58476D1CE4E5B9L;
            }
        }
        return sum;
    }

    // ---------------------------------------------------------------- laws

    /** Rate of a running clock, per second. */
    private double rateOf(int clock) throws Refusal {
        Law law = laws.of(clock);
        if (law.mean() == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (!law.distribution().isExponential()) {
            throw new Refusal(whyNot.notMemoryless(clock));
        }
        return clocks.speed(clock) / law.mean();
    }
}
