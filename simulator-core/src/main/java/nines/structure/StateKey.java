package nines.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The state of a world as a key: the phases of all automata and who waits before whom. What belongs to interchangeable
 * instances is packed into one number an instance, and these numbers are sorted.
 */
final class StateKey {
    private static final int SHORTS = 4;

    private final World world;
    private final Wiring wiring;
    private final Clocks clocks;
    private final double[] atHazardOne;
    private final boolean[] isPhased;
    private final int[] phased;
    private final Symmetry.Bundle[][] orbits;
    private final int[][] clocksOf;
    private final long[][] packed;
    private final long[][] sorted;
    private final int[] orbitOfClock;
    private final int[] placeOfClock;
    private final BitSet bundledModes = new BitSet();
    private final BitSet bundledBeliefs = new BitSet();
    private final BitSet bundledRestarts = new BitSet();
    private final BitSet bundledClocks = new BitSet();
    private final int[] place;
    private final short[] key;

    StateKey(World world, boolean[] isPhased, double[] atHazardOne) {
        this.world = world;
        this.isPhased = isPhased;
        this.atHazardOne = atHazardOne;
        wiring = world.wiring;
        clocks = world.clocks;
        List<Symmetry.Bundle[]> some = new ArrayList<>();
        for (List<Symmetry.Bundle> orbit : Symmetry.of(wiring)) {
            if (fits(orbit.get(0))) {
                some.add(orbit.toArray(Symmetry.Bundle[]::new));
            }
        }
        orbits = some.toArray(Symmetry.Bundle[][]::new);
        packed = new long[orbits.length][];
        sorted = new long[orbits.length][];
        orbitOfClock = new int[wiring.clocks];
        placeOfClock = new int[wiring.clocks];
        Arrays.fill(orbitOfClock, -1);
        int bundles = 0;
        for (int o = 0; o < orbits.length; o++) {
            packed[o] = new long[orbits[o].length];
            sorted[o] = new long[orbits[o].length];
            bundles += orbits[o].length;
            for (Symmetry.Bundle bundle : orbits[o]) {
                int[] its = clocksOf(bundle);
                for (int i = 0; i < its.length; i++) {
                    orbitOfClock[its[i]] = o;
                    placeOfClock[its[i]] = i;
                    bundledClocks.set(its[i]);
                }
                Arrays.stream(bundle.modes()).forEach(bundledModes::set);
                Arrays.stream(bundle.beliefs()).forEach(bundledBeliefs::set);
                Arrays.stream(bundle.restarts()).forEach(bundledRestarts::set);
            }
        }
        clocksOf = new int[wiring.clocks][];
        phased = java.util.stream.IntStream.range(0, wiring.clocks)
                .filter(clock -> isPhased[clock] && !bundledClocks.get(clock))
                .toArray();
        place = new int[wiring.modes.length];
        key = new short[length() + SHORTS * bundles];
    }

    short[] array() {
        return key;
    }

    private int[] clocksOf(Symmetry.Bundle bundle) {
        int[] its = new int[2 * bundle.modes().length + bundle.beliefs().length + bundle.restarts().length];
        int at = 0;
        for (int m : bundle.modes()) {
            its[at++] = wiring.clock(Wiring.FAIL, m);
            its[at++] = wiring.clock(Wiring.STAGE, m);
        }
        for (int b : bundle.beliefs()) {
            its[at++] = wiring.clock(Wiring.BELIEF, b);
        }
        for (int r : bundle.restarts()) {
            its[at++] = wiring.clock(Wiring.RESTART, r);
        }
        return its;
    }

    /** Whether a bundle's state is one number. */
    private boolean fits(Symmetry.Bundle bundle) {
        double bits = 0;
        for (int m : bundle.modes()) {
            bits += 3 + log2(wiring.modes[m].repair().size() + 5);
            bits += wiring.modes[m].crew() >= 0 ? 2 * log2(wiring.modes.length + 2) + 1 : 0;
            bits += wiring.modes[m].spare() >= 0 ? log2(wiring.modes.length + 2) : 0;
        }
        bits += 2 * bundle.beliefs().length + bundle.restarts().length;
        for (int clock : clocksOf(bundle)) {
            bits += isPhased[clock] ? 7 : 0;
        }
        return bits < 62;
    }

    private static int log2(int n) {
        return 32 - Integer.numberOfLeadingZeros(n);
    }

    // ---------------------------------------------------------------- writing

    private int length() {
        int length = phased.length
                + (wiring.modes.length - bundledModes.cardinality()) * 6
                + wiring.beliefs
                + wiring.posts * 3
                + wiring.standIns.length
                + wiring.tolerances.length
                + wiring.restarts.length
                + wiring.machines.length;
        for (int p = 0; p < wiring.plans.length; p++) {
            length += 3 + world.underWay.most(p);
        }
        return length
                + 2 * wiring.supplies.delivery.length
                + 2 * wiring.blueprint.crews().size();
    }

