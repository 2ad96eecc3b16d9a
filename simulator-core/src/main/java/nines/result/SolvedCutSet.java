package nines.result;

import java.util.List;

/**
 * A minimal cut set: events that together bring a journey down, none of which can be left away.
 *
 * @param events by name
 * @param probability chance that all of them hold; NaN when not known
 */
public record SolvedCutSet(List<String> events, double probability) {
    public SolvedCutSet {
        events = List.copyOf(events);
    }
}
