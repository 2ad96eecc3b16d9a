package nines.result;

/**
 * Interruptions that one root cause began.
 *
 * @param root as tables write it
 * @param perYear how often
 * @param seconds work lost in one of them on average, in seconds of writing
 * @param records the same in writes
 * @param recovery its mean length in seconds
 */
public record DataCause(String root, Estimate perYear, Estimate seconds, Estimate records, Estimate recovery) {}
