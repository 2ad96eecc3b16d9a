package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nines.blueprint.Node;

/** Which nodes of a pool are true, given how many units are in each state. */
final class Truths {
    private final Pool pool;
    private final Look[] looks;
    private final boolean[] truth;
    private final boolean[][] own;

    /**
     * How one node is found true.
     *
     * @param node its index; of nodes that units have for themselves, that of the first unit
     * @param species whose units have such a node for themselves, or -1
     * @param place among their nodes
     * @param shared inputs that all share
     * @param mine places of inputs that are the unit's own
     * @param theirs species and place of inputs that other units have for themselves, and how often one of them is used
     * @param holds how many reasons to be held down a unit in each state adds
     */
    private record Look(
            int node, int species, int place, int slack, int[] shared, int[] mine, int[][] theirs, int[] holds) {}

    Truths(Pool pool) {
        this.pool = pool;
        truth = new boolean[pool.blueprint.nodes().size()];
        Arrays.fill(truth, true);
        own = new boolean[pool.states()][];
        for (int s = 0; s < pool.species.size(); s++) {
            int places = pool.species.get(s).nodes[0].length;
            for (int state = pool.base[s]; state < pool.base[s + 1]; state++) {
                own[state] = new boolean[places];
                Arrays.fill(own[state], true);
            }
        }
        List<Look> all = new ArrayList<>();
        for (int node : pool.blueprint.inputsFirst()) {
            if (pool.ownSpecies[node] < 0 || pool.ownUnit[node] == 0) {
                all.add(look(node));
            }
        }
        looks = all.toArray(Look[]::new);
    }

    private Look look(int index) {
        Node node = pool.blueprint.nodes().get(index);
        int species = pool.ownSpecies[index];
        List<Integer> shared = new ArrayList<>();
        List<Integer> mine = new ArrayList<>();
        List<int[]> theirs = new ArrayList<>();
        for (int input : node.inputs()) {
            int of = pool.ownSpecies[input];
            if (of < 0) {
                shared.add(input);
            } else if (of == species) {
                mine.add(pool.ownPlace[input]);
            } else if (pool.ownUnit[input] == 0) {
                theirs.add(new int[] {of, pool.ownPlace[input]});
            }
        }
        int[] holds = new int[pool.states()];
        boolean any = false;
        for (int s = 0; s < pool.species.size(); s++) {
            for (int state = 0; state < pool.species.get(s).states.size(); state++) {
                int reasons = species < 0 || species == s ? pool.species.get(s).holds(state, index) : 0;
                holds[pool.base[s] + state] = reasons;
                any |= reasons > 0;
            }
        }
        return new Look(
                index,
                species,
                species < 0 ? -1 : pool.ownPlace[index],
                node.slack(),
                ints(shared),
                ints(mine),
                theirs.toArray(int[][]::new),
                any ? holds : new int[0]);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Finds out what is true. */
    void look(int[] counts) {
        for (Look look : looks) {
            int missing = 0;
            for (int input : look.shared) {
                missing += truth[input] ? 0 : 1;
            }
            for (int[] their : look.theirs) {
                missing += missing(counts, their[0], their[1]);
            }
            if (look.species < 0) {
                for (int state = 0; state < look.holds.length; state++) {
                    missing += look.holds[state] * counts[state];
                }
                truth[look.node] = missing <= look.slack;
                continue;
            }
            for (int state = pool.base[look.species]; state < pool.base[look.species + 1]; state++) {
                int its = missing + (look.holds.length > 0 ? look.holds[state] : 0);
                for (int place : look.mine) {
                    its += own[state][place] ? 0 : 1;
                }
                own[state][look.place] = its <= look.slack;
            }
        }
    }

    /** How many units of a species do not have a node of their own true. */
    int missing(int[] counts, int species, int place) {
        int missing = 0;
        for (int state = pool.base[species]; state < pool.base[species + 1]; state++) {
            missing += own[state][place] ? 0 : counts[state];
        }
        return missing;
    }

    /** Whether a node is true; one that a unit in a state has for itself, or one that all share. */
    boolean isTrue(int node, int state) {
        return pool.ownSpecies[node] < 0 ? truth[node] : own[state][pool.ownPlace[node]];
    }
}
