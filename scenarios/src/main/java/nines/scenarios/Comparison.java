package nines.scenarios;

import nines.result.Estimate;

/**
 * What became of a case.
 *
 * @param of the case
 * @param estimate the simulation's, with an interval that a right program misses once in ten thousand cases
 * @param solved what theory says of the same file; NaN where it has no method
 * @param method how that was found, or what stands in the way
 */
public record Comparison(ExactCase of, Estimate estimate, double solved, String method) {
    /** The half-width of a normal interval with 99.99 % confidence, in standard errors. */
    private static final double STANDARD_ERRORS = 3.8906;

    /** How far the solver may be off: rounding. */
    private static final double ROUNDING = 1e-9;

    /** Whether the interval of the simulation contains the exact value. */
    public boolean isCovered() {
        return estimate.covers(of.exact());
    }

    /** Whether theory, where it has a method, gives the exact value. */
    public boolean isSolved() {
        return Double.isNaN(solved) || Math.abs(solvedError()) <= ROUNDING;
    }

    /** (estimate − exact) / exact. */
    public double relativeError() {
        return estimate.value() / of.exact() - 1;
    }

    /** (solved − exact) / exact. */
    public double solvedError() {
        return solved / of.exact() - 1;
    }

    /** (estimate − exact) in standard errors, as the interval has them; NaN where it is open or one-sided. */
    public double standardErrors() {
        double half = (estimate.high() - estimate.low()) / 2;
        return estimate.value() > 0 && half > 0 && half < Double.POSITIVE_INFINITY
                ? (estimate.value() - of.exact()) / half * STANDARD_ERRORS
                : Double.NaN;
    }
}
