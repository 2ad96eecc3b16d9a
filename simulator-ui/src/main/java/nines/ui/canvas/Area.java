package nines.ui.canvas;

import java.util.List;

/**
 * A place on the drawing, with what stands in it.
 *
 * @param id unique on the drawing; empty for the whole, which has no frame
 * @param name of the place
 * @param kind region, zone, rack …
 * @param count places of that name here
 * @param areas places inside
 * @param cards components that stand here and in no place inside
 */
public record Area(String id, String name, String kind, int count, List<Area> areas, List<Card> cards) {
    public Area {
        areas = List.copyOf(areas);
        cards = List.copyOf(cards);
    }
}
