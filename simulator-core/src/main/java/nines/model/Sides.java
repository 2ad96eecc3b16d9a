package nines.model;

import java.util.List;

/**
 * The two sides of a partition.
 *
 * @param oneWay only messages from the first side to the second are lost
 */
public record Sides(List<Selector> one, List<Selector> other, boolean oneWay) {
    public Sides {
        one = List.copyOf(one);
        other = List.copyOf(other);
    }
}
