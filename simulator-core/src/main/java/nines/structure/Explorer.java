package nines.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Renewal;
import nines.blueprint.Takeover;
import nines.distribution.Distribution;

/**
 * Finds all states of a structure and the transitions between them, by the very rules that a simulation runs: in each
 * state every running clock is let ring, every outcome of what is then drawn is tried, and the rules without delay settle
 * what follows. The result is a Markov chain if every clock that runs is memoryless; otherwise the first clock that is
 * not is named.
 *
 * <p>Two states are the same when all automata are in the same phases and all jobs wait in the same order. That they then
 * have the same future is checked on the way: the same state must always have the same clocks running at the same rates.
 */
public final class Explorer {
    private static final int INSTANT_MAX = 10_000;
    private static final int[] NONE = {};

    /** Bytes that states which are found and wait to be explored may take. */
    private static final long WAITING_MAX = 1L << 30;

    private final Wiring wiring;
    private final ScriptedChance chance = new ScriptedChance();
    private final World world;
    private final Clocks clocks;
    private final Memory memory = new Memory();
    private final int statesMax;
    private final long waitingMax;
    private final IdentityHashMap<Law, PhaseLaw> phaseLaws = new IdentityHashMap<>();
    /** Clocks whose laws may have several phases: the phase is part of the state. */
    private final int[] phased;

    private final boolean[] isPhased;
    /** Age at which each watch's clock would ring that began when its target refused. */
    private final double[] atHazardOne;

    private final Keys keys;
    private final StateKey key;

    private final ArrayDeque<Memory.Snapshot> frontier = new ArrayDeque<>();

    // The states found, by number.
    private final Seen seen;
    private long[] futures = new long[1024];

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
        waitingMax = bytesMax / memory.bytes();
        seen = new Seen(world, sight);
        atHazardOne = new double[wiring.watches.length];
        for (int w = 0; w < atHazardOne.length; w++) {
            atHazardOne[w] = wiring.fallRefused[w].distribution().inverseHazard(1);
        }
        isPhased = new boolean[wiring.clocks];
        int several = 0;
        for (int clock = 0; clock < wiring.clocks; clock++) {
            for (Law law : lawsOf(clock)) {
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
        }
        phased = new int[several];
        for (int clock = 0, at = 0; clock < wiring.clocks; clock++) {
            if (isPhased[clock]) {
                phased[at++] = clock;
            }
        }
        key = new StateKey(world, isPhased, atHazardOne);
        keys = new Keys(key.array().length);
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
        refuseWhatRemembersTime();
        chance.begin();
        do {
            world.begin();
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
            leave(frontier.remove());
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

    private void leave(Memory.Snapshot state) throws Refusal {
        memory.restore(state);
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
                leave(clock, 1, state);
            }
        }
        for (int o = 0; o < times.length; o++) {
            for (int i = 0; i < times[o].length; i++) {
                for (int clock : times[o][i] == 0 ? NONE : key.clocks(o, i)) {
                    if (clocks.isRunning(clock)) {
                        leave(clock, times[o][i], state);
                    }
                }
            }
        }
    }

    /** Lets a clock ring, or one of several that are alike. */
    private void leave(int clock, int times, Memory.Snapshot state) throws Refusal {
        PhaseLaw phases = isPhased[clock] ? phaseLaws.get(lawOf(clock)) : null;
        if (phases == null) {
            ring(clock, times * rateOf(clock), state);
            return;
        }
        int phase = clocks.phase[clock] - 1;
        double speed = times * clocks.speed(clock);
        for (int next = 0; next < phases.phases(); next++) {
            if (phases.rate()[phase][next] > 0) {
                clocks.phase[clock] = next + 1;
                arrive(speed * phases.rate()[phase][next]);
                memory.restore(state);
            }
        }
        ring(clock, speed * phases.exit()[phase], state);
    }

