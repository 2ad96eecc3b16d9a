package nines.faulttree;

import java.util.List;

/**
 * A minimal cut set: events that together bring a journey down, none of which can be left away.
 *
 * @param events in the order of the blueprint
 * @param probability chance that all of them hold; NaN when that of some event is not known
 */
public record CutSet(List<BasicEvent> events, double probability) {
    public CutSet {
        events = List.copyOf(events);
    }
}
