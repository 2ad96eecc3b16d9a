package nines.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import nines.blueprint.Mode;
import nines.blueprint.Plan;
import nines.blueprint.Takeover;
import org.jspecify.annotations.Nullable;

/**
 * The state of a world as a key: the phases of all automata and who waits before whom, each in as many bits as it needs.
 * What belongs to interchangeable instances is packed into one number an instance, and these numbers are sorted.
 */
final class StateKey {
    private static final int PHASE_BITS = 7;
    /** What a belief may be: trusted or not, its clock begun by a hang or not, by a false alarm or not. */
    private static final int BELIEFS = 8;

    private final World world;
    private final Wiring wiring;
    private final Clocks clocks;
    private final ClockLaws laws;
    private final boolean[] isPhased;
    private final int[] phased;
    private final Symmetry.Bundle[][] orbits;
    private final int[][][] clocksOf;
    private final long[][] packed;
    private final long[][] sorted;
    private final Together[] together;
    private final int[] orbitOfClock;
    private final int[] placeOfClock;
    private final boolean[] bundledClocks;
    // What belongs to no interchangeable instance.
    private final int[] modes;
    private final int[] beliefs;
    private final int[] restarts;
    private final boolean[] mayFollow;
    /** Jobs of each crew, and users of each shelf. */
    private final int[] jobs;

    private final int[] users;
    private final JobOrder order;

    private final StateFields fields = new StateFields();
    private long[] key;
    private int field;

    StateKey(World world, boolean[] isPhased, ClockLaws laws) {
        this.world = world;
        this.isPhased = isPhased;
        this.laws = laws;
        wiring = world.wiring;
        clocks = world.clocks;
        jobs = new int[wiring.blueprint.crews().size()];
        users = new int[wiring.supplies.delivery.length];
        for (Mode mode : wiring.modes) {
            if (mode.crew() >= 0) {
                jobs[mode.crew()]++;
            }
            if (mode.spare() >= 0) {
                users[mode.spare()]++;
            }
        }
        order = new JobOrder(world);
        mayFollow = mayFollow();
        List<Symmetry.Bundle[]> some = new ArrayList<>();
        for (List<Symmetry.Bundle> orbit : Symmetry.of(wiring)) {
            if (most(orbit.get(0)) * Together.most(orbit, mayFollow) < 0x1p62) {
                some.add(orbit.toArray(Symmetry.Bundle[]::new));
            }
        }
        orbits = some.toArray(Symmetry.Bundle[][]::new);
        together = new Together[orbits.length];
        packed = new long[orbits.length][];
        sorted = new long[orbits.length][];
        orbitOfClock = new int[wiring.clocks];
        placeOfClock = new int[wiring.clocks];
        bundledClocks = new boolean[wiring.clocks];
        clocksOf = new int[orbits.length][][];
        Arrays.fill(orbitOfClock, -1);
        BitSet bundledModes = new BitSet();
        BitSet bundledBeliefs = new BitSet();
        BitSet bundledRestarts = new BitSet();
        for (int o = 0; o < orbits.length; o++) {
            together[o] = new Together(world, orbits[o], mayFollow);
            packed[o] = new long[orbits[o].length];
            sorted[o] = new long[orbits[o].length];
            clocksOf[o] = new int[orbits[o].length][];
            for (int k = 0; k < orbits[o].length; k++) {
                Symmetry.Bundle bundle = orbits[o][k];
                int[] its = clocksOf(bundle);
                clocksOf[o][k] = its;
                for (int i = 0; i < its.length; i++) {
                    orbitOfClock[its[i]] = o;
                    placeOfClock[its[i]] = i;
                    bundledClocks[its[i]] = true;
                }
                Arrays.stream(bundle.modes()).forEach(bundledModes::set);
                Arrays.stream(bundle.beliefs()).forEach(bundledBeliefs::set);
                Arrays.stream(bundle.restarts()).forEach(bundledRestarts::set);
            }
        }
        modes = without(wiring.modes.length, bundledModes);
        beliefs = without(wiring.beliefs, bundledBeliefs);
        restarts = without(wiring.restarts.length, bundledRestarts);
        phased = IntStream.range(0, wiring.clocks)
                .filter(clock -> isPhased[clock] && !bundledClocks[clock])
                .toArray();
        layOut();
        key = new long[fields.words()];
    }

