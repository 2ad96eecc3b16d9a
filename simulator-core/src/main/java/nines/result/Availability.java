package nines.result;

/**
 * One availability told in four ways. The interval of each comes from the ends of the unavailability's interval.
 *
 * @param availability between 0 and 1; rounds to 1 beyond sixteen nines, so compute with the unavailability
 * @param unavailability 1 − availability, without loss of digits
 * @param nines −log10(unavailability)
 * @param downtimePerYear unavailability × 8760 h, in seconds a year
 */
public record Availability(Estimate availability, Estimate unavailability, Estimate nines, Estimate downtimePerYear) {}
