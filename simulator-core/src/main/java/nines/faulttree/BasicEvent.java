package nines.faulttree;

/**
 * Something that by itself takes a unit away: an instance broken, a place gone, a common cause, planned work.
 *
 * @param name {@code db-1}, {@code zone-a}, {@code web: crash (common cause)}
 * @param kind what it is
 * @param unavailability share of time in which it holds in the long run, in [0, 1]; NaN when not known
 * @param frequency how often it begins, per second in the long run; NaN when not known
 */
public record BasicEvent(String name, Kind kind, double unavailability, double frequency) {
    /** What a basic event is. */
    public enum Kind {
        /** One instance, by its own failures. */
        INSTANCE,
        /** A place or another fault domain as a whole. */
        PLACE,
        /** An instance that lives and is not reached, or does not answer. */
        FACET,
        /** A common cause, or an event that hits several. */
        COMMON_CAUSE,
        /** Work by plan. */
        PLANNED,
        /** An automaton that a user wrote. */
        AUTOMATON,
        /** A chance that decides whether a failure takes another unit along. */
        CHANCE
    }

    /** Whether it is one unit, and so counts as a single point of failure where it is a cut set of its own. */
    public boolean isUnit() {
        return kind == Kind.INSTANCE || kind == Kind.PLACE || kind == Kind.FACET || kind == Kind.AUTOMATON;
    }
}
