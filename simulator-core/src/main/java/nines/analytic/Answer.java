package nines.analytic;

/** What a solver says to a question: the value, or why it has none. */
public sealed interface Answer {
    /**
     * The value.
     *
     * @param value in the unit of the question
     * @param error bound on what was cut off, in the same unit; 0 when nothing was. Rounding comes on top: about 1e-12 of
     *     the value
     * @param method how it was found: {@code Markov chain, 4 states}; empty where it goes without saying
     */
    record Exact(double value, double error, String method) implements Answer {
        public Exact(double value, double error) {
            this(value, error, "");
        }
    }

    /**
     * No value.
     *
     * @param why the element and the property that stands in the way
     */
    record NotApplicable(String why) implements Answer {}

    /** The value; an error where there is none. */
    default double value() {
        if (this instanceof Exact exact) {
            return exact.value;
        }
        throw new IllegalStateException("no exact value: " + ((NotApplicable) this).why);
    }

    /** The same answer with its method named. */
    default Answer by(String method) {
        return this instanceof Exact exact ? new Exact(exact.value, exact.error, method) : this;
    }
}
