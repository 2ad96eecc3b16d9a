package nines.distribution;

import java.util.Arrays;
import java.util.List;
import nines.check.Require;
import nines.quantity.Dimension;

/** Observed values in the order of their observation, with weights. Equal when both are. */
public final class Observations {
    private final double[] values;
    private final double[] weights;
    private final double[] sorted;
    /** Cumulative hazard at each sorted value; +∞ at the greatest. */
    private final double[] hazards;

    private final double mean;
    private final double variance;

    private Observations(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double total = Arrays.stream(weights).sum();
        sorted = new double[values.length];
        hazards = new double[values.length];
        double above = 0;
        for (int i = values.length - 1; i >= 0; i--) {
            sorted[i] = values[order[i]];
            boolean lastOfEqual = i + 1 == values.length || sorted[i + 1] > sorted[i];
            hazards[i] = lastOfEqual ? -StrictMath.log(above / total) : hazards[i + 1];
            above += weights[order[i]];
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        mean = sum / total;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        variance = squares / total;
    }

    /** Values (s) of equal weight. */
    public static Observations of(List<Double> values) {
        double[] ones = new double[values.size()];
        Arrays.fill(ones, 1);
        return of(values, Arrays.stream(ones).boxed().toList());
    }

    /** Values (s) and their weights, which need not add up to anything. */
    public static Observations of(List<Double> values, List<Double> weights) {
        Require.that(!values.isEmpty(), "values", "at least one", values);
        Require.that(
                values.size() == weights.size(),
                "weights",
                "as many as values (" + values.size() + ")",
                weights.size());
        values.forEach(value -> Require.nonNegative(value, "value"));
        weights.forEach(weight -> Require.positive(weight, "weight"));
        return new Observations(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public int size() {
        return values.length;
    }

    /** Value number i in the order of observation. */
    public double value(int i) {
        return values[i];
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    double cumulativeHazard(double t) {
        if (t < sorted[0]) {
            return 0;
        }
        int low = 0;
        int high = sorted.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= t) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return hazards[low];
    }

    double inverseHazard(double h) {
        int low = -1;
        int high = sorted.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (hazards[middle] >= h) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return sorted[high];
    }

    /** 0 up to the greatest value, whose end is certain: between observations there is no rate. */
    double hazard(double t) {
        return t < sorted[sorted.length - 1] ? 0 : Double.POSITIVE_INFINITY;
    }

    String text(Dimension dimension) {
        var text = new StringBuilder();
        for (double value : values) {
            text.append(' ').append(dimension.exact(value));
        }
        if (Arrays.stream(weights).anyMatch(weight -> weight != 1)) {
            text.append(" weights");
            for (double weight : weights) {
                text.append(' ').append(Dimension.NUMBER.exact(weight));
            }
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Observations that
                && Arrays.equals(values, that.values)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return values.length <= 6 ? text(Dimension.DURATION).strip() : values.length + " values";
    }
}
