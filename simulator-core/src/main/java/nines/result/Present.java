package nines.result;

/**
 * How often at least so many requests are at a station, waiting or served.
 *
 * @param atLeast how many, from 1
 * @param share of the time
 */
public record Present(int atLeast, Estimate share) {}
