package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Journey;
import nines.blueprint.Mode;
import nines.blueprint.Phase;
import nines.blueprint.Stage;
import nines.blueprint.Tier;
import nines.distribution.Distribution;
import nines.structure.Alike;
import org.jspecify.annotations.Nullable;

/**
 * A blueprint of units that only break, wait for hands and are mended, in exponential times: a pool of machines and its
 * repairers. A state is a handful of counts, how many of each kind are in which condition, and is written as the bits of
 * one number: from one state to the next there is nothing to copy and nothing to look up.
 *
 * <p>The rules of the structure are written down here a second time, from the blueprint alone, for the sake of speed;
 * tests explore the same blueprints by the simulation's own rules and compare.
 */
final class Pool {
    private static final int BITS_MAX = 62;

    private final Automata automata;
    final Blueprint blueprint;
    final List<Species> species = new ArrayList<>();
    /** Index of the first state of each species among the states of all. */
    final int[] base;
    /** For each state of a species: where its count stands in a packed state, and how many bits it has. */
    final int[] shift;

    final int[] bits;
    /** For each node the species whose units have it for themselves, or -1; its place among the nodes of a unit. */
    final int[] ownSpecies;

    final int[] ownPlace;
    /** Which unit of the species has the node. */
    final int[] ownUnit;

    final Hands[] hands;
    private final int packedBits;

    private Pool(Automata automata, List<Species> found) {
        this.automata = automata;
        blueprint = automata.blueprint;
        species.addAll(found);
        base = new int[species.size() + 1];
        for (int s = 0; s < species.size(); s++) {
            base[s + 1] = base[s] + species.get(s).states.size();
        }
        int nodes = blueprint.nodes().size();
        ownSpecies = new int[nodes];
        ownPlace = new int[nodes];
        ownUnit = new int[nodes];
        Arrays.fill(ownSpecies, -1);
        shift = new int[states()];
        bits = new int[states()];
        int at = 0;
        for (int s = 0; s < species.size(); s++) {
            Species of = species.get(s);
            for (int unit = 0; unit < of.size; unit++) {
                for (int place = 0; place < of.nodes[unit].length; place++) {
                    int node = of.nodes[unit][place];
                    ownSpecies[node] = s;
                    ownPlace[node] = place;
                    ownUnit[node] = unit;
                }
            }
            for (int state = 1; state < of.states.size(); state++) {
                shift[base[s] + state] = at;
                bits[base[s] + state] = 32 - Integer.numberOfLeadingZeros(most(of, state));
                at += bits[base[s] + state];
            }
        }
        packedBits = at;
        hands = new Hands[blueprint.crews().size()];
        for (int c = 0; c < hands.length; c++) {
            hands[c] = new Hands(this, c);
        }
    }

    /** How many units of a species can be in a state at once. */
    private int most(Species of, int state) {
        int most = of.size;
        for (int m = 0; m < of.modes.length; m++) {
            if (of.condition(state, m).held()) {
                most = Math.min(most, blueprint.crews().get(of.modes[m].crew()).people());
            }
        }
        return most;
    }

    /** States of all species together. */
    int states() {
        return base[species.size()];
    }

    int speciesOf(int state) {
        int s = 0;
        while (base[s + 1] <= state) {
            s++;
        }
        return s;
    }

    /** The pool that a blueprint is, or null when it is none. */
    static @Nullable Pool of(Blueprint blueprint) {
        Automata automata = new Automata(blueprint);
        if (!hasOnlyUnits(automata) || !blueprint.modes().stream().allMatch(Pool::isPlain)) {
            return null;
        }
        if (!blueprint.crews().stream()
                .allMatch(crew ->
                        crew.shifts().isEmpty() && (crew.inspection() == null || isPositive(crew.inspection())))) {
            return null;
        }
        if (!blueprint.load().isFlat() && isLimited(blueprint)) {
            return null;
        }
        if (blueprint.journeys().stream().anyMatch(Journey::mindsWaiting)) {
            return null;
        }
        List<Species> species = species(blueprint);
        if (species.isEmpty()) {
            return null;
        }
        Pool pool = new Pool(automata, species);
        boolean fits = pool.packedBits <= BITS_MAX && pool.needsOnlyWhatAllShare();
        for (Hands crew : pool.hands) {
            fits &= crew.isKnown();
        }
        return fits ? pool : null;
    }

