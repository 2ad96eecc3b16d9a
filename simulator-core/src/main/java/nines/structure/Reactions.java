package nines.structure;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Inflow;

/** Who must be looked at when a node changes, gathered while a blueprint is wired. */
final class Reactions {
    private final List<List<Integer>> reactors;

    Reactions(int nodes) {
        reactors = lists(nodes);
    }

    /** Has an element looked at when a node changes; a node below 0 never does. */
    void on(int node, int kind, int index) {
        if (node >= 0) {
            int reactor = kind << Wiring.SHIFT_BITS | index;
            List<Integer> list = reactors.get(node);
            if (list.isEmpty() || list.get(list.size() - 1) != reactor) {
                list.add(reactor);
            }
        }
    }

    /** Has a journey looked at when a surge begins or ends; false when there is none. */
    boolean onSurges(List<Inflow> inflows, int journey) {
        inflows.forEach(inflow -> inflow.surges().forEach(surge -> on(surge.calm(), Wiring.JOURNEY, journey)));
        return !inflows.isEmpty();
    }

    int[][] all() {
        return arrays(reactors);
    }

    /** So many empty lists. */
    static List<List<Integer>> lists(int n) {
        List<List<Integer>> lists = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            lists.add(new ArrayList<>(2));
        }
        return lists;
    }

    static int[][] arrays(List<List<Integer>> lists) {
        int[] none = new int[0];
        int[][] arrays = new int[lists.size()][];
        for (int i = 0; i < arrays.length; i++) {
            List<Integer> list = lists.get(i);
            arrays[i] = list.isEmpty()
                    ? none
                    : list.stream().mapToInt(Integer::intValue).toArray();
        }
        return arrays;
    }
}
