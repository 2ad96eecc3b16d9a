package nines.faulttree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Functions of many yes-or-no variables, each as a reduced, ordered decision diagram (Bryant 1986) whose leaves are
 * numbers (Fujita, McGeer, Yang 1997); functions with the leaves 0 and 1 are truths. Equal functions have the same
 * index. Levels are the places of the variables in the order; level 0 is asked first.
 */
final class Diagram {
    /** The function that is 0, or false, everywhere. */
    static final int FALSE = 0;

    /** The function that is 1, or true, everywhere. */
    static final int TRUE = 1;

    /** Level of the leaves: below all variables. */
    static final int LEAF = Integer.MAX_VALUE;

    /** Leaves closer than this are one: sums of shares in another order. */
    private static final double GRAIN = 1e-13;

    private static final int CACHE_MAX = 1 << 20;

    private static final int AND = 1;
    private static final int OR = 2;
    private static final int AND_NOT = 3;
    private static final int PLUS = 4;
    private static final int TIMES = 5;
    private static final int MIN = 6;
    private static final int MAX = 7;

    /** Steps of operations, for each node allowed, beyond which every operation gives up as well. */
    private static final long STEPS_A_NODE = 60;

    private final int nodesMax;
    private long stepsLeft;
    private int[] level = new int[1024];
    private int[] low = new int[1024];
    private int[] high = new int[1024];
    private int nodes;
    private int[] table = new int[4096];
    private double[] leaves = new double[16];
    private int leafCount;
    private final Map<Long, Integer> leafIndex = new HashMap<>();

    // Results of operations, forgotten when another one needs the place.
    private long[] cacheKey = new long[1024];
    private int[] cacheOperation = new int[1024];
    private int[] cacheResult = new int[1024];

    /**
     * No functions yet but the two constants.
     *
     * @param nodesMax nodes beyond which every operation gives up
     */
    Diagram(int nodesMax) {
        this.nodesMax = nodesMax;
        stepsLeft = STEPS_A_NODE * nodesMax;
        Arrays.fill(table, -1);
        newLeaf(0);
        newLeaf(1);
    }

    int nodes() {
        return nodes;
    }

    int level(int node) {
        return level[node];
    }

    /** What holds when the node's variable is false. */
    int low(int node) {
        return low[node];
    }

    /** What holds when the node's variable is true. */
    int high(int node) {
        return high[node];
    }

    boolean isLeaf(int node) {
        return level[node] == LEAF;
    }

    double value(int leaf) {
        return leaves[low[leaf]];
    }

    /** The constant function of a value. */
    int leaf(double value) throws TooLarge {
        long rounded = Math.round(value / GRAIN);
        Integer known = leafIndex.get(rounded);
        if (known != null) {
            return known;
        }
        // A neighbour across the border between two grains is the same value.
        for (long near = rounded - 1; near <= rounded + 1; near += 2) {
            Integer neighbour = leafIndex.get(near);
            if (neighbour != null && Math.abs(value(neighbour) - value) < GRAIN) {
                return neighbour;
            }
        }
        checkRoom();
        return newLeaf(value);
    }

    private int newLeaf(double value) {
        if (leafCount == leaves.length) {
            leaves = Arrays.copyOf(leaves, 2 * leafCount);
        }
        leaves[leafCount] = value;
        leafIndex.put(Math.round(value / GRAIN), nodes);
        return newNode(LEAF, leafCount++, 0);
    }

    private int newNode(int at, int whenFalse, int whenTrue) {
        if (nodes == level.length) {
            level = Arrays.copyOf(level, 2 * nodes);
            low = Arrays.copyOf(low, 2 * nodes);
            high = Arrays.copyOf(high, 2 * nodes);
        }
        level[nodes] = at;
        low[nodes] = whenFalse;
        high[nodes] = whenTrue;
        return nodes++;
    }

    private void checkRoom() throws TooLarge {
        if (nodes >= nodesMax) {
            throw tooLarge();
        }
    }

