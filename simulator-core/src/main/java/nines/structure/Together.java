package nines.structure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Interchangeable instances of which some are mended as one: a common event broke them, one repair brings them back. By whose
 * clock that repair goes tells nothing, only who belongs together; so each group has a label instead, and all of it are in
 * the phase of its repair. Labels follow the order of what else is known of the members. Where that leaves two groups that
 * look alike, either may have the first label: a state may then have two keys, and the chain is larger than it need be, not
 * wrong.
 */
final class Together {
    private final World world;
    private final Symmetry.Bundle[] orbit;
    /** Places in a bundle of the modes that may be mended with others. */
    private final int[] places;

    private final boolean[] marked;
    private boolean any;
    private final int[] labelOf;
    private final int[] order;

    Together(World world, Symmetry.Bundle[] orbit, boolean[] mayFollow) {
        this.world = world;
        this.orbit = orbit;
        places = places(orbit[0], mayFollow);
        marked = new boolean[orbit.length];
        labelOf = new int[world.wiring.modes.length];
        order = new int[orbit.length];
    }

    private static int[] places(Symmetry.Bundle bundle, boolean[] mayFollow) {
        return IntStream.range(0, bundle.modes().length)
                .filter(place -> mayFollow[bundle.modes()[place]])
                .toArray();
    }

    /** So many different labels the bundles of an orbit may have. */
    static double most(List<Symmetry.Bundle> orbit, boolean[] mayFollow) {
        return StrictMath.pow(orbit.size() + 1.0, places(orbit.get(0), mayFollow).length);
    }

    /** Looks who belongs together in the present state. */
    void look() {
        any = false;
        if (places.length > 0) {
            for (int i = 0; i < orbit.length; i++) {
                marked[i] = false;
                for (int place : places) {
                    marked[i] |= isInGroup(orbit[i].modes()[place]);
                }
                any |= marked[i];
            }
        }
    }

    private boolean isInGroup(int m) {
        return world.modePhase[m] == World.FOLLOWS
                || world.modePhase[m] != World.UP && world.followers[m] > 0 && world.leader[m] == m;
    }

    /** Whether anybody is mended with others. */
    boolean any() {
        return any;
    }

    /** Whether a bundle is one of those. */
    boolean isMarked(int bundle) {
        return any && marked[bundle];
    }

    /** The mode by whose repair a mode is mended. */
    int leads(int m) {
        return world.modePhase[m] == World.FOLLOWS ? world.leader[m] : m;
    }

    /** Adds the labels of its groups to the number of each bundle. */
    void label(long[] numbers) {
        for (int i = 0; i < order.length; i++) {
            int k = i - 1;
            while (k >= 0 && isAfter(order[k], i, numbers)) {
                order[k + 1] = order[k];
                k--;
            }
            order[k + 1] = i;
        }
        long[] labelled = numbers.clone();
        for (int place : places) {
            int next = 0;
            for (int i : order) {
                int m = orbit[i].modes()[place];
                int label = 0;
                if (isInGroup(m)) {
                    int first = leads(m);
                    if (labelOf[first] == 0) {
                        labelOf[first] = ++next;
                    }
                    label = labelOf[first];
                }
                labelled[i] = labelled[i] * (orbit.length + 1) + label;
            }
            for (Symmetry.Bundle bundle : orbit) {
                labelOf[bundle.modes()[place]] = 0;
            }
        }
        System.arraycopy(labelled, 0, numbers, 0, numbers.length);
    }

    /** The same for bundles of which none is mended with others. */
    void withoutLabels(long[] numbers) {
        for (int k = 0; k < places.length; k++) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] *= orbit.length + 1;
            }
        }
    }

    /** By their numbers; among equals the larger groups come first. */
    private boolean isAfter(int one, int other, long[] numbers) {
        if (numbers[one] != numbers[other]) {
            return numbers[one] > numbers[other];
        }
        for (int place : places) {
            int size = size(orbit[one].modes()[place]) - size(orbit[other].modes()[place]);
            if (size != 0) {
                return size < 0;
            }
        }
        return false;
    }

    private int size(int m) {
        return isInGroup(m) ? world.followers[leads(m)] + 1 : 0;
    }
}
