package nines.blueprint;

/**
 * How a store of messages gives them to consumers.
 *
 * @param visibleAfter seconds after which a message that has not been worked off is given to another, or +infinity
 * @param most how often a message is given before it is put aside
 */
public record Deliveries(double visibleAfter, int most) {}