    private static boolean hasOnlyUnits(Automata automata) {
        Blueprint blueprint = automata.blueprint;
        if (!Unit.hasOnlyModes(blueprint)) {
            return false;
        }
        for (int w = 0; w < blueprint.watches().size(); w++) {
            for (int i = 0; i < blueprint.watches().get(w).targets().length; i++) {
                if (!automata.isIdle(w, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a mode is found at once and takes exponential times. */
    private static boolean isPlain(Mode mode) {
        for (int s = 1; s <= mode.repair().size(); s++) {
            Phase phase = mode.repair().get(s - 1);
            boolean known = phase.resource() == Phase.Resource.NONE || Species.isByCrew(mode, s) && mode.crew() >= 0;
            if (!known || !isPositive(phase.law())) {
                return false;
            }
        }
        return mode.effect() != Effect.DEGRADED
                && mode.found() == Found.AT_ONCE
                && (mode.repair().isEmpty() != mode.mendable())
                && isPositive(mode.timeToFailure());
    }

    private static boolean isPositive(Distribution law) {
        return law.isExponential() && law.mean() > 0 && law.mean() < Double.POSITIVE_INFINITY;
    }

    private static boolean isLimited(Blueprint blueprint) {
        boolean[] limited = new boolean[1];
        blueprint
                .journeys()
                .forEach(journey -> journey.step()
                        .reads(
                                node -> {},
                                tier -> limited[0] |=
                                        blueprint.tiers().get(tier).capacity() < 1 / 0.0));
        return limited[0];
    }

    /** The units by their kinds; those that are like no other one by one. Empty when one of them is too complicated. */
    private static List<Species> species(Blueprint blueprint) {
        List<Species> all = new ArrayList<>();
        BitSet taken = new BitSet();
        for (Alike alike : Alike.of(blueprint)) {
            all.add(Species.of(blueprint, alike.nodes(), alike.modes()[0]));
            Arrays.stream(alike.modes()).flatMapToInt(Arrays::stream).forEach(taken::set);
        }
        for (int m = 0; m < blueprint.modes().size(); m++) {
            if (!taken.get(m)) {
                int unit = blueprint.modes().get(m).unit();
                int[] modes = java.util.stream.IntStream.range(
                                m, blueprint.modes().size())
                        .filter(other -> blueprint.modes().get(other).unit() == unit)
                        .toArray();
                Arrays.stream(modes).forEach(taken::set);
                all.add(Species.of(blueprint, new int[1][0], modes));
            }
        }
        return all.contains(null) ? List.of() : all;
    }

    /** Whether nothing that is one unit's own depends on others of its kind, and no journey asks for it. */
    private boolean needsOnlyWhatAllShare() {
        for (int node = 0; node < ownSpecies.length; node++) {
            for (int input : blueprint.nodes().get(node).inputs()) {
                boolean ofItsKind = ownSpecies[node] >= 0 && ownSpecies[input] == ownSpecies[node];
                if (ofItsKind && ownUnit[input] != ownUnit[node]) {
                    return false;
                }
            }
        }
        boolean[] own = new boolean[1];
        blueprint
                .journeys()
                .forEach(journey -> journey.step().reads(node -> own[0] |= ownSpecies[node] >= 0, tier -> {}));
        for (Tier tier : blueprint.tiers()) {
            for (int sender : tier.senders()) {
                own[0] |= sender >= 0 && ownSpecies[sender] >= 0;
            }
        }
        return !own[0];
    }

    /** What is not followed from moment to moment, but known in the long run; empty when there is nothing. */
    String whyOnlyTheLongRun() {
        for (Hands crew : hands) {
            String why = crew.whyOnlyTheLongRun();
            if (why != null) {
                return why;
            }
        }
        return "";
    }

    /** Whether more than a unit's only mode has a say in whether it lives. */
    boolean dependsOnOthers(int unit) {
        return automata.influence[unit].cardinality() > 1;
    }

    /** Rate at which a stage of a mode ends for good, per second. */
    static double rate(Mode mode, int stage) {
        Phase phase = mode.repair().get(stage - 1);
        double again = phase.stage() == Stage.REPAIR ? mode.failsAgain() : 0;
        return (1 - again) / phase.law().mean();
    }

    /** The counts as the bits of one number. */
    long packed(int[] counts) {
        long packed = 0;
        for (int state = 0; state < counts.length; state++) {
            packed |= bits[state] > 0 ? (long) counts[state] << shift[state] : 0;
        }
        return packed;
    }

    /** How many units are in each state. */
    void unpack(long packed, int[] counts) {
        for (int s = 0; s < species.size(); s++) {
            int left = species.get(s).size;
            for (int state = base[s] + 1; state < base[s + 1]; state++) {
                counts[state] = (int) (packed >>> shift[state] & (1L << bits[state]) - 1);
                left -= counts[state];
            }
            counts[base[s]] = left;
        }
    }
}