    private TooLarge tooLarge() {
        return new TooLarge("more than " + nodesMax + " nodes of a decision diagram are needed");
    }

    /** The truth of the variable at a level. */
    int variable(int at) throws TooLarge {
        return node(at, FALSE, TRUE);
    }

    /** The function that asks a variable first; it must stand above both functions. */
    int node(int at, int whenFalse, int whenTrue) throws TooLarge {
        if (whenFalse == whenTrue) {
            return whenFalse;
        }
        int mask = table.length - 1;
        int slot = hash(at, whenFalse, whenTrue) & mask;
        while (table[slot] >= 0) {
            int found = table[slot];
            if (level[found] == at && low[found] == whenFalse && high[found] == whenTrue) {
                return found;
            }
            slot = (slot + 1) & mask;
        }
        checkRoom();
        int made = newNode(at, whenFalse, whenTrue);
        table[slot] = made;
        if (2 * nodes > table.length) {
            enlarge();
        }
        return made;
    }

    private void enlarge() {
        int[] larger = new int[2 * table.length];
        Arrays.fill(larger, -1);
        int mask = larger.length - 1;
        for (int node = 0; node < nodes; node++) {
            if (level[node] != LEAF) {
                int slot = hash(level[node], low[node], high[node]) & mask;
                while (larger[slot] >= 0) {
                    slot = (slot + 1) & mask;
                }
                larger[slot] = node;
            }
        }
        table = larger;
        if (cacheKey.length < CACHE_MAX) {
            int results = Math.min(CACHE_MAX, 2 * table.length);
            cacheKey = new long[results];
            cacheOperation = new int[results];
            cacheResult = new int[results];
        }
    }

    private static int hash(int a, int b, int c) {
        long mixed = (a * 0x9E3779B97F4A7C15L) ^ (b * 0xC2B2AE3D27D4EB4FL) ^ (c * 0x165667B19E3779F9L);
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return (int) (mixed ^ (mixed >>> 29));
    }

    int and(int a, int b) throws TooLarge {
        return combine(AND, a, b);
    }

    int or(int a, int b) throws TooLarge {
        return combine(OR, a, b);
    }

    /** True where the first is true and the second is not. */
    int andNot(int a, int b) throws TooLarge {
        return combine(AND_NOT, a, b);
    }

    int not(int a) throws TooLarge {
        return combine(AND_NOT, TRUE, a);
    }

    int plus(int a, int b) throws TooLarge {
        return combine(PLUS, a, b);
    }

    int times(int a, int b) throws TooLarge {
        return combine(TIMES, a, b);
    }

    int min(int a, int b) throws TooLarge {
        return combine(MIN, a, b);
    }

    int max(int a, int b) throws TooLarge {
        return combine(MAX, a, b);
    }

    /** True where at least {@code needed} of the truths are true. */
    int atLeast(int needed, int[] truths) throws TooLarge {
        int n = truths.length;
        if (needed <= 0) {
            return TRUE;
        }
        if (needed > n) {
            return FALSE;
        }
        // enough[j]: at least j of the truths seen so far, from the last one on.
        int[] enough = new int[needed + 1];
        Arrays.fill(enough, FALSE);
        enough[0] = TRUE;
        for (int i = n - 1; i >= 0; i--) {
            for (int j = Math.min(needed, n - i); j >= 1; j--) {
                enough[j] = or(enough[j], and(truths[i], enough[j - 1]));
            }
        }
        return enough[needed];
    }

