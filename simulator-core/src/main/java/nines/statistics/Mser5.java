package nines.statistics;

import java.util.OptionalInt;

/**
 * Where the warm-up of a series ends: MSER-5 (White, Cobb and Spratt 2000), the cut that makes the standard error of what
 * is left smallest, in batches of five. On a single busy queue it prefers calm tails and is worse than no cut; it is meant
 * for the mean of a series across replications.
 */
public final class Mser5 {
    private static final int BATCH = 5;

    private Mser5() {}

    /**
     * How many values at the start to leave out; empty when the best cut lies in the second half: the series has not
     * settled.
     */
    public static OptionalInt cut(double[] series) {
        int batches = series.length / BATCH;
        if (batches < 4) {
            return OptionalInt.empty();
        }
        double[] means = new double[batches];
        for (int b = 0; b < batches; b++) {
            for (int i = 0; i < BATCH; i++) {
                means[b] += series[b * BATCH + i] / BATCH;
            }
        }
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        double sum = 0;
        double squares = 0;
        // From the end to the start, so that each tail is the one before and one batch more (Welford).
        for (int from = batches - 1, n = 1; from >= 0; from--, n++) {
            double before = means[from] - (n == 1 ? 0 : sum / (n - 1));
            sum += means[from];
            squares += n == 1 ? 0 : before * (means[from] - sum / n);
            double score = squares / ((double) n * n);
            // Tails of a few batches are calm by chance.
            if (n >= BATCH && score <= least) {
                least = score;
                best = from;
            }
        }
        return best > batches / 2 ? OptionalInt.empty() : OptionalInt.of(best * BATCH);
    }
}