    /** Writes the present state of the world. */
    short[] write() {
        pack();
        Arrays.fill(key, (short) -1);
        int at = 0;
        for (int m = 0; m < wiring.modes.length; m++) {
            if (!bundledModes.get(m)) {
                key[at++] = (short) world.modePhase[m];
                key[at++] = (short) (world.modePhase[m] == World.FOLLOWS ? world.leader[m] : -1);
                key[at++] = (short) waits(m);
                key[at++] = (short) works(m);
                key[at++] = (short) (wiring.modes[m].crew() >= 0 && world.crews.preempted[m] ? 1 : 0);
                key[at++] = (short) waitsForSpare(m);
            }
        }
        for (int b = 0; b < wiring.beliefs; b++) {
            if (!bundledBeliefs.get(b)) {
                key[at++] = (short) belief(b);
            }
        }
        for (int q = 0; q < wiring.posts; q++) {
            key[at++] = (short) world.postPhase[q];
            key[at++] = (short) world.postHolder[q];
            key[at++] = (short)
                    (world.postPhase[q] <= World.HELD
                            ? -1
                            : 4 * world.postCandidate[q]
                                    + (world.postPlanned[q] ? 1 : 0)
                                    + (world.postFenced[q] ? 2 : 0));
        }
        for (int s = 0; s < wiring.standIns.length; s++) {
            key[at++] = (short) world.standInPhase[s];
        }
        for (int t = 0; t < wiring.tolerances.length; t++) {
            key[at++] = (short) world.tolerancePhase[t];
        }
        for (int r = 0; r < wiring.restarts.length; r++) {
            if (!bundledRestarts.get(r)) {
                key[at++] = (short) (world.restarting[r] ? 1 : 0);
            }
        }
        for (int k = 0; k < wiring.machines.length; k++) {
            key[at++] = (short) world.machineState[k];
        }
        for (int p = 0; p < wiring.plans.length; p++) {
            at = writePlan(p, at);
        }
        for (int s = 0; s < wiring.supplies.delivery.length; s++) {
            key[at++] = (short) world.onShelf[s];
            int ordered = 0;
            for (int d = wiring.supplies.base[s]; d < wiring.supplies.base[s + 1]; d++) {
                ordered += clocks.armed[wiring.clock(Wiring.DELIVERY, d)] ? 1 : 0;
            }
            key[at++] = (short) ordered;
        }
        for (int c = 0; c < wiring.blueprint.crews().size(); c++) {
            key[at++] = (short) world.crews.waiting[c];
            key[at++] = (short) world.crews.busy[c];
        }
        for (int clock : phased) {
            key[at++] = (short) (clocks.armed[clock] ? clocks.phase[clock] : 0);
        }
        for (int o = 0; o < orbits.length; o++) {
            long[] numbers = sorted[o];
            System.arraycopy(packed[o], 0, numbers, 0, numbers.length);
            Arrays.sort(numbers);
            for (long number : numbers) {
                key[at++] = (short) number;
                key[at++] = (short) (number >> 16);
                key[at++] = (short) (number >> 32);
                key[at++] = (short) (number >> 48);
            }
        }
        return key;
    }

    /** The number of every bundle. */
    private void pack() {
        queues();
        for (int o = 0; o < orbits.length; o++) {
            for (int i = 0; i < orbits[o].length; i++) {
                packed[o][i] = number(orbits[o][i]);
            }
        }
    }

    private long number(Symmetry.Bundle bundle) {
        long number = 0;
        for (int m : bundle.modes()) {
            int crew = wiring.modes[m].crew();
            int stages = wiring.modes[m].repair().size();
            number = number * (stages + 5) + world.modePhase[m] + 3;
            if (crew >= 0) {
                int most = wiring.modes.length + 1;
                number = number * most + waits(m);
                number = number * most + works(m);
                number = number * 2 + (world.crews.preempted[m] ? 1 : 0);
            }
            if (wiring.modes[m].spare() >= 0) {
                number = number * (wiring.modes.length + 1) + waitsForSpare(m);
            }
            number = phase(number, wiring.clock(Wiring.FAIL, m));
            number = phase(number, wiring.clock(Wiring.STAGE, m));
        }
        for (int b : bundle.beliefs()) {
            number = phase(number * 8 + belief(b), wiring.clock(Wiring.BELIEF, b));
        }
        for (int r : bundle.restarts()) {
            number = phase(number * 2 + (world.restarting[r] ? 1 : 0), wiring.clock(Wiring.RESTART, r));
        }
        return number;
    }

