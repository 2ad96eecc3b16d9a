package nines.ui.canvas;

import java.util.List;

/**
 * That one thing asks or needs another.
 *
 * @param from name of a journey, a component or a place
 * @param to name of a component or a place
 * @param way how
 * @param journeys whose requests take it; empty for what is merely needed
 */
public record Link(String from, String to, Way way, List<String> journeys) {
    /** How one thing depends on another. */
    public enum Way {
        /** Sends requests and waits for the answers. */
        CALL,
        /** Sends requests, and can do without the answers. */
        SOFT,
        /** Cannot work without it, but sends nothing. */
        NEED
    }

    public Link {
        journeys = List.copyOf(journeys);
    }
}
