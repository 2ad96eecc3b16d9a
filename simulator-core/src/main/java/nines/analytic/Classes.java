package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The classes of states that a chain ends in: from each state of such a class every other one is reached, and none
 * outside. Found by Tarjan's algorithm (1972), without recursion.
 */
final class Classes {
    private Classes() {}

    /** The closed classes, each with its states in ascending order. */
    static List<int[]> closed(Chain chain) {
        int n = chain.states;
        int[] index = new int[n];
        int[] low = new int[n];
        int[] component = new int[n];
        Arrays.fill(index, -1);
        Arrays.fill(component, -1);
        int[] stack = new int[n];
        int[] path = new int[n];
        int[] at = new int[n];
        int stacked = 0;
        int count = 0;
        int components = 0;
        for (int root = 0; root < n; root++) {
            if (index[root] >= 0) {
                continue;
            }
            int depth = 0;
            path[depth++] = root;
            index[root] = low[root] = count++;
            stack[stacked++] = root;
            at[root] = chain.from[root];
            while (depth > 0) {
                int state = path[depth - 1];
                if (at[state] < chain.from[state + 1]) {
                    int next = chain.to[at[state]++];
                    if (index[next] < 0) {
                        index[next] = low[next] = count++;
                        stack[stacked++] = next;
                        at[next] = chain.from[next];
                        path[depth++] = next;
                    } else if (component[next] < 0) {
                        low[state] = Math.min(low[state], index[next]);
                    }
                } else {
                    depth--;
                    if (depth > 0) {
                        low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[state]);
                    }
                    if (low[state] == index[state]) {
                        int member;
                        do {
                            member = stack[--stacked];
                            component[member] = components;
                        } while (member != state);
                        components++;
                    }
                }
            }
        }
        boolean[] open = new boolean[components];
        int[] size = new int[components];
        for (int i = 0; i < n; i++) {
            size[component[i]]++;
            for (int k = chain.from[i]; k < chain.from[i + 1]; k++) {
                open[component[i]] |= component[chain.to[k]] != component[i];
            }
        }
        int[][] members = new int[components][];
        List<int[]> closed = new ArrayList<>();
        int[] filled = new int[components];
        for (int i = 0; i < n; i++) {
            int c = component[i];
            if (!open[c]) {
                if (members[c] == null) {
                    members[c] = new int[size[c]];
                    closed.add(members[c]);
                }
                members[c][filled[c]++] = i;
            }
        }
        return closed;
    }
}
