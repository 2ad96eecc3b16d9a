package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Blueprint;
import nines.blueprint.Node;
import nines.blueprint.Step;
import nines.blueprint.Tier;
import nines.structure.Sight;
import nines.structure.StateSpace;

/** What is seen of the states of a {@link Pool}: they look the same when as many units of each kind hold a node down. */
final class PoolViews implements Step.State {
    private final Pool pool;
    private final Sight sight;
    private final Truths truths;
    private final Served[] journeys;
    /** Where the count of a state's units stands in the number of a view; -1 for those that hold nothing down. */
    private final int[] shift;

    private final int[][][] theirMembers;
    private final int[][] sharedMembers;
    private final double[] noErrors;
    private final long[] allTrust;

    private final Numbering views = new Numbering();
    private final Map<Sight.Look, Integer> looks = new HashMap<>();
    private final List<Sight.Look> looksInOrder = new ArrayList<>();
    private int[] of = new int[1 << 10];
    private int[] look = new int[1 << 10];
    private final double[][] lost;
    private final BitSet[] up;
    private final BitSet[] works;
    private int[] counts = new int[0];

    PoolViews(Pool pool, Sight sight) {
        this.pool = pool;
        this.sight = sight;
        truths = new Truths(pool);
        Blueprint blueprint = pool.blueprint;
        journeys = new Served[blueprint.journeys().size()];
        Arrays.setAll(journeys, j -> new Served(blueprint, j));
        lost = new double[journeys.length][1 << 10];
        up = sets(journeys.length);
        works = sets(blueprint.parts().size());
        shift = shifts();
        sharedMembers = new int[blueprint.tiers().size()][];
        theirMembers = new int[sharedMembers.length][][];
        int members = 0;
        for (Tier tier : blueprint.tiers()) {
            members += tier.members().length;
        }
        noErrors = new double[members];
        allTrust = new long[members];
        int at = 0;
        for (int t = 0; t < sharedMembers.length; t++) {
            Tier tier = blueprint.tiers().get(t);
            sharedMembers[t] = Arrays.stream(tier.members())
                    .filter(member -> pool.ownSpecies[member] < 0)
                    .toArray();
            theirMembers[t] = Arrays.stream(tier.members())
                    .filter(member -> pool.ownSpecies[member] >= 0 && pool.ownUnit[member] == 0)
                    .mapToObj(member -> new int[] {pool.ownSpecies[member], pool.ownPlace[member]})
                    .toArray(int[][]::new);
            Arrays.fill(allTrust, at, at + tier.members().length, (1L << tier.watches().length) - 1);
            at += tier.members().length;
        }
    }

    private static BitSet[] sets(int n) {
        BitSet[] sets = new BitSet[n];
        Arrays.setAll(sets, i -> new BitSet());
        return sets;
    }

    /** States in which a unit holds the same nodes down are counted together. */
    private int[] shifts() {
        int[] shifts = new int[pool.states()];
        int at = 0;
        for (int s = 0; s < pool.species.size(); s++) {
            Species species = pool.species.get(s);
            Map<String, Integer> known = new HashMap<>();
            for (int state = 0; state < species.states.size(); state++) {
                StringBuilder held = new StringBuilder();
                for (int m = 0; m < species.modes.length; m++) {
                    if (species.states.get(state)[m] > 0) {
                        held.append(species.modes[m].holds()).append(',');
                    }
                }
                int next = at;
                int own = held.isEmpty() ? -1 : known.computeIfAbsent(held.toString(), unseen -> next);
                shifts[pool.base[s] + state] = own;
                at += own == next ? 32 - Integer.numberOfLeadingZeros(species.size) : 0;
            }
        }
        return shifts;
    }

    /** Notes how a new state looks. */
    void note(int state, int[] its) {
        long key = 0;
        for (int s = 0; s < its.length; s++) {
            key += shift[s] < 0 ? 0 : (long) its[s] << shift[s];
        }
        int before = views.count();
        int view = views.of(key);
        if (state == of.length) {
            of = Arrays.copyOf(of, 2 * state);
        }
        of[state] = view;
        if (view == before) {
            counts = its;
            see(view);
        }
    }

    private void see(int view) {
        if (view == look.length) {
            look = Arrays.copyOf(look, 2 * view);
            for (int j = 0; j < lost.length; j++) {
                lost[j] = Arrays.copyOf(lost[j], 2 * view);
            }
        }
        truths.look(counts);
        for (int j = 0; j < journeys.length; j++) {
            lost[j][view] = journeys[j].lost(this);
            up[j].set(view, journeys[j].isUp(lost[j][view]));
        }
        for (int p = 0; p < works.length; p++) {
            int node = pool.blueprint.parts().get(p).works();
            works[p].set(view, node < 0 || truths.isTrue(node, 0));
        }
        Sight.Look seen = look();
        Integer number = looks.get(seen);
        if (number == null) {
            number = looks.size();
            looks.put(seen, number);
            looksInOrder.add(seen);
        }
        look[view] = number;
    }

