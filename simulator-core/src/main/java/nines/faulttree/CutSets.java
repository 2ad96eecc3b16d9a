package nines.faulttree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The minimal cut sets of a rising function: the smallest sets of events that make it true. Kept as a diagram of
 * families of sets (Minato 1993), found from the function's own diagram (Rauzy 1993), so that millions of them cost no
 * more than their pattern.
 */
final class CutSets {
    /** The family without a set. */
    private static final int NONE = 0;

    /** The family of the empty set alone. */
    private static final int EMPTY = 1;

    private final Diagram families;
    private final int root;
    private final Chances chances;

    private final Map<Long, Integer> withouts = new HashMap<>();

    /** Sets followed at the same time beyond which the search for the likeliest gives up. */
    private static final int OPEN_MAX = 2_000_000;

    /** A set of events, by level, and the chance that all of them hold. */
    record Found(int[] levels, double probability) {}

    /** Some sets, the likeliest first; {@code whole} when the search did not give up before its limit. */
    record Listing(List<Found> sets, boolean whole) {}

    /**
     * Of a function.
     *
     * @param chances of the events
     * @param nodesMax limit of the families' diagram
     */
    CutSets(Diagram diagram, int function, Chances chances, int nodesMax) throws TooLarge {
        this.chances = chances;
        families = new Diagram(nodesMax);
        root = possible(minimal(diagram, function, new HashMap<>()), new HashMap<>());
        withouts.clear();
    }

    /** The sets without two events of one block, which never hold at the same time. */
    private int possible(int family, Map<Integer, Integer> done) throws TooLarge {
        if (family == NONE || family == EMPTY) {
            return family;
        }
        Integer known = done.get(family);
        if (known != null) {
            return known;
        }
        int level = families.level(family);
        int rest = families.high(family);
        while (families.level(rest) <= chances.last(level)) {
            rest = families.low(rest);
        }
        int result = family(level, possible(families.low(family), done), possible(rest, done));
        done.put(family, result);
        return result;
    }

    /** Families drop a node whose second branch is empty, instead of one whose branches agree. */
    private int family(int level, int without, int with) throws TooLarge {
        if (with == NONE) {
            return without;
        }
        if (without == with) {
            throw new IllegalStateException("a set and the same set with one event more are not both minimal");
        }
        return families.node(level, without, with);
    }

    private int minimal(Diagram diagram, int function, Map<Integer, Integer> done) throws TooLarge {
        if (function == Diagram.FALSE) {
            return NONE;
        }
        if (function == Diagram.TRUE) {
            return EMPTY;
        }
        Integer known = done.get(function);
        if (known != null) {
            return known;
        }
        int without = minimal(diagram, diagram.low(function), done);
        int with = without(minimal(diagram, diagram.high(function), done), without);
        int result = family(diagram.level(function), without, with);
        done.put(function, result);
        return result;
    }

    /** The sets of a family that contain no set of another one. */
    private int without(int family, int others) throws TooLarge {
        if (family == NONE || others == NONE) {
            return family;
        }
        if (hasEmpty(others) || family == others) {
            return NONE;
        }
        if (family == EMPTY) {
            return EMPTY;
        }
        long key = ((long) family << 32) | others;
        Integer known = withouts.get(key);
        if (known != null) {
            return known;
        }
        int level = families.level(family);
        int other = families.level(others);
        int result;
        if (level < other) {
            result = family(level, without(families.low(family), others), without(families.high(family), others));
        } else if (level > other) {
            result = without(family, families.low(others));
        } else {
            int with = without(without(families.high(family), families.high(others)), families.low(others));
            result = family(level, without(families.low(family), families.low(others)), with);
        }
        withouts.put(key, result);
        return result;
    }

    private boolean hasEmpty(int family) {
        int at = family;
        while (at != NONE && at != EMPTY) {
            at = families.low(at);
        }
        return at == EMPTY;
    }

    /** How many sets there are of each size; entry k counts those of k events. */
    double[] counts() {
        int[] reached = families.reached(root);
        double[][] count = new double[root + 1][];
        count[NONE] = new double[0];
        if (root >= EMPTY) {
            count[EMPTY] = new double[] {1};
        }
        for (int i = reached.length - 1; i >= 0; i--) {
            double[] without = count[families.low(reached[i])];
            double[] with = count[families.high(reached[i])];
            double[] sum = Arrays.copyOf(without, Math.max(without.length, with.length + 1));
            for (int k = 0; k < with.length; k++) {
                sum[k + 1] += with[k];
            }
            count[reached[i]] = sum;
        }
        return count[root];
    }

