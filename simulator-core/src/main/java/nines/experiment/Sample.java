package nines.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nines.result.Bin;
import nines.statistics.DurationHistogram;
import nines.statistics.Interval;
import nines.statistics.OrderStatistics;

/**
 * Values of which each replication gives some. Percentiles are order statistics; as values of one replication may go
 * together, the number of independent ones is reduced by the design effect (Woodruff 1952): variance between
 * replications of the share below the percentile, over that of independent values.
 *
 * <p>The first million values are kept as they are; all are counted in a histogram of 0.1 % resolution, which
 * takes over when there are more.
 */
final class Sample {
    private static final int KEPT = 1 << 20;

    private final DurationHistogram histogram = new DurationHistogram();
    private double[] values = new double[64];
    private int size;
    private int[] ends = new int[64];
    private int replications;
    private double sum;
    /** The values kept, in ascending order; empty until somebody asks, and again when more have come. */
    private double[] sorted = new double[0];

    /** Adds the values of the next replication. */
    void add(double[] more) {
        for (double value : more) {
            histogram.add(value);
            sum += value;
            if (size < KEPT) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, Math.min(KEPT, 2 * size));
                }
                values[size++] = value;
            }
        }
        if (replications == ends.length) {
            ends = Arrays.copyOf(ends, 2 * replications);
        }
        ends[replications++] = size;
    }

    long count() {
        return histogram.count();
    }

    double mean() {
        return sum / count();
    }

    /** A percentile with its interval; the value is NaN when nothing was seen. */
    record Percentile(double value, Interval interval, double independent) {}

    Percentile percentile(double share, double level) {
        if (count() == 0) {
            return new Percentile(Double.NaN, Interval.none(level, "nothing was seen"), 0);
        }
        boolean complete = count() == size;
        if (sorted.length != size) {
            sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
        }
        double value = complete ? OrderStatistics.quantile(sorted, share) : histogram.quantile(share);
        double independent = size / Math.max(1, designEffect(value, share));
        return new Percentile(value, OrderStatistics.interval(sorted, share, level, independent), independent);
    }

    private double designEffect(double value, double share) {
        if (replications < 2 || size < 2) {
            return 1;
        }
        double squares = 0;
        int from = 0;
        for (int r = 0; r < replications; r++) {
            int below = 0;
            for (int i = from; i < ends[r]; i++) {
                below += values[i] <= value ? 1 : 0;
            }
            double residual = below - share * (ends[r] - from);
            squares += residual * residual;
            from = ends[r];
        }
        double between = squares * replications / (replications - 1.0);
        return between / (size * share * (1 - share));
    }

    /** Bars on a scale of 1, 2, 5, 10 …; shares are of all values, those of zero left out. */
    List<Bin> bars() {
        List<Bin> bars = new ArrayList<>();
        long all = count();
        long found = histogram.countBetween(0, 1e-6);
        double from = 1e-6;
        for (int step = 0; found < all && from < 1e12; step++) {
            double to = edge(step + 1);
            long inside = histogram.countBetween(from, to);
            if (inside > 0 || !bars.isEmpty()) {
                bars.add(new Bin(from, to, (double) inside / all));
            }
            found += inside;
            from = to;
        }
        return bars;
    }

    private static double edge(int step) {
        double decade = 1e-6;
        for (int i = 0; i < step / 3; i++) {
            decade *= 10;
        }
        return decade * (step % 3 == 0 ? 1 : step % 3 == 1 ? 2 : 5);
    }
}
