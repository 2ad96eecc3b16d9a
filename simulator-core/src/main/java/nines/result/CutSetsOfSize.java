package nines.result;

/**
 * How many minimal cut sets there are of a size.
 *
 * @param events in each of them
 * @param count of them, as a decimal number: there may be more than a whole number can hold
 */
public record CutSetsOfSize(int events, double count) {}
