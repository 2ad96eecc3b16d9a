package nines.ui.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The row of each component: one below the lowest of those that ask it. A call back up a circle does not count. */
final class Ranks {
    private final Map<String, List<String>> asks;
    private final Map<String, Integer> rank = new LinkedHashMap<>();
    private final Set<String> onTheWay = new HashSet<>();
    private final Map<String, Set<String>> forward = new HashMap<>();

    private Ranks(Map<String, List<String>> asks) {
        this.asks = asks;
    }

    /**
     * The ranks of everything asked.
     *
     * @param asks whom each asks, in order
     * @param first those whose own rank is 0, in order
     */
    static Map<String, Integer> of(Map<String, List<String>> asks, List<String> first) {
        var ranks = new Ranks(asks);
        first.forEach(ranks::walk);
        first.forEach(name -> ranks.lower(name, 0));
        return ranks.rank;
    }

    /** Depth first, keeping only the calls that close no circle. */
    private void walk(String name) {
        if (forward.containsKey(name)) {
            return;
        }
        var kept = new LinkedHashSet<String>();
        forward.put(name, kept);
        onTheWay.add(name);
        for (String next : asks.getOrDefault(name, List.of())) {
            if (!onTheWay.contains(next)) {
                kept.add(next);
                walk(next);
            }
        }
        onTheWay.remove(name);
    }

    private void lower(String name, int to) {
        Integer was = rank.get(name);
        if (was != null && was >= to) {
            return;
        }
        rank.put(name, to);
        forward.getOrDefault(name, Set.of()).forEach(next -> lower(next, to + 1));
    }
}
