package nines.result;

/** Seconds that an interruption spends in a stage on average. */
public record StageTime(String stage, Estimate seconds) {}
