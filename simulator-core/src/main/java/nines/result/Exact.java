package nines.result;

/**
 * What theory says about the same quantity from the same start, or why it cannot.
 *
 * @param value the exact value; NaN when there is none
 * @param gap (estimate − exact) / exact; NaN when there is none
 * @param method how it was obtained: {@code Markov chain, 9728 states}
 * @param whyNot why there is no exact value; empty when there is one
 */
public record Exact(double value, double gap, String method, String whyNot) {
    public static Exact of(double value, double estimate, String method) {
        return new Exact(value, (estimate - value) / value, method, "");
    }

    public static Exact notKnown(String whyNot) {
        return new Exact(Double.NaN, Double.NaN, "", whyNot);
    }

    public boolean isKnown() {
        return !Double.isNaN(value);
    }
}
