package nines.result;

import java.util.List;

/**
 * What was simulated, to be drawn: places in places, components where they stand, and who asks or needs whom.
 *
 * @param grounds places, outer before inner
 * @param stands components by the place they stand in
 * @param lines calls and needs; the beginning of a journey is its name with {@code journey } before it
 */
public record Architecture(List<Ground> grounds, List<Stand> stands, List<Line> lines) {
    public Architecture {
        grounds = List.copyOf(grounds);
        stands = List.copyOf(stands);
        lines = List.copyOf(lines);
    }

    /**
     * A place that something stands in.
     *
     * @param id unique: {@code /eu/zone-a}
     * @param name of the place
     * @param kind region, zone, rack …
     * @param within id of the place around it; empty at the top
     * @param count places of that name here
     */
    public record Ground(String id, String name, String kind, String within, int count) {}

    /**
     * The instances of one component in one place.
     *
     * @param component its name
     * @param kind server, database …
     * @param ground id of the place; empty outside of all places
     * @param count instances here
     * @param note what redundancy means here, in a few words; may be empty
     */
    public record Stand(String component, String kind, String ground, int count, String note) {}

    /**
     * That one thing asks or needs another.
     *
     * @param from name of a component or a place, or {@code journey } and the name of a journey
     * @param to name of a component or a place
     * @param way {@code call}, {@code soft} (can do without the answer) or {@code need} (sends nothing)
     * @param journeys whose requests take it; empty for what is merely needed
     */
    public record Line(String from, String to, String way, List<String> journeys) {
        public Line {
            journeys = List.copyOf(journeys);
        }
    }
}