    private static int[] without(int n, BitSet some) {
        return IntStream.range(0, n).filter(i -> !some.get(i)).toArray();
    }

    /** Modes that may break with another one and be mended with it. */
    private boolean[] mayFollow() {
        boolean[] may = new boolean[wiring.modes.length];
        for (var hit : wiring.alsoHits) {
            for (int m : hit.followers()) {
                may[m] = true;
            }
        }
        for (var shock : wiring.shocks) {
            for (int m : shock.modes()) {
                may[m] |= shock.together();
            }
        }
        return may;
    }

    /** The words of a key. */
    int words() {
        return fields.words();
    }

    /** What the fields of a key are about. */
    StateFields fields() {
        return fields;
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

    /** So many numbers a bundle may have. */
    private double most(Symmetry.Bundle bundle) {
        double most = 1;
        for (int m : bundle.modes()) {
            Mode mode = wiring.modes[m];
            most *= phases(mode);
            most *= mode.crew() >= 0 ? 2.0 * (jobs[mode.crew()] + 1) * (jobs[mode.crew()] + 1) : 1;
            most *= mode.spare() >= 0 ? users[mode.spare()] + 1 : 1;
        }
        most *= StrictMath.pow(BELIEFS, bundle.beliefs().length) * StrictMath.pow(2, bundle.restarts().length);
        for (int clock : clocksOf(bundle)) {
            most *= isPhased[clock] ? 1 << PHASE_BITS : 1;
        }
        return most;
    }

    /** Phases of a mode, those below {@link World#UP} too. */
    private static int phases(Mode mode) {
        return mode.repair().size() + 1 - World.FOLLOWS;
    }

    // ---------------------------------------------------------------- fields

    private String owner(int mode) {
        int part = wiring.modes[mode].part();
        return part >= 0 ? wiring.blueprint.parts().get(part).name() : wiring.nodes[wiring.modes[mode].unit()].name();
    }

    private String ownerOf(int node) {
        int[] modes = wiring.modesOf[wiring.unitOf[node]];
        return modes.length > 0 ? owner(modes[0]) : wiring.nodes[node].name();
    }

    /** Says how many values each field may have, in the order in which {@link #write} writes them. */
    private void layOut() {
        for (int m : modes) {
            Mode mode = wiring.modes[m];
            fields.add(owner(m), phases(mode));
            if (mayFollow[m]) {
                fields.add(owner(m), wiring.modes.length + 1);
            }
            if (mode.crew() >= 0) {
                fields.add(owner(m), jobs[mode.crew()] + 1);
                fields.add(owner(m), jobs[mode.crew()] + 1);
                fields.add(owner(m), 2);
            }
            if (mode.spare() >= 0) {
                fields.add(owner(m), users[mode.spare()] + 1);
            }
        }
        for (int b : beliefs) {
            fields.add(ownerOf(wiring.beliefTarget[b]), BELIEFS);
        }
        for (int q = 0; q < wiring.posts; q++) {
            Takeover takeover = wiring.takeovers[wiring.postTakeover[q]];
            int members = takeover.members().length;
            fields.add(
                    takeover.stream(),
                    takeover.stages().size() + takeover.byHand().size() + 1 - World.NOBODY);
            fields.add(takeover.stream(), members);
            fields.add(takeover.stream(), 1 + 4 * (members + 1));
        }
        for (var standIn : wiring.standIns) {
            fields.add(
                    ownerOf(standIn.unit()),
                    standIn.stages().size() + standIn.byHand().size() + 1 - World.DRY);
        }
        for (var tolerance : wiring.tolerances) {
            fields.add(tolerance.stream(), 1 + World.RECHARGING);
        }
        for (int r : restarts) {
            fields.add(ownerOf(wiring.restarts[r].unit()), 2);
        }
        for (var machine : wiring.machines) {
            fields.add(machine.stream(), machine.works().length);
        }
        for (int p = 0; p < wiring.plans.length; p++) {
            Plan plan = wiring.plans[p];
            fields.add(plan.stream(), plan.steps().length + 2);
            fields.add(plan.stream(), plan.phases().size() + 1);
            fields.add(plan.stream(), world.underWay.most(p) + 1);
            for (int i = 0; i < world.underWay.most(p); i++) {
                fields.add(plan.stream(), wiring.nodes.length + 1);
            }
        }
        for (int s = 0; s < users.length; s++) {
            var shelf = wiring.blueprint.shelves().get(s);
            fields.add(shelf.stream(), shelf.stock() + users[s] + 1);
            fields.add(shelf.stream(), wiring.supplies.base[s + 1] - wiring.supplies.base[s] + 1);
        }
        for (int c = 0; c < jobs.length; c++) {
            String crew = wiring.blueprint.crews().get(c).stream();
            fields.add(crew, jobs[c] + 1);
            fields.add(crew, jobs[c] + 1);
        }
        for (int clock : phased) {
            fields.add(wiring.sources.name(clock), 1 << PHASE_BITS);
        }
        for (Symmetry.Bundle[] orbit : orbits) {
            for (Symmetry.Bundle bundle : orbit) {
                fields.add(owner(bundle.modes()[0]), most(bundle) * Together.most(List.of(orbit), mayFollow));
            }
        }
    }

    // ---------------------------------------------------------------- writing

    private void put(long value) {
        fields.write(key, field++, value);
    }

    /** Writes the present state of the world. */
    long[] write() {
        pack();
        Arrays.fill(key, 0);
        field = 0;
        for (int m : modes) {
            Mode mode = wiring.modes[m];
            int phase = world.modePhase[m];
            put(phase - World.FOLLOWS);
            if (mayFollow[m]) {
                put(phase == World.FOLLOWS ? world.leader[m] + 1 : 0);
            } else if (phase == World.FOLLOWS) {
                throw new IllegalStateException("a mode follows that never should: " + mode.stream());
            }
            if (mode.crew() >= 0) {
                put(order.waits(m));
                put(order.works(m));
                put(world.crews.preempted[m] ? 1 : 0);
            }
            if (mode.spare() >= 0) {
                put(order.waitsForSpare(m));
            }
        }
        for (int b : beliefs) {
            put(belief(b));
        }
        for (int q = 0; q < wiring.posts; q++) {
            put(world.postPhase[q] - World.NOBODY);
            put(world.postHolder[q]);
            put(
                    world.postPhase[q] <= World.HELD
                            ? 0
                            : 1
                                    + 4 * (world.postCandidate[q] + 1)
                                    + (world.postPlanned[q] ? 1 : 0)
                                    + (world.postFenced[q] ? 2 : 0));
        }
        for (int phase : world.standInPhase) {
            put(phase - World.DRY);
        }
        for (int phase : world.tolerancePhase) {
            put(phase);
        }
        for (int r : restarts) {
            put(world.restarting[r] ? 1 : 0);
        }
        for (int state : world.machineState) {
            put(state);
        }
        for (int p = 0; p < wiring.plans.length; p++) {
            writePlan(p);
        }
        for (int s = 0; s < users.length; s++) {
            put(world.onShelf[s]);
            int ordered = 0;
            for (int d = wiring.supplies.base[s]; d < wiring.supplies.base[s + 1]; d++) {
                ordered += clocks.armed[wiring.clock(Wiring.DELIVERY, d)] ? 1 : 0;
            }
            put(ordered);
        }
        for (int c = 0; c < jobs.length; c++) {
            put(world.crews.waiting[c]);
            put(world.crews.busy[c]);
        }
        for (int clock : phased) {
            put(clocks.armed[clock] ? clocks.phase[clock] : 0);
        }
        for (int o = 0; o < orbits.length; o++) {
            long[] numbers = sorted[o];
            System.arraycopy(packed[o], 0, numbers, 0, numbers.length);
            if (together[o].any()) {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = number(orbits[o][i], together[o]);
                }
                together[o].label(numbers);
            } else {
                together[o].withoutLabels(numbers);
            }
            sort(numbers);
            for (long number : numbers) {
                put(number);
            }
        }
        return key;
    }

