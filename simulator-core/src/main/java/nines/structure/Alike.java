package nines.structure;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Blueprint;

/**
 * Instances that may change places without anybody noticing. Entries of the same place in their lists correspond.
 *
 * @param nodes of each instance, the nodes that are its own, inputs among them
 * @param modes of each instance, its failure modes
 */
public record Alike(int[][] nodes, int[][] modes) {
    /** The sets of such instances of a blueprint, each of two or more. */
    public static List<Alike> of(Blueprint blueprint) {
        List<Alike> all = new ArrayList<>();
        for (List<Symmetry.Bundle> orbit : Symmetry.of(new Wiring(blueprint))) {
            all.add(new Alike(
                    orbit.stream().map(Symmetry.Bundle::nodes).toArray(int[][]::new),
                    orbit.stream().map(Symmetry.Bundle::modes).toArray(int[][]::new)));
        }
        return all;
    }

    /** How many instances there are. */
    public int size() {
        return nodes.length;
    }
}
