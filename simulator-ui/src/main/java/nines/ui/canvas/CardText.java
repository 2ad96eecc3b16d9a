package nines.ui.canvas;

/** The words on and about a card. */
final class CardText {
    private CardText() {}

    /** The second line. */
    static String below(Card card) {
        return card.note().isEmpty() ? card.kind() : card.kind() + " · " + card.note();
    }

    /** For those who listen instead of look. */
    static String spoken(Card card, String place) {
        return card.name() + ", " + card.kind() + (card.count() > 1 ? ", " + card.count() + " instances" : "")
                + (place.isEmpty() ? "" : " in " + place)
                + (card.note().isEmpty() ? "" : ", " + card.note());
    }
}