    StateSpace.Views found() {
        return new StateSpace.Views(of, lost, up, works, look, looksInOrder);
    }

    // ---------------------------------------------------------------- what a journey asks

    @Override
    public boolean works(int node) {
        return truths.isTrue(node, 0);
    }

    @Override
    public double attempt(int tier) {
        Tier of = pool.blueprint.tiers().get(tier);
        int serving = serving(tier);
        // Whoever is watched never fails here, and nobody errs.
        return serving == of.members().length ? 1 : serving < of.needed() ? 0 : of.tried(meets(of, serving));
    }

    @Override
    public double carried(int tier) {
        Tier of = pool.blueprint.tiers().get(tier);
        int serving = serving(tier);
        boolean any = of.capacity() < Double.POSITIVE_INFINITY && serving > 0;
        return any ? of.carried(serving, of.tried(meets(of, serving)), 1) : 1;
    }

    private static double meets(Tier of, int serving) {
        return serving == 0 ? 0 : of.blind() ? (double) serving / of.members().length : 1;
    }

    private int serving(int tier) {
        int serving = pool.blueprint.tiers().get(tier).members().length;
        for (int member : sharedMembers[tier]) {
            serving -= truths.isTrue(member, 0) ? 0 : 1;
        }
        for (int[] their : theirMembers[tier]) {
            serving -= truths.missing(counts, their[0], their[1]);
        }
        return serving;
    }

    // ---------------------------------------------------------------- how it looks from outside

    private Sight.Look look() {
        int[] bad = new int[sight.nodes().length];
        if (bad.length > 0) {
            int[] stateOf = statesOfUnits();
            for (int i = 0; i < bad.length; i++) {
                bad[i] = reasons(sight.nodes()[i], sight.apart()[i], stateOf);
            }
        }
        return new Sight.Look(bad, noErrors, allTrust);
    }

    /** Gives each unit a state, so that there are as many of each as there should be; species after species. */
    private int[] statesOfUnits() {
        int units = pool.species.stream().mapToInt(species -> species.size).sum();
        int[] stateOf = new int[units];
        int unit = 0;
        for (int s = 0; s < pool.species.size(); s++) {
            int end = unit + pool.species.get(s).size;
            // States that look the same must not be told apart by the units that have them.
            for (int state = pool.base[s] + 1; state < pool.base[s + 1]; state++) {
                boolean first = shift[state] >= 0;
                for (int other = pool.base[s] + 1; other < state && first; other++) {
                    first = shift[other] != shift[state];
                }
                for (int same = state; same < pool.base[s + 1] && first; same++) {
                    for (int k = shift[same] == shift[state] ? counts[same] : 0; k > 0; k--) {
                        stateOf[unit++] = state;
                    }
                }
            }
            Arrays.fill(stateOf, unit, end, pool.base[s]);
            unit = end;
        }
        return stateOf;
    }

    /** How many reasons hold a node down, inputs that are looked at for themselves left aside. */
    private int reasons(int index, int[] apart, int[] stateOf) {
        Node node = pool.blueprint.nodes().get(index);
        int species = pool.ownSpecies[index];
        int reasons = 0;
        for (int input : node.inputs()) {
            boolean counts = true;
            for (int other : apart) {
                counts &= other != input;
            }
            int inputSpecies = pool.ownSpecies[input];
            int state = inputSpecies < 0 ? 0 : stateOf[unit(inputSpecies, pool.ownUnit[input])];
            reasons += counts && !truths.isTrue(input, state) ? 1 : 0;
        }
        if (species >= 0) {
            int state = stateOf[unit(species, pool.ownUnit[index])];
            Species of = pool.species.get(species);
            return reasons + of.holds(state - pool.base[species], of.nodes[0][pool.ownPlace[index]]);
        }
        for (int s = 0; s < pool.species.size(); s++) {
            for (int state = 0; state < pool.species.get(s).states.size(); state++) {
                reasons += counts[pool.base[s] + state] * pool.species.get(s).holds(state, index);
            }
        }
        return reasons;
    }

    private int unit(int species, int unit) {
        int first = 0;
        for (int s = 0; s < species; s++) {
            first += pool.species.get(s).size;
        }
        return first + unit;
    }
}
