package nines.ui.canvas;

import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn, without coordinates.
 *
 * @param root the whole; its own cards stand in no place
 * @param journeys names of what users ask for, drawn on top
 * @param links calls and needs
 */
public record Diagram(Area root, List<String> journeys, List<Link> links) {
    public static final Diagram EMPTY =
            new Diagram(new Area("", "", "", 1, List.of(), List.of()), List.of(), List.of());

    public Diagram {
        journeys = List.copyOf(journeys);
        links = List.copyOf(links);
    }

    /** Every place, outer before inner. */
    public List<Area> areas() {
        var areas = new ArrayList<Area>();
        collect(root, areas);
        return areas.subList(1, areas.size());
    }

    /** Every card, in the order of the places. */
    public List<Card> cards() {
        var areas = new ArrayList<Area>();
        collect(root, areas);
        return areas.stream().flatMap(area -> area.cards().stream()).toList();
    }

    private static void collect(Area area, List<Area> areas) {
        areas.add(area);
        area.areas().forEach(inside -> collect(inside, areas));
    }
}
