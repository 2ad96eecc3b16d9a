package nines.result;

/** The value that a given share of cases does not exceed; {@code share} is 0.95 for the 95th percentile. */
public record Quantile(double share, Estimate value) {}
