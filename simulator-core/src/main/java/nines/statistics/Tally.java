package nines.statistics;

import nines.check.Require;

/**
 * Count, mean, variance and extremes of values seen one by one. Mean and squares are updated as Welford (1962) does it and
 * merged as Chan, Golub and LeVeque (1983) do; merging in the same order gives the same bits.
 */
public final class Tally {
    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    public static Tally of(double... values) {
        Tally tally = new Tally();
        for (double value : values) {
            tally.add(value);
        }
        return tally;
    }

    public void add(double value) {
        Require.finite(value, "value");
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** Adds everything the other tally has seen. */
    public void merge(Tally other) {
        if (other.count > 0) {
            merge(other.count, other.mean, other.squares, other.min, other.max);
        }
    }

    /** Adds so many zeros at once. */
    public void addZeros(long zeros) {
        if (zeros > 0) {
            merge(zeros, 0, 0, 0, 0);
        }
    }

    private void merge(long otherCount, double otherMean, double otherSquares, double least, double most) {
        long all = count + otherCount;
        double apart = otherMean - mean;
        double weight = (double) otherCount / all;
        mean += apart * weight;
        squares += otherSquares + apart * apart * weight * count;
        count = all;
        min = Math.min(min, least);
        max = Math.max(max, most);
    }

    public long count() {
        return count;
    }

    /** The mean; NaN before the first value. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** The unbiased variance; NaN before the second value. */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    /** Mean times count; 0 before the first value. */
    public double sum() {
        return mean * count;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    /** Student's interval of the mean. */
    public Interval mean(double level) {
        if (count < 2) {
            return Interval.none(level, "fewer than two values");
        }
        double half = CriticalValue.student(0.5 + level / 2, count - 1.0) * Math.sqrt(variance() / count);
        return new Interval(mean - half, mean + half, level, "mean over replications, Student t");
    }
}
