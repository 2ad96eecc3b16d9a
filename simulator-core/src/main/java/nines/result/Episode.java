package nines.result;

/**
 * One stretch of an outage.
 *
 * @param from seconds after the outage began
 * @param duration in seconds
 * @param root the fault behind it
 * @param stage what was going on
 */
public record Episode(double from, double duration, String root, String stage) {}
