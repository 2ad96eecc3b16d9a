package nines.ui.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns links between names into arrows between what is drawn: to each copy, the near ones first. */
final class Arrows {
    /** One end of an arrow: its id, and the id of the place it stands in. */
    private record End(String id, String place) {
        /** Whether one stands in the place of the other, or in a place inside of that. */
        boolean isNear(End other) {
            return within(place, other.place) || within(other.place, place);
        }

        private static boolean within(String inner, String outer) {
            return inner.equals(outer) || inner.startsWith(outer + "/");
        }
    }

    private final Map<String, List<End>> ends = new LinkedHashMap<>();

    private Arrows(Diagram diagram) {
        diagram.journeys().forEach(name -> add(ScenarioDiagram.entry(name), ScenarioDiagram.entry(name), ""));
        collect(diagram.root());
    }

    static List<Arrow> of(Diagram diagram) {
        var arrows = new Arrows(diagram);
        return diagram.links().stream()
                .flatMap(link -> arrows.between(link).stream())
                .toList();
    }

    private void collect(Area area) {
        area.cards().forEach(card -> add(card.name(), card.id(), area.id()));
        area.areas().forEach(inside -> {
            // A component of the same name is meant first.
            add(inside.name(), inside.id(), inside.id());
            collect(inside);
        });
    }

    private void add(String name, String id, String place) {
        ends.computeIfAbsent(name, key -> new ArrayList<>()).add(new End(id, place));
    }

    private List<Arrow> between(Link link) {
        var arrows = new ArrayList<Arrow>();
        List<End> targets = ends.getOrDefault(link.to(), List.of());
        for (End from : ends.getOrDefault(link.from(), List.of())) {
            boolean nearby = targets.stream().anyMatch(from::isNear);
            for (End to : targets) {
                boolean across = nearby && !from.isNear(to);
                // What is merely needed is needed where it is nearest.
                if (!from.equals(to) && !(across && link.way() == Link.Way.NEED)) {
                    arrows.add(new Arrow(link, from.id(), to.id(), across));
                }
            }
        }
        return arrows;
    }
}
