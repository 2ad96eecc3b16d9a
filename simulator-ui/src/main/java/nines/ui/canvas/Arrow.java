package nines.ui.canvas;

/**
 * One line of the drawing.
 *
 * @param link what it stands for
 * @param from id of the card, place or journey where it begins
 * @param to id of the card or place it points to
 * @param across whether the end could have been nearer: the same component also stands in the place of the beginning
 */
public record Arrow(Link link, String from, String to, boolean across) {
    public String id() {
        return from + ">" + to + ">" + link.way();
    }
}
