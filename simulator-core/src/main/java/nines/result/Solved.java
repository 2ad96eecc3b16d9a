package nines.result;

/**
 * One exact answer, or why there is none.
 *
 * @param measure what was asked: {@code request-unavailability}
 * @param start {@code steady} for the long run, {@code fresh} for a system that was new at time 0
 * @param at seconds after that start, for measures with a time; NaN for the others
 * @param value the answer; NaN when there is none
 * @param unit of the value: {@code 1} for shares and probabilities, {@code per year}, {@code s}
 * @param error bound on what was cut off, in the same unit; rounding comes on top, about 1e-12 of the value
 * @param method how it was found: {@code Markov chain, 9984 states}
 * @param whyNot the element and the property that stands in the way; empty when there is an answer
 * @param caveat what makes the value an approximation; empty when it is exact
 */
public record Solved(
        String measure,
        String start,
        double at,
        double value,
        String unit,
        double error,
        String method,
        String whyNot,
        String caveat) {

    public boolean isKnown() {
        return !Double.isNaN(value);
    }
}
