package nines.ui.canvas;

/** What the id of a card, {@code /eu/zone-a#web}, or of an area, {@code /eu/zone-a}, says. */
final class Ids {
    private Ids() {}

    /** The id of the area it stands in; empty for the whole. */
    static String around(String id) {
        int sign = id.indexOf('#');
        if (sign >= 0) {
            return id.substring(0, sign);
        }
        int slash = id.lastIndexOf('/');
        return slash < 0 ? "" : id.substring(0, slash);
    }

    /** The name of the component or place; empty for the whole. */
    static String name(String id) {
        int sign = id.indexOf('#');
        return id.substring(Math.max(sign, id.lastIndexOf('/')) + 1);
    }
}
