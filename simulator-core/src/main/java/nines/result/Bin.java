package nines.result;

/**
 * One bar of a histogram.
 *
 * @param from lower end, included
 * @param to upper end, excluded
 * @param share of the cases in it
 */
public record Bin(double from, double to, double share) {}
