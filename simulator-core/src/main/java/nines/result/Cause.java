package nines.result;

/**
 * One cell of the table (root × stage).
 *
 * @param root the fault that started it: {@code zone-a outage}
 * @param part the place, instance or event that the fault belongs to: {@code zone-a}
 * @param stage {@code detection}, {@code switch-over}, {@code waiting}, {@code repair}, {@code overload} …
 * @param secondsPerYear its part of the downtime, in seconds a year
 */
public record Cause(String root, String part, String stage, double secondsPerYear) {}