    /** Few numbers, mostly in order already. */
    static void sort(long[] numbers) {
        for (int i = 1; i < numbers.length; i++) {
            long number = numbers[i];
            int k = i - 1;
            while (k >= 0 && numbers[k] > number) {
                numbers[k + 1] = numbers[k];
                k--;
            }
            numbers[k + 1] = number;
        }
    }

    /** The number of every bundle. */
    private void pack() {
        order.look();
        for (int o = 0; o < orbits.length; o++) {
            for (int i = 0; i < orbits[o].length; i++) {
                packed[o][i] = number(orbits[o][i], null);
            }
            together[o].look();
        }
    }

    /** Of those that are mended as one, each is in the phase of the one whose repair it is: with {@code asOne}. */
    private long number(Symmetry.Bundle bundle, @Nullable Together asOne) {
        long number = 0;
        for (int mode : bundle.modes()) {
            int m = asOne == null ? mode : asOne.leads(mode);
            int crew = wiring.modes[m].crew();
            number = number * phases(wiring.modes[m]) + world.modePhase[m] - World.FOLLOWS;
            if (crew >= 0) {
                int most = jobs[crew] + 1;
                number = number * most + order.waits(m);
                number = number * most + order.works(m);
                number = number * 2 + (world.crews.preempted[m] ? 1 : 0);
            }
            if (wiring.modes[m].spare() >= 0) {
                number = number * (users[wiring.modes[m].spare()] + 1) + order.waitsForSpare(m);
            }
            number = phase(number, wiring.clock(Wiring.FAIL, m));
            number = phase(number, wiring.clock(Wiring.STAGE, m));
        }
        for (int b : bundle.beliefs()) {
            number = phase(number * BELIEFS + belief(b), wiring.clock(Wiring.BELIEF, b));
        }
        for (int r : bundle.restarts()) {
            number = phase(number * 2 + (world.restarting[r] ? 1 : 0), wiring.clock(Wiring.RESTART, r));
        }
        return number;
    }

