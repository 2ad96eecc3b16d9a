package nines.result;

/**
 * A promise held against an exact answer.
 *
 * @param measure {@code availability} (requests served) or {@code time-availability}
 * @param promised share, between 0 and 1
 * @param delivered the exact share; NaN when it is not known
 * @param outcome met, missed, or not decided when there is no exact answer
 */
public record SolvedTarget(String measure, double promised, double delivered, Outcome outcome) {}
