package nines.analytic;

/**
 * A value that is not exact and never called so.
 *
 * @param value in the unit of the question
 * @param method how it was found
 * @param caveat what makes it an approximation
 */
public record Approximation(double value, String method, String caveat) {}
