package nines.result;

/**
 * Requests that failed in one way.
 *
 * @param cause in words: {@code timed out}, {@code queue full} …
 * @param requests in all replications
 * @param share of the requests offered
 */
public record Failure(String cause, long requests, Estimate share) {}
