package nines.result;

/**
 * The longest outage within one horizon, in seconds, over replications; 0 in a replication without outage. Never the
 * maximum over all replications, which grows with effort.
 */
public record Longest(Estimate median, Estimate p95) {}
