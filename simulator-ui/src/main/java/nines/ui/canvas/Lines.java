package nines.ui.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Collects links, one for each pair and way, with all journeys that take it. */
final class Lines {
    private record Pair(String from, String to, Link.Way way) {}

    private final Map<Pair, TreeSet<Integer>> links = new LinkedHashMap<>();
    private final List<String> journeys;

    Lines(List<String> journeys) {
        this.journeys = journeys;
    }

    void add(String from, String to, Link.Way way, String journey) {
        var takers = links.computeIfAbsent(new Pair(from, to, way), pair -> new TreeSet<>());
        int index = journeys.indexOf(journey);
        if (index >= 0) {
            takers.add(index);
        }
    }

    List<Link> links() {
        var list = new ArrayList<Link>();
        links.forEach((pair, takers) -> {
            // What is needed for the answer is not drawn a second time as merely nice to have.
            boolean covered =
                    pair.way() == Link.Way.SOFT && links.containsKey(new Pair(pair.from(), pair.to(), Link.Way.CALL));
            if (!covered && !pair.from().equals(pair.to())) {
                list.add(new Link(
                        pair.from(),
                        pair.to(),
                        pair.way(),
                        takers.stream().map(journeys::get).toList()));
            }
        });
        return list;
    }

    /** Whom each asks, in order. */
    Map<String, List<String>> asks() {
        var asks = new LinkedHashMap<String, List<String>>();
        links().forEach(link ->
                asks.computeIfAbsent(link.from(), from -> new ArrayList<>()).add(link.to()));
        return asks;
    }
}
