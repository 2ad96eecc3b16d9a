package nines.experiment;

import java.util.Arrays;
import nines.statistics.Tally;

/** One number of each replication, in order. */
final class Column {
    private double[] values = new double[64];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    double[] sorted() {
        double[] sorted = toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    double sum() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return sum;
    }

    Tally tally() {
        Tally tally = new Tally();
        for (int i = 0; i < size; i++) {
            tally.add(values[i]);
        }
        return tally;
    }
}
