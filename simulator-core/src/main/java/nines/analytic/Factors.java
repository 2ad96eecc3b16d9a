package nines.analytic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Takes a structure function apart into factors: the chance to be up, as a polynomial in the chances of the looks, is a
 * product, and two levels are in different factors exactly when up(i, j) · up(i′, j′) = up(i, j′) · up(i′, j) whatever the
 * chances. That is tried with random numbers of a finite field, in which nothing is rounded (Schwartz 1980): that two
 * levels which belong together pass by chance is less likely than 1e-12 for a whole diagram.
 */
final class Factors {
    /** 2³¹ − 1, a prime: products fit. */
    private static final long PRIME = (1L << 31) - 1;

    private static final int TRIES = 3;
    private static final int LEVELS_MAX = 200;

    private final List<int[]> next;
    private final List<Integer> level;
    private final IntPredicate isUp;
    private final int root;
    private final int[] looks;
    private final int[] order;
    private final int[] parent;
    private long last = 20_261_121;

    Factors(List<int[]> next, List<Integer> level, IntPredicate isUp, int root, int[] looks) {
        this.next = next;
        this.level = level;
        this.isUp = isUp;
        this.root = root;
        this.looks = looks;
        parent = new int[looks.length];
        for (int l = 0; l < parent.length; l++) {
            parent[l] = l;
        }
        order = java.util.stream.IntStream.range(0, next.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(level.get(b), level.get(a)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The levels of each factor; those that make no difference are left out. */
    List<List<Integer>> found() {
        boolean[] matters = new boolean[looks.length];
        boolean tooMany = looks.length > LEVELS_MAX;
        for (int t = 0; t < TRIES; t++) {
            long[][] r = new long[looks.length][];
            for (int l = 0; l < r.length; l++) {
                r[l] = chances(l);
            }
            for (int i = 0; i < looks.length; i++) {
                if (!tooMany || i == 0) {
                    compare(i, r, matters);
                }
            }
        }
        Map<Integer, List<Integer>> sets = new LinkedHashMap<>();
        for (int l = 0; l < looks.length; l++) {
            if (tooMany) {
                sets.computeIfAbsent(0, none -> new ArrayList<>()).add(l);
            } else if (matters[l]) {
                sets.computeIfAbsent(find(l), none -> new ArrayList<>()).add(l);
            }
        }
        return new ArrayList<>(sets.values());
    }

    private int find(int one) {
        int at = one;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    /** Any number of the field: always the same row of them, scattered as by SplitMix64 (Steele, Lea, Flood 2014). */
    private long scattered() {
        last += 0x9E3779B97F4A7C15L;
        long mixed = (last ^ last >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return Math.floorMod(mixed ^ mixed >>> 31, PRIME);
    }

    /** Numbers that add up to 1, so that levels that are passed over weigh nothing. */
    private long[] chances(int l) {
        long[] chances = new long[looks[l]];
        long sum = 0;
        for (int k = 1; k < chances.length; k++) {
            chances[k] = scattered();
            sum = (sum + chances[k]) % PRIME;
        }
        chances[0] = Math.floorMod(1 - sum, PRIME);
        return chances;
    }

    private void compare(int i, long[][] r, boolean[] matters) {
        long[][] here = r.clone();
        here[i] = chances(i);
        Slopes one = new Slopes(r);
        Slopes other = new Slopes(here);
        matters[i] |= one.value != other.value;
        for (int j = 0; j < looks.length; j++) {
            if (find(i) == find(j)) {
                continue;
            }
            long[] changed = chances(j);
            long left = one.value * other.with(j, changed) % PRIME;
            long right = other.value * one.with(j, changed) % PRIME;
            if (left != right) {
                parent[find(i)] = find(j);
            }
        }
    }

    /** The value for some chances, and what it would be with others at a single level. */
    private final class Slopes {
        final long value;
        private final long[][] slope;
        private final long[][] chances;

        Slopes(long[][] chances) {
            this.chances = chances;
            long[] up = new long[next.size()];
            for (int node : order) {
                int[] to = next.get(node);
                if (level.get(node) == Integer.MAX_VALUE) {
                    up[node] = isUp.test(node) ? 1 : 0;
                    continue;
                }
                long sum = 0;
                for (int k = 0; k < to.length; k++) {
                    sum = (sum + chances[level.get(node)][k] * up[to[k]]) % PRIME;
                }
                up[node] = sum;
            }
            value = up[root];
            slope = new long[looks.length][];
            for (int l = 0; l < slope.length; l++) {
                slope[l] = new long[looks[l]];
            }
            long[] reach = new long[next.size()];
            reach[root] = 1;
            for (int at = order.length - 1; at >= 0; at--) {
                int node = order[at];
                if (level.get(node) == Integer.MAX_VALUE || reach[node] == 0) {
                    continue;
                }
                int l = level.get(node);
                int[] to = next.get(node);
                for (int k = 0; k < to.length; k++) {
                    reach[to[k]] = (reach[to[k]] + reach[node] * chances[l][k]) % PRIME;
                    slope[l][k] = (slope[l][k] + reach[node] * up[to[k]]) % PRIME;
                }
            }
        }

        /** The value with other chances at one level; what passes that level over stays. */
        long with(int l, long[] other) {
            long sum = value;
            for (int k = 0; k < other.length; k++) {
                sum = (sum + Math.floorMod(other[k] - chances[l][k], PRIME) * slope[l][k]) % PRIME;
            }
            return sum;
        }
    }
}
