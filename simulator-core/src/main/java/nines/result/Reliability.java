package nines.result;

/** R(t): the probability that no outage has begun up to {@code time} seconds after a fresh start. */
public record Reliability(double time, Estimate probability) {}
