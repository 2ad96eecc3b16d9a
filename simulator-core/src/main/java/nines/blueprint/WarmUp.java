package nines.blueprint;

/**
 * The time a fresh instance needs to reach full speed, on a line.
 *
 * @param startsAt its speed at first, as a share of full speed, in (0, 1]
 * @param over seconds until full speed
 */
public record WarmUp(double startsAt, double over) {}
