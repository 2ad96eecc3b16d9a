package nines.result;

import java.util.List;

/**
 * A component, one instance of it, or a place, for itself.
 *
 * @param name {@code web}, {@code web-1}, {@code zone-a}
 * @param level {@code component}, {@code instance} or {@code place}
 * @param kind {@code server}, {@code database}, {@code zone} …
 * @param within the component of an instance, the parent of a place; empty at the top
 * @param availability share of time alive, whatever others do; for a component the mean over its instances
 * @param failuresPerYear of its own modes; for a component of all its instances
 * @param takenDownPerYear how often something else took it down while it was alive: its place, what it needs, an event
 * @param downtimePerYear time not alive, in seconds a year; for a component the mean over its instances
 * @param contributions to what each journey loses
 */
public record Part(
        String name,
        String level,
        String kind,
        String within,
        Estimate availability,
        Estimate failuresPerYear,
        Estimate takenDownPerYear,
        Estimate downtimePerYear,
        List<Contribution> contributions) {
    public Part {
        contributions = List.copyOf(contributions);
    }
}
