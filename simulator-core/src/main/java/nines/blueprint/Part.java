package nines.blueprint;

/**
 * A component, place or group as a whole: what crews sort by and what tables have a row for.
 *
 * @param name as the user wrote it
 * @param kind {@code server}, {@code zone}, …
 * @param works index of the node that says whether the whole works
 * @param instances indexes of the nodes of its instances
 */
public record Part(String name, String kind, int works, int[] instances) {}
