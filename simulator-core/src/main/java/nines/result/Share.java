package nines.result;

/**
 * One line of a margin of the table of causes.
 *
 * @param name of the root, of the stage or of the component
 * @param secondsPerYear its part of the downtime, in seconds a year
 * @param share of the total; the shares of a margin sum to 1
 */
public record Share(String name, Estimate secondsPerYear, double share) {}