    private void ring(int clock, double speed, Memory.Snapshot state) throws Refusal {
        if (!(speed > 0)) {
            return;
        }
        chance.begin();
        do {
            world.ring(clock);
            settled();
            arrive(speed * chance.probability());
            memory.restore(state);
        } while (chance.next());
    }

    /** Lets clocks ring that take no time, until all that run take some. */
    private void settled() {
        for (int count = 0; count < INSTANT_MAX; count++) {
            int due = -1;
            for (int clock = 0; clock < wiring.clocks && due < 0; clock++) {
                if (clocks.isRunning(clock) && lawOf(clock).mean() == 0) {
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
                PhaseLaw phases = phaseLaws.get(lawOf(clock));
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
                throw new Refusal("more than " + statesMax + " states");
            }
            if (frontier.size() > waitingMax) {
                throw new Refusal("more states than fit into memory: " + keys.count() + " were found, and "
                        + frontier.size() + " of them wait to be explored");
            }
            note(state);
            frontier.add(memory.save());
        } else if (futures[state] != future()) {
            throw new IllegalStateException("two states that look the same have different futures: state " + state);
        }
        if (transitions == to.length) {
            to = Arrays.copyOf(to, 2 * transitions);
            rate = Arrays.copyOf(rate, 2 * transitions);
        }
        to[transitions] = state;
        rate[transitions++] = speed;
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
            throw new Refusal(wiring.journeys[byTheHour].name() + ": whether it is up depends on the hour of the day");
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
        Law law = lawOf(clock);
        if (law.mean() == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (!law.distribution().isExponential()) {
            throw new Refusal(
                    wiring.sources.name(clock) + ": " + law.distribution().text() + " is not memoryless");
        }
        return clocks.speed(clock) / law.mean();
    }

    /** The law by which a running clock was started. */
    private Law lawOf(int clock) {
        int i = wiring.clockIndex[clock];
        return switch (wiring.clockKind[clock]) {
            case Wiring.FAIL -> wiring.failLaw[i];
            case Wiring.STAGE -> wiring.stageLaw[i][world.modePhase[i] - 1];
            case Wiring.BELIEF -> lawOfBelief(i);
            case Wiring.POST -> lawOfPost(i);
            case Wiring.STAND_IN -> {
                int stages = wiring.standInLaw[i].length;
                int phase = world.standInPhase[i];
                yield phase <= stages ? wiring.standInLaw[i][phase - 1] : wiring.standInByHand[i][phase - stages - 1];
            }
            case Wiring.RESTART -> wiring.restartLaw[i];
            case Wiring.INSPECTION ->
                wiring.supplies.inspection[i / wiring.blueprint.parts().size()];
            case Wiring.DELIVERY -> wiring.supplies.delivery[wiring.supplies.shelf[i]];
            case Wiring.PLAN_NEXT -> wiring.planLaws.every[i];
            case Wiring.PLAN_END -> wiring.planLaws.law[i][world.underWay.phase[i]];
            case Wiring.MOVE -> wiring.moveLaw[i];
            case Wiring.SHOCK -> wiring.shockLaw[i];
            default -> throw new IllegalStateException("no law of a clock: " + wiring.sources.name(clock));
        };
    }

    /** All laws by which a clock may be started. */
    private List<Law> lawsOf(int clock) {
        int i = wiring.clockIndex[clock];
        return switch (wiring.clockKind[clock]) {
            case Wiring.FAIL -> List.of(wiring.failLaw[i]);
            case Wiring.STAGE -> List.of(wiring.stageLaw[i]);
            case Wiring.BELIEF -> {
                int w = wiring.beliefWatch[i];
                yield List.of(
                        wiring.fallRefused[w],
                        wiring.fallHangs[w],
                        wiring.rise[w],
                        wiring.falseAlarm[w],
                        wiring.falseEnds[w]);
            }
            case Wiring.POST -> {
                int t = wiring.postTakeover[i];
                List<Law> laws = joined(wiring.takeoverLaw[t], wiring.byHandLaw[t]);
                laws.add(wiring.quietLaw[t]);
                yield laws;
            }
            case Wiring.STAND_IN -> joined(wiring.standInLaw[i], wiring.standInByHand[i]);
            case Wiring.RESTART -> List.of(wiring.restartLaw[i]);
            case Wiring.INSPECTION -> {
                Law law =
                        wiring.supplies.inspection[i / wiring.blueprint.parts().size()];
                yield law == null ? List.of() : List.of(law);
            }
            case Wiring.DELIVERY -> List.of(wiring.supplies.delivery[wiring.supplies.shelf[i]]);
            case Wiring.PLAN_NEXT -> List.of(wiring.planLaws.every[i]);
            case Wiring.PLAN_END -> List.of(wiring.planLaws.law[i]);
            case Wiring.MOVE -> List.of(wiring.moveLaw[i]);
            case Wiring.SHOCK -> List.of(wiring.shockLaw[i]);
            default -> List.of();
        };
    }

    private static List<Law> joined(Law[] some, Law[] more) {
        List<Law> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all;
    }

    private Law lawOfBelief(int b) {
        int w = wiring.beliefWatch[b];
        return switch (world.beliefClock[b]) {
            case 0 -> wiring.falseAlarm[w];
            case 1 -> key.fallsAsHang(b) == 1 ? wiring.fallHangs[w] : wiring.fallRefused[w];
            case 3 -> wiring.falseEnds[w];
            default -> wiring.rise[w];
        };
    }

    private Law lawOfPost(int q) {
        int t = wiring.postTakeover[q];
        int stages = wiring.takeoverLaw[t].length;
        int phase = world.postPhase[q];
        if (phase == World.HELD) {
            return wiring.quietLaw[t];
        }
        return phase <= stages ? wiring.takeoverLaw[t][phase - 1] : wiring.byHandLaw[t][phase - stages - 1];
    }

    /** What the state would have to remember besides its phases. */
    private void refuseWhatRemembersTime() throws Refusal {
        Blueprint blueprint = wiring.blueprint;
        for (Takeover takeover : wiring.takeovers) {
            if (takeover.antiFlap() > 0) {
                throw new Refusal(takeover.stream() + ": the time since the last take-over decides on the next one");
            }
        }
        for (Crew crew : blueprint.crews()) {
            if (!crew.shifts().isEmpty()) {
                throw new Refusal(crew.stream() + ": works by the clock on the wall");
            }
        }
        for (int m = 0; m < wiring.modes.length; m++) {
            if (wiring.modes[m].renewal() == Renewal.NOTHING && isPhased[wiring.clock(Wiring.FAIL, m)]) {
                throw new Refusal(wiring.modes[m].stream() + ": keeps its age over a repair, which a law of several"
                        + " phases cannot");
            }
        }
        for (var plan : wiring.plans) {
            if (!Double.isNaN(plan.first())) {
                throw new Refusal(plan.stream() + ": begins at a fixed time");
            }
        }
        for (var tolerance : wiring.tolerances) {
            if (tolerance.law().mean() > 0) {
                throw new Refusal(tolerance.stream() + ": the store remembers how much of it is used");
            }
        }
        for (var standIn : wiring.standIns) {
            if (standIn.runsFor() < Double.POSITIVE_INFINITY) {
                throw new Refusal(standIn.stream() + ": its fuel lasts a fixed time");
            }
        }
        for (var plan : wiring.plans) {
            if (plan.reach().spread() > 0) {
                throw new Refusal(plan.stream() + ": its hits are spread evenly over a fixed time");
            }
            if (plan.reach().gaps().length > 0 || plan.reach().rollout() != null) {
                throw new Refusal(plan.stream() + ": its steps follow each other after fixed times");
            }
        }
        for (var shock : wiring.shocks) {
            if (shock.spread() > 0) {
                throw new Refusal(shock.stream() + ": its hits are spread evenly over a fixed time");
            }
        }
    }
}