    private long phase(long number, int clock) {
        return isPhased[clock] ? (number << PHASE_BITS) + (clocks.armed[clock] ? clocks.phase[clock] : 0) : number;
    }

    private int belief(int b) {
        boolean falsely = !world.trusted[b] && world.beliefClock[b] == 3;
        return (world.trusted[b] ? 1 : 0) + (laws.fallsAsHang(b) ? 2 : 0) + (falsely ? 4 : 0);
    }

    private void writePlan(int p) {
        int most = world.underWay.most(p);
        int held = world.underWay.step[p] < 0 ? 0 : world.underWay.heldCount[p];
        put(world.underWay.step[p] + 1);
        put(world.underWay.step[p] < 0 ? 0 : world.underWay.phase[p]);
        put(held);
        for (int i = 0; i < most; i++) {
            put(i < held ? world.underWay.held[p][i] + 1 : 0);
        }
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
        if (together[orbit].isMarked(bundle)) {
            return 1;
        }
        for (int i = 0; i < bundle; i++) {
            if (numbers[i] == mine && !together[orbit].isMarked(i)) {
                return 0;
            }
        }
        int times = 1;
        for (int i = bundle + 1; i < numbers.length; i++) {
            times += numbers[i] == mine && !together[orbit].isMarked(i) ? 1 : 0;
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
        return clocksOf[orbit][bundle];
    }

    /** Whether a clock belongs to an interchangeable instance. */
    boolean isBundled(int clock) {
        return bundledClocks[clock];
    }
}
