package nines.result;

/**
 * What one root costs more in a design than in the first one.
 *
 * @param root the fault
 * @param first what it costs the first design, in seconds of full loss a year
 * @param secondsPerYear what it costs more; below zero: less
 */
public record Shift(String root, double first, double secondsPerYear) {}
