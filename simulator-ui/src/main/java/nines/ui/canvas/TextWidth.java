package nines.ui.canvas;

/** Room that a text needs at 13 px, on the safe side: measured by the widest common letters, without a toolkit. */
final class TextWidth {
    private TextWidth() {}

    static double bold(String text) {
        return 8.2 * text.length();
    }

    static double plain(String text) {
        return 7 * text.length();
    }
}
