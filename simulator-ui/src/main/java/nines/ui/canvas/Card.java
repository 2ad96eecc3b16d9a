package nines.ui.canvas;

/**
 * The instances of one component in one place.
 *
 * @param id unique on the drawing
 * @param name of the component
 * @param kind its word in the scenario: server, database …
 * @param count instances here
 * @param note a few words more: {@code 1 of 2 active}; may be empty
 * @param rank its row: 0 is asked first, each further row is asked by a row above
 */
public record Card(String id, String name, String kind, int count, String note, int rank) {}
