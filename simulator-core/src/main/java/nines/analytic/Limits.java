package nines.analytic;

/**
 * How much a solver may cost.
 *
 * @param states more states than this are not explored
 * @param work more multiplications than this are not spent on following a chain through time
 */
public record Limits(int states, double work) {
    /** When the exact answer is what was asked for: a million states, tens of seconds. */
    public static Limits generous() {
        return new Limits(MarkovModel.STATES_MAX, 8e9);
    }

    /** Beside a simulation: it must cost little. */
    public static Limits small() {
        return new Limits(2_000, 2e7);
    }
}