    private int combine(int operation, int a, int b) throws TooLarge {
        int known = known(operation, a, b);
        if (known >= 0) {
            return known;
        }
        int slot = hash(operation, a, b) & (cacheKey.length - 1);
        long key = ((long) a << 32) | b;
        if (cacheOperation[slot] == operation && cacheKey[slot] == key) {
            return cacheResult[slot];
        }
        if (--stepsLeft < 0) {
            throw tooLarge();
        }
        int result;
        if (level[a] == LEAF && level[b] == LEAF) {
            result = leaf(value(operation, value(a), value(b)));
        } else {
            int top = Math.min(level[a], level[b]);
            boolean asksA = level[a] == top;
            boolean asksB = level[b] == top;
            int whenFalse = combine(operation, asksA ? low[a] : a, asksB ? low[b] : b);
            int whenTrue = combine(operation, asksA ? high[a] : a, asksB ? high[b] : b);
            result = node(top, whenFalse, whenTrue);
            slot = hash(operation, a, b) & (cacheKey.length - 1);
        }
        cacheOperation[slot] = operation;
        cacheKey[slot] = key;
        cacheResult[slot] = result;
        return result;
    }

    /** Results that need no descent; -1 where there is none. */
    private static int known(int operation, int a, int b) {
        return switch (operation) {
            case AND -> a == FALSE || b == FALSE ? FALSE : a == TRUE ? b : b == TRUE || a == b ? a : -1;
            case OR -> a == TRUE || b == TRUE ? TRUE : a == FALSE ? b : b == FALSE || a == b ? a : -1;
            case AND_NOT -> a == FALSE || b == TRUE || a == b ? FALSE : b == FALSE ? a : -1;
            case PLUS -> a == FALSE ? b : b == FALSE ? a : -1;
            case TIMES -> a == FALSE || b == FALSE ? FALSE : a == TRUE ? b : b == TRUE ? a : -1;
            default -> a == b ? a : -1;
        };
    }

    private static double value(int operation, double a, double b) {
        return switch (operation) {
            case AND, TIMES -> a * b;
            case OR, MAX -> Math.max(a, b);
            case AND_NOT -> a > 0 && b == 0 ? 1 : 0;
            case PLUS -> a + b;
            case MIN -> Math.min(a, b);
            default -> throw new IllegalStateException("unknown operation: " + operation);
        };
    }

    /** The function whose value is that of another one, changed. */
    int map(int function, DoubleUnaryOperator change) throws TooLarge {
        return map(function, change, new HashMap<>());
    }

    private int map(int node, DoubleUnaryOperator change, Map<Integer, Integer> done) throws TooLarge {
        Integer known = done.get(node);
        if (known != null) {
            return known;
        }
        int result = isLeaf(node)
                ? leaf(change.applyAsDouble(value(node)))
                : node(level[node], map(low[node], change, done), map(high[node], change, done));
        done.put(node, result);
        return result;
    }

    /** The function when the variables of some levels are false. */
    int without(int function, boolean[] gone) throws TooLarge {
        return without(function, gone, new HashMap<>());
    }

    private int without(int node, boolean[] gone, Map<Integer, Integer> done) throws TooLarge {
        if (isLeaf(node)) {
            return node;
        }
        Integer known = done.get(node);
        if (known != null) {
            return known;
        }
        int whenFalse = without(low[node], gone, done);
        int result = gone[level[node]] ? whenFalse : node(level[node], whenFalse, without(high[node], gone, done));
        done.put(node, result);
        return result;
    }

    /** The nodes of a function, each before those it leads to; leaves left away. */
    int[] reached(int function) {
        boolean[] seen = new boolean[function + 1];
        int count = 0;
        seen[function] = true;
        // Every node has a higher index than those it leads to.
        for (int node = function; node >= 0; node--) {
            if (seen[node] && level[node] != LEAF) {
                count++;
                seen[low[node]] = true;
                seen[high[node]] = true;
            }
        }
        int[] reached = new int[count];
        int at = 0;
        for (int node = function; node >= 0; node--) {
            if (seen[node] && level[node] != LEAF) {
                reached[at++] = node;
            }
        }
        return reached;
    }

    /** Whether turning any variable true never turns the truth false. */
    boolean isRising(int function) throws TooLarge {
        for (int node : reached(function)) {
            if (andNot(low[node], high[node]) != FALSE) {
                return false;
            }
        }
        return true;
    }
}