    /** The likeliest sets of at most {@code largest} events, the likeliest first. */
    Listing likeliest(int limit, int largest) {
        int sizeMax = Math.min(largest, chances.levels());
        double[] best = best();
        int[] least = least();
        PriorityQueue<Partial> open = new PriorityQueue<>(
                Comparator.comparingDouble((Partial p) -> -p.bound).thenComparingLong(p -> p.number));
        long number = 0;
        Partial whole = new Partial(root, 1, best[root], 0, null, -1, number++);
        if (least[root] <= sizeMax) {
            open.add(whole);
        }
        List<Found> found = new ArrayList<>();
        while (!open.isEmpty() && found.size() < limit) {
            Partial at = open.remove();
            // Down the better branch while it leads to what was hoped for; the other one waits for its turn.
            while (at != null && at.family != EMPTY) {
                int low = families.low(at.family);
                int high = families.high(at.family);
                int level = families.level(at.family);
                double with = at.probability * chances.at(level);
                Partial without = new Partial(
                        low, at.probability, at.probability * best[low], at.size, at.taken, at.level, number++);
                Partial taking = new Partial(high, with, with * best[high], at.size + 1, at, level, number++);
                boolean mayGo = at.size + least[low] <= sizeMax;
                boolean mayTake = at.size + 1 + least[high] <= sizeMax;
                boolean takes = mayTake && (!mayGo || taking.bound >= without.bound);
                Partial better = takes ? taking : without;
                Partial other = takes ? without : taking;
                if (takes ? mayGo : mayTake) {
                    open.add(other);
                }
                if (better.bound >= at.bound * (1 - 1e-12)) {
                    at = better;
                } else {
                    open.add(better);
                    at = null;
                }
            }
            if (at != null) {
                found.add(new Found(at.levels(), at.probability));
            }
            if (open.size() > OPEN_MAX) {
                return new Listing(found, false);
            }
        }
        return new Listing(found, true);
    }

    /** Events of the smallest set of each family; of the family without a set, more than there can be. */
    private int[] least() {
        int[] least = new int[Math.max(root, EMPTY) + 1];
        least[NONE] = chances.levels() + 1;
        int[] reached = families.reached(root);
        for (int i = reached.length - 1; i >= 0; i--) {
            int node = reached[i];
            least[node] = Math.min(least[families.low(node)], 1 + least[families.high(node)]);
        }
        return least;
    }

    /** The chance of the likeliest set of each family. */
    private double[] best() {
        double[] best = new double[root + 1];
        if (root >= EMPTY) {
            best[EMPTY] = 1;
        }
        int[] reached = families.reached(root);
        for (int i = reached.length - 1; i >= 0; i--) {
            int node = reached[i];
            best[node] =
                    Math.max(best[families.low(node)], chances.at(families.level(node)) * best[families.high(node)]);
        }
        return best;
    }

    /** A way down the diagram; {@code taken} and {@code level} tell the last event taken, with those before it. */
    private record Partial(
            int family,
            double probability,
            double bound,
            int size,
            @org.jspecify.annotations.Nullable Partial taken,
            int level,
            long number) {
        int[] levels() {
            int[] levels = new int[size];
            Partial at = this;
            for (int k = size - 1; k >= 0; k--) {
                levels[k] = at.level;
                Partial before = at.taken;
                if (before == null) {
                    throw new IllegalStateException("a set of " + size + " events tells only some of them");
                }
                at = before;
            }
            return levels;
        }
    }

    /** The function that is true when all events of some set with this one hold. */
    int unionWith(int level, Diagram diagram) throws TooLarge {
        int with = containing(root, level, new HashMap<>());
        return diagram.and(diagram.variable(level), union(with, diagram, new HashMap<>()));
    }

    /** The sets with an event, the event taken out of each. */
    private int containing(int family, int level, Map<Integer, Integer> done) throws TooLarge {
        if (families.level(family) > level) {
            return NONE;
        }
        if (families.level(family) == level) {
            return families.high(family);
        }
        Integer known = done.get(family);
        if (known != null) {
            return known;
        }
        int result = family(
                families.level(family),
                containing(families.low(family), level, done),
                containing(families.high(family), level, done));
        done.put(family, result);
        return result;
    }

    private int union(int family, Diagram diagram, Map<Integer, Integer> done) throws TooLarge {
        if (family == NONE) {
            return Diagram.FALSE;
        }
        if (family == EMPTY) {
            return Diagram.TRUE;
        }
        Integer known = done.get(family);
        if (known != null) {
            return known;
        }
        int low = union(families.low(family), diagram, done);
        int high = union(families.high(family), diagram, done);
        int result = diagram.or(low, diagram.and(diagram.variable(families.level(family)), high));
        done.put(family, result);
        return result;
    }
}