    private long phase(long number, int clock) {
        return isPhased[clock] ? number * 128 + (clocks.armed[clock] ? clocks.phase[clock] : 0) : number;
    }

    private int belief(int b) {
        boolean falsely = !world.trusted[b] && world.beliefClock[b] == 3;
        return (world.trusted[b] ? 1 : 0) + 2 * fallsAsHang(b) + (falsely ? 4 : 0);
    }

    /** 1 while the clock of a removal runs that began when the target hung; laws are not exchanged while they run. */
    int fallsAsHang(int b) {
        int w = wiring.beliefWatch[b];
        int clock = wiring.clock(Wiring.BELIEF, b);
        boolean falls = clocks.armed[clock] && world.beliefClock[b] == 1;
        return falls && clocks.target(clock) != atHazardOne[w] ? 1 : 0;
    }

    private int writePlan(int p, int start) {
        int at = start;
        int most = world.underWay.most(p);
        if (world.underWay.step[p] < 0) {
            return at + 3 + most;
        }
        key[at++] = (short) world.underWay.step[p];
        key[at++] = (short) world.underWay.phase[p];
        int held = world.underWay.heldCount[p];
        key[at++] = (short) held;
        for (int i = 0; i < held; i++) {
            key[at + i] = (short) world.underWay.held[p][i];
        }
        return at + most;
    }

    // ---------------------------------------------------------------- queues

    /** Numbers the jobs of each queue; those that never compete are numbered apart. */
    private void queues() {
        Arrays.fill(place, 0);
        Crews crews = world.crews;
        for (int c = 0; c < wiring.blueprint.crews().size(); c++) {
            number(c, crews.queue[c], crews.waiting[c]);
            if (world.crew(c).preempts()) {
                number(c, crews.working[c], crews.busy[c]);
            }
        }
    }

    private void number(int c, int[] jobs, int count) {
        for (int i = 0; i < count; i++) {
            int ahead = 1;
            int rank = rank(c, jobs[i]);
            for (int k = 0; k < i; k++) {
                ahead += rank(c, jobs[k]) == rank ? 1 : 0;
            }
            place[jobs[i]] = ahead;
        }
    }

    /** Jobs of different ranks never wait for each other's order. */
    private int rank(int c, int mode) {
        var crew = world.crew(c);
        return switch (crew.order()) {
            case PRIORITY -> crew.rank()[wiring.modes[mode].part()];
            case AT_RANDOM -> wiring.modes[mode].part();
            case FIRST_FOUND -> wiring.supplies.inspection[c] == null ? 0 : wiring.modes[mode].part();
            case FIRST_COME -> 0;
        };
    }

    private int waits(int m) {
        int crew = wiring.modes[m].crew();
        return crew >= 0 && !world.crews.holdsCrew[m] ? place[m] : 0;
    }

    private int works(int m) {
        int crew = wiring.modes[m].crew();
        return crew >= 0 && world.crews.holdsCrew[m] ? place[m] : 0;
    }

    private int waitsForSpare(int m) {
        int shelf = wiring.modes[m].spare();
        if (shelf >= 0) {
            for (int i = 0; i < world.shelfWaiting[shelf]; i++) {
                if (world.shelfQueue[shelf][i] == m) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    // ---------------------------------------------------------------- what is alike

    /** Prepares {@link #times} for the present state. */
    void look() {
        pack();
    }

    /** What a clock is, whoever of the interchangeable has it. */
    int kind(int clock) {
        return orbitOfClock[clock] < 0 ? clock : wiring.clocks + 1000 * orbitOfClock[clock] + placeOfClock[clock];
    }

    /** How many clocks are like this one in the state looked at; 0 where another one stands for it. */
    int times(int orbit, int bundle) {
        long[] numbers = packed[orbit];
        long mine = numbers[bundle];
        for (int i = 0; i < bundle; i++) {
            if (numbers[i] == mine) {
                return 0;
            }
        }
        int times = 1;
        for (int i = bundle + 1; i < numbers.length; i++) {
            times += numbers[i] == mine ? 1 : 0;
        }
        return times;
    }

    int orbits() {
        return orbits.length;
    }

    int bundles(int orbit) {
        return orbits[orbit].length;
    }

    /** The clocks of a bundle. */
    int[] clocks(int orbit, int bundle) {
        int first = wiring.clock(Wiring.FAIL, orbits[orbit][bundle].modes()[0]);
        int[] its = clocksOf[first];
        if (its == null) {
            its = clocksOf(orbits[orbit][bundle]);
            clocksOf[first] = its;
        }
        return its;
    }

    /** Whether a clock belongs to an interchangeable instance. */
    boolean isBundled(int clock) {
        return bundledClocks.get(clock);
    }
}
