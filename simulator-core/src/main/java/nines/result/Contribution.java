package nines.result;

/** What a part's faults cost one journey: seconds of full loss a year, and the share of all that journey loses. */
public record Contribution(String journey, double secondsPerYear, double share) {}
